"""Full-text search over studies: the beginning of any word of name, number, file or report, a number's end, a date.

The index is SQLite's FTS5 (sqlite.org/fts5.html) with an index of its own for beginnings of up to six letters. Its rows
are numbered in the worklist's order, so that the first page of a search is read from the end of the index without
looking at what comes after it, however many studies a word is found in. What is typed from a number's end is the
beginning of the number read backwards, and a date is one number from the year down, so that both are beginnings too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, column, literal_column, select, table, text
from sqlalchemy.orm import Session

from meit_core.store.tables_people import PatientRow
from meit_core.store.tables_studies import StudyRow

PK_BITS: Final = 29
"""Room for half a billion studies in a row's number."""
URGENT_BIT: Final = 62
_SECOND_BITS: Final = 33
_FIRST_SECOND: Final = -(2**32)
"""Seconds from 1833 to 2106, counted from 1970; other times are taken for the nearest of these."""
_SHORT: Final = 3
"""Shorter words are looked for in name, number and file only: in whole reports they would find everything."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_WORD: Final = re.compile(r"[^\W_]+")
_DATE: Final = re.compile(
    r"(?<![\w-])((?:18|19|20|21)\d\d)-(0|0?[1-9]|1[0-2])(?:-(\d{0,2}))?(?![\w-])"
    r"|(?<![\w.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\w.])"
)
"""``2026-03``, ``2026-03-02`` and ``2.3.2026``; the first two already while they are typed."""
_JOINED: Final = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)+|\d+(?:[-./]\d+)+")
"""What people also type in one: ``O'Neill``, ``12-34-56``, the date in a file's name."""
_BACKWARDS: Final = "ꓤ"
"""Stands before a number read backwards: a letter (Lisu) that nobody types."""
_FROM_BEHIND: Final = 3
"""So many signs of a number's end tell it from others."""
_DIGITS_AT_END: Final = re.compile(r"(?<=\D)0*([1-9]\d+)$|^0+([1-9]\d+)$")

FOUND: Final = table("study_search", column("rowid"), column("study_search"))
PK_OF_FOUND: Final[ColumnElement[int]] = literal_column(f"(study_search.rowid & {(1 << PK_BITS) - 1})")


def key_of(urgency: int, ordered_at: datetime, pk: int) -> int:
    """Number of a study's row in the index: urgency, second of recording, primary key, from the highest bits down."""
    return (int(urgency > 0) << URGENT_BIT) | (_second(ordered_at) << PK_BITS) | pk


def keys_between(urgency: int | None, first: datetime | None, end: datetime | None) -> tuple[int, int]:
    """Lowest and highest number of urgent (1) or routine (0) studies recorded from ``first`` on and before ``end``.

    With ``None`` for the urgency, of all of them whenever they were recorded.
    """
    if urgency is None:
        return 0, (2 << URGENT_BIT) - 1
    lowest = 0 if first is None else _second(first)
    highest = (1 << _SECOND_BITS) - 1 if end is None else _second(end) - 1
    level = int(urgency > 0) << URGENT_BIT
    return level | (lowest << PK_BITS), level + ((highest + 1) << PK_BITS) - 1


def index_study(session: Session, row: StudyRow, patient: PatientRow) -> None:
    """Make a new study findable."""
    session.execute(
        text("INSERT INTO study_search (rowid, person, source, report) VALUES (:key, :person, :source, '')"),
        {
            "key": key_of(row.urgency or 0, row.ordered_at, row.pk),
            "person": about_person(patient.name, patient.number, patient.birth_date),
            "source": about_recording(row.source_name, row.acquired_at),
        },
    )


def index_report(session: Session, study_pk: int, report: str) -> None:
    """Make a study findable by its present text, and no longer by an earlier one."""
    session.execute(
        text("UPDATE study_search SET report = :report WHERE rowid = :key"),
        {"key": _key(session, study_pk), "report": plain(report)},
    )


def move(session: Session, row: StudyRow, *, urgency_before: int) -> None:
    """Give a study its new place, after its urgency has changed."""
    before = key_of(urgency_before, row.ordered_at, row.pk)
    kept = session.execute(
        text("SELECT person, source, report FROM study_search WHERE rowid = :key"), {"key": before}
    ).one()
    session.execute(text("DELETE FROM study_search WHERE rowid = :key"), {"key": before})
    session.execute(
        text("INSERT INTO study_search (rowid, person, source, report) VALUES (:key, :person, :source, :report)"),
        {"key": key_of(row.urgency, row.ordered_at, row.pk), **kept._mapping},
    )


