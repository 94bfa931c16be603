"""Read and measure recordings that are in no workspace."""

from __future__ import annotations

from pathlib import Path

from meit_core.domain.lead_amplitudes import LeadAmplitudes
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError


def read_recording(path: Path) -> EcgRecord:
    """Read one recording from a file, WFDB records with or without extension.

    Raises
    ------
    UserError
        The file isn't a 12-lead ECG that can be read, with the reason.
    EnvironmentFault
        The file can't be opened.
    """
    from meit_core.formats import read_record

    return read_record(path)


def measure_record(record: EcgRecord) -> Measurements:
    """Measure rate, intervals, axes and lead quality; what can't be measured has its reason."""
    from meit_core.signal.measure import measure

    return measure(record)


def measure_amplitudes(record: EcgRecord) -> LeadAmplitudes:
    """Measure how high the waves of each lead are; empty where there is no median beat."""
    from meit_core.signal.averaged_beat import averaged_beat
    from meit_core.signal.lead_amplitudes import lead_amplitudes

    try:
        return lead_amplitudes(averaged_beat(record))
    except UserError:
        return LeadAmplitudes()
