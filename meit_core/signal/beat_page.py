"""What the engine measures, as one sheet of numbers for a network: the median beat and its values.

Ten seconds of samples hold the amplitudes and intervals that criteria are made of, but a network that has seen a few
thousand recordings finds them less well than an engine that was built for it. So it may be given both.

Shapes: l leads (12), c columns.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.lead_amplitudes import LeadAmplitudes
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.signal.averaged_beat import averaged_beat
from meit_core.signal.lead_amplitudes import lead_amplitudes
from meit_core.signal.measure import measure
from meit_core.signal.measured_values import N_MEASURED, N_RHYTHM, measured_values, rhythm_values

BEAT_FS_HZ: Final = 100.0
BEAT_COLUMNS: Final = 75
"""The median beat from 250 ms before the onset of QRS to 490 ms after it."""
LEAD_COLUMNS: Final = 7
"""P, Q, R, S, J+60 ms and T in mV, 0 where there is no such wave; 1 where the lead could be read."""
N_SHARED: Final = N_MEASURED + N_RHYTHM
"""Values of the whole recording; beside each stands whether it is known."""
SHARED_COLUMNS: Final = -(-2 * N_SHARED // len(LEADS))
PAGE_COLUMNS: Final = BEAT_COLUMNS + LEAD_COLUMNS + SHARED_COLUMNS

_BEFORE_QRS: Final = 25
_WAVES: Final = ("p_mv", "q_mv", "r_mv", "s_mv", "j60_mv", "t_mv")

Page = npt.NDArray[np.float32]


def beat_page(record: EcgRecord) -> Page:
    """Return (12, :data:`PAGE_COLUMNS`): per lead the median beat in mV and its waves, then the recording's values.

    The values of the whole recording and whether each is known fill the last columns, lead after lead. All is 0 where
    nothing can be measured. Never raises for a valid record.
    """
    page = np.zeros((len(LEADS), PAGE_COLUMNS), dtype=np.float32)
    page[:, BEAT_COLUMNS + LEAD_COLUMNS :] = _shared(record)
    try:
        beat = averaged_beat(record)
    except UserError:  # no median beat: the recording says what else there is
        return page
    page[:, :BEAT_COLUMNS] = _beat(beat)
    page[:, BEAT_COLUMNS : BEAT_COLUMNS + LEAD_COLUMNS] = _waves(lead_amplitudes(beat))
    return page


def _shared(record: EcgRecord) -> Page:
    measured = measure(record)
    values = np.concatenate([measured_values(measured), rhythm_values(measured, record.fs_hz)])
    known = np.isfinite(values)
    cells = np.zeros(len(LEADS) * SHARED_COLUMNS, dtype=np.float32)
    cells[:N_SHARED], cells[N_SHARED : 2 * N_SHARED] = np.where(known, values, 0.0), known
    return cells.reshape(len(LEADS), SHARED_COLUMNS)


def _beat(beat: AveragedBeat) -> Page:
    times_s = beat.places[BeatMark.QRS_ONSET] / beat.fs_hz + (np.arange(BEAT_COLUMNS) - _BEFORE_QRS) / BEAT_FS_HZ
    there_s = np.arange(beat.n_samples) / beat.fs_hz
    rows = np.zeros((len(LEADS), BEAT_COLUMNS), dtype=np.float32)
    for lead in beat.usable_leads:
        row = LEADS.index(lead)
        rows[row] = np.interp(times_s, there_s, beat.signal_mv[row])
    return rows


def _waves(amplitudes: LeadAmplitudes) -> Page:
    rows = np.zeros((len(LEADS), LEAD_COLUMNS), dtype=np.float32)
    for lead, waves in amplitudes.leads.items():
        rows[LEADS.index(lead)] = [*(getattr(waves, wave) or 0.0 for wave in _WAVES), 1.0]
    return rows
