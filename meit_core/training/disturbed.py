"""Disturbed copies of the training recordings, measured anew: a disturbance changes what is measured, too.

What :class:`~meit_core.training.signals.Augmentation` does to the samples leaves the measurements as they were. A
copy's samples and measurements are both those of a disturbed recording, as they will be at the bedside; its report
stays true, as far as anyone can still see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from numpy.lib.format import open_memmap
from torch import Tensor

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import InputConfig, model_input
from meit_core.signal.disturbing import (
    Disturbance,
    baseline_wander,
    electrode_motion,
    mains_noise,
    missing_lead,
    muscle_noise,
    paper_white_noise,
)
from meit_core.training.signals import Recordings, Signals, as_signals

_FILE: Final = "disturbed.npy"
_TWICE: Final = 0.3
"""Share of the copies that are disturbed in two ways."""
_MAINS_HZ: Final = (50.0, 60.0)


@dataclass(frozen=True, slots=True)
class DisturbingConfig:
    """Copies of the training recordings.

    Attributes
    ----------
    copies
        Of each recording, each disturbed in another way: 50 ms each to make, and kept in the run's folder.
    share
        How often a copy is taken instead of the recording.
    """

    copies: int = 2
    share: float = 0.35
    seed: int = 17


class WithCopies:
    """Recordings and their copies as one set: row ``copy * n + recording``, the recordings themselves as copy 0.

    Parameters
    ----------
    signals
        n recordings.
    copies
        (k, n, 12, columns); ``None`` where there are none.
    share
        How often a copy is taken instead of the recording.
    """

    def __init__(self, signals: Signals, copies: npt.NDArray[np.float32] | None = None, share: float = 0.0) -> None:
        self._signals, self._share = signals, share
        self._copies = torch.empty(0) if copies is None else torch.from_numpy(copies).flatten(0, 1)
        self.n = len(signals)

    def __len__(self) -> int:
        return self.n + len(self._copies)

    def __getitem__(self, rows: Tensor) -> Tensor:
        own = rows < self.n
        if own.all():
            return self._signals[rows]
        taken = self._copies[(rows - self.n).clamp(min=0)]
        if own.any():
            taken[own] = self._signals[rows[own]]
        return taken

    def split(self, size: int) -> Iterator[Tensor]:
        """Yield all of them in order, ``size`` at a time or fewer."""
        yield from self._signals.split(size)
        if len(self._copies):
            yield from self._copies.split(size)

    def of_each(self, values: Tensor) -> Tensor:
        """Repeat what is said of (n, ...) recordings for their copies."""
        return values.repeat(len(self) // self.n, *(1 for _ in values.shape[1:]))

    def drawn(self, rows: Tensor, dice: torch.Generator) -> Tensor:
        """Return the rows of (b,) recordings or, now and then, of one of their copies."""
        copies = len(self) // self.n - 1
        if not copies:
            return rows
        taken = torch.rand(len(rows), generator=dice) < self._share
        which = torch.randint(1, copies + 1, (len(rows),), generator=dice)
        return rows + taken * which * self.n


def with_copies(signals: npt.NDArray[np.float32] | Signals | WithCopies) -> WithCopies:
    """Return recordings as a set with copies, if only with none."""
    return signals if isinstance(signals, WithCopies) else WithCopies(as_signals(signals))


def make_copies(
    recordings: Recordings, given: InputConfig, how: DisturbingConfig, folder: Path, job: JobContext | None = None
) -> npt.NDArray[np.float32]:
    """Disturb and measure the copies, (k, n, 12, columns) of a memory map; those that are there already are kept."""
    job = job or JobContext()
    path, n = folder / _FILE, len(recordings.cases)
    _, leads, columns = as_signals(recordings.signals)[torch.zeros(1, dtype=torch.long)].shape
    shape = (how.copies, n, leads, columns)
    if path.is_file() and (there := np.load(path, mmap_mode="c")).shape == shape:
        return there
    unfinished = path.with_suffix(".part.npy")
    copies = open_memmap(unfinished, mode="w+", dtype=np.float32, shape=shape)
    for copy in range(how.copies):
        for row, record in enumerate(recordings.records()):
            job.progress((copy * n + row) / (how.copies * n), "disturbing recordings")
            chance = np.random.default_rng([how.seed, copy, row])
            copies[copy, row] = model_input(_disturbed(record, chance), given)
    copies.flush()
    del copies
    unfinished.replace(path)
    return np.load(path, mmap_mode="c")


def _disturbed(record: EcgRecord, chance: np.random.Generator) -> EcgRecord:
    for _ in range(1 + (chance.random() < _TWICE)):
        record = _one(chance).apply(record, chance)
    return record


def _one(chance: np.random.Generator) -> Disturbance:
    """Draw a disturbance under which a reader would still report."""
    ways: Sequence[Disturbance] = (
        baseline_wander(chance.uniform(3, 20)),
        muscle_noise(chance.uniform(0, 20)),
        mains_noise(float(chance.choice(_MAINS_HZ)), chance.uniform(0, 20)),
        electrode_motion(chance.uniform(3, 20)),
        missing_lead(LEADS[int(chance.integers(len(LEADS)))]),
        paper_white_noise(0.2),
    )
    return ways[int(chance.integers(len(ways)))]
