"""Other programs on the same recordings, where they are installed.

``pip install neurokit2`` (MIT); ``pip install openecg ai-edge-litert`` (both Apache-2.0). Nothing else needs them, so
they are best installed in an environment of their own beside the project's.
"""

from __future__ import annotations

import importlib.util
import os
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.formats import read_record
from meit_core.signal.resampling import resample_signal
from tests.benchmarks.bench_signal import GOALS_MS
from tests.benchmarks.ludb import LeadWaves, Reference, intervals, references
from tests.benchmarks.rows import Row

_MARKS = ("P_Onsets", "P_Offsets", "R_Onsets", "R_Offsets", "T_Offsets")
_NEAR_S = 0.05
"""Leads see one beat's R peak this far apart at most."""
_OPENECG_HZ: Final = 250.0
_OPENECG_WAVES: Final = {"P": "p", "QRS": "qrs", "T": "t"}
_RUNTIMES: Final = ("ai_edge_litert", "tflite_runtime")

Measure = Callable[[EcgRecord], Mapping[str, float | None]]


def measure() -> Iterator[Row]:
    data = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data")) / "ludb"
    peers: list[tuple[str, Measure, str]] = []
    if importlib.util.find_spec("neurokit2"):
        peers.append(("neurokit2", _neurokit, "ecg_delineate(method='dwt'), median of the leads"))
    if importlib.util.find_spec("openecg") and any(map(importlib.util.find_spec, _RUNTIMES)):
        peers.append(
            ("openecg", _openecg(), "int8 model, the experts' rule over the leads; LUDB is in its training data")
        )
    truths = list(references(data)) if peers and data.is_dir() else []
    for name, intervals_of, how in peers if truths else ():
        yield from _errors(name, intervals_of, how, truths)


def _errors(peer: str, intervals_of: Measure, how: str, truths: list[Reference]) -> Iterator[Row]:
    errors: dict[str, list[float]] = {name: [] for name in GOALS_MS}
    refused = dict.fromkeys(GOALS_MS, 0)
    seconds: list[float] = []
    for truth in truths:
        record = read_record(truth.record)
        started = time.process_time()
        found = intervals_of(record)
        seconds.append(time.process_time() - started)
        for name in GOALS_MS:
            true, got = getattr(truth, name), found.get(name)
            if true is not None and got is not None:
                errors[name].append(got - true)
            elif true is not None:
                refused[name] += 1
    for name, values in errors.items():
        label = f"{peer}: {name.removesuffix('_ms').upper()}"
        yield Row(f"{label} mean error", float(np.mean(values)), "ms", None, len(values), f"LUDB, {how}")
        yield Row(f"{label} SD of error", float(np.std(values)), "ms", None, len(values), f"LUDB, {how}")
        yield Row(f"{label} refused", float(refused[name]), "recordings", None, len(values) + refused[name], how)
    yield Row(f"{peer}: 10 s at 500 Hz", 1000 * float(np.median(seconds)), "ms", None, len(seconds), "processor time")


def _openecg() -> Measure:
    """Its boundaries lead by lead, put together over the leads as those of the experts are."""
    from openecg.deploy import Inference

    detector = Inference()

    def waves_of(lead_mv: np.ndarray) -> LeadWaves:
        waves: LeadWaves = {"p": [], "qrs": [], "t": []}
        for window, found in enumerate(detector.predict(lead_mv)):
            first = window * round(10 * _OPENECG_HZ)
            for one in found:
                start, end = first + int(one.start), first + int(one.end)
                waves[_OPENECG_WAVES[one.name]].append((start, (start + end) // 2, end))
        return waves

    def intervals_of(record: EcgRecord) -> Mapping[str, float | None]:
        signal_mv = resample_signal(record.signal_mv, record.fs_hz, _OPENECG_HZ)
        return intervals([waves_of(lead) for lead in signal_mv], _OPENECG_HZ)[1]

    return intervals_of


def _neurokit(record: EcgRecord) -> dict[str, float]:
    """Its wavelet delineation lead by lead; a beat's boundary is the median over the leads, since the outer percentiles
    that the experts' marks are judged by would pick its slips."""
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
