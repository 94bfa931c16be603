"""What a recording has that the model has not learnt from, in sentences for the reader."""

from __future__ import annotations

from typing import Final

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import STANDARD_SECONDS, EcgRecord, LeadStatus

YOUNGEST_YEARS: Final = 18.0
"""PTB-XL has few children, and normal limits change with age until adulthood (Rijnbeek et al., Eur Heart J 2001)."""
FASTEST_PER_MIN: Final = 180.0
SLOWEST_PER_MIN: Final = 35.0
"""Hardly any recording of PTB-XL lies beyond these."""
_SLACK_S: Final = 0.5


def limits_of(record: EcgRecord, measurements: Measurements) -> tuple[str, ...]:
    """Return why a draft of this recording deserves more doubt than another; empty for a recording like the others."""
    seconds = record.n_samples / record.fs_hz
    age, rate = record.patient.age_years, measurements.heart_rate_bpm
    missing = [name for name, status in zip(LEADS, record.lead_status, strict=True) if status is LeadStatus.MISSING]
    found: list[str] = []
    if seconds > STANDARD_SECONDS + _SLACK_S:
        found.append(f"The draft is about the first {STANDARD_SECONDS:.0f} of {seconds:.0f} s.")
    if seconds < STANDARD_SECONDS - _SLACK_S:
        found.append(f"The recording lasts {seconds:.1f} s; the model has learnt from {STANDARD_SECONDS:.0f} s.")
    if age is not None and age < YOUNGEST_YEARS:
        found.append(f"The patient is {age:.0f} years old; the model has learnt from adults.")
    if rate is not None and rate > FASTEST_PER_MIN:
        found.append(f"The rate is {rate:.0f}/min; the model has hardly seen any above {FASTEST_PER_MIN:.0f}/min.")
    if rate is not None and rate < SLOWEST_PER_MIN:
        found.append(f"The rate is {rate:.0f}/min; the model has hardly seen any below {SLOWEST_PER_MIN:.0f}/min.")
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        found.append(f"{', '.join(missing)} {verb} missing; the model can't see what shows only there.")
    return tuple(found)
