"""The worklist: one page of it, how many studies a filter shows, what to read next.

Every question is answered from an index, in the order asked for, and stops where the page is full: the cost is that of
what is shown, not of what there is. Urgent studies come first, so each question is asked twice, of urgent and of
routine ones, which leaves the database one range in which its index is in order already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select, tuple_
from sqlalchemy.orm import Session

from meit_core.domain.record import Sex
from meit_core.domain.study import Study, StudyId, StudyStatus
from meit_core.domain.worklist import WorklistCounts, WorklistFilter, WorklistOrder
from meit_core.store import search, studies
from meit_core.store.base import Moment
from meit_core.store.search import FOUND, PK_OF_FOUND, Words
from meit_core.store.tables_people import PatientRow
from meit_core.store.tables_studies import StudyRow

_TO_READ: Final = (StudyStatus.UNREAD, StudyStatus.DRAFTED)
"""A draft alone is nobody's reading."""
_FEW: Final = 2000
"""So few studies are looked through one by one sooner than a word that most reports have."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Outside which a rate (1/min) and a QTc after Framingham (ms, by sex) are flagged."""

    rate_bpm: tuple[float, float]
    qtc_short_ms: float
    qtc_long_ms: Mapping[Sex, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter with what it needs to be answered.

    Attributes
    ----------
    reader
        Username that "mine" is about.
    today
        What "the last days" are counted back from.
    limits
        Needed where rate or QTc are asked for.
    """

    filter: WorklistFilter
    reader: str = ""
    today: date | None = None
    limits: Limits | None = None


def page(session: Session, wanted: Wanted, *, limit: int, offset: int = 0) -> list[Study]:
    """Return part of the worklist in the filter's order, urgent studies first."""
    words = Words(wanted.filter.search)
    if words.any and not words.match:
        return []
    pks = _Finder(session, wanted, words).pks(limit, offset)
    return studies.by_pks(session, pks)


def count(session: Session, wanted: Wanted, *, at_most: int) -> int:
    """Return how many studies the filter shows; ``at_most`` where there are as many or more."""
    words = Words(wanted.filter.search)
    if words.any and not words.match:
        return 0
    return _Finder(session, wanted, words).count(at_most)


def counts(session: Session, *, reader: str = "") -> WorklistCounts:
    """Return the number of studies per status, of urgent ones, and of those that are the reader's."""
    by_status = dict.fromkeys(StudyStatus, 0)
    for status, number in session.execute(select(StudyRow.status, func.count()).group_by(StudyRow.status)):
        by_status[status] = number
    urgent = session.scalar(select(func.count()).where(StudyRow.urgency == 1)) or 0
    mine = session.scalar(select(func.count()).where(StudyRow.assignee == reader)) if reader else 0
    return WorklistCounts(by_status, urgent, mine or 0)


def next_to_read(session: Session, *, after: str | None = None) -> StudyId | None:
    """Return the next study nobody has read, in the worklist's order, from the top again at its end."""
    here = None if after is None else studies.row_of(session, after)
    found: str | None = None
    if here is not None:
        found = _first_unread(session, below=here)
    found = found or _first_unread(session, but=here)
    return None if found is None else StudyId(found)


def _first_unread(session: Session, *, below: StudyRow | None = None, but: StudyRow | None = None) -> str | None:
    """The first of each status is found in the index at once; the better of the two is the next."""
    best: tuple[Any, ...] | None = None
    for status in _TO_READ:
        for urgency in (1, 0):
            rows = select(StudyRow.urgency, StudyRow.ordered_at, StudyRow.pk, StudyRow.study_id)
            rows = rows.where(StudyRow.status == status, StudyRow.urgency == urgency)
            if below is not None and urgency > below.urgency:
                continue
            if below is not None and urgency == below.urgency:
                here = tuple_(literal(below.ordered_at, Moment), below.pk)
                rows = rows.where(tuple_(StudyRow.ordered_at, StudyRow.pk) < here)
            if but is not None:
                rows = rows.where(StudyRow.pk != but.pk)
            row = session.execute(rows.order_by(StudyRow.ordered_at.desc(), StudyRow.pk.desc()).limit(1)).first()
            if row is not None:
                best = max(best, tuple(row)) if best is not None else tuple(row)
                break
    return None if best is None else best[3]


class _Finder:
    """Finds the primary keys of what one filter shows."""

    def __init__(self, session: Session, wanted: Wanted, words: Words) -> None:
        self._session, self._wanted, self._words = session, wanted, words
        self._filter = wanted.filter
        self._levels: tuple[int | None, ...] = (1,) if wanted.filter.urgent else (1, 0)
        if words.any and not wanted.filter.urgent and self._is_in_key_order:
            # A long word's studies are gathered anew by each question, which is most of its time: one will do.
            self._levels = (None,)
        self._few = self._through_few() if words.any else None

    def pks(self, limit: int, offset: int) -> list[int]:
        if self._few is not None:
            return self._few[offset : offset + limit]
        found: list[int] = []
        passed = 0
        for level in self._levels:
            rows = list(self._session.scalars(self._rows(level).limit(limit).offset(max(0, offset - passed))))
            found += rows
            limit -= len(rows)
            if not limit:
                break
            if offset > passed and not rows:
                passed += self._count_level(level, offset - passed)
            elif offset > passed:
                passed = offset  # the page began within this level: the next one is read from its first row
        return found

    def count(self, at_most: int) -> int:
        if self._few is not None:
            return min(len(self._few), at_most)
        number = 0
        for level in self._levels:
            number += self._count_level(level, at_most - number)
        return number

    @property
    def _is_in_key_order(self) -> bool:
        """Whether the search index's order, backwards, is the one asked for, over urgent and routine studies."""
        return self._filter.order is WorklistOrder.NEWEST and self._span() == (None, None)

    def _count_level(self, level: int | None, at_most: int) -> int:
        if at_most <= 0:
            return 0
        rows = self._rows(level, ordered=False).limit(at_most).subquery()
        return self._session.scalar(select(func.count()).select_from(rows)) or 0

    def _rows(self, level: int | None, *, ordered: bool = True) -> Select[int]:
        """Primary keys of urgent (1), routine (0) or, out of the search index, all studies."""
        if self._words.any:
            return self._searched(level, ordered=ordered)
        rows = self._joined(select(StudyRow.pk)).where(StudyRow.urgency == level, *self._conditions())
        return rows.order_by(*self._order()) if ordered else rows

    def _searched(self, level: int | None, *, ordered: bool) -> Select[int]:
        """Out of the search index, whose numbers are in the worklist's order already."""
        rowid = FOUND.c.rowid
        within = rowid.between(*search.keys_between(level, *self._span()))
        rows: Select[int] = select(PK_OF_FOUND).select_from(FOUND).where(search.is_match(self._words), within)
        conditions = [*self._indexed_conditions(), *self._measured_conditions()]
        by_name = self._filter.order is WorklistOrder.NAME
        if conditions or by_name:
            rows = rows.join(StudyRow, StudyRow.pk == PK_OF_FOUND).where(*conditions)
        if self._about_people():
            rows = rows.join(PatientRow, StudyRow.patient_pk == PatientRow.pk)
        if not ordered:
            return rows
        if by_name:
            return rows.order_by(*self._order())
        return rows.order_by(rowid if self._filter.order is WorklistOrder.OLDEST else rowid.desc())

    def _through_few(self) -> list[int] | None:
        """Where the filter without its words leaves few studies, look through their texts instead of the index.

        A word of most reports under a filter that hardly any of them passes would otherwise be followed to its end.
        """
        if not (self._filter.status or self._filter.mine or self._filter.urgent):
            return None
        columns: Select[Any] = select(StudyRow.pk, StudyRow.urgency, StudyRow.ordered_at)  # type: ignore[assignment]
        rows = self._joined(columns).where(*self._conditions())
        if self._filter.urgent:
            rows = rows.where(StudyRow.urgency == 1)
        narrow = select(StudyRow.pk).where(*self._indexed_conditions()).limit(_FEW + 1).subquery()
        if (self._session.scalar(select(func.count()).select_from(narrow)) or 0) > _FEW:
            return None
        ordered = rows.order_by(StudyRow.urgency.desc(), *self._order())
        keys = {search.key_of(row[1], row[2], row[0]): row[0] for row in self._session.execute(ordered)}
        texts = search.texts(self._session, list(keys))
        return [pk for key, pk in keys.items() if key in texts and self._words.found_in(*texts[key])]

    def _about_people(self) -> bool:
        return self._filter.order is WorklistOrder.NAME or self._filter.abnormal_qtc

    def _joined(self, rows: Select[Any]) -> Select[Any]:
        return rows.join(PatientRow, StudyRow.patient_pk == PatientRow.pk) if self._about_people() else rows

    def _order(self) -> tuple[ColumnElement[Any], ...]:
        if self._filter.order is WorklistOrder.NAME:
            return PatientRow.sort_name.asc(), StudyRow.ordered_at.desc(), StudyRow.pk.desc()
        if self._filter.order is WorklistOrder.OLDEST:
            return StudyRow.ordered_at.asc(), StudyRow.pk.asc()
        return StudyRow.ordered_at.desc(), StudyRow.pk.desc()

    def _indexed_conditions(self) -> list[ColumnElement[bool]]:
        asked = self._filter
        found: list[ColumnElement[bool]] = []
        if asked.status is not None:
            found.append(StudyRow.status == asked.status)
        if asked.mine:
            found.append(StudyRow.assignee == self._wanted.reader)
        if asked.urgent:
            found.append(StudyRow.urgency == 1)
        return found

    def _conditions(self) -> list[ColumnElement[bool]]:
        """Everything but words; urgency only where it is asked for."""
        first, end = self._span()
        found: list[ColumnElement[bool]] = [*self._indexed_conditions(), *self._measured_conditions()]
        if first is not None:
            found.append(StudyRow.ordered_at >= first)
        if end is not None:
            found.append(StudyRow.ordered_at < end)
        return found

    def _span(self) -> tuple[datetime | None, datetime | None]:
        """From when on, and before when. A device's own time is kept as if it were UTC, so days are cut there."""
        first, last = self._filter.days(self._wanted.today or datetime.now(UTC).date())
        return (
            None if first is None else datetime.combine(first, time.min, UTC),
            None if last is None else datetime.combine(last + timedelta(days=1), time.min, UTC),
        )

    def _measured_conditions(self) -> list[ColumnElement[bool]]:
        asked = self._filter
        found: list[ColumnElement[bool]] = []
        if asked.poor_signal:
            found.append(StudyRow.poor_signal.is_(True))
        if asked.drafted is not None:
            found.append(StudyRow.has_draft.is_(asked.drafted))
        limits = self._wanted.limits
        if limits is not None and asked.abnormal_rate:
            low, high = limits.rate_bpm
            found.append(or_(StudyRow.heart_rate_bpm < low, StudyRow.heart_rate_bpm > high))
        if limits is not None and asked.abnormal_qtc:
            found.append(_qtc_outside(limits))
        return found


def _qtc_outside(limits: Limits) -> ColumnElement[bool]:
    longest = case(
        *((PatientRow.sex == sex, ms) for sex, ms in limits.qtc_long_ms.items() if sex is not Sex.UNKNOWN),
        else_=limits.qtc_long_ms[Sex.UNKNOWN],
    )
    return and_(StudyRow.qtc_ms.is_not(None), or_(StudyRow.qtc_ms < limits.qtc_short_ms, StudyRow.qtc_ms > longest))
