"""A stage's state on disk, complete enough to go on to the same bits."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR

from meit_core.errors import UserError
from meit_core.training.averaging import WeightAverage
from meit_core.training.disk import told_when_full, write_state
from meit_core.training.learnt import learnt_state, load_learnt
from meit_core.training.loop.progress import Progress
from meit_core.training.loop.run_log import RunLog
from meit_core.training.processes import Processes

FORMAT = 2
"""1 knew finished epochs only."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Everything that changes from step to step.

    Attributes
    ----------
    path
        Of the one file that holds it all; weights in pieces lie in a folder beside it that the file names.
    pieces
        Weights and optimiser belong to all processes together.
    """

    path: Path
    model: nn.Module
    optimizer: torch.optim.Optimizer
    schedule: LambdaLR
    average: WeightAverage | None
    generators: Sequence[torch.Generator]
    log: RunLog
    processes: Processes
    pieces: bool

    def save(self, progress: Progress) -> None:
        """Write the state beside the last one and swap; all processes take part.

        Raises
        ------
        EnvironmentFault
            If the disk is full; the last state is whole.
        """
        random = self.processes.gathered(_random_state())
        folder = self._save_pieces(progress) if self.pieces else ""
        if not self.processes.is_first:
            return
        state = {
            "format": FORMAT,
            "progress": progress.state(),
            "average": self.average.state() if self.average else {},
            "schedule": self.schedule.state_dict(),
            "random": random,
            "generators": [generator.get_state() for generator in self.generators],
            "logs": self.log.sizes(),
            "pieces": folder,
        }
        if not self.pieces:
            state |= {"model": learnt_state(self.model), "optimizer": self.optimizer.state_dict()}
        write_state(state, self.path)
        for old in self.path.parent.glob(f"{self.path.stem}-*.pieces"):
            if old.name != folder:
                shutil.rmtree(old, ignore_errors=True)

    def restore(self) -> tuple[Progress, list[torch.Tensor]]:
        """Put everything back but the generators' states, which are returned: a new epoch would reset them.

        Raises
        ------
        UserError
            If the file is damaged, of another version, or of another model.
        """
        state = self._read()
        try:
            if state["pieces"]:
                self.processes.load_pieces(self.path.parent / state["pieces"])
            else:
                load_learnt(self.model, state["model"])
                self.optimizer.load_state_dict(state["optimizer"])
            if self.average:
                self.average.restore(state["average"])
        except (KeyError, ValueError, RuntimeError) as fault:
            raise UserError(
                f"The checkpoint {self.path.name} belongs to another model or another way of training.",
                "Train with the settings the run began with, or choose another --out.",
            ) from fault
        self.schedule.load_state_dict(state["schedule"])
        self.log.cut(state["logs"])
        _set_random_state(state["random"], self.processes.share.index)
        return Progress(**state["progress"]), state["generators"]

    def _read(self) -> dict[str, Any]:
        try:
            state: dict[str, Any] = torch.load(self.path, map_location="cpu", weights_only=True)
        except (OSError, RuntimeError, EOFError, pickle.UnpicklingError) as fault:
            raise UserError(
                f"The checkpoint {self.path.name} can't be read.", "It is damaged: train anew with another --out."
            ) from fault
        if state.get("format") != FORMAT:
            raise UserError(
                f"The checkpoint {self.path.name} was written by another version of this program.",
                "Finish the run with that version, or train anew with another --out.",
            )
        return state

    def _save_pieces(self, progress: Progress) -> str:
        place = self.path.parent / f"{self.path.stem}-{progress.epoch}-{progress.batch}.pieces"
        if self.processes.is_first:
            shutil.rmtree(place, ignore_errors=True)
        self.processes.wait()
        with told_when_full():
            self.processes.save_pieces(place)
        self.processes.wait()
        return place.name


def _random_state() -> dict[str, torch.Tensor]:
    """Return the states of the generators that dropout draws from."""
    state = {"cpu": torch.get_rng_state()}
    if torch.cuda.is_available():
        state["cuda"] = torch.cuda.get_rng_state()
    return state


def _set_random_state(states: Sequence[dict[str, torch.Tensor]], process: int) -> None:
    if process >= len(states):  # more processes than before: this one keeps what it was seeded with
        return
    torch.set_rng_state(states[process]["cpu"])
    if "cuda" in states[process] and torch.cuda.is_available():
        torch.cuda.set_rng_state(states[process]["cuda"])
