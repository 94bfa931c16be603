"""A part of a prepared data set: some hundred recordings in one folder that is there as a whole or not at all.

A part is what is redone after a kill, and what one shard can do without the others. Its folder holds

``signals.npy``
    (n, 12, samples) int16, µV over the lead's median, leads in the product's order, zeros behind a short recording.
``levels.npy``
    (n, 12) float32, the medians in mV: with them nothing is lost for scalings that need the leads' levels.
``lengths.npy``
    (n,) int32, samples before the zeros.
``measured.npy``
    (n, 11) float32, where the recordings were measured, see :func:`~meit_core.signal.measured_values.measured_values`.
``lines.jsonl``, ``notes.jsonl``, ``counts.json``
    The recordings' lines of the manifest, what is to be said of single recordings, and sums.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.datasets.manifest import ManifestLine
from meit_core.domain.leads import LEADS
from meit_core.domain.record import Signal

PART_SIZE: Final = 500
"""Recordings of a part: 12 MB at 100 Hz, some seconds of work, and 1,600 folders for MIMIC-IV-ECG."""
DAMAGED: Final = "damaged"
NO_REPORT: Final = "no report"
UNTRANSLATED: Final = "untranslated"
MICROVOLT_PER_MV: Final = 1000.0
_LARGEST: Final = np.iinfo(np.int16).max
_LINES, _NOTES, _COUNTS = "lines.jsonl", "notes.jsonl", "counts.json"
_SIGNALS, _LEVELS, _LENGTHS, _MEASURED = "signals.npy", "levels.npy", "lengths.npy", "measured.npy"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be said of one recording.

    Attributes
    ----------
    kind
        :data:`DAMAGED` or :data:`NO_REPORT`: it was left out; :data:`UNTRANSLATED`: words were left as they were.
    reason
        For people.
    """

    id: str
    record: str
    kind: str
    reason: str

    def as_json(self) -> str:
        values = {"id": self.id, "record": self.record, "kind": self.kind, "reason": self.reason}
        return json.dumps(values, ensure_ascii=False)


@dataclass(slots=True)
class Part:
    """A part that is being filled."""

    fs_hz: float
    n_samples: int
    lines: list[ManifestLine] = field(default_factory=list)
    signals: list[npt.NDArray[np.int16]] = field(default_factory=list)
    levels: list[Signal] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    measured: list[npt.NDArray[np.float32]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, line: ManifestLine, window: Signal, measured: npt.NDArray[np.float32] | None = None) -> None:
        """Take a recording.

        Parameters
        ----------
        window
            (12, at most ``n_samples``) mV at the part's rate.
        """
        level = np.median(window, axis=1).astype(np.float32)
        counts = np.zeros((len(LEADS), self.n_samples), dtype=np.int16)
        microvolt = np.rint((window - level[:, None]) * MICROVOLT_PER_MV)
        counts[:, : window.shape[1]] = np.clip(microvolt, -_LARGEST, _LARGEST)
        self.lines.append(line)
        self.signals.append(counts)
        self.levels.append(level)
        self.lengths.append(window.shape[1])
        if measured is not None:
            self.measured.append(measured)

    def write(self, folder: Path) -> None:
        """Write it to a folder that appears when it is whole; one that is there is replaced."""
        beside = folder.with_name(f".{folder.name}")
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        shape = (len(self.lines), len(LEADS), self.n_samples)
        np.save(beside / _SIGNALS, np.asarray(self.signals, dtype=np.int16).reshape(shape))
        np.save(beside / _LEVELS, np.asarray(self.levels, dtype=np.float32).reshape(shape[:2]))
        np.save(beside / _LENGTHS, np.asarray(self.lengths, dtype=np.int32))
        if self.measured:
            np.save(beside / _MEASURED, np.asarray(self.measured))
        _write_lines(beside / _LINES, [line.as_json() for line in self.lines])
        _write_lines(beside / _NOTES, [note.as_json() for note in self.notes])
        (beside / _COUNTS).write_text(json.dumps(+self.counts), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        beside.replace(folder)


@dataclass(frozen=True, slots=True)
class DonePart:
    """A part on disk."""

    folder: Path

    def is_whole(self) -> bool:
        """Whether it is there, and not cut short by a disk that lost what it had promised."""
        try:
            signals, lengths = self.signals(), np.load(self.folder / _LENGTHS)
            n = sum(1 for _ in self.lines())
            self.counts()
        except (OSError, ValueError, EOFError):
            return False
        return len(signals) == len(lengths) == len(np.load(self.folder / _LEVELS)) == n

    def signals(self) -> npt.NDArray[np.int16]:
        """Return (n, 12, samples) µV, as a map of the file; in memory where there is none in it."""
        path = self.folder / _SIGNALS
        try:
            signals: npt.NDArray[np.int16] = np.load(path, mmap_mode="r")
        except ValueError:  # an empty array can't be mapped
            signals = np.load(path)
        return signals

    def levels(self) -> Signal:
        """Return (n, 12) mV."""
        levels: Signal = np.load(self.folder / _LEVELS)
        return levels

    def lengths(self) -> npt.NDArray[np.int32]:
        lengths: npt.NDArray[np.int32] = np.load(self.folder / _LENGTHS)
        return lengths

    def measured(self) -> npt.NDArray[np.float32] | None:
        """Return (n, 11), or ``None`` where nothing was measured."""
        path = self.folder / _MEASURED
        return np.load(path) if path.is_file() else None

    def lines(self) -> Iterator[str]:
        """Yield the lines of the manifest, without their ends."""
        return _read_lines(self.folder / _LINES)

    def notes(self) -> Iterator[Note]:
        for line in _read_lines(self.folder / _NOTES):
            yield Note(**json.loads(line))

    def counts(self) -> Counter[str]:
        return Counter(json.loads((self.folder / _COUNTS).read_text(encoding="utf-8")))


def part_folder(out: Path, number: int) -> Path:
    return out / "parts" / f"{number:05d}"


def _write_lines(path: Path, lines: list[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _read_lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n")
