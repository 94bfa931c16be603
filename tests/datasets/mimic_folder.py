"""MIMIC-IV-ECG in miniature: its tables, its folders, its lead order, and what goes wrong in a large data set."""

from __future__ import annotations

import csv
import random
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import wfdb

from meit_core.domain.leads import LEADS
from meit_core.signal.simulator import SimulatedCase, simulate

MIMIC_LEADS = ("I", "II", "III", "aVR", "aVF", "aVL", "V1", "V2", "V3", "V4", "V5", "V6")
"""aVF comes before aVL, as in the data set's headers."""
STATEMENTS = (
    ("Sinus rhythm", "Normal ECG"),
    ("Atrial fibrillation with rapid ventricular response", "*** Consider acute ST elevation MI ***", "Abnormal ECG"),
    ("--- Warning: data quality may affect interpretation ---", "Sinus bradycardia", "Otherwise normal EKG"),
    ("Sinus rhythm", "Report made without knowing patient's sex", "Borderline ECG"),
)
RECORDS = "record_list.csv"
MEASUREMENTS = "machine_measurements.csv"
FS_HZ = 500


@cache
def signal_mv(seed: int) -> npt.NDArray[np.float64]:
    """(12, 5000) in the product's order."""
    made = simulate(SimulatedCase(fs_hz=float(FS_HZ), heart_rate_bpm=55 + 20 * seed, seed=seed))
    return made.record.signal_mv.astype(np.float64)


def make_mimic(root: Path, patients: int = 60, each: int = 2, *, shuffled: bool = True) -> Path:
    """Write ``patients`` with ``each`` recordings; both tables have their rows in an order of their own."""
    records, measurements = [], []
    for number in range(patients * each):
        subject, study = 10_000_000 + 37 * (number // each), 40_000_000 + 101 * number
        place = f"files/p{str(subject)[:4]}/p{subject}/s{study}/{study}"
        write_record(root / place, signal_mv(number % 4))
        time = f"2180-07-23 {number // 60:02d}:{number % 60:02d}:00"
        said = STATEMENTS[number % len(STATEMENTS)]
        records.append({"subject_id": subject, "study_id": study, "file_name": study, "ecg_time": time, "path": place})
        measurements.append(
            {
                "subject_id": subject,
                "study_id": study,
                "cart_id": 6848296,
                "ecg_time": time,
                **{f"report_{index}": said[index] if index < len(said) else "" for index in range(18)},
                "bandwidth": "0.005-150 Hz",
                "filtering": "60 Hz notch Baseline filter",
                "rr_interval": 800,
            }
        )
    if shuffled:
        random.Random(1).shuffle(records)
        random.Random(2).shuffle(measurements)
    write_table(root / RECORDS, records)
    write_table(root / MEASUREMENTS, measurements)
    return root


def write_record(path: Path, signal: npt.NDArray[np.float64], leads: tuple[str, ...] = MIMIC_LEADS) -> None:
    """Write (12, n) mV, rows in the product's order, as the data set has it: 200 units per mV, leads in its order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    wfdb.wrsamp(
        path.name,
        fs=FS_HZ,
        units=["mV"] * len(leads),
        sig_name=list(leads),
        p_signal=np.stack([signal[LEADS.index(lead)] for lead in leads], axis=1),
        fmt=["16"] * len(leads),
        adc_gain=[200.0] * len(leads),
        baseline=[0] * len(leads),
        write_dir=str(path.parent),
    )


def write_table(path: Path, rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def read_table(path: Path) -> list[dict[str, object]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
