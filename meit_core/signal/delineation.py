"""Where P, QRS and T of the median beat begin and end, over all leads together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.ndimage import uniform_filter1d
from scipy.signal import butter, sosfiltfilt

from meit_core.signal.median_beat import MedianBeat

Array = npt.NDArray[np.float64]

QRS_ONSET_SHARE: Final = 0.05
QRS_OFFSET_SHARE: Final = 0.07
"""Shares of the joint slope's peak below which the QRS complex is quiet, set on LUDB."""
SMALLEST_P_MV: Final = 0.02
SMALLEST_T_MV: Final = 0.03
P_CONSISTENCY: Final = 0.35
"""Mean correlation of the single beats' P windows with the median's; f waves stay below."""

_QUIET_MS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Sample positions in the median beat's window; ``None`` where the wave can't be found."""

    qrs_onset: int
    qrs_offset: int
    p_onset: int | None = None
    p_offset: int | None = None
    t_offset: int | None = None
    p_consistency: float = 0.0


def delineate(beat: MedianBeat) -> Boundaries:
    """Find the waves' global boundaries: earliest onset and latest offset, as IEC 60601-2-25 defines intervals.

    QRS from the leads' joint slope, P and T from their joint deflection (root mean square over leads), the end of T by
    the tangent at its steepest descent (Lepeschkin and Surawicz, Circulation 6:378, 1952).
    """
    qrs_onset, qrs_offset = _qrs(beat)
    t_offset = _t_end(beat, qrs_offset)
    consistency = _p_consistency(beat, qrs_onset)
    p = _p(beat, qrs_onset) if consistency >= P_CONSISTENCY else None
    return Boundaries(
        qrs_onset=qrs_onset,
        qrs_offset=qrs_offset,
        p_onset=p[0] if p else None,
        p_offset=p[1] if p else None,
        t_offset=t_offset,
        p_consistency=consistency,
    )


def _low_pass(signal_mv: Array, cutoff_hz: float, fs_hz: float) -> Array:
    smooth: Array = sosfiltfilt(butter(2, cutoff_hz, fs=fs_hz, output="sos"), signal_mv, axis=-1)
    return smooth


def _qrs(beat: MedianBeat) -> tuple[int, int]:
    fs_hz, r = beat.fs_hz, beat.r_index
    slope = np.gradient(_low_pass(beat.signal_mv, 60.0, fs_hz), axis=1)
    activity = uniform_filter1d(np.sqrt(np.sum(slope**2, axis=0)), 3)
    reach = round(0.1 * fs_hz)
    near = slice(max(0, r - reach), r + reach + 1)
    peak = near.start + int(np.argmax(activity[near]))
    before = activity[max(0, r - round(0.2 * fs_hz)) : max(1, r - round(0.08 * fs_hz))]
    noise = float(np.percentile(before, 30)) if before.size else 0.0
    quiet = round(_QUIET_MS * fs_hz / 1000)
    top = float(activity[peak])
    start = _last_quiet_before(activity, peak, max(QRS_ONSET_SHARE * top, 2.0 * noise), quiet, r - round(0.14 * fs_hz))
    end = _first_quiet_after(activity, peak, max(QRS_OFFSET_SHARE * top, 2.0 * noise), quiet, r + round(0.18 * fs_hz))
    return start, end


def _last_quiet_before(activity: Array, peak: int, threshold: float, quiet: int, earliest: int) -> int:
    for position in range(peak, max(earliest, quiet), -1):
        if np.all(activity[position - quiet : position] < threshold):
            return position
    return max(earliest, 0)


def _first_quiet_after(activity: Array, peak: int, threshold: float, quiet: int, latest: int) -> int:
    for position in range(peak, min(latest, activity.size - quiet)):
        if np.all(activity[position + 1 : position + 1 + quiet] < threshold):
            return position
    return min(latest, activity.size - 1)


def _t_end(beat: MedianBeat, qrs_offset: int) -> int | None:
    fs_hz = beat.fs_hz
    smooth = _low_pass(beat.signal_mv, 15.0, fs_hz)
    first = qrs_offset + round(0.06 * fs_hz)
    if smooth.shape[1] - first < round(0.1 * fs_hz):
        return None
    tail = smooth[:, -round(0.03 * fs_hz) :].mean(axis=1, keepdims=True)
    size = np.sqrt(np.mean((smooth - tail) ** 2, axis=0))
    last = size.size - round(0.04 * fs_hz)
    peak = _t_peak(size, first, last)
    if peak is None:
        return None
    floor_at = peak + int(np.argmin(size[peak:]))
    slope = np.gradient(size)
    steepest = peak + int(np.argmin(slope[peak : floor_at + 1]))
    if slope[steepest] >= 0:
        return None
    end = steepest + (size[floor_at] - size[steepest]) / slope[steepest]
    return int(min(round(end), floor_at, size.size - 1))


def _t_peak(size: Array, first: int, last: int) -> int | None:
    """Latest hump of at least 60 % of the largest deflection after QRS: an elevated ST segment comes earlier."""
    window = size[first:last]
    if window.size < 3 or window.max() - window.min() < SMALLEST_T_MV:
        return None
    rises = np.diff(window)
    humps = np.flatnonzero((rises[:-1] > 0) & (rises[1:] <= 0)) + 1
    floor = float(window.min())
    humps = humps[window[humps] - floor >= 0.6 * (window.max() - floor)]
    if humps.size == 0:
        return None
    return first + int(humps[np.argmax(window[humps])])


def _p_window(beat: MedianBeat, qrs_onset: int) -> slice:
    return slice(0, max(0, qrs_onset - round(0.01 * beat.fs_hz)))


def _p_consistency(beat: MedianBeat, qrs_onset: int) -> float:
    window = _p_window(beat, qrs_onset)
    width = min(window.stop, round(0.24 * beat.fs_hz))
    if width < round(0.08 * beat.fs_hz) or beat.beats.shape[0] < 2:
        return 0.0
    cut = slice(window.stop - width, window.stop)
    single = _low_pass(beat.beats, 25.0, beat.fs_hz)[:, :, cut]
    single = single - single.mean(axis=2, keepdims=True)
    scores: list[float] = []
    for index in range(single.shape[0]):
        others = np.median(np.delete(single, index, axis=0), axis=0)
        scale = np.linalg.norm(others) * np.linalg.norm(single[index])
        scores.append(float(np.vdot(others, single[index]) / scale) if scale > 0 else 0.0)
    return float(np.median(scores))


def _p(beat: MedianBeat, qrs_onset: int) -> tuple[int, int] | None:
    fs_hz = beat.fs_hz
    window = _p_window(beat, qrs_onset)
    if window.stop < round(0.08 * fs_hz):
        return None
    smooth = _low_pass(beat.signal_mv, 25.0, fs_hz)[:, : qrs_onset + 1]
    # The baseline under P runs from before it (the quietest stretch) to the QRS onset.
    level = smooth[:, max(0, qrs_onset - round(0.012 * fs_hz)) : qrs_onset + 1].mean(axis=1, keepdims=True)
    size = np.sqrt(np.mean((smooth - level) ** 2, axis=0))
    search_from = max(0, qrs_onset - round(0.34 * fs_hz))
    rises = np.diff(size[: window.stop])
    humps = np.flatnonzero((rises[:-1] > 0) & (rises[1:] <= 0)) + 1
    humps = humps[humps > search_from + round(0.02 * fs_hz)]
    if humps.size == 0:
        return None
    peak = int(humps[np.argmax(size[humps])])
    before = size[max(0, peak - round(0.14 * fs_hz)) : peak + 1]
    floor_at = peak - (before.size - 1) + int(np.argmin(before))
    height = float(size[peak] - size[floor_at])
    if height < SMALLEST_P_MV:
        return None
    onset = floor_at + int(np.flatnonzero(size[floor_at : peak + 1] <= size[floor_at] + 0.12 * height)[-1])
    after = np.flatnonzero(size[peak : window.stop] <= 0.15 * size[peak])
    offset = peak + int(after[0]) if after.size else window.stop - 1
    return onset, offset
