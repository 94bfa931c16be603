"""Other programs on the same recordings, where they are installed: ``pip install neurokit2`` (MIT)."""

from __future__ import annotations

import importlib.util
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.formats import read_record
from tests.benchmarks.bench_signal import GOALS_MS
from tests.benchmarks.ludb import Reference, references
from tests.benchmarks.rows import Row

_MARKS = ("P_Onsets", "P_Offsets", "R_Onsets", "R_Offsets", "T_Offsets")
_NEAR_S = 0.05
"""Leads see one beat's R peak this far apart at most."""


def measure() -> Iterator[Row]:
    data = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data")) / "ludb"
    if importlib.util.find_spec("neurokit2") and data.is_dir():
        yield from _neurokit(list(references(data)))


def _neurokit(truths: list[Reference]) -> Iterator[Row]:
    """Its wavelet delineation lead by lead; a beat's boundary is the median over the leads, since the outer percentiles
    that the experts' marks are judged by would pick its slips."""
    errors: dict[str, list[float]] = {name: [] for name in GOALS_MS}
    refused = dict.fromkeys(GOALS_MS, 0)
    for truth in truths:
        found = _intervals(read_record(truth.record))
        for name in GOALS_MS:
            true, got = getattr(truth, name), found.get(name)
            if true is not None and got is not None:
                errors[name].append(got - true)
            elif true is not None:
                refused[name] += 1
    for name, values in errors.items():
        label = f"neurokit2: {name.removesuffix('_ms').upper()}"
        how = "LUDB, ecg_delineate(method='dwt'), median of the leads"
        yield Row(f"{label} mean error", float(np.mean(values)), "ms", None, len(values), how)
        yield Row(f"{label} SD of error", float(np.std(values)), "ms", None, len(values), how)
        yield Row(f"{label} refused", float(refused[name]), "recordings", None, len(values) + refused[name], how)


def _intervals(record: EcgRecord) -> dict[str, float]:
    import neurokit2 as nk

    beats: dict[int, list[dict[str, float]]] = {}
    r_peaks: np.ndarray = np.array([])
    for name in ("II", *(lead for lead in LEADS if lead != "II")):  # the beats are those of lead II
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                clean = nk.ecg_clean(np.asarray(record.lead(name), dtype=float), sampling_rate=int(record.fs_hz))
                _, peaks = nk.ecg_peaks(clean, sampling_rate=int(record.fs_hz))
                _, waves = nk.ecg_delineate(
                    clean, peaks["ECG_R_Peaks"], sampling_rate=int(record.fs_hz), method="dwt", show=False
                )
            except Exception:  # a lead that it can't read gives no marks
                continue
        if not r_peaks.size:
            r_peaks = np.asarray(peaks["ECG_R_Peaks"])
        for at, row in zip(
            peaks["ECG_R_Peaks"], zip(*(waves[f"ECG_{mark}"] for mark in _MARKS), strict=True), strict=False
        ):
            beat = int(np.argmin(np.abs(r_peaks - at)))
            if abs(int(r_peaks[beat]) - at) <= _NEAR_S * record.fs_hz:
                beats.setdefault(beat, []).append(dict(zip(_MARKS, map(float, row), strict=True)))
    ms = 1000 / record.fs_hz
    pairs = {
        "p_ms": (("P_Onsets", "P_Offsets", 0), ("P_Onsets", "P_Offsets", 1)),
        "pr_ms": (("P_Onsets", "P_Offsets", 0), ("R_Onsets", "R_Offsets", 0)),
        "qrs_ms": (("R_Onsets", "R_Offsets", 0), ("R_Onsets", "R_Offsets", 1)),
        "qt_ms": (("R_Onsets", "R_Offsets", 0), ("T_Offsets", "T_Offsets", 1)),
    }
    return {
        name: float(np.median(values)) * ms
        for name, (start, end) in pairs.items()
        if (values := [e - s for b in beats.values() if (s := _bound(b, *start)) and (e := _bound(b, *end))])
    }


def _bound(leads: list[dict[str, float]], onset: str, offset: str, which: int) -> float | None:
    marks = [(lead[onset], lead[offset]) for lead in leads if np.isfinite(lead[onset]) and np.isfinite(lead[offset])]
    return float(np.median([mark[which] for mark in marks])) if len(marks) >= 4 else None