class Words:
    """The words of a search, as they are typed.

    Attributes
    ----------
    any
        Whether anything is asked for at all.
    match
        The condition in FTS5's own language; empty where nothing can be found (signs without letters).
    """

    def __init__(self, query: str) -> None:
        self.any = bool(query.strip())
        query = query.replace(_BACKWARDS, " ")
        rest, dates = _DATE.sub(" ", query), [_as_typed(found) for found in _DATE.finditer(query)]
        self._words = [(date,) for date in dates] + [_spellings(word) for word in _WORD.findall(rest)]

    @property
    def match(self) -> str:
        return " AND ".join(_condition(spellings) for spellings in self._words)

    def found_in(self, person: str, source: str, report: str) -> bool:
        """Whether a row's text holds all words: the same answer as the index gives."""
        about, told = _WORD.findall(f"{person} {source}"), _WORD.findall(report)
        for spellings in self._words:
            places = about if len(spellings[0]) < _SHORT else [*about, *told]
            if not any(place.startswith(spellings) for place in places):
                return False
        return True


def is_match(words: Words) -> ColumnElement[bool]:
    """Return the condition on :data:`FOUND` that a row holds all words."""
    return FOUND.c.study_search.op("MATCH", is_comparison=True)(words.match)


def texts(session: Session, keys: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Return person, source and report of these rows by number."""
    columns: list[ColumnElement[Any]] = [literal_column(name) for name in ("rowid", "person", "source", "report")]
    rows: Select[Any] = select(*columns)
    wanted: Any = bindparam("keys", list(keys), expanding=True)
    found = session.execute(rows.select_from(FOUND).where(literal_column("rowid").in_(wanted)))
    return {row[0]: (row[1], row[2], row[3]) for row in found}


def plain(words: str) -> str:
    """Lower case without accents, so that ``lecka`` finds ``Łęcka`` as people type it without her keyboard."""
    decomposed = unicodedata.normalize("NFKD", words.casefold().translate(_WITHOUT_STROKE))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def about_person(name: str, number: str, birth_date: date | None) -> str:
    """Return what a patient is found by: name, number from either end, date of birth."""
    joined = plain("".join(_WORD.findall(number)))
    backwards = [_BACKWARDS + joined[::-1]] if len(joined) > _FROM_BEHIND else []
    born = [f"{birth_date:%Y%m%d}"] if birth_date else []
    return " ".join((findable(name, number), *backwards, *born)).strip()


def about_recording(source_name: str, acquired_at: str | None) -> str:
    """Return what a recording is found by: its file's name, the date when it was taken."""
    taken = [acquired_at[:10].replace("-", "")] if acquired_at else []
    return " ".join((findable(source_name), *taken)).strip()


def findable(*parts: str) -> str:
    """Return what words are found by: ``Müller`` as muller and mueller, ``P0004711`` as 4711, ``O'Neill`` as oneill."""
    said = [word for part in parts for word in _WORD.findall(part)]
    more = [_spelt_out(word) for word in said]
    more += [found[1] or found[2] for word in said if (found := _DIGITS_AT_END.search(word))]
    more += [plain("".join(_WORD.findall(joined))) for part in parts for joined in _JOINED.findall(part)]
    shown = [plain(word) for word in said]
    return " ".join(dict.fromkeys([*shown, *more]))


def _second(moment: datetime) -> int:
    second = int((moment - _EPOCH).total_seconds() // 1) - _FIRST_SECOND
    return min(max(second, 0), (1 << _SECOND_BITS) - 1)


def _spellings(word: str) -> tuple[str, ...]:
    """Under which beginnings a typed word stands in the index."""
    found = [plain(word), _spelt_out(word)]
    if len(word) >= _FROM_BEHIND and any(letter.isdigit() for letter in word):
        found.append(_BACKWARDS + found[0][::-1])
    return tuple(dict.fromkeys(found))


def _as_typed(found: re.Match[str]) -> str:
    """A date, or its beginning, as the number it stands in the index as."""
    year, month, day, own_day, own_month, own_year = found.groups()
    if own_year:
        return f"{own_year}{int(own_month):02d}{int(own_day):02d}"
    whole = month if month in ("0", "1") and day is None else f"{int(month):02d}"
    return f"{year}{whole}{day or ''}"


def _condition(spellings: tuple[str, ...]) -> str:
    either = " OR ".join(f'"{spelling}"*' for spelling in spellings)
    columns = "{person source} : " if len(spellings[0]) < _SHORT else ""
    return f"{columns}({either})"


def _spelt_out(word: str) -> str:
    """Umlauts as they are typed where the keyboard has none, and as machine-readable zones of passports have them."""
    return plain(unicodedata.normalize("NFC", word).casefold().translate(_SPELT_OUT))


def _key(session: Session, study_pk: int) -> int:
    row = session.execute(
        select(StudyRow.urgency, StudyRow.ordered_at, StudyRow.pk).where(StudyRow.pk == study_pk)
    ).one()
    return key_of(row.urgency, row.ordered_at, row.pk)


_WITHOUT_STROKE: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
"""Letters whose stroke isn't a combining mark in Unicode."""
_SPELT_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
