"""Reports whose recordings are not at hand: they still teach how a report is worded."""

from __future__ import annotations

import ast
import csv
from collections.abc import Collection
from pathlib import Path

from meit_core.datasets.dataset import Case
from meit_core.errors import UserError

_TRANSLATIONS = "report_translations.tsv"


def load_extra_reports(root: Path, file: str, folds: Collection[int]) -> tuple[Case, ...]:
    """Return the translated reports of these folds, as cases without a recording.

    Raises
    ------
    UserError
        If a table is missing or damaged.
    """
    try:
        with (root / _TRANSLATIONS).open(encoding="utf-8", newline="") as table:
            english = {row[0]: row[1] for row in csv.reader(table, delimiter="\t") if len(row) == 2}
        with (root / file).open(encoding="utf-8", newline="") as table:
            return tuple(
                Case(
                    ecg_id=row["ecg_id"],
                    patient_id="",
                    fold=int(row["strat_fold"]),
                    record_path=root,
                    reference=english[row["report"]].strip().lower(),
                    codes=frozenset(ast.literal_eval(row["scp_codes"])),
                )
                for row in csv.DictReader(table)
                if int(row["strat_fold"]) in folds and english.get(row["report"], "").strip()
            )
    except OSError as fault:
        raise UserError(f"The reports {file} or {_TRANSLATIONS} can't be read.", "Check extra_reports.") from fault
    except (KeyError, ValueError, SyntaxError, csv.Error) as fault:
        raise UserError(f"The table {file} or {_TRANSLATIONS} is damaged.", "Copy it again.") from fault
