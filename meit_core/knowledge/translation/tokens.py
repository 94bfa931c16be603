"""A source report as tokens: folded so that spellings meet, with the raw text kept for what nobody can translate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_FOLDED: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ß": "ss", "á": "ss", "é": "e", "à": "a"})
"""Umlauts written out, because the reports mix both spellings. ``á`` is what an old code page made of ``ß``."""
_TOKEN: Final = re.compile(
    r"(?P<date>\d{1,2}[:./,]\d{1,2}[:./,]\d{2,4}(?!\d))"
    r"|(?P<dose>\d+x\d+(?:[/,.]\d+)?|\d+(?:-\d+){2,}|\d\s?:\s?\d(?!\d))"
    r"|(?P<lead>v[1-9]r?(?![a-z0-9äöüåß#]))"
    r"|(?P<number>\d+(?:[.,]\d+)?)"
    r"|(?P<word>[a-zäöüåßáéà#]+)"
    r"|(?P<punctuation>[^\w\s])"
)
_GLUED_LEADS: Final = re.compile(r"(v[1-9](?:[-,]?[1-9])*)(?=[a-zäöü])")
_SPLIT_NAMES: Final = (
    (re.compile(r"\ba\s?-\s?v(?=[\s-])"), "av"),
    (re.compile(r"\bp\s?-\s?([rq])(?=[\s-])"), r"p\1"),
    (re.compile(r"\bs\s?-\s?a(?=[\s-])"), "sa"),
    (re.compile(r"\bst\.t\b"), "st-t"),
    (re.compile(r"(?<=av[rlf])\.(?=[iv])"), ","),
    (re.compile(r"\bin(?=v\s?[1-9])"), "in "),
    (re.compile(r"\b([qtp])in\b"), r"\1 in"),
)
"""Names that some reports part with a hyphen or a full stop, and words that they run together."""
_RANGE_ENDS: Final = frozenset({"i", "ii", "iii", "avr", "avl", "avf", "v"})
_LOST_UMLAUT: Final = re.compile(r"(?<=[a-zäöü])#(?=[a-zäöü])|#(?=[a-zäöü])")
_AFTER_CHEST_LEAD: Final = re.compile(r"v\s?[1-9](?:\s?[-,/+u&]\s?v?[1-9])*\s?[-,/+]\s?$")


class TokenKind(StrEnum):
    WORD = "word"
    LEAD = "lead"
    NUMBER = "number"
    DOSE = "dose"  # and ratios, ``2:1``
    DATE = "date"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, lead or mark.

    Attributes
    ----------
    text
        Lower case, umlauts written out: what the lexicon is searched with.
    raw
        As in the report, lower case.
    hyphened
        A hyphen without space stood before it.
    """

    text: str
    raw: str
    kind: TokenKind
    hyphened: bool = False


def fold(word: str) -> str:
    """Return the spelling under which the lexicon keeps a word: ``Überdreht`` -> ``ueberdreht``."""
    return word.lower().translate(_FOLDED)


def tokenise(text: str) -> tuple[Token, ...]:
    """Split a report or a lexicon's wording into tokens.

    A hyphen between words is no token, since ``st-hebung``, ``st- hebung`` and ``st hebung`` are the same finding;
    between leads and numbers it is one, being a range.
    """
    lowered = _LOST_UMLAUT.sub("ü", text.lower())
    lowered = _GLUED_LEADS.sub(r"\1 ", lowered)
    for pattern, name in _SPLIT_NAMES:
        lowered = pattern.sub(name, lowered)
    tokens: list[Token] = []
    position = 0
    while match := _TOKEN.search(lowered, position):
        kind = TokenKind(match.lastgroup or "word")
        raw = match.group()
        position = match.end()
        if kind is TokenKind.NUMBER and "," in raw and _AFTER_CHEST_LEAD.search(lowered[: match.start()]):
            raw = raw.partition(",")[0]  # "v4,5,6" counts leads; "0,12" is a decimal
            position = match.start() + len(raw)
        before = lowered[match.start() - 1] if match.start() else " "
        tokens.append(Token(fold(raw), raw, kind, before == "-"))
    return _without_word_hyphens(tokens)


def _without_word_hyphens(tokens: list[Token]) -> tuple[Token, ...]:
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        inside = 0 < index < len(tokens) - 1
        if token.text == "-" and not (
            inside and _may_end_range(tokens[index - 1]) and _may_end_range(tokens[index + 1])
        ):
            continue
        kept.append(token)
    return tuple(kept)


def _may_end_range(token: Token) -> bool:
    return token.kind in (TokenKind.LEAD, TokenKind.NUMBER) or token.text in _RANGE_ENDS
