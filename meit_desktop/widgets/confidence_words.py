"""How far a value can be relied on, in a sentence."""

from __future__ import annotations

from math import ceil
from typing import Final

from meit_core.domain.measurements import Confidence, ValueConfidence
from meit_desktop.language import marked, tr

_DEGREES: Final = "\N{DEGREE SIGN}"
_REPEATED: Final = {
    Confidence.HIGH: marked("High confidence: measured on half of the beats or leads, it differs by {apart}."),
    Confidence.MEDIUM: marked("Medium confidence: measured on half of the beats or leads, it differs by {apart}."),
    Confidence.LOW: marked("Low confidence: measured on half of the beats or leads, it differs by {apart}."),
}


def confidence_words(confidence: ValueConfidence, unit: str) -> str:
    """Say the level and what it rests on.

    Parameters
    ----------
    unit
        Of the value: ``ms``, ``/min`` or the degree sign, which stands at its number.
    """
    if confidence.apart is None:
        return tr("Low confidence: half of the beats or leads do not show it.")
    apart = f"{max(1, ceil(confidence.apart))}{'' if unit == _DEGREES else ' '}{unit}"
    return tr(_REPEATED[confidence.level]).format(apart=apart)
