"""AV block of second and third degree, as it was measured.

Kinds after the ACC/AHA/HRS 2018 bradycardia guideline (Kusumoto et al., Circulation 140:e382).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AvBlockKind(StrEnum):
    SECOND_DEGREE = "second_degree"
    """Single P waves aren't conducted; those that are have the same PR interval."""
    WENCKEBACH = "wenckebach"
    """The PR interval grows until a P wave isn't conducted."""
    TWO_TO_ONE = "two_to_one"
    """Every second P wave is conducted."""
    THIRD_DEGREE = "third_degree"
    """None is: atria and ventricles beat regularly and without relation."""


@dataclass(frozen=True, slots=True)
class AvBlock:
    """Attributes
    ----------
    atrial_bpm, ventricular_bpm
        Rates over the stretch in which P waves were followed.
    n_p_waves, n_blocked
        P waves in it, hidden ones included, and how many of those that are seen no QRS complex follows. With a block of
        third degree no P wave counts as conducted.
    shortest_pr_ms, longest_pr_ms
        From the onset of a seen P wave to the next QRS onset.
    """

    kind: AvBlockKind
    atrial_bpm: float
    ventricular_bpm: float
    n_p_waves: int
    n_blocked: int
    shortest_pr_ms: float
    longest_pr_ms: float
