"""Tables of studies, their samples, the files they came from and their measurements."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from meit_core.domain.measurements import MeasurementSource
from meit_core.domain.study import StudyStatus
from meit_core.store.base import Base, Moment, words
from meit_core.store.tables_people import PatientRow


class StudyRow(Base):
    """One recording and how far its report has come.

    ``ordered_at`` is the time of recording, or of import where the file doesn't say: what the worklist is sorted by.
    ``acquired_at`` is ISO 8601 text because devices often give a local time without a zone, which must stay that.
    ``urgency`` is 0 for routine and 1 for urgent; signing ends it. ``assignee`` is the username of whoever began the
    report.
    ``has_draft``, ``heart_rate_bpm``, ``qtc_ms`` (Framingham) and ``poor_signal`` repeat what drafts and the latest
    measurements say, so that the worklist can be filtered by it.
    """

    __tablename__ = "studies"
    __table_args__ = (
        Index("ix_studies_worklist", "urgency", "ordered_at", "pk"),
        Index("ix_studies_worklist_by_status", "status", "urgency", "ordered_at", "pk"),
        Index("ix_studies_worklist_of_assignee", "assignee", "urgency", "ordered_at", "pk"),
        Index("ix_studies_of_patient", "patient_pk", "ordered_at"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    study_id: Mapped[str] = mapped_column(unique=True)
    patient_pk: Mapped[int] = mapped_column(ForeignKey("patients.pk"))
    status: Mapped[StudyStatus] = mapped_column(words(StudyStatus))
    urgency: Mapped[int] = mapped_column(default=0)
    assignee: Mapped[str | None]
    ordered_at: Mapped[datetime] = mapped_column(Moment)
    imported_at: Mapped[datetime] = mapped_column(Moment)
    acquired_at: Mapped[str | None]
    age_years: Mapped[float | None]
    device: Mapped[str | None]
    source_name: Mapped[str]
    source_format: Mapped[str]
    fs_hz: Mapped[float]
    n_samples: Mapped[int]
    notes: Mapped[list[str]] = mapped_column(JSON)
    simulated: Mapped[bool] = mapped_column(default=False)
    content_sha256: Mapped[str] = mapped_column(unique=True)
    has_draft: Mapped[bool] = mapped_column(default=False)
    poor_signal: Mapped[bool] = mapped_column(default=False)
    heart_rate_bpm: Mapped[float | None]
    qtc_ms: Mapped[float | None]

    patient: Mapped[PatientRow] = relationship(lazy="raise")


class WaveformRow(Base):
    """Samples of a study, as :mod:`meit_core.store.waveform_codec` packs them."""

    __tablename__ = "waveforms"

    study_pk: Mapped[int] = mapped_column(ForeignKey("studies.pk"), primary_key=True)
    encoding: Mapped[str]
    lsb_mv: Mapped[list[float]] = mapped_column(JSON)
    offset_lsb: Mapped[list[int]] = mapped_column(JSON)
    lead_status: Mapped[list[str]] = mapped_column(JSON)
    packed: Mapped[bytes]


class SourceFileRow(Base):
    """A file of the recording exactly as it was imported (zlib)."""

    __tablename__ = "source_files"
    __table_args__ = (UniqueConstraint("study_pk", "position"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    study_pk: Mapped[int] = mapped_column(ForeignKey("studies.pk"))
    position: Mapped[int]
    name: Mapped[str]
    n_bytes: Mapped[int]
    sha256: Mapped[str]
    packed: Mapped[bytes]


class MeasurementsRow(Base):
    """Measurements with their source; the latest row of a study counts, earlier ones stay."""

    __tablename__ = "measurements"

    pk: Mapped[int] = mapped_column(primary_key=True)
    study_pk: Mapped[int] = mapped_column(ForeignKey("studies.pk"), index=True)
    source: Mapped[MeasurementSource] = mapped_column(words(MeasurementSource))
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    author: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(Moment)


class QuarantineRow(Base):
    """A file that could not be read, with the reason; one row per path, removed once the file is imported."""

    __tablename__ = "quarantine"

    pk: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(unique=True)
    reason: Mapped[str]
    hint: Mapped[str]
    seen_at: Mapped[datetime] = mapped_column(Moment, index=True)


class WatchedFileRow(Base):
    """A recording of the watched folder that was dealt with, and how its files looked then."""

    __tablename__ = "watched_files"

    path: Mapped[str] = mapped_column(primary_key=True)
    look: Mapped[str]
    seen_at: Mapped[datetime] = mapped_column(Moment)
