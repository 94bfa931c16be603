"""Studies: bringing a recording in, listing the worklist, finding what to read next."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Final

from sqlalchemy import ColumnElement, Select, bindparam, func, select, update
from sqlalchemy.orm import Session, aliased, joinedload

from meit_core.domain.measurements import LeadQuality, Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.study import Priority, Study, StudyId, StudyStatus
from meit_core.errors import UserError
from meit_core.store import patients, search
from meit_core.store.base import new_id, now
from meit_core.store.tables_studies import MeasurementsRow, SourceFileRow, StudyRow, WaveformRow
from meit_core.store.values import measurements_to_json
from meit_core.store.waveform_codec import PackedWaveform, pack

_URGENCY: Final = {Priority.ROUTINE: 0, Priority.URGENT: 1}
_PKS_AT_ONCE: Final = 5000
"""SQLite takes a limited number of parameters."""
_SOURCE_LEVEL: Final = 1
"""zlib level for source files: samples hardly get smaller with more effort."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a recording, ready to be stored."""

    name: str
    n_bytes: int
    sha256: str
    packed: bytes

    @classmethod
    def of(cls, name: str, content: bytes) -> SourceFile:
        return cls(name, len(content), hashlib.sha256(content).hexdigest(), zlib.compress(content, _SOURCE_LEVEL))


@dataclass(frozen=True, slots=True, eq=False)
class NewStudy:
    """A recording with everything that is stored of it, packed and measured before any transaction begins."""

    record: EcgRecord
    measurements: Measurements
    waveform: PackedWaveform
    sources: tuple[SourceFile, ...]
    content_sha256: str
    simulated: bool = False

    @classmethod
    def of(
        cls, record: EcgRecord, measurements: Measurements, sources: Sequence[SourceFile], *, simulated: bool = False
    ) -> NewStudy:
        """Pack ``record``; two are the same recording if their files are, or their samples where there are no files."""
        waveform = pack(record.signal_mv)
        content = content_hash(sources) if sources else hashlib.sha256(waveform.packed).hexdigest()
        return cls(record, measurements, waveform, tuple(sources), content, simulated)


def content_hash(sources: Iterable[SourceFile]) -> str:
    """Return what two imports of one recording have in common, whatever their files are called."""
    return hashlib.sha256("\n".join(source.sha256 for source in sources).encode()).hexdigest()


def has_content(session: Session, content_sha256: str) -> bool:
    """Whether the same recording is already here."""
    return session.scalar(select(StudyRow.pk).where(StudyRow.content_sha256 == content_sha256)) is not None


def add(session: Session, new: NewStudy, *, author: str) -> StudyId:
    """Store a recording as an unread study."""
    record, imported_at = new.record, now()
    patient = patients.register(session, record.patient)
    row = StudyRow(
        study_id=new_id(),
        patient_pk=patient.pk,
        status=StudyStatus.UNREAD,
        ordered_at=_order(record.acquired_at, imported_at),
        imported_at=imported_at,
        acquired_at=record.acquired_at.isoformat() if record.acquired_at else None,
        age_years=record.patient.age_years,
        device=record.device,
        source_name=record.source_name,
        source_format=record.source_format,
        fs_hz=record.fs_hz,
        n_samples=record.n_samples,
        notes=list(record.notes),
        simulated=new.simulated,
        content_sha256=new.content_sha256,
    )
    session.add(row)
    session.flush()
    waveform = new.waveform
    session.add(
        WaveformRow(
            study_pk=row.pk,
            encoding=waveform.encoding,
            lsb_mv=list(waveform.lsb_mv),
            offset_lsb=list(waveform.offset_lsb),
            lead_status=[status.value for status in record.lead_status],
            packed=waveform.packed,
        )
    )
    for position, source in enumerate(new.sources):
        session.add(
            SourceFileRow(
                study_pk=row.pk,
                position=position,
                name=source.name,
                n_bytes=source.n_bytes,
                sha256=source.sha256,
                packed=source.packed,
            )
        )
    add_measurements(session, row.pk, new.measurements, author=author)
    search.index_study(session, row, patient)
    return StudyId(row.study_id)


def add_measurements(session: Session, study_pk: int, measurements: Measurements, *, author: str) -> None:
    """Add measurements; they count from now on, earlier ones stay on record."""
    session.add(
        MeasurementsRow(
            study_pk=study_pk,
            source=measurements.source,
            figures=measurements_to_json(measurements),
            author=author,
            created_at=now(),
        )
    )
    keep_figures(session, study_pk, measurements)


