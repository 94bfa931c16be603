"""Measure a recording: rate, intervals, axes, lead quality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import LeadQuality, Measurements, QtCorrected
from meit_core.domain.record import EcgRecord
from meit_core.signal.axes import frontal_axis_deg
from meit_core.signal.beats import Positions, detect_beats
from meit_core.signal.delineation import Boundaries, delineate
from meit_core.signal.filtering import high_pass
from meit_core.signal.median_beat import MedianBeat, median_beat
from meit_core.signal.pacing import remove_spikes
from meit_core.signal.qt_correction import corrected_qt
from meit_core.signal.quality import lead_quality, usable_rows
from meit_core.signal.resampling import resample_signal

Array = npt.NDArray[np.float64]

MEASURING_FS_HZ: Final = 500.0
"""All recordings are measured at this rate, so that thresholds mean the same for each."""
IRREGULAR: Final = 0.10
"""A rhythm is irregular where more than a tenth of the cycles differ by more than this share from the median."""

_BASELINE_HZ: Final = 0.5
_FIELDS_OF_A_BEAT: Final = ("p_ms", "pr_ms", "qrs_ms", "qt_ms", "p_axis_deg", "qrs_axis_deg", "t_axis_deg")


def measure(record: EcgRecord) -> Measurements:
    """Measure a recording; what can't be measured is ``None`` with a plain sentence in ``reasons``.

    R peaks are found on all usable leads together, the beats of the commonest shape are aligned and their median taken,
    and intervals run from the earliest onset to the latest offset over the leads. Never raises for a valid record.
    """
    quality = lead_quality(record)
    rows = usable_rows(quality)
    if not rows:
        return _nothing(quality, "No lead carries a usable signal.")
    prepared = _prepare(record)
    spikes_removed, spikes = remove_spikes(prepared, MEASURING_FS_HZ)
    r_peaks = detect_beats(spikes_removed[rows], MEASURING_FS_HZ)
    if r_peaks.size < 2:
        return _nothing(quality, "Fewer than two heart beats were found.")
    rr_ms = np.diff(r_peaks) * 1000 / MEASURING_FS_HZ
    regular = is_regular(rr_ms)
    beat = median_beat(spikes_removed, MEASURING_FS_HZ, r_peaks)
    waves = _Waves.of(beat, rows, regular=regular, paced=_is_paced(spikes, r_peaks)) if beat else _Waves()
    mean_rr_ms = float(np.mean(rr_ms))
    qtc = corrected_qt(waves.qt_ms, mean_rr_ms) if waves.qt_ms else QtCorrected()
    return Measurements(
        heart_rate_bpm=60_000 / mean_rr_ms,
        rr_ms=mean_rr_ms,
        p_ms=waves.p_ms,
        pr_ms=waves.pr_ms,
        qrs_ms=waves.qrs_ms,
        qt_ms=waves.qt_ms,
        qtc_ms=qtc,
        p_axis_deg=waves.p_axis_deg,
        qrs_axis_deg=waves.qrs_axis_deg,
        t_axis_deg=waves.t_axis_deg,
        p_onset_ms=waves.p_onset_ms,
        p_offset_ms=waves.p_offset_ms,
        qrs_onset_ms=waves.qrs_onset_ms,
        qrs_offset_ms=waves.qrs_offset_ms,
        t_offset_ms=waves.t_offset_ms,
        rhythm_regular=regular,
        r_peaks=_own_samples(r_peaks, record),
        quality=quality,
        reasons=_reasons(waves),
    )


def is_regular(rr_ms: Array) -> bool:
    """Whether at least nine tenths of the cycles lie within :data:`IRREGULAR` of their median."""
    far = np.abs(rr_ms - np.median(rr_ms)) > IRREGULAR * np.median(rr_ms)
    return bool(np.mean(far) <= 0.1)


@dataclass(frozen=True, slots=True)
class _Waves:
    """What the median beat gives; ``None`` where it doesn't, with the reason for P."""

    p_ms: float | None = None
    pr_ms: float | None = None
    qrs_ms: float | None = None
    qt_ms: float | None = None
    p_axis_deg: float | None = None
    qrs_axis_deg: float | None = None
    t_axis_deg: float | None = None
    p_onset_ms: float | None = None
    p_offset_ms: float | None = None
    qrs_onset_ms: float | None = None
    qrs_offset_ms: float | None = None
    t_offset_ms: float | None = None
    no_p: str = ""

    @classmethod
    def of(cls, beat: MedianBeat, rows: list[int], *, regular: bool, paced: bool) -> _Waves:
        usable = MedianBeat(beat.signal_mv[rows], beat.beats[:, rows], beat.fs_hz, beat.r_index, beat.members)
        found = delineate(usable, regular=regular)
        no_p = "" if found.p_onset is not None else _why_no_p(regular=regular, paced=paced)
        axes = _axes(beat, found, rows)
        step_ms = 1000 / beat.fs_hz

        def at(position: int | None) -> float | None:
            return None if position is None else position * step_ms

        def between(start: int | None, end: int | None) -> float | None:
            return None if start is None or end is None else (end - start) * step_ms

        return cls(
            p_ms=between(found.p_onset, found.p_offset),
            pr_ms=between(found.p_onset, found.qrs_onset),
            qrs_ms=between(found.qrs_onset, found.qrs_offset),
            qt_ms=between(found.qrs_onset, found.t_offset),
            p_axis_deg=axes[0],
            qrs_axis_deg=axes[1],
            t_axis_deg=axes[2],
            p_onset_ms=at(found.p_onset),
            p_offset_ms=at(found.p_offset),
            qrs_onset_ms=at(found.qrs_onset),
            qrs_offset_ms=at(found.qrs_offset),
            t_offset_ms=at(found.t_offset),
            no_p=no_p,
        )


