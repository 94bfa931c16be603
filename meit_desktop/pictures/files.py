"""Files to import for the pictures: a good one, a bad signal, and some that nobody can read."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.signal.simulator import Noise, SimulatedCase, simulate


def write_import_folder(folder: Path) -> Path:
    """Write readable and unreadable files; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_csv(folder / "ward-3-bed-12.csv", simulate(SimulatedCase(seed=5)).record)
    _write_csv(folder / "ward-3-bed-14.csv", _bad_signal())
    (folder / "scan-of-paper-ecg.csv").write_bytes(b"%PDF-1.7 scanned tracing")
    (folder / "empty.csv").write_bytes(b"")
    (folder / "half-a-transfer.hea").write_text("half 12 500 5000\nhalf.dat 16 1000 16 0 0 0 0 I\n", encoding="ascii")
    (folder / "lead-ii-only.csv").write_text("# fs=500\nII\n" + "0.01\n" * 2500, encoding="utf-8")
    return folder


def _bad_signal() -> EcgRecord:
    """Electrodes fallen off and muscle noise over the rest."""
    record = simulate(SimulatedCase(seed=6, noise=Noise(wander_mv=0.5, mains_uv=120, muscle_uv=160))).record
    signal = record.signal_mv.copy()
    signal[[LEADS.index("V2"), LEADS.index("V3")]] = 0
    return EcgRecord(signal, record.fs_hz)


def _write_csv(path: Path, record: EcgRecord) -> None:
    rows = "\n".join(",".join(f"{value:.4f}" for value in sample) for sample in np.asarray(record.signal_mv).T)
    path.write_text(f"# fs={record.fs_hz:g}\n{','.join(LEADS)}\n{rows}\n", encoding="utf-8")
