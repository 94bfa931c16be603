"""Reference intervals from LUDB's expert annotations (Kalyakulina et al., IEEE Access 8:186181, 2020).

LUDB's experts marked P, QRS and T in each lead and beat by itself. Global boundaries are made of them in two steps:
per lead the median over its beats of each boundary's distance from the beat's R peak (the median over leads of the
marked peaks), from leads with at least two marked beats; then over the leads the second-earliest onset and the
second-latest offset. The single most extreme lead is left out: its mark lies 4 to 13 ms further than the next
lead's, more often a slip of the hand than activity that one lead alone shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from meit_core.domain.leads import LEADS

_WAVES = {"p": "p", "N": "qrs", "t": "t"}
_NEAR_S = 0.2
_FEWEST_LEADS = 4
_FEWEST_BEATS = 2
_RANK = 1


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


def references(folder: Path, *, every: int = 1) -> Iterator[Reference]:
    """Truth of every (or every n-th) recording in LUDB's folder, in the order of their numbers."""
    for header in sorted(folder.glob("*.hea"), key=lambda path: int(path.stem))[::every]:
        yield _reference(header)


def _reference(header: Path) -> Reference:
    import wfdb

    name = str(header.with_suffix(""))
    leads = [_lead_waves(wfdb.rdann(name, lead.lower())) for lead in LEADS]
    fs_hz = float(wfdb.rdheader(name).fs)
    r_peaks = _clusters(sorted(peak for lead in leads for _, peak, _ in lead["qrs"]), fs_hz)
    p, qrs, t = (_global_ms([lead[wave] for lead in leads], wave, r_peaks, fs_hz) for wave in ("p", "qrs", "t"))
    return Reference(
        record=header,
        r_peaks=r_peaks,
        heart_rate_bpm=60 * fs_hz / float(np.mean(np.diff(r_peaks))),
        paced="pacing" in header.read_text(encoding="utf-8").lower(),
        p_ms=p[1] - p[0] if p else None,
        pr_ms=qrs[0] - p[0] if p and qrs else None,
        qrs_ms=qrs[1] - qrs[0] if qrs else None,
        qt_ms=t[1] - qrs[0] if t and qrs else None,
    )


def _lead_waves(annotation) -> dict[str, list[tuple[int, int, int]]]:
    """Onset, peak and offset (samples) of each completely marked wave of a lead."""
    waves: dict[str, list[tuple[int, int, int]]] = {"p": [], "qrs": [], "t": []}
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


def _global_ms(
    leads: list[list[tuple[int, int, int]]], wave: str, r_peaks: np.ndarray, fs_hz: float
) -> tuple[float, float] | None:
    """Global onset and offset in ms from the R peak."""
    edges: list[np.ndarray] = []
    for lead in leads:
        distances: dict[int, tuple[int, int]] = {}
        for onset, peak, offset in lead:
            beat = _beat_of(wave, peak, r_peaks, fs_hz)
            if beat is not None:
                distances[beat] = (onset - int(r_peaks[beat]), offset - int(r_peaks[beat]))
        if len(distances) >= _FEWEST_BEATS:
            edges.append(np.median(list(distances.values()), axis=0))
    if len(edges) < _FEWEST_LEADS:
        return None
    onsets, offsets = np.sort(np.array(edges), axis=0).T * 1000 / fs_hz
    return float(onsets[_RANK]), float(offsets[-1 - _RANK])


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
