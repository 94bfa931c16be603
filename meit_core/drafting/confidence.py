"""How far a sentence can be believed: how many of the drawn drafts say the same, calibrated on held-out reports."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from meit_core.knowledge.parser import stated_codes


@dataclass(frozen=True, slots=True)
class ConfidenceCurve:
    """From the share of drafts that agree to a probability (Platt 1999), fitted on recordings that trained no weight.

    Attributes
    ----------
    slope, bias
        probability = sigmoid(slope * logit(share) + bias).
    """

    slope: float = 1.0
    bias: float = 0.0

    def probability(self, share: float) -> float:
        """Map a share from :func:`agreement`, which is never quite 0 or 1."""
        return 1 / (1 + math.exp(-(self.slope * math.log(share / (1 - share)) + self.bias)))


def agreement(sentence: str, drawn: Sequence[str]) -> float | None:
    """Return the share of drafts that make every statement of a sentence, with half a draft added on either side.

    ``None`` where nothing was drawn or the sentence states nothing.
    """
    stated = stated_codes(sentence)
    if not drawn or not stated:
        return None
    agreeing = sum(stated <= stated_codes(text) for text in drawn)
    return (agreeing + 0.5) / (len(drawn) + 1)
