"""A filter of the worklist in words."""

from __future__ import annotations

from typing import Final

from meit_core.domain.worklist import WorklistFilter, WorklistOrder

ORDER_WORDS: Final[dict[WorklistOrder, str]] = {
    WorklistOrder.NEWEST: "Newest first",
    WorklistOrder.OLDEST: "Oldest first",
    WorklistOrder.NAME: "By patient name",
}


def conditions_in_words(wanted: WorklistFilter) -> tuple[str, ...]:
    """What is asked beside status and search, shortest words first come; the order too where it isn't the usual one."""
    words = []
    if wanted.urgent:
        words.append("urgent")
    if wanted.mine:
        words.append("mine")
    if wanted.last_days is not None:
        words.append("today" if wanted.last_days == 1 else f"last {wanted.last_days} days")
    elif wanted.since is not None and wanted.until is not None:
        words.append(f"{wanted.since} to {wanted.until}")
    elif wanted.since is not None:
        words.append(f"since {wanted.since}")
    elif wanted.until is not None:
        words.append(f"until {wanted.until}")
    if wanted.drafted is not None:
        words.append("with a draft" if wanted.drafted else "without a draft")
    if wanted.poor_signal:
        words.append("poor signal")
    if wanted.abnormal_rate:
        words.append("rate outside limits")
    if wanted.abnormal_qtc:
        words.append("QTc outside limits")
    if wanted.order is not WorklistOrder.NEWEST:
        words.append(ORDER_WORDS[wanted.order].lower())
    return tuple(words)


def rounded(number: int) -> str:
    """A number for a chip: exact up to ten thousand, in thousands above."""
    return grouped(number) if number < 10_000 else f"{round(number / 1000)}k"


def grouped(number: int) -> str:
    """A number with narrow spaces between the thousands."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
