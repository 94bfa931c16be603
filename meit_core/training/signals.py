"""The recordings of a training set, in memory or on disk, and what is done to them at random."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, overload

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from meit_core.datasets.dataset import Case
from meit_core.datasets.manifest import ManifestCases
from meit_core.datasets.prepared import PreparedSignals
from meit_core.datasets.preparing import MOST_DAMAGED
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import DEFAULT_INPUT, MODEL_SECONDS, InputConfig, model_input
from meit_core.signal.measure import measure
from meit_core.signal.measured_values import N_MEASURED, measured_values


class Signals(Protocol):
    """What a stage asks of recordings: how many they are, some of them by row, all of them in order.

    A tensor of (n, 12, samples) can do it, and so can :class:`SignalsOnDisk`.
    """

    def __len__(self) -> int: ...
    def __getitem__(self, rows: Tensor, /) -> Tensor: ...
    def split(self, size: int, /) -> Iterable[Tensor]: ...


class SignalsOnDisk:
    """Prepared recordings as (b, 12, samples) tensors of those that are asked for.

    Parameters
    ----------
    prepared
        Read through a memory map: nothing but the batch is kept.
    rows
        (n,) which of the prepared recordings these are.
    given
        How the network is given a recording.
    """

    def __init__(self, prepared: PreparedSignals, rows: npt.NDArray[np.int64], given: InputConfig) -> None:
        self._prepared = prepared
        self._rows = rows
        self._given = given

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, rows: Tensor) -> Tensor: ...
    @overload
    def __getitem__(self, rows: slice) -> SignalsOnDisk: ...
    def __getitem__(self, rows: Tensor | slice) -> Tensor | SignalsOnDisk:
        if isinstance(rows, slice):
            return SignalsOnDisk(self._prepared, self._rows[rows], self._given)
        return torch.from_numpy(self._prepared.as_input(self._rows[rows.numpy()], self._given))

    def split(self, size: int) -> Iterator[Tensor]:
        """Yield all of them in order, ``size`` at a time."""
        for start in range(0, len(self), size):
            yield torch.from_numpy(self._prepared.as_input(self._rows[start : start + size], self._given))


def as_signals(signals: npt.NDArray[np.float32] | Signals) -> Signals:
    """Return recordings as the stages take them: an array in memory becomes a tensor that shares it."""
    return torch.from_numpy(signals) if isinstance(signals, np.ndarray) else signals


@dataclass(frozen=True, slots=True)
class Recordings:
    """What there is of a data set, in order.

    Attributes
    ----------
    signals
        (n, 12, samples) float32, as the network sees them.
    unreadable
        Ids of the recordings that were left out.
    records
        Reads all of them once more, in order.
    known
        (n, 11) measurements where they were prepared, see :meth:`measured`.
    """

    cases: Sequence[Case]
    signals: npt.NDArray[np.float32] | SignalsOnDisk
    unreadable: tuple[str, ...]
    records: Callable[[], Iterator[EcgRecord]]
    known: Callable[[], npt.NDArray[np.float32] | None] = lambda: None

    def measured(self, job: JobContext | None = None) -> npt.NDArray[np.float32]:
        """Return (n, 11) measurements: only an encoder that learns them needs them, and they take 40 ms each."""
        known = self.known()
        return _measured(self.records(), len(self.cases), job or JobContext()) if known is None else known


def load_recordings(
    cases: Sequence[Case], job: JobContext | None = None, given: InputConfig = DEFAULT_INPUT
) -> Recordings:
    """Read recordings into memory; to be measured they are read again.

    Parameters
    ----------
    given
        How the network is given a recording.

    Raises
    ------
    UserError
        If more than :data:`~meit_core.datasets.preparing.MOST_DAMAGED` of the recordings can't be read.
    """
    job = job or JobContext()
    kept, signals, unreadable = [], [], []
    for index, case in enumerate(cases):
        job.progress(index / len(cases), "reading recordings")
        try:
            signals.append(model_input(read_record(case.record_path), given))
        except UserError:
            unreadable.append(case.ecg_id)
            continue
        kept.append(case)
    if not kept or len(unreadable) > MOST_DAMAGED * len(cases):
        raise UserError(
            f"{len(unreadable)} of {len(cases)} recordings can't be read.",
            "Check that the data set was copied completely.",
        )

    def records() -> Iterator[EcgRecord]:
        return (read_record(case.record_path) for case in kept)

    return Recordings(tuple(kept), np.stack(signals), tuple(unreadable), records)


def prepared_recordings(prepared: PreparedSignals, cases: ManifestCases, given: InputConfig) -> Recordings:
    """Return the recordings of a prepared folder that belong to some cases of its manifest; nothing is read yet."""

    def records() -> Iterator[EcgRecord]:
        return (prepared.record(int(row)) for row in cases.rows)

    def known() -> npt.NDArray[np.float32] | None:
        measured = prepared.all_measured()
        return None if measured is None else measured[cases.rows]

    return Recordings(cases, SignalsOnDisk(prepared, cases.rows, given), (), records, known)


def _measured(records: Iterable[EcgRecord], n: int, job: JobContext) -> npt.NDArray[np.float32]:
    values = np.empty((n, N_MEASURED), dtype=np.float32)
    for row, record in enumerate(records):
        job.progress(row / n, "measuring recordings")
        values[row] = measured_values(measure(record))
    return values


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

    def apply(self, signals: Tensor, generator: torch.Generator, measured_columns: int = 0) -> Tensor:
        """Return a disturbed copy of (b, 12, t + measured_columns); what was measured stays as it is."""
        if measured_columns:
            samples, measured = signals[..., :-measured_columns], signals[..., -measured_columns:]
            return torch.cat([self.apply(samples, generator), measured], dim=-1)
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
