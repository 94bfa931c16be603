"""PTB-XL in its own folder layout, as cases to train and evaluate on."""

from __future__ import annotations

import ast
import csv
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from meit_core.datasets.dataset import Case, DataSet
from meit_core.datasets.entry import Facts, Place
from meit_core.datasets.tables import read_rows
from meit_core.errors import UserError

OLDEST_YEARS = 90.0
_HINT = "Name the folder that holds ptbxl_database.csv and the records."


def load_ptbxl(root: Path, *, low_rate: bool = False) -> DataSet:
    """Read the tables of a PTB-XL folder; references from ``reports_en.csv`` where there is one.

    Parameters
    ----------
    low_rate
        Prefer the data set's own 100 Hz files, which are a fifth of the size and what the network sees anyway, to those
        at 500 Hz. The other rate is taken where a recording has only that.

    Raises
    ------
    UserError
        If it isn't such a folder or a table is damaged.
    """
    table = _database(root)
    english = root / "reports_en.csv"
    try:
        translated = {row["ecg_id"]: row["report_en"] for row in _rows(english)} if english.is_file() else None
        cases = tuple(_case(root, row, translated, low_rate=low_rate) for row in _rows(table))
        superclass_of = _superclasses(root / "scp_statements.csv")
    except (AttributeError, KeyError, TypeError, ValueError, SyntaxError, csv.Error) as fault:
        raise UserError(f"The tables in {root} are damaged or not those of PTB-XL.", _HINT) from fault
    source = "ptbxl_database.csv: report" if translated is None else "reports_en.csv: report_en"
    return DataSet(cases, source, superclass_of, "ptbxl")


def ptbxl_places(root: Path, *, low_rate: bool) -> Iterator[Place]:
    """Yield where the recordings are; see :func:`load_ptbxl`."""
    for row in read_rows(_database(root), ("ecg_id", "filename_lr", "filename_hr")):
        path = _record(root / row["filename_hr"], root / row["filename_lr"], low_rate=low_rate)
        yield Place(row["ecg_id"], path.relative_to(root).as_posix())


def ptbxl_facts(root: Path) -> Iterator[Facts]:
    """Yield what the tables say: the report as it is, and its hand-made translation where ``reports_en.csv`` has one.

    Raises
    ------
    UserError
        If it isn't a folder of PTB-XL, or a table is damaged.
    """
    table, english = _database(root), root / "reports_en.csv"
    needed = ("ecg_id", "patient_id", "report", "scp_codes", "strat_fold")
    try:
        translated = {row["ecg_id"]: row["report_en"] for row in _rows(english)} if english.is_file() else {}
        for row in read_rows(table, needed):
            age, male = min(_number(row.get("age")), OLDEST_YEARS), 1.0 - _number(row.get("sex"))
            yield Facts(
                id=row["ecg_id"],
                patient_id=row["patient_id"].removesuffix(".0"),
                text=row["report"],
                fold=int(row["strat_fold"]),
                codes=tuple(ast.literal_eval(row["scp_codes"])),
                age_years=None if math.isnan(age) else age,
                male=None if math.isnan(male) else male,
                english=translated.get(row["ecg_id"], ""),
                confirmed=_is_confirmed(row),
                style=_style(row),
            )
    except (KeyError, TypeError, ValueError, SyntaxError, csv.Error) as fault:
        raise UserError(f"The tables in {root} are damaged or not those of PTB-XL.", _HINT) from fault


def ptbxl_superclasses(root: Path) -> dict[str, str]:
    """Return the diagnostic superclass by code; empty where the table of statements is missing."""
    return _superclasses(root / "scp_statements.csv")


def _database(root: Path) -> Path:
    table = root / "ptbxl_database.csv"
    if not table.is_file():
        raise UserError(f"There is no PTB-XL data set in {root}.", _HINT)
    return table


def _case(root: Path, row: Mapping[str, str], translated: Mapping[str, str] | None, *, low_rate: bool) -> Case:
    reference = row["report"] if translated is None else translated.get(row["ecg_id"], "")
    return Case(
        ecg_id=row["ecg_id"],
        patient_id=row["patient_id"].removesuffix(".0"),
        fold=int(row["strat_fold"]),
        record_path=_record(root / row["filename_hr"], root / row["filename_lr"], low_rate=low_rate),
        reference=reference.strip().lower(),
        codes=frozenset(ast.literal_eval(row["scp_codes"])),
        age_years=min(_number(row.get("age")), OLDEST_YEARS),
        male=1.0 - _number(row.get("sex")),
        confirmed=_is_confirmed(row),
        style=_style(row),
    )


def _style(row: Mapping[str, str]) -> str:
    """Name the recorder and the site, ``cs-12 e, site 1``: who reads there writes much alike."""
    recorder = " ".join(row.get("device", "").lower().split())
    site = row.get("site", "").strip().removesuffix(".0")
    return f"{recorder}, site {site}" if recorder and site else ""


def _is_confirmed(row: Mapping[str, str]) -> bool:
    return row.get("validated_by_human", "True") != "False"


def _record(full_rate: Path, low_rate_path: Path, *, low_rate: bool) -> Path:
    first, second = (low_rate_path, full_rate) if low_rate else (full_rate, low_rate_path)
    return first if first.with_suffix(".hea").is_file() else second


def _number(text: str | None) -> float:
    return float(text) if text else math.nan


def _superclasses(path: Path) -> dict[str, str]:
    """Return superclass by code; empty where the table of statements is missing."""
    if not path.is_file():
        return {}
    return {row[""]: row["diagnostic_class"] for row in _rows(path) if row["diagnostic_class"]}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
