"""What came of bringing files into a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from meit_core.domain.study import StudyId


@dataclass(frozen=True, slots=True)
class QuarantinedFile:
    """A file that could not be imported: why, what to do, and when it was last tried."""

    path: Path
    reason: str
    hint: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Outcome of one import; everything in ``imported`` is on disk.

    Attributes
    ----------
    imported
        Ids of the new studies in the order of their files.
    duplicates
        Files whose content the workspace already has.
    """

    imported: tuple[StudyId, ...]
    duplicates: tuple[Path, ...]
    quarantined: tuple[QuarantinedFile, ...]
    seconds: float
