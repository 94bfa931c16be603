"""What a reader made of a draft, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class ChangeKind(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Change:
    """Attributes: the wording ``before`` (empty where added) and ``after`` (empty where removed)."""

    kind: ChangeKind
    before: str
    after: str


SAME_SENTENCE_FROM = 0.5
"""Share of words in common from which a replaced sentence is shown as reworded instead of removed and added."""


def compare_reports(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """Compare two reports given as sentences; capitals and full stops make no difference.

    Sentences that changed places count as removed and added: order carries meaning in a report.
    """
    return tuple(_changes(before, after))


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [_words(text) for text in before], [_words(text) for text in after], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        old, new = list(before[first:last]), list(after[start:end])
        if tag == "equal":
            yield from (Change(ChangeKind.KEPT, text, after[start + k]) for k, text in enumerate(old))
        else:
            yield from _replaced(old, new)


def _replaced(old: list[str], new: list[str]) -> Iterator[Change]:
    for text in old:
        partner = next((candidate for candidate in new if _likeness(text, candidate) >= SAME_SENTENCE_FROM), None)
        if partner is None:
            yield Change(ChangeKind.REMOVED, text, "")
        else:
            new.remove(partner)
            yield Change(ChangeKind.REWORDED, text, partner)
    yield from (Change(ChangeKind.ADDED, "", text) for text in new)


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, _words(first), _words(second), autojunk=False).ratio()


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.casefold().strip(" .").split())
