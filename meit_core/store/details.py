"""Everything about one study, put together."""

from __future__ import annotations

import zlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord, LeadStatus, PatientInfo
from meit_core.domain.study import StudyDetail
from meit_core.store import calipers, drafts, manual_marks, ratings, reports, studies
from meit_core.store.tables_people import PatientRow
from meit_core.store.tables_studies import MeasurementsRow, SourceFileRow, StudyRow, WaveformRow
from meit_core.store.values import measurements_from_json
from meit_core.store.waveform_codec import PackedWaveform, unpack


def load(session: Session, study_id: str) -> StudyDetail:
    """Return a study with its record, measurements, drafts, revisions, signature, ratings and priors.

    Raises
    ------
    UserError
        There is no such study, its samples are damaged, or its signed text was changed outside the program.
    """
    row = studies.row_of(session, study_id)
    manual = manual_marks.of_study(session, row.pk)
    computed = measurements_of(session, row.pk)
    return StudyDetail(
        study=studies.line_of(session, row),
        record=record_of(session, row),
        measurements=manual.over(computed) if manual else computed,
        drafts=drafts.of_study(session, row.pk),
        revisions=reports.revisions_of(session, row.pk),
        signature=reports.signature_of(session, row.pk),
        ratings=ratings.of_study(session, row.pk),
        priors=tuple(studies.priors_of(session, row)),
        calipers=calipers.of_study(session, row.pk),
        manual=manual,
        computed=computed if manual else None,
    )


def record_of(session: Session, row: StudyRow) -> EcgRecord:
    """Return a study's recording as it was imported."""
    waveform = session.scalars(select(WaveformRow).where(WaveformRow.study_pk == row.pk)).one()
    patient = patient_of(session, row)
    packed = PackedWaveform(
        encoding=waveform.encoding,
        lsb_mv=tuple(waveform.lsb_mv),
        offset_lsb=tuple(waveform.offset_lsb),
        n_samples=row.n_samples,
        packed=waveform.packed,
    )
    return EcgRecord(
        signal_mv=unpack(packed),
        fs_hz=row.fs_hz,
        lead_status=tuple(LeadStatus(status) for status in waveform.lead_status),
        patient=PatientInfo(
            patient_id=patient.number or None,
            name=patient.name or None,
            sex=patient.sex,
            birth_date=patient.birth_date,
            age_years=row.age_years,
        ),
        acquired_at=studies.to_acquired_at(row.acquired_at),
        device=row.device,
        source_format=row.source_format,
        source_name=row.source_name,
        notes=tuple(row.notes),
    )


def patient_of(session: Session, row: StudyRow) -> PatientRow:
    """Return whose study it is."""
    return session.scalars(select(PatientRow).where(PatientRow.pk == row.patient_pk)).one()


def source_files(session: Session, study_id: str) -> list[tuple[str, bytes]]:
    """Return name and exact bytes of the files a study was imported from, the one to open first in front."""
    row = studies.row_of(session, study_id)
    files = session.scalars(
        select(SourceFileRow).where(SourceFileRow.study_pk == row.pk).order_by(SourceFileRow.position)
    )
    return [(file.name, zlib.decompress(file.packed)) for file in files]


def measurements_in_force(session: Session, study_pk: int) -> Measurements:
    """Return what counts of a study: the computed measurements with what readers set by hand over them."""
    manual, computed = manual_marks.of_study(session, study_pk), measurements_of(session, study_pk)
    return manual.over(computed) if manual else computed


def measurements_of(session: Session, study_pk: int) -> Measurements:
    """Return the computed measurements that count, without what readers set by hand."""
    row = session.scalars(
        select(MeasurementsRow).where(MeasurementsRow.study_pk == study_pk).order_by(MeasurementsRow.pk.desc()).limit(1)
    ).one()
    return measurements_from_json(row.figures)
