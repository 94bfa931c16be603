"""A data set's tables joined by id on disk, in an order that doesn't depend on theirs.

The two tables of MIMIC-IV-ECG have 800,000 rows each and need not be sorted alike. SQLite keeps them in a temporary
database of its own, which lies in memory while it is small, on disk when it isn't, and goes when the program does.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Final

from meit_core.datasets.entry import Entry, Facts, Place
from meit_core.datasets.folds import split_of
from meit_core.errors import EnvironmentFault, UserError
from meit_core.jobs import JobContext

_CACHE_KIB: Final = 16 * 1024
_ROWS_AT_ONCE: Final = 2000
_PLACES: Final = "INSERT INTO places VALUES (?, ?, ?)"
_FACTS: Final = "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ORDERED: Final = """
    INSERT INTO entries (id) SELECT id FROM places JOIN facts USING (id) ORDER BY length(id), id
"""
_JOINED: Final = """
    SELECT id, record, f.patient_id, text, fold, codes, age_years, male, english, confirmed, style
    FROM entries JOIN places AS p USING (id) JOIN facts AS f USING (id) WHERE position BETWEEN ? AND ? ORDER BY position
"""
_TWO_PATIENTS: Final = """
    SELECT count(*) FROM places AS p JOIN facts AS f USING (id) WHERE p.patient_id NOT IN ('', f.patient_id)
"""
_OVERLAP: Final = """
    SELECT count(*) FROM (
        SELECT patient_id FROM entries JOIN facts USING (id) WHERE position <= ? AND fold IS NOT NULL
        GROUP BY patient_id HAVING count(DISTINCT split_of(fold)) > 1
    )
"""
_SCHEMA: Final = """
    CREATE TABLE places (id TEXT PRIMARY KEY, record TEXT, patient_id TEXT) WITHOUT ROWID;
    CREATE TABLE facts (
        id TEXT PRIMARY KEY, patient_id TEXT, text TEXT, fold INTEGER, codes TEXT, age_years REAL, male REAL,
        english TEXT, confirmed INTEGER, style TEXT
    ) WITHOUT ROWID;
    CREATE TABLE entries (position INTEGER PRIMARY KEY, id TEXT);
"""


class Catalogue:
    """Recordings and what is known about them, joined by id.

    Parameters
    ----------
    places, facts
        Read once, in any order.

    Raises
    ------
    UserError
        If an id comes twice in one of them, or the two name different patients for it.
    EnvironmentFault
        If there is no room for the temporary database.
    """

    def __init__(self, places: Iterable[Place], facts: Iterable[Facts], job: JobContext | None = None) -> None:
        self._database = sqlite3.connect("")  # a temporary one
        self._database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._database.executescript(_SCHEMA)
        job = job or JobContext()
        try:
            with self._database:
                self._fill(_PLACES, ((each.id, each.record, each.patient_id) for each in places), job)
                self._fill(_FACTS, map(_facts_row, facts), job)
                self._database.execute(_ORDERED)
        except sqlite3.OperationalError as fault:
            raise EnvironmentFault(
                "There is no room to join the tables.", "Make room in the folder for temporary files."
            ) from fault
        if self._one(_TWO_PATIENTS):
            raise UserError(
                "The tables name different patients for the same recording.", "Copy both tables from the same release."
            )

    def __len__(self) -> int:
        return self._one("SELECT count(*) FROM entries")

    def entries(self, first: int = 0, most: int | None = None) -> Iterator[Entry]:
        """Yield ``most`` entries from number ``first`` on, ordered by id; numbers in order of their size."""
        last = len(self) if most is None else first + most
        rows = self._database.execute(_JOINED, (first + 1, last))
        for id_, record, patient, text, fold, codes, age_years, male, english, confirmed, style in rows:
            known = tuple(json.loads(codes)), age_years, male, english, bool(confirmed), style
            facts = Facts(id_, patient, text, fold, *known)
            yield Entry(Place(id_, record, patient), facts)

    def patients_in_two_splits(self, most: int | None = None) -> int:
        """Count the patients with recordings in more than one of training, validation and test."""
        self._database.create_function("split_of", 1, split_of, deterministic=True)
        return int(self._database.execute(_OVERLAP, (len(self) if most is None else most,)).fetchone()[0])

    def texts_without_signal(self) -> Iterator[str]:
        """Yield the ids that only the facts have."""
        return self._ids("SELECT id FROM facts WHERE id NOT IN (SELECT id FROM places)")

    def signals_without_text(self) -> Iterator[str]:
        """Yield the ids that only the places have."""
        return self._ids("SELECT id FROM places WHERE id NOT IN (SELECT id FROM facts)")

    def fingerprint(self, most: int | None = None) -> str:
        """Return a hash of the first so many entries: the same whatever the order of the tables' rows."""
        digest = hashlib.sha256()
        for row in self._database.execute(_JOINED, (1, len(self) if most is None else most)):
            digest.update(json.dumps(row).encode())
        return digest.hexdigest()

    def close(self) -> None:
        self._database.close()

    def _fill(self, statement: str, rows: Iterable[tuple[Any, ...]], job: JobContext) -> None:
        remaining = iter(rows)
        while some := list(itertools.islice(remaining, _ROWS_AT_ONCE)):
            job.progress(None, "reading tables")
            try:
                self._database.executemany(statement, some)
            except sqlite3.IntegrityError as fault:
                table = "list of recordings" if statement is _PLACES else "table of reports"
                raise UserError(f"The {table} names a recording twice.", "Leave one row for each recording.") from fault

    def _ids(self, query: str) -> Iterator[str]:
        return (row[0] for row in self._database.execute(f"{query} ORDER BY length(id), id"))

    def _one(self, query: str) -> int:
        return int(self._database.execute(query).fetchone()[0])


def _facts_row(facts: Facts) -> tuple[Any, ...]:
    codes = json.dumps(sorted(facts.codes))
    known = facts.age_years, facts.male, facts.english, facts.confirmed, facts.style
    return facts.id, facts.patient_id, facts.text, facts.fold, codes, *known
