"""Whether the AV node blocks, asked of a recording in which it may."""

from __future__ import annotations

from typing import Final

import numpy as np

from meit_core.domain.av_block import AvBlock
from meit_core.signal.conduction.atrial_rhythm import atrial_rhythm
from meit_core.signal.conduction.atrial_signal import atrial_signal
from meit_core.signal.conduction.av_relation import SLOWEST_OF_TWO_TO_ONE_BPM, av_block
from meit_core.signal.conduction.p_waves import alike_waves
from meit_core.signal.found_beats import FoundBeats

_PAUSE: Final = 1.2


def measured_av_block(found: FoundBeats) -> AvBlock | None:
    """Look for a block of second or third degree; ``None`` where there is none, or none that can be told.

    Nothing is said of paced ventricles. A fast regular rhythm is not looked at: it has neither pauses nor an escape.
    """
    if found.paced or found.beat is None or found.r_peaks.size < 4:
        return None
    rr_ms = found.rr_ms
    slow = 60_000 / float(np.median(rr_ms)) <= SLOWEST_OF_TWO_TO_ONE_BPM
    if not slow and rr_ms.max() < _PAUSE * np.median(rr_ms):
        return None
    signal = atrial_signal(found)
    rhythm = atrial_rhythm(alike_waves(signal), signal)
    return None if rhythm is None else av_block(rhythm, signal.qrs_onsets, signal.n_samples)
