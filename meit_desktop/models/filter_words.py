"""A filter of the worklist in words."""

from __future__ import annotations

from typing import Final

from meit_core.domain.worklist import WorklistFilter, WorklistOrder
from meit_desktop.language import counted, marked, tr

ORDER_WORDS: Final[dict[WorklistOrder, str]] = {
    WorklistOrder.NEWEST: marked("Newest first"),
    WorklistOrder.OLDEST: marked("Oldest first"),
    WorklistOrder.NAME: marked("By patient name"),
}


def conditions_in_words(wanted: WorklistFilter) -> tuple[str, ...]:
    """What is asked beside status and search, shortest words first come; the order too where it isn't the usual one."""
    words = []
    if wanted.urgent:
        words.append(tr("urgent"))
    if wanted.mine:
        words.append(tr("mine"))
    if wanted.last_days is not None:
        words.append(counted("today", "last %n days", wanted.last_days))
    elif wanted.since is not None and wanted.until is not None:
        words.append(tr("{since} to {until}").format(since=wanted.since, until=wanted.until))
    elif wanted.since is not None:
        words.append(tr("since {since}").format(since=wanted.since))
    elif wanted.until is not None:
        words.append(tr("until {until}").format(until=wanted.until))
    if wanted.drafted is not None:
        words.append(tr("with a draft" if wanted.drafted else "without a draft"))
    if wanted.poor_signal:
        words.append(tr("poor signal"))
    if wanted.abnormal_rate:
        words.append(tr("rate outside limits"))
    if wanted.abnormal_qtc:
        words.append(tr("QTc outside limits"))
    if wanted.order is not WorklistOrder.NEWEST:
        order = tr(ORDER_WORDS[wanted.order])
        words.append(order[:1].lower() + order[1:])
    return tuple(words)


def rounded(number: int) -> str:
    """A number for a chip: exact up to ten thousand, in thousands above."""
    return grouped(number) if number < 10_000 else f"{round(number / 1000)}k"


def grouped(number: int) -> str:
    """A number with narrow spaces between the thousands."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
