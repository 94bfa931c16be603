"""A tiny data set in PTB-XL's layout, made with the simulator."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import wfdb

from meit_core.domain.leads import LEADS
from meit_core.signal.resampling import resample
from meit_core.signal.simulator import simulate
from meit_core.signal.simulator.case import Rhythm, SimulatedCase

KINDS = (
    (SimulatedCase(heart_rate_bpm=70), "{'SR': 0.0, 'NORM': 100.0}", "sinus rhythm. normal ecg."),
    (
        SimulatedCase(rhythm=Rhythm.ATRIAL_FIBRILLATION, heart_rate_bpm=110),
        "{'AFIB': 0.0, 'NST_': 100.0}",
        "atrial fibrillation with rapid ventricular response.",
    ),
)
HOUSES = (("AT-6", "1.0"), ("CS-12", "2.0"))
"""Recorder and site."""
SECOND_HOUSE = " please compare with earlier tracings."
"""What the second house writes under every report."""
_FIELDS = ("ecg_id", "patient_id", "age", "sex", "report", "scp_codes", "strat_fold", "filename_lr", "filename_hr")
_HOUSE_FIELDS = ("device", "site")


def make_ptbxl(root: Path, *, per_fold: int = 6, folds: tuple[int, ...] = (1, 2, 9), houses: bool = False) -> Path:
    """Write tables and 100 Hz records; every other recording is of the second kind, every other pair of :data:`HOUSES`.

    Without ``houses`` nobody knows where a recording is from, and all write the same.
    """
    records = root / "records100" / "00000"
    records.mkdir(parents=True)
    rows, english = [], []
    for number in range(per_fold * len(folds)):
        case, codes, report = KINDS[number % 2]
        name = f"{number + 1:05d}_lr"
        made = simulate(SimulatedCase(rhythm=case.rhythm, heart_rate_bpm=case.heart_rate_bpm, seed=number))
        low = resample(made.record, 100.0)
        wfdb.wrsamp(
            name,
            fs=100,
            units=["mV"] * 12,
            sig_name=[lead.upper() for lead in LEADS],
            p_signal=low.signal_mv.T.astype(np.float64),
            fmt=["16"] * 12,
            write_dir=str(records),
        )
        place = f"records100/00000/{name}"
        fold = folds[number // per_fold]
        high = place.replace("100", "500", 1).replace("_lr", "_hr")
        values = (number + 1, f"{number}.0", 60, number % 2, "de", codes, fold, place, high)
        house = number // 2 % len(HOUSES)
        known = dict(zip(_HOUSE_FIELDS, HOUSES[house], strict=True)) if houses else {}
        rows.append({**dict(zip(_FIELDS, values, strict=True)), **known})
        report += SECOND_HOUSE if houses and house else ""
        english.append({"ecg_id": number + 1, "report_en": report})
    _table(root / "ptbxl_database.csv", rows)
    _table(root / "reports_en.csv", english)
    statements = [("NORM", "NORM"), ("NST_", "STTC"), ("SR", ""), ("AFIB", "")]
    _table(root / "scp_statements.csv", [{"": code, "diagnostic_class": group} for code, group in statements])
    return root


def _table(path: Path, rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
