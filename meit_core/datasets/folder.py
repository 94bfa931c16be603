"""Any folder of recordings with a table of their reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from meit_core.datasets.entry import Facts, Place
from meit_core.datasets.folds import FOLDS
from meit_core.datasets.tables import find_table, read_rows
from meit_core.errors import UserError
from meit_core.formats import READERS, find_records
from meit_core.formats.reading import HEAD_BYTES

REPORTS: Final = "reports.csv"
_COLUMNS: Final = "record, report, and where they are known patient_id, age, sex, codes, fold"
_SUFFIXES: Final = tuple(suffix for reader in READERS for suffix in reader.extensions)
_MALE: Final = {"m": 1.0, "male": 1.0, "f": 0.0, "female": 0.0}
"""Numbers are not read: data sets disagree on what 0 and 1 mean."""


def folder_places(root: Path, table: Path) -> Iterator[Place]:
    """Yield every recording in the folder and the folders in it; WFDB by its header, the table left out."""
    for path in find_records(root, recursive=True):
        if path != table and not path.name.startswith(REPORTS) and _is_recording(path):
            record = path.relative_to(root).as_posix()
            yield Place(record_id(record), record.removesuffix(".hea"))


def _is_recording(path: Path) -> bool:
    """Whether a reader would take the file; headers, the many, aren't opened for that."""
    if path.suffix.lower() == ".hea":
        return True
    if path.suffix.lower() not in _SUFFIXES:
        return False
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    return any(reader.recognizes(path, head) for reader in READERS)


def folder_facts(table: Path) -> Iterator[Facts]:
    """Yield the rows of the table; without ``patient_id`` every recording is a patient of its own.

    Raises
    ------
    UserError
        If a column is missing, or a cell is nothing like what belongs there.
    """
    for number, row in enumerate(read_rows(table, ("record", "report")), start=2):
        name = record_id(row["record"])
        try:
            fold = int(row["fold"]) if row.get("fold", "").strip() else None
            age = float(row["age"]) if row.get("age", "").strip() else None
        except ValueError as fault:
            raise UserError(f"Age or fold in row {number} of {table.name} is no number.", "Correct the row.") from fault
        if fold is not None and not 1 <= fold <= FOLDS:
            raise UserError(f"The fold in row {number} of {table.name} isn't one of 1 to {FOLDS}.", "Correct the row.")
        yield Facts(
            id=name,
            patient_id=row.get("patient_id", "").strip() or name,
            text=row["report"],
            fold=fold,
            codes=tuple(re.findall(r"[^\s;|]+", row.get("codes", ""))),
            age_years=age,
            male=_MALE.get(row.get("sex", "").strip().lower()),
        )


def reports_table(root: Path, chosen: Path | None = None) -> Path:
    """Return the table of reports: the chosen one, or ``reports.csv`` in the folder.

    Raises
    ------
    UserError
        If folder or table isn't there.
    """
    if not root.is_dir():
        raise UserError(f"There is no folder {root}.", "Name the folder of the recordings.")
    table = chosen if chosen is not None and chosen.is_file() else None
    if chosen is None:
        table = find_table(root, REPORTS)
    if table is None:
        name = REPORTS if chosen is None else chosen.name
        raise UserError(f"There is no table of reports {name}.", f"Name it with --reports; its columns: {_COLUMNS}.")
    return table


def record_id(record: str) -> str:
    """Return a recording's id: its place in the folder without the file's extension."""
    name = record.strip().replace("\\", "/").removeprefix("./")
    return next((name[: -len(suffix)] for suffix in _SUFFIXES if name.lower().endswith(suffix)), name)
