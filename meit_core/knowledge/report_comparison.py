"""Which findings two reports of one patient state, as facts about the texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from meit_core.knowledge.hierarchy import load_hierarchy
from meit_core.knowledge.lexicon import Certainty
from meit_core.knowledge.parser import Mention, is_understood, parse_report, split_sentences
from meit_core.knowledge.statements import load_statements, statements_by_code

_HEDGES: Final = {Certainty.PROBABLE: "probably ", Certainty.POSSIBLE: "possibly "}


@dataclass(frozen=True, slots=True)
class ReportComparison:
    """What one of two reports states and the other doesn't.

    A finding that only one text states may be there in both recordings, or in neither: texts are compared, not hearts.

    Attributes
    ----------
    only_now, only_before
        Findings in words, in report order; one that the other text excludes says so.
    in_both
        How many findings both state.
    not_read
        Sentences of either text that the parser doesn't understand: what they state isn't compared.
    """

    only_now: tuple[str, ...]
    only_before: tuple[str, ...]
    in_both: int
    not_read: tuple[str, ...] = ()


def compare_reports(before: str, now: str) -> ReportComparison:
    """Compare two reports by the statements the parser finds in them.

    A general statement counts as stated where a special one of its kind is: "left bundle branch block" is no finding of
    its own beside "complete left bundle branch block". Verdicts that only sum up or compare are left out.
    """
    stated_before, stated_now = _stated(before), _stated(now)
    above = load_hierarchy().contained
    implied_before, implied_now = above(stated_before), above(stated_now)
    only_now = stated_now.keys() - implied_before
    only_before = stated_before.keys() - implied_now
    return ReportComparison(
        only_now=_in_words(only_now, stated_now, _excluded(before), "the prior report excludes it"),
        only_before=_in_words(only_before, stated_before, _excluded(now), "today's report excludes it"),
        in_both=len(load_hierarchy().specific(stated_now.keys() & implied_before)),
        not_read=tuple(
            sentence for text in (before, now) for sentence in split_sentences(text) if not is_understood(sentence)
        ),
    )


def _stated(text: str) -> dict[str, Mention]:
    """The statements of a report that aren't excluded, each by its first and so most deliberate mention."""
    left_out = load_hierarchy().judgements
    found: dict[str, Mention] = {}
    for mention in parse_report(text):
        if not mention.negated and mention.code not in left_out:
            found.setdefault(mention.code, mention)
    return found


def _excluded(text: str) -> frozenset[str]:
    return frozenset(mention.code for mention in parse_report(text) if mention.negated)


def _in_words(
    codes: Iterable[str], mentions: dict[str, Mention], excluded: frozenset[str], remark: str
) -> tuple[str, ...]:
    specific = load_hierarchy().specific(frozenset(codes))
    in_order = [statement.code for statement in load_statements() if statement.code in specific]
    return tuple(
        f"{_words(mentions[code])} ({remark})" if code in excluded else _words(mentions[code]) for code in in_order
    )


def _words(mention: Mention) -> str:
    label = statements_by_code()[mention.code].label
    age = f" ({mention.age.value})" if mention.age is not None and mention.age.value not in label else ""
    return f"{_HEDGES.get(mention.certainty, '')}{label}{age}"
