"""``manifest.jsonl``: one line of JSON for each recording, read when it is asked for."""

from __future__ import annotations

import json
import math
import mmap
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, overload

import numpy as np
import numpy.typing as npt

from meit_core.datasets.dataset import Case, DataSet
from meit_core.datasets.folds import split_of
from meit_core.errors import EnvironmentFault, UserError

MANIFEST: Final = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """What a line says.

    Attributes
    ----------
    record
        Relative to the data set's folder, with forward slashes.
    report
        English, lower case; may be empty where there are codes.
    language
        Of the source report, as far as it is known.
    confirmed
        False where the report is known to be a machine's that no physician looked at.
    style
        Whose way of writing the report is in; may be empty.
    """

    id: str
    patient_id: str
    fold: int
    record: str
    report: str
    codes: tuple[str, ...] = ()
    age_years: float | None = None
    male: float | None = None
    language: str = ""
    confirmed: bool = True
    style: str = ""

    def as_json(self) -> str:
        """Return the line, without its end."""
        values = {
            "id": self.id,
            "patient_id": self.patient_id,
            "fold": self.fold,
            "split": split_of(self.fold),
            "record": self.record,
            "report": self.report,
            "codes": list(self.codes),
            "age_years": self.age_years,
            "male": self.male,
            "language": self.language,
            "confirmed": self.confirmed,
            "style": self.style,
        }
        return json.dumps(values, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str | bytes) -> ManifestLine:
        """Read a line; what is not needed may be missing, and the split follows from the fold.

        Raises
        ------
        ValueError
            If it is no such line.
        """
        values = json.loads(line)
        try:
            made = cls(
                id=str(values["id"]),
                patient_id=str(values["patient_id"]),
                fold=int(values["fold"]),
                record=str(values["record"]),
                report=str(values["report"]),
                codes=tuple(values.get("codes") or ()),
                age_years=_number(values.get("age_years")),
                male=_number(values.get("male")),
                language=str(values.get("language") or ""),
                confirmed=values.get("confirmed") is not False,
                style=str(values.get("style") or ""),
            )
        except (KeyError, TypeError) as fault:
            raise ValueError("not a line of a manifest") from fault
        split_of(made.fold)
        return made

    def as_case(self, root: Path) -> Case:
        return Case(
            ecg_id=self.id,
            patient_id=self.patient_id,
            fold=self.fold,
            record_path=root / self.record,
            reference=self.report,
            codes=frozenset(self.codes),
            age_years=math.nan if self.age_years is None else self.age_years,
            male=math.nan if self.male is None else self.male,
            confirmed=self.confirmed,
            style=self.style,
        )


class ManifestCases(Sequence[Case]):
    """Cases that are read from the file one by one: only where each line begins, and its fold, is kept.

    As objects in memory, 800,000 cases with their reports take about a gigabyte; so they take eight megabytes.

    Attributes
    ----------
    rows
        (n,) number of each case's line in the manifest, from 0.
    """

    def __init__(self, lines: Lines, root: Path, rows: npt.NDArray[np.int64]) -> None:
        self._lines = lines
        self._root = root
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Case: ...
    @overload
    def __getitem__(self, index: slice) -> ManifestCases: ...
    def __getitem__(self, index: int | slice) -> Case | ManifestCases:
        if isinstance(index, slice):
            return ManifestCases(self._lines, self._root, self.rows[index])
        return self._lines.read(int(self.rows[index])).as_case(self._root)

    def __iter__(self) -> Iterator[Case]:
        for row in self.rows:
            yield self._lines.read(int(row)).as_case(self._root)

    def of_folds(self, folds: Collection[int]) -> ManifestCases:
        """Return the cases of these folds that have a report."""
        return self._where(folds, reported=True)

    def without_report(self, folds: Collection[int]) -> int:
        """Count the cases of these folds that have none."""
        return len(self._where(folds, reported=False))

    def folds(self) -> dict[int, int]:
        """Return the number of recordings with a report in each fold that has some."""
        counted = np.bincount(self._lines.folds[self.rows][self._lines.reported[self.rows]])
        return {fold: int(n) for fold, n in enumerate(counted) if n}

    def _where(self, folds: Collection[int], *, reported: bool) -> ManifestCases:
        inside = np.isin(self._lines.folds[self.rows], sorted(folds))
        chosen = inside & (self._lines.reported[self.rows] == reported)
        return ManifestCases(self._lines, self._root, self.rows[chosen])


class ManifestData(DataSet):
    """A data set whose cases stay in its manifest."""

    cases: ManifestCases

    def of_folds(self, folds: Collection[int]) -> ManifestCases:
        return self.cases.of_folds(folds)

    def without_report(self, folds: Collection[int]) -> int:
        return self.cases.without_report(folds)


def load_manifest(
    path: Path, root: Path, *, reports_from: str = "", superclass_of: Mapping[str, str] | None = None, kind: str = ""
) -> ManifestData:
    """Open a manifest.

    Parameters
    ----------
    root
        Folder that the lines' records are relative to.

    Raises
    ------
    UserError
        If a line is damaged, or there is none.
    """
    try:
        with path.open("rb") as file:
            lines = Lines(file, path.name)
    except OSError as fault:
        raise EnvironmentFault(f"The manifest {path.name} can't be read.", "Check its rights.") from fault
    return _data(lines, root, reports_from or f"{path.name}: report", superclass_of or {}, kind)


def manifest_of(file: IO[bytes], name: str, root: Path, *, reports_from: str, kind: str) -> ManifestData:
    """Take lines that were just written to a file that is still open; see :func:`load_manifest`."""
    return _data(Lines(file, name), root, reports_from, {}, kind)


def _data(lines: Lines, root: Path, reports_from: str, superclass_of: Mapping[str, str], kind: str) -> ManifestData:
    every = ManifestCases(lines, root, np.arange(len(lines.folds), dtype=np.int64))
    return ManifestData(every, reports_from, superclass_of, kind)


class Lines:
    """A manifest's lines in a map of the file.

    Attributes
    ----------
    folds, reported
        (n,) fold of each line, and whether it has a report.
    """

    def __init__(self, file: IO[bytes], name: str) -> None:
        starts, folds, reported = array("q"), array("b"), array("b")
        place = 0
        file.seek(0)
        for number, text in enumerate(file, start=1):
            try:
                line = ManifestLine.from_json(text)
            except ValueError as fault:  # JSON's and Unicode's faults are such, too
                raise UserError(f"Line {number} of {name} is damaged.", "Prepare the data set again.") from fault
            starts.append(place)
            folds.append(line.fold)
            reported.append(bool(line.report))
            place += len(text)
        if not folds:
            raise UserError(f"There are no recordings in {name}.", "Prepare the data set again.")
        self._starts = np.append(np.frombuffer(starts, dtype=np.int64), place)
        self.folds = np.frombuffer(folds, dtype=np.int8)
        self.reported = np.frombuffer(reported, dtype=np.int8).astype(bool)
        self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def read(self, row: int) -> ManifestLine:
        """Return the line of this number, from 0."""
        return ManifestLine.from_json(self._map[self._starts[row] : self._starts[row + 1]])


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
