"""A PTB-XL folder in miniature, made by the simulator."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.signal.simulator import Rhythm, SimulatedCase, simulate

MICROVOLT = 1000
"""Units per mV in the files, as in PTB-XL."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of recording in the miniature."""

    case: SimulatedCase
    report: str
    codes: str


KINDS = (
    Kind(SimulatedCase(heart_rate_bpm=72), "Sinus rhythm. Normal ECG.", "{'NORM': 100.0, 'SR': 0.0}"),
    Kind(SimulatedCase(heart_rate_bpm=120), "Sinus tachycardia.", "{'STACH': 0.0}"),
    Kind(SimulatedCase(heart_rate_bpm=48), "Sinus bradycardia.", "{'SBRAD': 0.0}"),
    Kind(
        SimulatedCase(heart_rate_bpm=85, rhythm=Rhythm.ATRIAL_FIBRILLATION),
        "Atrial fibrillation.",
        "{'AFIB': 0.0, 'NDT': 100.0}",
    ),
)

COLUMNS = ("ecg_id", "patient_id", "report", "scp_codes", "strat_fold", "filename_lr", "filename_hr")

MakeFolder = Callable[..., Path]


@pytest.fixture(scope="session")
def make_ptbxl(tmp_path_factory: pytest.TempPathFactory) -> MakeFolder:
    """Return a function that writes a data set of ``each`` recordings of every kind per fold and returns its folder."""

    def make(folds: tuple[int, ...], each: int = 2, *, english: bool = True, rates: tuple[int, ...] = (100,)) -> Path:
        root = tmp_path_factory.mktemp("ptbxl")
        rows = []
        for fold in folds:
            for number, kind in enumerate(KINDS * each):
                ecg_id = fold * 100 + number
                names = {rate: f"records{rate}/{ecg_id:05d}_{'hr' if rate == 500 else 'lr'}" for rate in (100, 500)}
                for rate in rates:
                    write_record(root / names[rate], kind.case, rate, seed=ecg_id)
                rows.append(
                    (ecg_id, f"{ecg_id + 7000}.0", "deutscher befund", kind.codes, fold, names[100], names[500])
                )
        write_table(root / "ptbxl_database.csv", COLUMNS, rows)
        write_table(
            root / "scp_statements.csv", ("", "diagnostic_class"), [("NORM", "NORM"), ("NDT", "STTC"), ("SR", "")]
        )
        if english:
            reports = [(row[0], KINDS[index % len(KINDS)].report) for index, row in enumerate(rows)]
            write_table(root / "reports_en.csv", ("ecg_id", "report_en"), reports)
        return root

    return make


def write_record(path: Path, case: SimulatedCase, rate: int, *, seed: int) -> None:
    """Write a simulated recording as WFDB, format 16, in microvolt."""
    fields = {name: getattr(case, name) for name in ("rhythm", "heart_rate_bpm")}
    signal_mv = simulate(SimulatedCase(**fields, fs_hz=rate, seed=seed)).record.signal_mv
    path.parent.mkdir(exist_ok=True)
    path.with_suffix(".dat").write_bytes(np.rint(signal_mv.T * MICROVOLT).astype("<i2").tobytes())
    lines = [f"{path.name} {len(LEADS)} {rate} {signal_mv.shape[1]}"]
    lines += [f"{path.name}.dat 16 {MICROVOLT}.0(0)/mV 16 0 0 0 0 {lead}" for lead in LEADS]
    path.with_suffix(".hea").write_text("\n".join(lines) + "\n", encoding="ascii")


def write_table(path: Path, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


@pytest.fixture(scope="session")
def miniature(make_ptbxl: MakeFolder) -> Path:
    """Folds 1, 2 and 9, eight recordings each, at 100 Hz."""
    return make_ptbxl((1, 2, 9))
