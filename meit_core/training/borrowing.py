"""Reports without a recording, told of recordings of other patients that have nearly the same findings.

Three times as many reports as recordings are at hand. A report of another patient with the same statements is a second
way of saying what a recording shows; what the two don't share is noise, as it is between two readers.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

_NEAREST: Final = 6
"""Recordings with the most similar findings, of which one is drawn."""
_STEEPNESS: Final = 4
"""Each is drawn in proportion to this power of its likeness."""


class Told:
    """Which reports an epoch tells, and of which recording each.

    Reports of recordings come first, in their order, then those without one.

    Parameters
    ----------
    weights
        (n,): how likely an epoch tells the report of a recording; 1, or one value below it.
    findings, others
        (n, f) of the recordings, and (m, f) of the reports without one.
    share
        Reports without a recording for each report with one.
    """

    def __init__(
        self,
        weights: npt.NDArray[np.float32],
        findings: npt.NDArray[np.float32],
        others: npt.NDArray[np.float32],
        *,
        share: float,
        seed: int,
    ) -> None:
        self._weights, self._share, self._seed = weights, share, seed
        self._nearest, self._chances = _nearest(findings, others)

    def among(self, epoch: int) -> Sequence[int]:
        """Return the reports of an epoch, as many in each."""
        dice = random.Random(f"{self._seed}-{epoch}-told")
        own = [row for row, weight in enumerate(self._weights) if weight >= 1]
        rarer = [row for row, weight in enumerate(self._weights) if weight < 1]
        own += dice.sample(rarer, round(float(self._weights[rarer].sum())))
        wanted = min(len(self._nearest), round(self._share * len(own)))
        return own + [len(self._weights) + row for row in dice.sample(range(len(self._nearest)), wanted)]

    def recordings(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Return the recording of each report, (b,)."""
        n = len(self._weights)
        if not len(self._nearest):
            return rows
        without = (rows - n).clamp(min=0)
        drawn = torch.multinomial(self._chances[without], 1, generator=generator)
        return torch.where(rows < n, rows, self._nearest[without].gather(1, drawn)[:, 0])


def _nearest(findings: npt.NDArray[np.float32], others: npt.NDArray[np.float32]) -> tuple[Tensor, Tensor]:
    """Return (m, k) recordings with the most similar findings (Jaccard), and how likely each is drawn."""
    of_recordings, of_reports = (torch.from_numpy(each) for each in (findings, others))
    shared = of_reports @ of_recordings.T
    either = of_reports.sum(1)[:, None] + of_recordings.sum(1)[None] - shared
    likeness, nearest = (shared / either.clamp(min=1)).topk(min(_NEAREST, len(findings)), dim=1)
    return nearest, likeness**_STEEPNESS + 1e-6
