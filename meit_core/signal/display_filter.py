"""A filtered copy of a recording, to look at and to print; nothing else may see it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.display_filter import DisplayFilter
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.signal.biquad import Biquad

_NOTCH_QUALITY: Final = 30.0
"""A notch 1.7 Hz wide at 50 Hz: narrow enough to leave the QRS alone, wide enough for the mains' own drift."""
_BELOW_NYQUIST: Final = 0.95
"""A cut-off nearer to half the sampling rate does nothing that sampling hasn't done."""
_SHORTEST_S: Final = 1.0


def filtered_for_display(record: EcgRecord, wanted: DisplayFilter) -> EcgRecord:
    """Return the recording as a display filter shows it; the recording itself where it asks for nothing.

    All filters run forwards and backwards, so that no wave moves and the ST segment keeps its place (Kligfield et al.,
    Circulation 2007;115:1306). A recording shorter than a second is shown as it is, and so are missing leads.
    """
    if wanted == DisplayFilter() or record.duration_s < _SHORTEST_S:
        return record
    nyquist_hz = record.fs_hz / 2
    low_hz, high_hz = wanted.band.low_hz, wanted.band.high_hz
    signal: npt.NDArray[np.float64] = record.signal_mv.astype(np.float64)
    if wanted.mains_hz and wanted.mains_hz < _BELOW_NYQUIST * nyquist_hz:
        signal = Biquad.notch(wanted.mains_hz, _NOTCH_QUALITY, record.fs_hz).forwards_and_backwards(signal)
    if high_hz is not None and high_hz < _BELOW_NYQUIST * nyquist_hz:
        signal = Biquad.low_pass(high_hz, record.fs_hz).forwards_and_backwards(signal)
    if low_hz is not None:
        # What stands still isn't a wave: taken away first, it can't ring at the recording's ends.
        signal -= np.median(signal, axis=-1, keepdims=True)
        signal = Biquad.high_pass(low_hz, record.fs_hz).forwards_and_backwards(signal)
    missing = [status is LeadStatus.MISSING for status in record.lead_status]
    signal[[row for row in range(len(LEADS)) if missing[row]]] = 0.0
    return replace(record, signal_mv=signal.astype(np.float32))
