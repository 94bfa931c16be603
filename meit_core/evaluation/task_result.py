"""What a benchmark task gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from meit_core.evaluation.draft_file import StoredDraft


@dataclass(frozen=True, slots=True)
class TaskResult:
    """Attributes: the task's part of the JSON document, and the drafts that its main figures are about."""

    document: dict[str, Any]
    drafts: Sequence[StoredDraft] = ()
