"""Read and measure recordings that are in no workspace."""

from __future__ import annotations

from pathlib import Path

from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord


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
