"""Everything a run learns from, read once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from meit_core.jobs import JobContext
from meit_core.training.auxiliary import Scale, auxiliary_values
from meit_core.training.context import ContextSpace, context_targets, derive_context_space
from meit_core.training.extra_reports import load_extra_reports
from meit_core.training.label_space import LabelSpace, derive_label_space, targets
from meit_core.training.language import WrittenReport
from meit_core.training.lending import lend_recordings
from meit_core.training.pretrain import EncoderData
from meit_core.training.ptbxl import Case, PtbXl, load_ptbxl
from meit_core.training.recipe import DataConfig
from meit_core.training.signals import Recordings, load_recordings


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Attributes: both sets, the data set's tables, the spaces of both heads, and reports without a recording."""

    training: Recordings
    validation: Recordings
    tables: PtbXl
    space: LabelSpace
    context: ContextSpace
    extra: tuple[Case, ...]

    @property
    def references(self) -> list[str]:
        """Reports of the training recordings, in their order."""
        return [case.reference for case in self.training.cases]

    @property
    def extra_references(self) -> list[str]:
        """The reports without a recording."""
        return [case.reference for case in self.extra]

    @property
    def validation_references(self) -> list[str]:
        return [case.reference for case in self.validation.cases]

    def targets(self, cases: tuple[Case, ...]) -> npt.NDArray[np.float32]:
        """Return (n, f) targets of the findings head."""
        return targets(cases, self.space, self.tables.superclass_of)

    def written_reports(self, *, unvalidated: float, unrecorded: float) -> list[WrittenReport]:
        """Return the reports to learn from, recorded ones first, with the recordings that may stand before them.

        Of the reports without a recording only those are taken whose text no recording has: the others would teach
        nothing but how common they are, which the recorded ones teach already.

        Parameters
        ----------
        unvalidated, unrecorded
            Weight of a report that no physician has confirmed, and of one whose recording is lent.
        """
        own = [
            WrittenReport(case.reference, (row,), 1.0 if case.validated else unvalidated)
            for row, case in enumerate(self.training.cases)
        ]
        recorded = frozenset(self.references)
        new = [case for case in self.extra if case.reference not in recorded]
        lent = lend_recordings([case.reference for case in new], self.references)
        return own + [
            WrittenReport(case.reference, rows, unrecorded if case.validated else min(unrecorded, unvalidated))
            for case, rows in zip(new, lent, strict=True)
        ]

    def for_encoder(self) -> tuple[EncoderData, EncoderData]:
        """Return the training and the validation set of the first stage."""
        scale = Scale.of(auxiliary_values(self.training.cases, self.training.measured))
        train, check = (
            EncoderData(
                each.signals,
                self.targets(each.cases),
                context_targets(
                    each.cases, scale.standardised(auxiliary_values(each.cases, each.measured)), self.context
                ),
                self.context,
            )
            for each in (self.training, self.validation)
        )
        return train, check


def load_training_data(config: DataConfig, job: JobContext | None = None) -> TrainingData:
    """Read what the recipe names.

    Raises
    ------
    UserError
        If a table is missing or damaged, or too many recordings can't be read.
    """
    root = Path(config.root)
    tables = load_ptbxl(root, low_rate=True)
    folds = frozenset(config.training_folds)
    training = load_recordings(tables.of_folds(folds), job)
    validation = load_recordings(tables.of_folds(frozenset(config.validation_folds)), job)
    extra = load_extra_reports(root, config.extra_reports, folds) if config.extra_reports else ()
    space = derive_label_space(training.cases, tables.superclass_of)
    return TrainingData(training, validation, tables, space, derive_context_space(training.cases), extra)
