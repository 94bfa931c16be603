"""Measure everything and print one table: ``python -m tests.benchmarks [-o FILE.md] [AREA ...]``."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.rows import Row

FOLDER = Path(__file__).resolve().parent
COLUMNS = ("what", "value", "limit", "reached", "n", "how")


def areas() -> list[str]:
    """Names of the ``bench_<area>.py`` files beside this one."""
    return sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))


def cells(row: Row) -> tuple[str, ...]:
    """Text of one table line, in the order of ``COLUMNS``."""
    sign = "\N{LESS-THAN OR EQUAL TO}" if row.lower_is_better else "\N{GREATER-THAN OR EQUAL TO}"
    limit = "" if row.limit is None else f"{sign} {row.limit:g} {row.unit}"
    reached = {None: "", True: "yes", False: "NO"}[row.reached]
    return row.name, f"{_figure(row.value)} {row.unit}", limit, reached, str(row.n), row.how


def _figure(value: float) -> str:
    """Three significant digits, never in exponents."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def machine() -> str:
    """Where the figures come from, in one line."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def markdown(rows: Iterable[Row]) -> str:
    """Return the table as Markdown."""
    lines = [f"Measured on {machine()}.", "", f"| {' | '.join(COLUMNS)} |", "|" + "---|" * len(COLUMNS)]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in cells(row))} |" for row in rows]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the areas asked for; 1 if an area could not be measured, whatever the figures are."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"one or more of: {', '.join(areas())}")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.md", help="write the table as Markdown too")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.areas) - set(areas()):
        parser.error(f"no such area: {', '.join(sorted(unknown))}")
    # No window may open while measuring; set before any area imports Qt.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    failed = False
    for area in chosen.areas or areas():
        print(f"measuring {area} ...", file=sys.stderr, flush=True)
        try:
            rows += importlib.import_module(f"tests.benchmarks.bench_{area}").measure()
        except Exception as fault:  # one broken area must not cost the other figures
            failed = True
            print(f"{area} could not be measured: {type(fault).__name__}: {fault}", file=sys.stderr)
    table = Table(*COLUMNS, title=machine(), title_justify="left")
    for row in rows:
        table.add_row(*cells(row), style="red" if row.reached is False else None)
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    if chosen.output:
        chosen.output.write_text(markdown(rows), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
