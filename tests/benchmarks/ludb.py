"""Reference intervals from LUDB's expert annotations (Kalyakulina et al., IEEE Access 8:186181, 2020).

LUDB's experts marked P, QRS and T in each lead and beat by itself. A beat's global boundaries are the 10th percentile
of its onsets and the 90th of its offsets over the leads that show it, so that no single slip of the hand decides; a
recording's interval is the median over its beats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.formats import read_record
from meit_core.signal.axes import SMALLEST_MV_MS

_WAVES = {"p": "p", "N": "qrs", "t": "t"}
_NEAR_S = 0.2
_FEWEST_LEADS = 4
_FEWEST_BEATS = 2
EARLIEST, LATEST = 10, 90
"""Percentiles over the leads."""
Wave = tuple[int, int, int]
"""Onset, peak and offset as samples."""
LeadWaves = dict[str, list[Wave]]
"""Waves of one lead by ``p``, ``qrs`` and ``t``."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One recording's truth: R peaks (samples) and intervals in ms, ``None`` where too little is marked."""

    record: Path
    r_peaks: np.ndarray
    heart_rate_bpm: float
    paced: bool
    p_ms: float | None
    pr_ms: float | None
    qrs_ms: float | None
    qt_ms: float | None
    qrs_axis_deg: float | None


def references(folder: Path, *, every: int = 1) -> Iterator[Reference]:
    """Truth of every (or every n-th) recording in LUDB's folder, in the order of their numbers."""
    for header in sorted(folder.glob("*.hea"), key=lambda path: int(path.stem))[::every]:
        yield _reference(header)


def _reference(header: Path) -> Reference:
    import wfdb

    name = str(header.with_suffix(""))
    leads = [_lead_waves(wfdb.rdann(name, lead.lower())) for lead in LEADS]
    fs_hz = float(wfdb.rdheader(name).fs)
    r_peaks, found = intervals(leads, fs_hz)
    return Reference(
        record=header,
        r_peaks=r_peaks,
        heart_rate_bpm=60 * fs_hz / float(np.mean(np.diff(r_peaks))),
        paced="pacing" in header.read_text(encoding="utf-8").lower(),
        **found,
        qrs_axis_deg=_qrs_axis_deg(header, [lead["qrs"] for lead in leads]),
    )


def intervals(
    leads: Sequence[LeadWaves], fs_hz: float, *, outer: tuple[float, float] = (EARLIEST, LATEST)
) -> tuple[np.ndarray, dict[str, float | None]]:
    """Return R peaks (samples) and global intervals in ms from the waves that were marked in each lead, by whomever.

    Parameters
    ----------
    outer
        Percentiles over the leads that give a beat's onset and offset.
    """
    r_peaks = _clusters(sorted(peak for lead in leads for _, peak, _ in lead["qrs"]), fs_hz)
    beats = {
        wave: _global_bounds([lead[wave] for lead in leads], wave, r_peaks, fs_hz, outer) for wave in ("p", "qrs", "t")
    }

    def interval_ms(start: tuple[str, int], end: tuple[str, int]) -> float | None:
        both = beats[start[0]].keys() & beats[end[0]].keys()
        if len(both) < _FEWEST_BEATS:
            return None
        return float(np.median([beats[end[0]][b][end[1]] - beats[start[0]][b][start[1]] for b in both])) * 1000 / fs_hz

    return r_peaks, {
        "p_ms": interval_ms(("p", 0), ("p", 1)),
        "pr_ms": interval_ms(("p", 0), ("qrs", 0)),
        "qrs_ms": interval_ms(("qrs", 0), ("qrs", 1)),
        "qt_ms": interval_ms(("qrs", 0), ("t", 1)),
    }


