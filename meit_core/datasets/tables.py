"""Tables read row by row: a table of 800,000 recordings is never in memory as a whole."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from meit_core.errors import EnvironmentFault, UserError


def find_table(root: Path, name: str) -> Path | None:
    """Return the table's path, plain or as ``.gz``; ``None`` where there is none."""
    return next((path for path in (root / name, root / f"{name}.gz") if path.is_file()), None)


def read_rows(path: Path, needed: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file by column; what a short row lacks is empty.

    Raises
    ------
    UserError
        If a needed column is missing or the file is no CSV table.
    EnvironmentFault
        If it can't be read.
    """
    try:
        with _opened(path) as file:
            reader = csv.DictReader(file, restval="")
            missing = [column for column in needed if column not in (reader.fieldnames or ())]
            if missing:
                raise UserError(
                    f"The table {path.name} has no column {' and no column '.join(missing)}.",
                    f"It needs {', '.join(needed)}.",
                )
            yield from reader
    except csv.Error as fault:
        raise UserError(f"The table {path.name} is damaged.", "Copy it again.") from fault
    except (OSError, EOFError) as fault:
        raise EnvironmentFault(
            f"The table {path.name} can't be read.", "Copy it again and check its rights."
        ) from fault


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return cast("IO[str]", gzip.open(path, "rt", encoding="utf-8-sig", errors="replace", newline=""))
    return path.open(encoding="utf-8-sig", errors="replace", newline="")