def _prepare(record: EcgRecord) -> Array:
    signal_mv = resample_signal(record.signal_mv, record.fs_hz, MEASURING_FS_HZ).astype(np.float64)
    return high_pass(signal_mv - signal_mv.mean(axis=1, keepdims=True), _BASELINE_HZ, MEASURING_FS_HZ)


def _is_paced(spikes: Positions, r_peaks: Positions) -> bool:
    """Whether at least half of the beats follow a spike by less than 160 ms."""
    if spikes.size == 0:
        return False
    delays = r_peaks[:, None] - spikes[None, :]
    follows = np.any((delays >= 0) & (delays < 0.16 * MEASURING_FS_HZ), axis=1)
    return bool(np.mean(follows) >= 0.5)


def _why_no_p(*, regular: bool, paced: bool) -> str:
    if paced:
        return "Not measured: the ventricles are paced."
    if not regular:
        return "Not measured: the rhythm is irregular without consistent P waves, as in atrial fibrillation."
    return "Not measured: no P wave with a fixed relation to the QRS complex was found."


def _axes(beat: MedianBeat, found: Boundaries, rows: list[int]) -> tuple[float | None, float | None, float | None]:
    row_i, row_avf = LEADS.index("I"), LEADS.index("aVF")
    if row_i not in rows or row_avf not in rows:
        return None, None, None
    pair = beat.signal_mv[[row_i, row_avf]]
    width = round(0.012 * beat.fs_hz)
    level = pair[:, max(0, found.qrs_onset - width) : found.qrs_onset + 1].mean(axis=1, keepdims=True)

    def axis(start: int | None, end: int | None) -> float | None:
        if start is None or end is None or end <= start:
            return None
        wave = (pair - level)[:, start : end + 1]
        return frontal_axis_deg(wave[0], wave[1], beat.fs_hz)

    return (
        axis(found.p_onset, found.p_offset),
        axis(found.qrs_onset, found.qrs_offset),
        axis(found.qrs_offset, found.t_offset),
    )


def _own_samples(r_peaks: Positions, record: EcgRecord) -> tuple[int, ...]:
    own = np.round(r_peaks * record.fs_hz / MEASURING_FS_HZ).astype(int)
    return tuple(np.clip(own, 0, record.n_samples - 1).tolist())


def _reasons(waves: _Waves) -> dict[str, str]:
    reasons: dict[str, str] = {}
    if waves.qrs_ms is None:
        return dict.fromkeys(_FIELDS_OF_A_BEAT, "No beat lies wholly within the recording.")
    if waves.no_p:
        reasons |= dict.fromkeys(("p_ms", "pr_ms", "p_axis_deg"), waves.no_p)
    if waves.qt_ms is None:
        reasons |= dict.fromkeys(("qt_ms", "qtc_ms", "t_axis_deg"), "No end of the T wave could be found.")
    for name in ("p_axis_deg", "qrs_axis_deg", "t_axis_deg"):
        if getattr(waves, name) is None and name not in reasons:
            reasons[name] = "The limb leads I and aVF show too little for an axis."
    return reasons


def _nothing(quality: dict[str, LeadQuality], why: str) -> Measurements:
    fields = ("heart_rate_bpm", "rr_ms", *_FIELDS_OF_A_BEAT, "qtc_ms", "rhythm_regular")
    return Measurements(quality=quality, reasons=dict.fromkeys(fields, why))
