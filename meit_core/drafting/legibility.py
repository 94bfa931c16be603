"""When a recording is too bad to be reported on, and what the draft then says."""

from __future__ import annotations

from typing import Final

from meit_core.domain.measurements import LeadQuality, Measurements
from meit_core.domain.record import EcgRecord
from meit_core.signal.legibility import LEAST_COHERENCE, beat_coherence
from meit_core.signal.quality import rows_with_signal

ILLEGIBLE: Final = "Signal quality insufficient for a report."
ENOUGH_GOOD_LEADS: Final = 3
"""With so many leads free of noise low coherence means changing beats, or a peak found now here, now there."""


def why_illegible(record: EcgRecord, measurements: Measurements) -> str:
    """Return why nothing can be said of a recording, in plain sentences; empty where it can be read."""
    if not rows_with_signal(dict(measurements.quality)):
        return "No lead carries a usable signal. Check the electrodes and record again."
    good = sum(quality is LeadQuality.GOOD for quality in measurements.quality.values())
    if good >= ENOUGH_GOOD_LEADS:
        return ""
    coherence = beat_coherence(record, measurements.r_peaks)
    if coherence is not None and coherence < LEAST_COHERENCE:
        # Ventricular fibrillation has no repeating beat either: the sentence must not lull anybody.
        return (
            f"No repeating beat can be told from noise (beats resemble their median by {coherence:.2f}; at least "
            f"{LEAST_COHERENCE} is needed). Look at the patient, then record again."
        )
    return ""
