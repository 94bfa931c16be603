"""Everything a run learns from, read once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from meit_core.datasets.dataset import Case, DataSet
from meit_core.datasets.extra_reports import load_extra_reports
from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import DEFAULT_INPUT, InputConfig
from meit_core.training.auxiliary import Scale, auxiliary_values
from meit_core.training.label_space import LabelSpace, derive_label_space, targets
from meit_core.training.pretrain import EncoderData
from meit_core.training.recipe import DataConfig
from meit_core.training.signals import Recordings, load_recordings

LOW_RATE_HZ = 100.0
"""Up to this, the data set's own files at 100 Hz are all that is needed."""


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Attributes: both sets, the data set's tables, the label space, and reports without a recording."""

    training: Recordings
    validation: Recordings
    tables: DataSet
    space: LabelSpace
    extra: tuple[Case, ...]

    @property
    def references(self) -> list[str]:
        """Reports of the training recordings, in their order."""
        return [case.reference for case in self.training.cases]

    @property
    def validation_references(self) -> list[str]:
        return [case.reference for case in self.validation.cases]

    def targets(self, cases: tuple[Case, ...]) -> npt.NDArray[np.float32]:
        """Return (n, f) targets of the findings head."""
        return targets(cases, self.space, self.tables.superclass_of)

    def for_encoder(self) -> tuple[EncoderData, EncoderData]:
        """Return the training and the validation set of the first stage."""
        scale = Scale.of(auxiliary_values(self.training.cases, self.training.measured))
        train, check = (
            EncoderData(
                each.signals,
                self.targets(each.cases),
                scale.standardised(auxiliary_values(each.cases, each.measured)),
                [case.reference for case in each.cases],
            )
            for each in (self.training, self.validation)
        )
        return train, check


def load_training_data(
    config: DataConfig, job: JobContext | None = None, given: InputConfig = DEFAULT_INPUT
) -> TrainingData:
    """Read what the recipe names.

    Raises
    ------
    UserError
        If a table is missing or damaged, or too many recordings can't be read.
    """
    root = Path(config.root)
    tables = load_ptbxl(root, low_rate=given.fs_hz <= LOW_RATE_HZ)
    folds = frozenset(config.training_folds)
    training = load_recordings(tables.of_folds(folds), job, given)
    validation = load_recordings(tables.of_folds(frozenset(config.validation_folds)), job, given)
    extra = load_extra_reports(root, config.extra_reports, folds) if config.extra_reports else ()
    return TrainingData(training, validation, tables, derive_label_space(training.cases, tables.superclass_of), extra)