def _qrs_axis_deg(header: Path, leads: Sequence[Sequence[Wave]]) -> float | None:
    """Axis from the areas in I and aVF between the experts' marks in each of the two leads, above the level of the
    20 ms before the onset; the median over the beats of either lead."""
    record = read_record(header)
    areas = []
    for name in ("I", "aVF"):
        lead, found = record.lead(name), []
        for onset, _, offset in leads[LEADS.index(name)]:
            level = float(np.mean(lead[max(0, onset - round(0.02 * record.fs_hz)) : onset + 1]))
            found.append(float(np.sum(lead[onset : offset + 1] - level)))
        if len(found) < _FEWEST_BEATS:
            return None
        areas.append(float(np.median(found)) / record.fs_hz * 1000)
    net_i, net_avf = areas[0], areas[1] * 2 / np.sqrt(3)
    if np.hypot(net_i, net_avf) < SMALLEST_MV_MS:
        return None
    return float(np.degrees(np.arctan2(net_avf, net_i)))


def _lead_waves(annotation) -> LeadWaves:
    """Onset, peak and offset (samples) of each completely marked wave of a lead."""
    waves: LeadWaves = {"p": [], "qrs": [], "t": []}
    symbols, samples = annotation.symbol, annotation.sample
    for index, symbol in enumerate(symbols):
        name = _WAVES.get(symbol)
        if name and 0 < index < len(symbols) - 1 and symbols[index - 1] == "(" and symbols[index + 1] == ")":
            waves[name].append((int(samples[index - 1]), int(samples[index]), int(samples[index + 1])))
    return waves


def _clusters(peaks: list[int], fs_hz: float) -> np.ndarray:
    groups: list[list[int]] = []
    for peak in peaks:
        if groups and peak - groups[-1][-1] < _NEAR_S / 2 * fs_hz:
            groups[-1].append(peak)
        else:
            groups.append([peak])
    return np.array([round(np.median(group)) for group in groups if len(group) >= 3])


def _global_bounds(
    leads: Sequence[Sequence[Wave]], wave: str, r_peaks: np.ndarray, fs_hz: float, outer: tuple[float, float]
) -> dict[int, tuple[float, float]]:
    """Global onset and offset in samples of each beat that enough leads show."""
    marks: dict[int, list[tuple[int, int]]] = {}
    for lead in leads:
        for onset, peak, offset in lead:
            beat = _beat_of(wave, peak, r_peaks, fs_hz)
            if beat is not None:
                marks.setdefault(beat, []).append((onset, offset))
    return {beat: global_bounds(each, outer) for beat, each in marks.items() if len(each) >= _FEWEST_LEADS}


def global_bounds(marks: list[tuple[int, int]], outer: tuple[float, float] = (EARLIEST, LATEST)) -> tuple[float, float]:
    """Global onset and offset of the onsets and offsets of several leads."""
    onsets, offsets = np.array(marks, dtype=float).T
    return float(np.percentile(onsets, outer[0])), float(np.percentile(offsets, outer[1]))


def _beat_of(wave: str, peak: int, r_peaks: np.ndarray, fs_hz: float) -> int | None:
    if wave == "qrs":
        nearest = int(np.argmin(np.abs(r_peaks - peak)))
        return nearest if abs(int(r_peaks[nearest]) - peak) < _NEAR_S * fs_hz else None
    after = int(np.searchsorted(r_peaks, peak))
    if wave == "p":
        return after if after < r_peaks.size and r_peaks[after] - peak < 2 * _NEAR_S * fs_hz else None
    return after - 1 if after > 0 else None


def matched_beats(got: np.ndarray, true: np.ndarray, tolerance: float) -> tuple[int, int, int]:
    """Hits, misses and false beats, all in samples, within the marked stretch: LUDB leaves the first and last out."""
    hits = sum(bool(got.size) and bool(np.min(np.abs(got - beat)) <= tolerance) for beat in true)
    inside = got[(got >= true[0] - tolerance) & (got <= true[-1] + tolerance)]
    false = sum(bool(np.min(np.abs(true - beat)) > tolerance) for beat in inside)
    return hits, true.size - hits, false