def keep_figures(session: Session, study_pk: int, measurements: Measurements) -> None:
    """Let the worklist filter by these measurements, which now count."""
    figures = {
        "heart_rate_bpm": measurements.heart_rate_bpm,
        "qtc_ms": measurements.qtc_ms.framingham,
        "poor_signal": any(quality is not LeadQuality.GOOD for quality in measurements.quality.values()),
    }
    session.execute(update(StudyRow).where(StudyRow.pk == study_pk).values(figures))


def set_urgent(session: Session, row: StudyRow, urgent: bool) -> bool:
    """Put a study among the urgent ones or take it out; return whether that changed anything."""
    before, after = row.urgency, _URGENCY[Priority.URGENT if urgent else Priority.ROUTINE]
    if before == after:
        return False
    row.urgency = after
    session.flush()
    search.move(session, row, urgency_before=before)
    return True


def row_of(session: Session, study_id: str) -> StudyRow:
    """Return a study's row.

    Raises
    ------
    UserError
        There is no such study.
    """
    row = session.scalar(select(StudyRow).where(StudyRow.study_id == study_id))
    if row is None:
        raise UserError("There is no such study in this workspace.", "Check its id in the worklist.")
    return row


def by_pks(session: Session, pks: Sequence[int]) -> list[Study]:
    """Return lines of the worklist in the order of their primary keys as given."""
    found: dict[int, Study] = {}
    for start in range(0, len(pks), _PKS_AT_ONCE):
        rows = session.execute(_rows(), {"pks": list(pks[start : start + _PKS_AT_ONCE])})
        found |= {row.pk: _study(row, prior_count) for row, prior_count in rows}
    return [found[pk] for pk in pks if pk in found]


def one(session: Session, study_id: str) -> Study:
    """Return one line of the worklist; raises like :func:`row_of`."""
    return line_of(session, row_of(session, study_id))


def line_of(session: Session, row: StudyRow) -> Study:
    """Return one line of the worklist."""
    return by_pks(session, [row.pk])[0]


def priors(session: Session, study_id: str, *, limit: int = 50) -> list[Study]:
    """Return earlier studies of the same patient, newest first."""
    return priors_of(session, row_of(session, study_id), limit=limit)


def priors_of(session: Session, row: StudyRow, *, limit: int = 50) -> list[Study]:
    """Return earlier studies of the same patient, newest first."""
    earlier = select(StudyRow.pk).where(StudyRow.patient_pk == row.patient_pk)
    earlier = earlier.where(_before(StudyRow, row.ordered_at, row.pk))
    pks = session.scalars(earlier.order_by(StudyRow.ordered_at.desc(), StudyRow.pk.desc()).limit(limit)).all()
    return by_pks(session, pks) if pks else []


def to_acquired_at(kept: str | None) -> datetime | None:
    return None if kept is None else datetime.fromisoformat(kept)


@cache
def _rows() -> Select[StudyRow, int]:
    """Made once: putting this statement together takes longer than the database takes to answer it."""
    earlier = aliased(StudyRow)
    prior_count = (
        select(func.count())
        .where(earlier.patient_pk == StudyRow.patient_pk, _before(earlier, StudyRow.ordered_at, StudyRow.pk))
        .scalar_subquery()
    )
    rows = select(StudyRow, prior_count).options(joinedload(StudyRow.patient, innerjoin=True))
    return rows.where(StudyRow.pk.in_(bindparam("pks", expanding=True)))


def _before(row: type[StudyRow], ordered_at: object, pk: object) -> ColumnElement[bool]:
    return (row.ordered_at < ordered_at) | ((row.ordered_at == ordered_at) & (row.pk < pk))


def _study(row: StudyRow, prior_count: int) -> Study:
    return Study(
        study_id=StudyId(row.study_id),
        patient=patients.to_patient(row.patient),
        status=row.status,
        imported_at=row.imported_at,
        acquired_at=to_acquired_at(row.acquired_at),
        age_years=row.age_years,
        priority=Priority.URGENT if row.urgency == _URGENCY[Priority.URGENT] else Priority.ROUTINE,
        assignee=row.assignee,
        device=row.device,
        source_name=row.source_name,
        source_format=row.source_format,
        fs_hz=row.fs_hz,
        duration_s=row.n_samples / row.fs_hz,
        simulated=row.simulated,
        prior_count=prior_count,
    )


def _order(acquired_at: datetime | None, imported_at: datetime) -> datetime:
    if acquired_at is None:
        return imported_at
    return acquired_at if acquired_at.tzinfo else acquired_at.replace(tzinfo=UTC)
