"""What a model wrote, kept beside its scores: to read, and to compare with another model on the same recordings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from meit_core.errors import EnvironmentFault, UserError
from meit_core.evaluation.reading import Drafted


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft and the report it was compared with."""

    ecg_id: str
    patient_id: str
    reference: str
    draft: str


def draft_file_of(scores: Path) -> Path:
    """Return where the drafts of a file of scores are: ``x.json`` -> ``x.drafts.jsonl``."""
    return scores.with_suffix(".drafts.jsonl")


def stored(drafted: Iterable[Drafted]) -> list[StoredDraft]:
    return [StoredDraft(each.case.ecg_id, each.case.patient_id, each.case.reference, each.text) for each in drafted]


def write_drafts(path: Path, drafts: Iterable[StoredDraft]) -> None:
    """Write one line of JSON for each draft.

    Raises
    ------
    EnvironmentFault
        If the file can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in drafts), "utf-8")
    except OSError as fault:
        raise EnvironmentFault(
            f"The drafts can't be written to {path} ({fault.strerror or 'I/O fault'}).", "Choose another file with -o."
        ) from fault


def read_drafts(path: Path) -> list[StoredDraft]:
    """Read what :func:`write_drafts` wrote.

    Raises
    ------
    UserError
        If the file is missing or damaged.
    """
    try:
        return [StoredDraft(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]
    except (OSError, ValueError, TypeError) as fault:
        raise UserError(f"The file of drafts {path.name} is missing or damaged.", "Evaluate again.") from fault
