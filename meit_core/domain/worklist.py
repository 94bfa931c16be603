"""What a reader wants to see of the worklist, and in which order."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Self

from meit_core.domain.study import StudyStatus


class WorklistOrder(StrEnum):
    """Urgent studies stand first in every order."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class WorklistFilter:
    """All that is asked of the worklist; what isn't asked excludes nothing.

    Attributes
    ----------
    mine
        Only studies whose report the asking reader has begun.
    since, until
        First and last day of recording, both included; the day that the device wrote.
    last_days
        Recorded today or on the days before, so many days in all: stays true when it is kept under a name.
    poor_signal
        Only recordings in which a lead is noisy, flat, clipped or missing.
    drafted
        With or without a draft of the model.
    abnormal_rate, abnormal_qtc
        Only recordings whose rate or QTc lies outside the limits that also flag it beside the tracing.
    search
        Words that must all begin a word of name, number, file or report.
    """

    status: StudyStatus | None = None
    mine: bool = False
    urgent: bool = False
    since: date | None = None
    until: date | None = None
    last_days: int | None = None
    poor_signal: bool = False
    drafted: bool | None = None
    abnormal_rate: bool = False
    abnormal_qtc: bool = False
    search: str = ""
    order: WorklistOrder = WorklistOrder.NEWEST

    @property
    def narrowing(self) -> int:
        """How many conditions there are beside status and search."""
        dated = self.since is not None or self.until is not None or self.last_days is not None
        asked = (self.mine, self.urgent, dated, self.poor_signal, self.abnormal_rate, self.abnormal_qtc)
        return sum(asked) + (self.drafted is not None)

    def days(self, today: date) -> tuple[date | None, date | None]:
        """Return first and last day, with ``last_days`` counted back from today."""
        if self.last_days is None:
            return self.since, self.until
        return today - timedelta(days=self.last_days - 1), None

    def without_conditions(self) -> Self:
        """Keep status and search only."""
        return type(self)(status=self.status, search=self.search)

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON of what is asked."""
        nothing = asdict(type(self)())
        kept = {name: value for name, value in asdict(self).items() if value != nothing[name]}
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Return the filter that was kept; what this version doesn't know is left out, what it can't read too."""
        known = {name: value for name, value in kept.items() if name in cls.__slots__}
        try:
            for name in ("since", "until"):
                if name in known:
                    known[name] = date.fromisoformat(known[name])
            if "status" in known:
                known["status"] = StudyStatus(known["status"])
            known["order"] = WorklistOrder(known.get("order", WorklistOrder.NEWEST))
            return replace(cls(), **known)
        except (TypeError, ValueError):
            return cls()


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that a reader has given a name."""

    name: str
    filter: WorklistFilter


@dataclass(frozen=True, slots=True)
class WorklistCounts:
    """How many studies there are, whatever filter is on.

    Attributes
    ----------
    by_status
        Every status, zeros included.
    mine
        Studies whose report the asking reader has begun.
    """

    by_status: dict[StudyStatus, int]
    urgent: int = 0
    mine: int = 0

    @property
    def total(self) -> int:
        return sum(self.by_status.values())
