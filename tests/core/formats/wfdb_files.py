"""WFDB records written byte by byte, so that the reader is tested against the format and not against a library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.signal.simulator import SimulatedCase, simulate

COUNTS_PER_MV = 1000


def ecg_mv(*, fs_hz: float = 500.0, seconds: float = 10.0) -> np.ndarray:
    """A simulated sinus rhythm, (12, n_samples) in mV."""
    return simulate(SimulatedCase(fs_hz=fs_hz, duration_s=seconds, seed=8)).record.signal_mv.astype(np.float64)


def write_wfdb(
    folder: Path,
    signal_mv: np.ndarray,
    *,
    name: str = "record",
    fs_hz: float = 500,
    leads: Sequence[str] = LEADS,
    comments: Sequence[str] = (),
    gain: str = f"{COUNTS_PER_MV}(0)/mV",
    signal_file: str | None = None,
) -> Path:
    """Write ``signal_mv`` (n_leads, n_samples) in format 16, NaN as its invalid value; return the header."""
    folder.mkdir(parents=True, exist_ok=True)
    signal_file = signal_file or f"{name}.dat"
    counts = np.where(np.isnan(signal_mv), -32768, np.round(np.nan_to_num(signal_mv) * COUNTS_PER_MV))
    (folder / f"{name}.dat").write_bytes(counts.T.astype("<i2").tobytes())
    header = folder / f"{name}.hea"
    lines = [f"record {len(leads)} {fs_hz:g} {signal_mv.shape[1]}"]
    lines += [f"{signal_file} 16 {gain} 16 0 0 0 0 {lead}" for lead in leads]
    lines += [f"# {comment}" for comment in comments]
    header.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return header
