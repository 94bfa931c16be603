"""The recordings of a training set as one array in memory, and what is done to them at random."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from meit_core.datasets.dataset import Case
from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.errors import UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import DEFAULT_INPUT, MODEL_SECONDS, InputConfig, model_input
from meit_core.signal.measure import measure

MOST_DAMAGED = 0.01
"""A larger share of unreadable recordings means that the data set is incomplete, not that a file is damaged."""


@dataclass(frozen=True, slots=True)
class Recordings:
    """What was read of a data set, in order.

    Attributes
    ----------
    signals
        (n, 12, samples) float32, as the network sees them.
    unreadable
        Ids of the recordings that were left out.
    """

    cases: tuple[Case, ...]
    signals: npt.NDArray[np.float32]
    measured: tuple[Measurements, ...]
    unreadable: tuple[str, ...]


def load_recordings(
    cases: Sequence[Case], job: JobContext | None = None, given: InputConfig = DEFAULT_INPUT
) -> Recordings:
    """Read and measure every recording.

    Parameters
    ----------
    given
        How the network is given a recording.

    Raises
    ------
    UserError
        If more than :data:`MOST_DAMAGED` of the recordings can't be read.
    """
    job = job or JobContext()
    kept, signals, measured, unreadable = [], [], [], []
    for index, case in enumerate(cases):
        job.progress(index / len(cases), "reading recordings")
        try:
            record = read_record(case.record_path)
        except UserError:
            unreadable.append(case.ecg_id)
            continue
        kept.append(case)
        signals.append(model_input(record, given))
        measured.append(measure(record))
    if not kept or len(unreadable) > MOST_DAMAGED * len(cases):
        raise UserError(
            f"{len(unreadable)} of {len(cases)} recordings can't be read.",
            "Check that the data set was copied completely.",
        )
    return Recordings(tuple(kept), np.stack(signals), tuple(measured), tuple(unreadable))


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Disturbances that leave a recording's report true.

    Attributes
    ----------
    shift_s
        Largest shift in time; what moves in from outside is the recording's other end.
    gain
        Largest relative change of all amplitudes together: voltage criteria forbid much.
    noise_mv, wander_mv
        Largest standard deviation of white noise and largest peak of a slow baseline wander.
    lead_dropout
        Probability that one chest lead is lost.
    mask
        Probability that a stretch of up to a second is blanked in all leads.
    """

    shift_s: float = 2.0
    gain: float = 0.08
    noise_mv: float = 0.03
    wander_mv: float = 0.15
    lead_dropout: float = 0.1
    mask: float = 0.3

    def apply(self, signals: Tensor, generator: torch.Generator) -> Tensor:
        """Return a disturbed copy of (b, 12, t)."""
        b, leads, t = signals.shape
        fs_hz = t / MODEL_SECONDS

        def uniform(*shape: int) -> Tensor:
            return torch.rand(*shape, generator=generator)

        shift = ((uniform(b) * 2 - 1) * self.shift_s * fs_hz).long()
        index = (torch.arange(t)[None] + shift[:, None]) % t
        out = signals.gather(2, index[:, None].expand(b, leads, t))
        out = out * (1 + (uniform(b, 1, 1) * 2 - 1) * self.gain)
        noise = torch.randn(b, leads, t, generator=generator)
        out = out + noise * uniform(b, leads, 1) ** 2 * self.noise_mv
        phase = 2 * torch.pi * (uniform(b, leads, 1) + (0.1 + 0.3 * uniform(b, 1, 1)) * torch.arange(t) / fs_hz)
        out = out + torch.sin(phase) * uniform(b, leads, 1) ** 2 * self.wander_mv
        lost = uniform(b) < self.lead_dropout
        which = (6 + uniform(b) * (len(LEADS) - 6)).long()
        out[torch.arange(b)[lost], which[lost]] = 0.0
        start = (uniform(b) * t).long()
        length = (uniform(b) * fs_hz).long() * (uniform(b) < self.mask)
        inside = (torch.arange(t)[None] >= start[:, None]) & (torch.arange(t)[None] < (start + length)[:, None])
        return out.masked_fill(inside[:, None], 0.0)
