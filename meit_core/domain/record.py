"""One ECG recording, as the whole product sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS

Signal = npt.NDArray[np.float32]

STANDARD_SECONDS: Final = 10.0
"""Length of a standard 12-lead ECG; what a model reads and a page shows of a longer one."""


class LeadStatus(StrEnum):
    """Where a lead's samples come from."""

    RECORDED = "recorded"
    DERIVED = "derived"
    """Computed from two limb leads by Einthoven's and Goldberger's relations."""
    REPAIRED = "repaired"
    """Recorded, with short gaps of invalid samples filled by interpolation."""
    MISSING = "missing"
    """Not in the source and not derivable; its samples are zero."""


class Sex(StrEnum):
    FEMALE = "F"
    MALE = "M"
    UNKNOWN = "U"


@dataclass(frozen=True, slots=True)
class PatientInfo:
    """What a recording says about its patient; every field may be absent."""

    patient_id: str | None = None
    name: str | None = None
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    age_years: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class EcgRecord:
    """A 12-lead recording.

    Attributes
    ----------
    signal_mv
        (12, n_samples) float32 in millivolt, rows in the order of :data:`~meit_core.domain.leads.LEADS`,
        always finite, read-only. Never filtered.
    fs_hz
        Sampling rate of ``signal_mv`` (the record's own rate).
    lead_status
        One :class:`LeadStatus` per row.
    notes
        Plain sentences about everything the reader had to do to the data.
    source_format, source_name
        For example ``wfdb`` and the file's name without its folder.
    """

    signal_mv: Signal
    fs_hz: float
    lead_status: tuple[LeadStatus, ...] = (LeadStatus.RECORDED,) * len(LEADS)
    patient: PatientInfo = field(default_factory=PatientInfo)
    acquired_at: datetime | None = None
    device: str | None = None
    source_format: str = "memory"
    source_name: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.signal_mv.ndim != 2 or self.signal_mv.shape[0] != len(LEADS) or self.signal_mv.shape[1] == 0:
            raise ValueError(f"signal_mv must be (12, n_samples), not {self.signal_mv.shape}")
        if self.signal_mv.dtype != np.float32:
            raise ValueError(f"signal_mv must be float32, not {self.signal_mv.dtype}")
        if not np.isfinite(self.signal_mv).all():
            raise ValueError("signal_mv must be finite: readers repair or refuse invalid samples")
        if len(self.lead_status) != len(LEADS):
            raise ValueError("lead_status must name every lead")
        if not self.fs_hz > 0:
            raise ValueError(f"fs_hz must be positive, not {self.fs_hz}")
        self.signal_mv.setflags(write=False)

    @property
    def n_samples(self) -> int:
        return int(self.signal_mv.shape[1])

    @property
    def duration_s(self) -> float:
        return self.n_samples / self.fs_hz

    def lead(self, name: str) -> Signal:
        """Samples of one lead, (n_samples,) in mV."""
        row: Signal = self.signal_mv[LEADS.index(name)]
        return row
