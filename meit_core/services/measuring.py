"""Read and measure recordings.

Everything large is imported inside the functions: whoever has another process call them doesn't load it.
"""

from __future__ import annotations

from pathlib import Path

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.lead_amplitudes import LeadAmplitudes
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError


def load() -> None:
    """Import what measuring needs, which takes longer than measuring itself."""
    from meit_core.signal import averaged_beat, measure

    del averaged_beat, measure


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


def median_beat_of(record: EcgRecord) -> AveragedBeat:
    """Return a recording's median beat with its computed boundaries.

    Raises
    ------
    UserError
        It has none, with the reason.
    """
    from meit_core.signal.averaged_beat import averaged_beat

    return averaged_beat(record)


def measure_amplitudes(record: EcgRecord) -> LeadAmplitudes:
    """Measure how high the waves of each lead are; empty where there is no median beat."""
    from meit_core.signal.lead_amplitudes import lead_amplitudes

    try:
        return lead_amplitudes(median_beat_of(record))
    except UserError:
        return LeadAmplitudes()


def measured_demo() -> tuple[tuple[EcgRecord, Measurements], ...]:
    """Simulate and measure the demo's studies."""
    from meit_core.signal.simulator import demo_cases

    records = [case.simulate().record for case in demo_cases()]
    return tuple((record, measure_record(record)) for record in records)
