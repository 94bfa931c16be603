"""MIMIC-IV-ECG (Gow et al. 2023, PhysioNet): recordings with the statements that the electrocardiograph made.

Recordings and statements are in two tables that are joined on ``study_id``: their rows need not be in the same order,
and either can have rows that the other lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from meit_core.datasets.entry import Facts, Place
from meit_core.datasets.tables import find_table, read_rows
from meit_core.errors import UserError

RECORDS: Final = "record_list.csv"
STATEMENTS: Final = "machine_measurements.csv"
COLUMNS: Final = tuple(f"report_{number}" for number in range(18))
REPORTS_FROM: Final = f"{STATEMENTS}: {COLUMNS[0]} to {COLUMNS[-1]}"


def mimic_places(root: Path) -> Iterator[Place]:
    """Yield where the recordings are, from ``record_list.csv``."""
    for row in read_rows(_table(root, RECORDS), ("subject_id", "study_id", "path")):
        yield Place(row["study_id"], row["path"], row["subject_id"])


def mimic_facts(root: Path) -> Iterator[Facts]:
    """Yield patients and statements, from ``machine_measurements.csv``; one statement a line."""
    for row in read_rows(_table(root, STATEMENTS), ("subject_id", "study_id", *COLUMNS)):
        said = (row[column].strip() for column in COLUMNS)
        yield Facts(row["study_id"], row["subject_id"], "\n".join(statement for statement in said if statement))


def _table(root: Path, name: str) -> Path:
    path = find_table(root, name)
    if path is None:
        raise UserError(
            f"There is no {name} in {root}: it isn't the folder of MIMIC-IV-ECG.",
            f"Name the folder that holds {RECORDS}, {STATEMENTS} and files.",
        )
    return path
