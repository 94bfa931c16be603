"""The signals of a prepared data set, read through memory maps."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from meit_core.datasets.part import MICROVOLT_PER_MV, DonePart, part_folder
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, Signal
from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.ecg_input import LIMIT_MV, MILLIVOLT, InputConfig, scaled_input
from meit_core.signal.beat_page import beat_page
from meit_core.signal.measured_values import N_MEASURED

PLAN: Final = "plan.json"
FORMAT: Final = 1
_OPEN_PARTS: Final = 4096


@dataclass(frozen=True, slots=True)
class Plan:
    """What a preparation does; every shard and every resumed run must have the same.

    Attributes
    ----------
    recordings, parts
        How many there are to do.
    fingerprint
        Of the data set's tables.
    """

    kind: str
    fs_hz: float
    seed: int
    measured: bool
    recordings: int
    parts: int
    part_size: int
    fingerprint: str
    format: int = FORMAT

    def write(self, out: Path) -> None:
        write_whole(out / PLAN, json.dumps(asdict(self), indent=1) + "\n")

    @classmethod
    def read(cls, out: Path) -> Plan:
        """Read the plan of a folder.

        Raises
        ------
        UserError
            If there is none, it is damaged, or of another version of this program.
        """
        try:
            values = json.loads((out / PLAN).read_text(encoding="utf-8"))
            plan = cls(**values)
        except FileNotFoundError as fault:
            raise UserError(f"Nothing was prepared in {out}.", "Name a folder that meit prepare wrote.") from fault
        except (OSError, ValueError, TypeError) as fault:
            raise UserError(f"The plan of {out} can't be read.", "Prepare the data set again.") from fault
        if plan.format != FORMAT:
            raise UserError(f"{out} was prepared by another version.", "Prepare the data set again.")
        return plan


class PreparedSignals:
    """All recordings of a prepared folder, in the order of its manifest; nothing is kept of what was read.

    Raises
    ------
    UserError
        If a part is missing or damaged.
    """

    def __init__(self, out: Path) -> None:
        self.plan = Plan.read(out)
        self._parts = [DonePart(part_folder(out, number)) for number in range(self.plan.parts)]
        try:
            sizes = [len(part.lengths()) for part in self._parts]
        except (OSError, ValueError, EOFError) as fault:
            raise UserError(
                f"A part of {out} is missing or damaged.", "Run meit prepare again with --resume."
            ) from fault
        self._starts = np.cumsum([0, *sizes])
        self._signals: dict[int, npt.NDArray[np.int16]] = {}
        self._levels = lru_cache(maxsize=_OPEN_PARTS)(lambda number: self._parts[number].levels())
        self._lengths = lru_cache(maxsize=_OPEN_PARTS)(lambda number: self._parts[number].lengths())

    def __len__(self) -> int:
        return int(self._starts[-1])

    def as_input(self, rows: npt.NDArray[np.int64], given: InputConfig) -> Signal:
        """Return (b, 12, columns) as an encoder takes them; what is measured of them is measured anew each time.

        In millivolt they differ from :func:`~meit_core.model.ecg_input.model_input` by half a µV at most.

        Raises
        ------
        UserError
            If they were prepared at another rate.
        """
        self.check_rate(given)
        out = np.empty((len(rows), len(LEADS), given.n_columns), dtype=np.float32)
        samples = out[..., : given.n_samples]
        for place, (number, row) in enumerate(self._places(rows)):
            np.multiply(self._mapped(number)[row], np.float32(1 / MICROVOLT_PER_MV), out=samples[place])
            if given.scaling != MILLIVOLT:
                samples[place] = scaled_input(self._window(number, row), given)
            if given.measured:
                out[place, :, given.n_samples :] = beat_page(self._recording(number, row))
        np.clip(samples, -LIMIT_MV, LIMIT_MV, out=samples)
        return out

    def record(self, row: int) -> EcgRecord:
        """Return a recording as it is at the prepared rate."""
        ((number, inside),) = self._places(np.array([row]))
        return self._recording(number, inside)

    def measured(self, row: int) -> npt.NDArray[np.float32] | None:
        """Return (11,) measured values, or ``None`` where nothing was measured."""
        ((number, inside),) = self._places(np.array([row]))
        values = self._parts[number].measured()
        return None if values is None else values[inside]

    def all_measured(self) -> npt.NDArray[np.float32] | None:
        """Return (n, 11) measured values, or ``None`` where nothing was measured."""
        if not self.plan.measured:
            return None
        parts = [part.measured() for part in self._parts]
        return np.concatenate([np.empty((0, N_MEASURED), np.float32), *(part for part in parts if part is not None)])

    def check_rate(self, given: InputConfig) -> None:
        """Refuse an encoder that wants another rate.

        Raises
        ------
        UserError
        """
        if given.fs_hz != self.plan.fs_hz:
            raise UserError(
                f"The recordings were prepared at {self.plan.fs_hz:g} Hz, and the encoder takes {given.fs_hz:g} Hz.",
                f"Prepare them again with --rate {given.fs_hz:g}.",
            )

    def _recording(self, number: int, row: int) -> EcgRecord:
        return EcgRecord(self._window(number, row), self.plan.fs_hz, source_format="prepared")

    def _window(self, number: int, row: int) -> Signal:
        length = self._lengths(number)[row]
        microvolt = self._mapped(number)[row, :, :length].astype(np.float32)
        window: Signal = microvolt / np.float32(MICROVOLT_PER_MV) + self._levels(number)[row][:, None]
        return window

    def _mapped(self, number: int) -> npt.NDArray[np.int16]:
        if number not in self._signals:
            try:
                self._signals[number] = self._parts[number].signals()
            except (OSError, ValueError, EOFError) as fault:
                raise EnvironmentFault(
                    f"Part {number} of the prepared recordings can't be read.", "Run meit prepare again with --resume."
                ) from fault
        return self._signals[number]

    def _places(self, rows: npt.NDArray[Any]) -> list[tuple[int, int]]:
        numbers = np.searchsorted(self._starts, rows, side="right") - 1
        return list(zip(numbers.tolist(), (rows - self._starts[numbers]).tolist(), strict=True))


def write_whole(path: Path, text: str) -> None:
    """Write a file that is there as a whole or as it was before."""
    beside = path.with_name(f".{path.name}")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
