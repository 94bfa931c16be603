"""Where the model's attention lay while it wrote a sentence, and which leads the sentence hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from meit_core.domain.leads import LEADS

LOOKED_MORE: Final = 1.25
"""From this many times its even share on a stretch counts as looked at.

On seven demo studies the bundled pack gives no stretch more than 1.2 even shares, but 1.5 to 1.6 to those with an
extrasystole.
"""

STANDS_OUT: Final = 0.35
"""From so much, in nats or logits, a lead counts as one that the wording hangs on.

With less, the leads found are hardly better than chance (see :mod:`meit_core.model.decoding.hiding_leads`).
"""
_BESIDE_THE_FIRST: Final = 1 / 3
"""A lead that does less than this part of what the first does isn't named beside it."""
_MOST_LEADS: Final = 4


@dataclass(frozen=True, slots=True)
class SentenceAttention:
    """How one sentence's attention is spread over the recording; kept nowhere.

    Attributes
    ----------
    sentence
        As it stands in the draft.
    weights
        Shares of equal stretches of time, first to last, with a sum of 1; empty where the sentence isn't the model's.
    seconds
        What all stretches together cover, from the recording's beginning.
    lead_effects
        How far each lead, in the order of :data:`~meit_core.domain.leads.LEADS`, speaks for the sentence; empty where
        that isn't known.
    from_findings
        The sentence was added from the findings: its leads are those that speak for the finding.
    """

    sentence: str
    weights: tuple[float, ...]
    seconds: float
    lead_effects: tuple[float, ...] = ()
    from_findings: bool = False

    @property
    def stretches_s(self) -> tuple[tuple[float, float], ...]:
        """Start and end of what was looked at more than the rest, in seconds; empty where all was looked at alike."""
        n = len(self.weights)
        marked = [(index, weight * n >= LOOKED_MORE) for index, weight in enumerate(self.weights)]
        runs = [[index for index, _ in run] for looked, run in groupby(marked, key=lambda each: each[1]) if looked]
        return tuple((run[0] * self.seconds / n, (run[-1] + 1) * self.seconds / n) for run in runs)

    @property
    def leads(self) -> tuple[tuple[str, float], ...]:
        """The leads that stand out, the strongest first, each with its share of all that speaks for the sentence."""
        speaking = sum(effect for effect in self.lead_effects if effect > 0)
        ranked = sorted(zip(self.lead_effects, LEADS, strict=False), key=lambda each: -each[0])
        least = max(STANDS_OUT, ranked[0][0] * _BESIDE_THE_FIRST) if ranked else STANDS_OUT
        return tuple((lead, effect / speaking) for effect, lead in ranked[:_MOST_LEADS] if effect >= least)
