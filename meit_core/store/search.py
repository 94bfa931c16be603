"""Full-text search over studies: any piece of at least three letters of name, number, file or report text.

The index is SQLite's FTS5 with trigrams (sqlite.org/fts5.html); its rows have the studies' primary keys.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, column, select, table, text
from sqlalchemy.orm import Session

from meit_core.store.tables_studies import StudyRow

_SHORTEST = 3
"""Trigrams can't find less; shorter words are looked for letter by letter."""


def index_study(session: Session, study_pk: int, *, person: str, source: str) -> None:
    """Make a new study findable."""
    session.execute(
        text("INSERT INTO study_search (rowid, person, source, report) VALUES (:pk, :person, :source, '')"),
        {"pk": study_pk, "person": plain(person), "source": plain(source)},
    )


def index_report(session: Session, study_pk: int, report: str) -> None:
    """Make a study findable by its present text, and no longer by an earlier one."""
    session.execute(
        text("UPDATE study_search SET report = :report WHERE rowid = :pk"), {"pk": study_pk, "report": plain(report)}
    )


def matches(query: str) -> ColumnElement[bool] | None:
    """Return the condition that a study holds every word of ``query``, or ``None`` for an empty query."""
    words = plain(query).replace(",", " ").split()
    if not words:
        return None
    found = table("study_search", column("rowid"), column("study_search"), column("person"), column("source"))
    conditions: list[ColumnElement[bool]] = []
    long = [word for word in words if len(word) >= _SHORTEST]
    if long:
        phrases = " ".join(f'"{word.replace(chr(34), chr(34) * 2)}"' for word in long)
        conditions.append(found.c.study_search.op("MATCH", is_comparison=True)(phrases))
    for word in (word for word in words if len(word) < _SHORTEST):
        # In whole reports nearly every two letters occur: they would find everything.
        either: Any = found.c.person.contains(word, autoescape=True) | found.c.source.contains(word, autoescape=True)
        conditions.append(either)
    return StudyRow.pk.in_(select(found.c.rowid).where(*conditions))


def plain(words: str) -> str:
    """Lower case without accents, so that ``lecka`` finds ``Łęcka`` as people type it without her keyboard."""
    decomposed = unicodedata.normalize("NFKD", words.casefold().translate(_WITHOUT_STROKE))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


_WITHOUT_STROKE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters whose stroke isn't a combining mark in Unicode."""
