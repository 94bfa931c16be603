"""Manual marks of a study: sets are appended, the latest counts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.manual_reading import ManualMark, ManualReading
from meit_core.domain.measurements import QtCorrected
from meit_core.domain.users import User
from meit_core.store.base import now
from meit_core.store.tables_marks import ManualMarksRow
from meit_core.store.tables_studies import StudyRow


@dataclass(frozen=True, slots=True)
class SavedReading:
    """One row of the history; ``reading`` has no marks where everything was set back to what is computed."""

    reading: ManualReading
    author: str
    saved_at: datetime


def add(session: Session, study: StudyRow, reading: ManualReading, *, author: User) -> None:
    """Append a set, which counts from now on."""
    session.add(
        ManualMarksRow(
            study_pk=study.pk,
            marks=_marks_to_json(reading),
            figures=dict(reading.values) | {"qtc_ms": asdict(reading.qtc_ms)},
            username=author.username,
            printed_name=author.printed_name,
            saved_at=now(),
        )
    )
    session.flush()


def of_study(session: Session, study_pk: int) -> ManualReading | None:
    """Return what counts; ``None`` where everything is as computed."""
    latest = (
        select(ManualMarksRow).where(ManualMarksRow.study_pk == study_pk).order_by(ManualMarksRow.pk.desc()).limit(1)
    )
    row = session.scalars(latest).first()
    return None if row is None or not row.marks else _reading(row)


def history(session: Session, study_pk: int) -> tuple[SavedReading, ...]:
    """Return every set, the oldest first."""
    rows = session.scalars(
        select(ManualMarksRow).where(ManualMarksRow.study_pk == study_pk).order_by(ManualMarksRow.pk)
    )
    return tuple(SavedReading(_reading(row), row.printed_name, row.saved_at) for row in rows)


def content_hash(reading: ManualReading) -> str:
    """Return the SHA-256 of the marks as they are stored."""
    stored = json.dumps(_marks_to_json(reading), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(stored.encode()).hexdigest()


def _marks_to_json(reading: ManualReading) -> dict[str, Any]:
    return {mark.value: asdict(manual) | {"at": manual.at.isoformat()} for mark, manual in reading.marks.items()}


def _reading(row: ManualMarksRow) -> ManualReading:
    figures = dict(row.figures)
    qtc_ms = QtCorrected(**figures.pop("qtc_ms"))
    return ManualReading({BeatMark(name): _mark(kept) for name, kept in row.marks.items()}, figures, qtc_ms)


def _mark(kept: Mapping[str, Any]) -> ManualMark:
    return ManualMark(**dict(kept) | {"at": datetime.fromisoformat(kept["at"])})
