"""Lists of leads, from every way a report writes them to one: ``v4,5,6`` -> ``v4, v5, v6``; ``v2 - 6`` -> ``v2-v6``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from meit_core.knowledge.translation.tokens import Token, TokenKind

_LIMB: Final = {
    "i": "i", "ii": "ii", "iii": "iii", "ll": "ii", "lll": "iii", "avr": "avr", "avl": "avl", "avf": "avf",
    "vf": "avf", "vl": "avl", "iavr": "i, avr", "iavl": "i, avl",
}  # fmt: skip
_SHORT: Final = {"r": "avr", "l": "avl", "f": "avf"}
"""Only beside other leads or after a preposition: alone they are waves or words."""
_SEPARATORS: Final = frozenset({",", "/", "+", "&", ";", "und", "u", "and", "och", "samt", "sowie", "auch"})
_RANGES: Final = frozenset({"-", "bis", "till", "to"})
_MOST_SEPARATORS: Final = 2
_CHEST: Final = frozenset("123456789")
_COUNTED: Final = frozenset({"mm", "mv", "ms", "sec", "min", "mal", "x", "er", "grades"})
"""After these a number counts, and doesn't name a chest lead: ``v1, 2 mm``."""
_WAVE_WORDS: Final = ("progr", "verlust", "zack", "wave", "welle", "reduk", "aufbau")


@dataclass(frozen=True, slots=True)
class Leads:
    """Leads in the order named; ``names`` holds single leads and ranges such as ``v1-v3``."""

    names: tuple[str, ...]

    @property
    def several(self) -> bool:
        return len(self.names) > 1 or any("-" in name or "," in name for name in self.names)

    @property
    def listed(self) -> str:
        return ", ".join(self.names)

    def __str__(self) -> str:
        return f"{'leads' if self.several else 'lead'} {self.listed}"


def read_leads(tokens: Sequence[Token], start: int, *, after_preposition: bool) -> tuple[Leads, int] | None:
    """Read the longest list of leads that begins at ``start``; return it with the index behind it."""
    first = _lead(tokens, start, chest=False, short=after_preposition)
    if first is None:
        return None
    name, position, chest = first
    names = [name]
    while True:
        separator, following = _separator(tokens, position)
        if following is None:
            break
        lead = _lead(tokens, following, chest=chest, short=separator == ",")
        if lead is None:
            break
        name, position, chest = lead[0], lead[1], lead[2]
        if separator == "-" and "-" not in names[-1]:
            names[-1] = f"{names[-1]}-{name}"
        elif name not in names:
            names.append(name)
    return Leads(tuple(names)), position


def _lead(tokens: Sequence[Token], index: int, *, chest: bool, short: bool) -> tuple[str, int, bool] | None:
    """Return a lead's name, the index behind it and whether it is on the chest."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    next_text = "" if following is None else following.text
    name, taken, on_chest = "", 1, False
    if token.kind is TokenKind.LEAD:
        name, on_chest = token.text, True
    elif token.text == "v" and next_text in _CHEST:
        name, taken, on_chest = f"v{next_text}", 2, True
    elif token.kind is TokenKind.NUMBER and chest and token.text in _CHEST and next_text not in _COUNTED:
        name, on_chest = f"v{token.text}", True
    elif token.text in _LIMB:
        name = _LIMB[token.text]
    elif token.text == "av" and next_text in _SHORT:
        name, taken = _SHORT[next_text], 2
    elif short and token.text in _SHORT and not (following is not None and _names_wave(following)):
        name = _SHORT[token.text]
    return (name, index + taken, on_chest) if name else None


def _names_wave(following: Token) -> bool:
    return following.hyphened or following.text.startswith(_WAVE_WORDS)


def _separator(tokens: Sequence[Token], position: int) -> tuple[str, int | None]:
    """Return what stands between two leads: ``-`` for a range, ``,`` for a list, nothing but a space as `` ``."""
    if position >= len(tokens):
        return "", None
    if tokens[position].text in _RANGES:
        return "-", position + 1
    end = position
    while end < min(position + _MOST_SEPARATORS, len(tokens)) and tokens[end].text in _SEPARATORS:
        end += 1
    return ("," if end > position else " "), end
