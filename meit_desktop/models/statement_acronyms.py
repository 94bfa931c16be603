"""When a typed acronym becomes its wording."""

from __future__ import annotations

import re
from functools import cache

from meit_core.knowledge import expand_acronym, load_statements

_LITERAL = frozenset(
    {"alt", "ao", "art", "big", "dig", "el", "esc", "ha", "hv", "ia", "inj", "la", "lv", "mi", "na", "own", "pace"}
    | {"pe", "peri", "rev", "ra", "va", "vh"}
)
"""Acronyms that readers also write as words or as chambers and structures ("LV aneurysm", "pace spikes")."""

_LAST_TOKEN = re.compile(r"(\S+)$")


def expand_last_word(text: str) -> str | None:
    """Expand the acronym at the end of what has been typed so far, or return ``None``.

    Only acronyms that mean nothing else expand in running text: "st" stays in "st elevation", "lv" in "lv aneurysm".
    As a whole statement they do: see :func:`expand_statement`.
    """
    match = _LAST_TOKEN.search(text)
    if match is None or match.group(1).casefold() in _read_literally():
        return None
    wording = expand_acronym(match.group(1))
    return None if wording is None else text[: match.start()] + wording


def expand_statement(text: str) -> str:
    """Return the wording where the whole statement is one acronym, else expand its last word if that is safe."""
    return expand_acronym(text.strip().rstrip(".")) or expand_last_word(text) or text


@cache
def _read_literally() -> frozenset[str]:
    words = {word for statement in load_statements() for word in re.findall(r"\w+", statement.label.casefold())}
    return _LITERAL | words
