"""The heart rate that a sentence tells as a number."""

from __future__ import annotations

import re
from typing import Final

_UNIT: Final = r"(?:/\s*min(?:ute)?\b|\s*(?:bpm|beats? per min(?:ute)?|per minute)\b)"
_RATE: Final = re.compile(
    rf"\b(?:ventricular |heart |sinus )?(?P<rate>\d{{2,3}})(?:[.,]\d+)?\s*{_UNIT}"
    r"|\b(?P<kind>ventricular |heart |atrial )?rate(?: is| of| about| approximately|:|,)*\s*(?P<named>\d{2,3})\b",
    re.IGNORECASE,
)
_ATRIAL: Final = re.compile(r"\b(?:atrial|flutter|p[- ]waves?|f[- ]waves?)\b", re.IGNORECASE)


def stated_rate_bpm(sentence: str) -> int | None:
    """Return the ventricular rate a sentence tells in beats a minute; ``None`` where it tells none.

    A rate of the atria ("flutter waves at 300/min") isn't the heart rate that is measured, and of two numbers ("rate 60
    to 90/min") none is meant alone: both count as telling none.
    """
    if _ATRIAL.search(sentence) and not re.search(r"\bventricular rate\b", sentence, re.IGNORECASE):
        return None
    told = {int(match["rate"] or match["named"]) for match in _RATE.finditer(sentence)}
    if len(told) != 1 or re.search(r"\d\s*(?:-|–|to)\s*\d{2,3}\s*(?:/|bpm|per|beats)", sentence, re.IGNORECASE):
        return None
    return told.pop()
