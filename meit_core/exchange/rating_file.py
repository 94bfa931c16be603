"""Ratings as a CSV or JSON-lines file: one row for each rater and draft."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.domain.rating import RUBRIC_VERSION, SCORES, Criterion, GivenRating
from meit_core.errors import EnvironmentFault, UserError

SUFFIXES: Final = (".csv", ".jsonl")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_NAMED: Final = 3
"""So many faults of a file are named; the rest is counted."""
_CRITERIA: Final = tuple(criterion.value for criterion in Criterion)
COLUMNS: Final = ("study", "patient", "draft", "model", "rater", *_CRITERIA, "rubric_version", "rated_at", "comment")


@dataclass(frozen=True, slots=True)
class RatingLine:
    """What an imported row says."""

    draft: str
    rater: str
    scores: Mapping[Criterion, int]
    comment: str


def write_ratings(path: Path, ratings: Sequence[GivenRating], *, comments: bool) -> None:
    """Write ratings; a file that is there is replaced.

    Parameters
    ----------
    comments
        Raters' own words, which may name somebody; without it the column is empty.

    Raises
    ------
    UserError
        The name ends in neither ``.csv`` nor ``.jsonl``.
    EnvironmentFault
        The file can't be written.
    """
    suffix = _suffix(path)
    rows = [_row(rating, comments=comments) for rating in ratings]
    if suffix == ".jsonl":
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "comment": _harmless(str(row["comment"]))} for row in rows)
        text = buffer.getvalue()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise EnvironmentFault(
            f"The ratings can't be written to {path} ({fault.strerror or 'I/O fault'}).", "Choose another file."
        ) from fault


def read_ratings(path: Path) -> tuple[RatingLine, ...]:
    """Read a file of ratings: ``draft``, ``rater`` and the four criteria in each row; other columns are not needed.

    Raises
    ------
    UserError
        If it can't be read, or any row is wrong; names the first rows with what is wrong. Nothing is taken from such a
        file.
    """
    suffix = _suffix(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(f"The file {path.name} can't be read.", "Check its name and that it is UTF-8 text.") from fault
    rows = _jsonl_rows(text) if suffix == ".jsonl" else _csv_rows(text, path.name)
    lines: list[RatingLine] = []
    faults: list[str] = []
    seen: set[tuple[str, str]] = set()
    for number, row in rows:
        problem = _problem(row)
        if not problem:
            line = _line(row)
            problem = "rates a draft twice by one rater" if (line.draft, line.rater) in seen else ""
            seen.add((line.draft, line.rater))
            lines.append(line)
        if problem:
            faults.append(f"line {number} {problem}")
    if faults:
        more = f" and {len(faults) - _NAMED} more" if len(faults) > _NAMED else ""
        raise UserError(
            f"{path.name} has wrong rows: {'; '.join(faults[:_NAMED])}{more}.",
            "Nothing was imported; correct the file and try again.",
        )
    if not lines:
        raise UserError(f"There are no ratings in {path.name}.", "Check the file.")
    return tuple(lines)


def _row(rating: GivenRating, *, comments: bool) -> dict[str, Any]:
    return {
        "study": rating.study,
        "patient": rating.patient,
        "draft": rating.draft,
        "model": rating.model,
        "rater": rating.rater,
        **{criterion.value: rating.scores[criterion] for criterion in Criterion},
        "rubric_version": rating.rubric_version,
        "rated_at": rating.rated_at.isoformat(timespec="seconds"),
        "comment": rating.comment if comments else "",
    }


def _harmless(text: str) -> str:
    """A comment that begins like a formula must not run in a spreadsheet."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(f"{path.name} is neither a CSV nor a JSON-lines file.", "End its name in .csv or .jsonl.")
    return suffix


def _csv_rows(text: str, name: str) -> list[tuple[int, Any]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in ("draft", "rater", *_CRITERIA) if column not in (reader.fieldnames or ())]
    if missing:
        raise UserError(f"{name} lacks the columns {', '.join(missing)}.", "Export ratings to see how it should look.")
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as fault:
        raise UserError(f"{name} is no CSV file.", "Save it as CSV again.") from fault


def _jsonl_rows(text: str) -> list[tuple[int, Any]]:
    rows: list[tuple[int, Any]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                rows.append((number, json.loads(line)))
            except ValueError:
                rows.append((number, None))
    return rows


def _problem(row: Any) -> str:
    """Return what is wrong with a row, to be put behind its number; empty where it is right."""
    if not isinstance(row, Mapping):
        return "is no row of ratings"
    for name in ("draft", "rater"):
        if not str(row.get(name) or "").strip():
            return f"has no {name}"
    if len(str(row["rater"])) > 64:
        return "has a rater's name of more than 64 characters"
    for criterion in Criterion:
        if _score(row.get(criterion.value)) not in SCORES:
            return f"has no score from 1 to 5 for {criterion.label.lower()}"
    if str(row.get("rubric_version") or RUBRIC_VERSION) != RUBRIC_VERSION:
        return f"was rated with another rubric than version {RUBRIC_VERSION}"
    return ""


def _score(value: Any) -> int | None:
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        return None
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def _line(row: Mapping[str, Any]) -> RatingLine:
    return RatingLine(
        draft=str(row["draft"]).strip(),
        rater=str(row["rater"]).strip().lower(),
        scores={criterion: int(row[criterion.value]) for criterion in Criterion},
        comment=str(row.get("comment") or ""),
    )
