"""What the context head learns beside the findings: how reports are worded, what is measured, where it was recorded.

Shapes: n recordings, w wordings, a measured values, k outputs of the context head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from meit_core.knowledge.parser import split_sentences
from meit_core.training.auxiliary import N_VALUES
from meit_core.training.ptbxl import Case

MINIMUM_WORDED: Final = 10
"""Training reports that must have a sentence before the head can learn it."""
MINIMUM_RECORDED: Final = 100
"""Training recordings that a device or site must have made before it is told from the others."""
UNKNOWN: Final = -100
"""Class of a recording whose device or site isn't told apart (PyTorch's convention for no loss)."""


@dataclass(frozen=True, slots=True)
class ContextSpace:
    """Outputs of the context head, in order: wordings, measured values, devices, sites.

    Attributes
    ----------
    wordings
        Sentences as the reports have them.
    devices, sites
        As the data set names them. Reports differ more between sites than between readers: each has its own language
        and its own programme that proposes the text.
    """

    wordings: tuple[str, ...]
    devices: tuple[str, ...]
    sites: tuple[str, ...]

    @property
    def width(self) -> int:
        return len(self.wordings) + N_VALUES + len(self.devices) + len(self.sites)

    @property
    def site_columns(self) -> slice:
        """Where the sites' outputs are."""
        return slice(self.width - len(self.sites), self.width)

    def split(self, context: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Cut (b, k) into wordings, measured values, devices and sites."""
        sizes = [len(self.wordings), N_VALUES, len(self.devices), len(self.sites)]
        wordings, measured, devices, sites = context.split(sizes, dim=1)
        return wordings, measured, devices, sites


def derive_context_space(training: Sequence[Case]) -> ContextSpace:
    """Choose the outputs that the training recordings can teach."""
    worded = Counter(sentence for case in training for sentence in set(split_sentences(case.reference)))
    return ContextSpace(
        wordings=tuple(sorted(sentence for sentence, n in worded.items() if n >= MINIMUM_WORDED)),
        devices=_frequent(case.device for case in training),
        sites=_frequent(case.site for case in training),
    )


def _frequent(values: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(value for value in values if value)
    return tuple(sorted(value for value, n in counted.items() if n >= MINIMUM_RECORDED))


@dataclass(frozen=True, slots=True)
class ContextTargets:
    """Attributes: ``wordings`` (n, w) of 0 and 1, ``measured`` (n, a) with NaN where unknown, ``devices`` and ``sites``
    (n,) classes or :data:`UNKNOWN`."""

    wordings: Tensor
    measured: Tensor
    devices: Tensor
    sites: Tensor

    def __getitem__(self, rows: Tensor) -> ContextTargets:
        return ContextTargets(self.wordings[rows], self.measured[rows], self.devices[rows], self.sites[rows])


def context_targets(cases: Sequence[Case], measured: npt.NDArray[np.float32], space: ContextSpace) -> ContextTargets:
    """Return what the context head should say of these recordings; ``measured`` is standardised, (n, a)."""
    said = [set(split_sentences(case.reference)) for case in cases]
    return ContextTargets(
        torch.tensor([[float(text in each) for text in space.wordings] for each in said]).view(len(cases), -1),
        torch.from_numpy(measured),
        _classes([case.device for case in cases], space.devices),
        _classes([case.site for case in cases], space.sites),
    )


def _classes(values: Sequence[str], known: tuple[str, ...]) -> Tensor:
    return torch.tensor([known.index(value) if value in known else UNKNOWN for value in values])


@dataclass(frozen=True, slots=True)
class ContextWeights:
    """Weights of the context head's losses beside the findings' own."""

    wordings: float = 0.25
    measured: float = 0.1
    origin: float = 0.005


def context_loss(
    context: Tensor, wanted: ContextTargets, pure: Tensor, space: ContextSpace, weights: ContextWeights
) -> Tensor:
    """Return the weighted error of (b, k) outputs.

    Parameters
    ----------
    wanted
        Wordings may be mixed with those of another recording; the rest can't be, and counts where ``pure`` (b,) is set.
    """
    wordings, measured, devices, sites = space.split(context)
    total = context.sum() * 0
    if space.wordings:
        total = total + weights.wordings * functional.binary_cross_entropy_with_logits(wordings, wanted.wordings)
    known = torch.isfinite(wanted.measured) & pure[:, None]
    if known.any():
        total = total + weights.measured * functional.smooth_l1_loss(measured[known], wanted.measured[known])
    for logits, classes in ((devices, wanted.devices), (sites, wanted.sites)):
        told = (classes != UNKNOWN) & pure
        if told.any():
            total = total + weights.origin * functional.cross_entropy(logits[told], classes[told])
    return total
