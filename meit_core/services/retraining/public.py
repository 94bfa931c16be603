"""The public data that a pack was trained on: rehearsed while it learns a clinic's reports, and compared on."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from meit_core.datasets.dataset import Case
from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.domain.record import Signal
from meit_core.errors import UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import MODEL_FS_HZ, InputConfig, model_input

TRAINING_FOLDS: Final = (1, 2, 3, 4, 5, 6, 7, 8)
HELD_OUT_FOLDS: Final = (9,)
"""Where a pack's manifest doesn't say which folds it was trained on and chosen by."""


@dataclass(frozen=True, slots=True)
class PublicData:
    """Attributes: cases to rehearse, and cases to compare on, in the table's order."""

    training: Sequence[Case]
    held_out: Sequence[Case]


def public_data(root: Path, manifest: Mapping[str, Any], given: InputConfig) -> PublicData:
    """Return the folds that a pack was trained on, and those it was chosen by.

    Raises
    ------
    UserError
        If the folder isn't PTB-XL's, or a patient is in both sets.
    """
    tables = load_ptbxl(root, low_rate=given.fs_hz <= MODEL_FS_HZ)
    training = manifest.get("training", {})
    data = PublicData(
        tables.of_folds(frozenset(training.get("training_folds", TRAINING_FOLDS))),
        tables.of_folds(frozenset(training.get("validation_folds", HELD_OUT_FOLDS))),
    )
    if {case.patient_id for case in data.training} & {case.patient_id for case in data.held_out}:
        raise UserError("Some patients are in the training folds and in the held-out fold.", "Check the data set.")
    return data


def drawn(cases: Sequence[Case], most: int, seed: int) -> list[Case]:
    """Draw so many cases at random, all where there are fewer; the same for the same seed."""
    order = list(cases)
    random.Random(f"{seed}-public").shuffle(order)
    return order[:most]


def read_cases(cases: Sequence[Case], given: InputConfig, job: JobContext) -> tuple[Signal, list[str]]:
    """Return (n, 12, columns) and the reports of the recordings that can be read."""
    signals, reports = [], []
    for number, case in enumerate(cases):
        job.progress(number / len(cases), "public recordings")
        try:
            signals.append(model_input(read_record(case.record_path), given))
        except UserError:  # a damaged file of thousands; the data set's own checks are `meit prepare`'s
            continue
        reports.append(case.reference)
    return stacked(signals, given), reports


def stacked(signals: Sequence[Signal], given: InputConfig) -> Signal:
    """Return (n, 12, columns), also for no signals at all."""
    return np.stack(signals) if signals else np.zeros((0, 12, given.n_columns), dtype=np.float32)
