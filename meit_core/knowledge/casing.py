"""How a report is written for people: capitals where cardiology has them."""

from __future__ import annotations

import re
from typing import Final

_LEAD: Final = {"avr": "aVR", "avl": "aVL", "avf": "aVF"}
_INTERVALS: Final = frozenset({"ecg", "qrs", "qrst", "st", "qt", "qtc", "qs", "qr", "rs", "rsr", "pr", "pq"})
_SHORT_FORMS: Final = frozenset(
    {"av", "sa", "lbbb", "rbbb", "lafb", "lpfb", "lvh", "rvh", "pvc", "pac", "svt", "vt", "wpw"}
)
_ACRONYMS: Final = _INTERVALS | _SHORT_FORMS | {"i", "ii", "iii"}
_NAMES: Final = frozenset(
    {"wolff", "parkinson", "white", "wenckebach", "mobitz", "brugada", "sokolow", "lyon", "cornell"}
)
_WAVES: Final = frozenset("pqrstuv")
"""Single letters are waves or leads, never words: ``t wave``, ``q waves``, ``lead v``."""
_WORD: Final = re.compile(r"[a-z0-9]+(?:/[a-z0-9]+)*")
_CHEST_LEAD: Final = re.compile(r"v[1-9]r?")
_S1Q3: Final = re.compile(r"s1q3(t3)?")


def sentence_case(sentence: str) -> str:
    """Write a lower-case sentence as a clinician would: ``broad qrs in v1.`` -> ``Broad QRS in V1.``

    What already has capitals is a person's and left alone.
    """
    if sentence != sentence.lower():
        return sentence
    cased = _WORD.sub(lambda match: "/".join(_cased(word) for word in match.group().split("/")), sentence)
    return cased if re.match(r"a?V[RLF1-9]", cased) else cased[:1].upper() + cased[1:]


def _cased(word: str) -> str:
    if word in _LEAD:
        return _LEAD[word]
    if word in _ACRONYMS or word in _WAVES or _CHEST_LEAD.fullmatch(word) or _S1Q3.fullmatch(word):
        return word.upper()
    return word.capitalize() if word in _NAMES else word
