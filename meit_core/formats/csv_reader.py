"""CSV files with one column per lead.

Accepted form
-------------
1. Optional comment lines ``# key=value`` (or ``key: value``): ``fs`` in Hz, ``unit`` (mV, uV, V; mV if absent),
   ``age`` in years, ``sex`` (M or F), ``date`` (ISO 8601).
2. One header row with lead names in any order and case; a unit may follow in brackets: ``I (uV)``. Columns with other
   names aren't used.
3. One row per sample. Empty cells and ``nan`` are invalid samples.

Columns are separated by comma, semicolon or tab; with semicolon or tab the decimal mark may be a comma. The sampling
rate comes from ``fs`` or from a column ``time`` or ``time (s)`` in seconds or ``time (ms)`` in milliseconds.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import canonical_lead
from meit_core.domain.record import EcgRecord
from meit_core.errors import EnvironmentFault, UserError
from meit_core.formats.channels import Channel, Origin, build_record
from meit_core.formats.wfdb_header import patient_from_comments

NAME: Final = "csv"
LABEL: Final = "CSV with one column per lead"
EXTENSIONS: Final = (".csv", ".tsv", ".txt")
LARGEST_BYTES: Final = 64 * 1024 * 1024
"""Twelve leads for ten minutes at 500 Hz are some 30 MB."""

_COMMENT: Final = re.compile(r"^#\s*([A-Za-z_ ]+?)\s*[=:]\s*(.*?)\s*$")
_COLUMN: Final = re.compile(r"^(?P<name>[^\[(]*?)\s*(?:[\[(]\s*(?P<unit>[^\])]*)\s*[\])])?$")
_RATE_KEYS: Final = ("fs", "fs_hz", "sampling_rate", "sampling_frequency")
_TIME_SCALE: Final = {
    ("time", ""): 1.0,
    ("time", "s"): 1.0,
    ("time", "ms"): 1e-3,
    ("time_s", ""): 1.0,
    ("time_ms", ""): 1e-3,
}
_SEPARATORS: Final = (";", "\t", ",")


def recognizes(path: Path, head: bytes) -> bool:  # noqa: ARG001 - content decides, not the name
    """Whether the first row that isn't a comment holds the name of a standard lead."""
    if b"\0" in head:
        return False
    for line in head.decode("utf-8-sig", errors="replace").splitlines():
        if line.strip() and not line.startswith("#"):
            return any(canonical_lead(_split_column(cell)[0]) for cell in line.split(_separator(line)))
    return False


def companions(path: Path) -> tuple[Path, ...]:
    return (path,)


def read(path: Path) -> EcgRecord:
    """Read a CSV recording; see the module's description for the accepted form.

    Raises
    ------
    UserError
        No sampling rate, a row that is cut off or isn't numeric (with its line), or not a 12-lead ECG.
    EnvironmentFault
        The file can't be opened.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UserError("The CSV file is larger than 64 MB.", "Export the 12-lead ECG alone.")
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as fault:
        raise EnvironmentFault(
            f"The file {path.name} can't be opened ({fault.strerror or 'I/O fault'}).", "Check that you may read it."
        ) from fault
    facts, header, rows, first_line = _parts(text)
    separator = _separator(header)
    columns = [_split_column(cell) for cell in header.split(separator)]
    table = _numbers(rows, separator, len(columns), first_line)
    fs_hz = _rate(facts, columns, table)
    default_unit = facts.get("unit", "mV")
    channels = [
        Channel(name=name, unit=unit or default_unit, samples=table[:, index])
        for index, (name, unit) in enumerate(columns)
        if (name.lower(), unit.lower()) not in _TIME_SCALE
    ]
    origin = Origin(
        source_format=NAME,
        source_name=path.name,
        patient=patient_from_comments([f"{key}: {value}" for key, value in facts.items()]),
        acquired_at=_moment(facts.get("date")),
    )
    return build_record(channels, fs_hz, origin)


def _parts(text: str) -> tuple[dict[str, str], str, list[str], int]:
    facts: dict[str, str] = {}
    lines = text.splitlines()
    for index, line in enumerate(lines):
        if found := _COMMENT.match(line):
            facts[found[1].lower().replace(" ", "_")] = found[2]
        elif line.strip() and not line.startswith("#"):
            return facts, line, lines[index + 1 :], index + 2
    raise UserError("The CSV file has no header row.", "Put the lead names in the first row.")


def _separator(line: str) -> str:
    return next((mark for mark in _SEPARATORS if mark in line), ",")


def _split_column(cell: str) -> tuple[str, str]:
    found = _COLUMN.match(cell.strip().strip('"').strip())
    return (found["name"], (found["unit"] or "").strip()) if found else (cell.strip(), "")


def _numbers(rows: list[str], separator: str, n_columns: int, first_line: int) -> npt.NDArray[np.float64]:
    values: list[list[float]] = []
    for number, row in enumerate(rows, start=first_line):
        if not row.strip():
            continue
        cells = row.split(separator)
        if len(cells) != n_columns:
            raise UserError(
                f"Line {number} of the CSV file has {len(cells)} values instead of {n_columns}: it may be cut off.",
                "Export the recording again.",
            )
        if separator != ",":
            cells = [cell.replace(",", ".") for cell in cells]
        try:
            values.append([float(cell) if cell.strip() else np.nan for cell in cells])
        except ValueError as fault:
            raise UserError(
                f"Line {number} of the CSV file holds something that is not a number.", "Export the recording again."
            ) from fault
    if not values:
        raise UserError("The CSV file has a header row but no samples.", "Export the recording again.")
    return np.array(values, dtype=np.float64)


def _rate(facts: dict[str, str], columns: list[tuple[str, str]], table: npt.NDArray[np.float64]) -> float:
    for key in _RATE_KEYS:
        if key in facts:
            stated = facts[key].lower().removesuffix("hz").strip()
            try:
                return float(stated)
            except ValueError as fault:
                raise UserError(
                    "The sampling rate in the CSV file is not a number.", "Write it as “# fs=500” in the first line."
                ) from fault
    for index, (name, unit) in enumerate(columns):
        scale = _TIME_SCALE.get((name.lower(), unit.lower()))
        if scale is not None:
            return _rate_of_times(table[:, index] * scale)
    raise UserError(
        "The CSV file doesn't say its sampling rate.",
        "Add “# fs=500” as the first line, or a column “time (s)”.",
    )


def _rate_of_times(times_s: npt.NDArray[np.float64]) -> float:
    steps = np.diff(times_s)
    uneven = UserError(
        "The time column of the CSV file doesn't rise in even steps.", "Export at a fixed sampling rate."
    )
    if steps.size == 0 or not np.isfinite(times_s).all() or times_s[-1] <= times_s[0]:
        raise uneven
    mean_step = (times_s[-1] - times_s[0]) / steps.size
    # Times are often written with 3 decimals: a step may be off by 1 ms without the rate being uneven.
    if np.max(np.abs(steps - mean_step)) > max(0.5 * mean_step, 0.00101):
        raise uneven
    fs_hz = 1.0 / mean_step
    return float(round(fs_hz)) if abs(fs_hz - round(fs_hz)) < 0.002 * fs_hz else float(fs_hz)


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
