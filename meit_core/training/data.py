"""Everything a run learns from, read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from meit_core.datasets.dataset import Case, DataSet
from meit_core.datasets.extra_reports import load_extra_reports
from meit_core.datasets.opening import kind_at, open_prepared
from meit_core.datasets.prepared import PreparedSignals
from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import DEFAULT_INPUT, InputConfig
from meit_core.training.auxiliary import Scale, auxiliary_values
from meit_core.training.label_space import LabelSpace, derive_label_space, targets
from meit_core.training.pretrain import EncoderData
from meit_core.training.recipe import DataConfig
from meit_core.training.signals import Recordings, load_recordings, prepared_recordings

LOW_RATE_HZ = 100.0
"""Up to this, the data set's own files at 100 Hz are all that is needed."""


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What a run learns from.

    Attributes
    ----------
    tables
        The data set's.
    extra
        Reports without a recording.
    """

    training: Recordings
    validation: Recordings
    tables: DataSet
    space: LabelSpace
    extra: tuple[Case, ...]

    @property
    def references(self) -> list[str]:
        """Reports of the training recordings, in their order."""
        return _references(self.training.cases)

    @property
    def validation_references(self) -> list[str]:
        return _references(self.validation.cases)

    def targets(self, cases: Sequence[Case]) -> npt.NDArray[np.float32]:
        """Return (n, f) targets of the findings head."""
        return targets(cases, self.space, self.tables.superclass_of)

    def for_encoder(self, job: JobContext | None = None) -> tuple[EncoderData, EncoderData]:
        """Measure the recordings and return the training and the validation set of the first stage."""
        train, check = ((each, auxiliary_values(each.cases, each.measured(job))) for each in self._sets())
        scale = Scale.of(train[1])
        training, validation = (
            EncoderData(each.signals, self.targets(each.cases), scale.standardised(values), _references(each.cases))
            for each, values in (train, check)
        )
        return training, validation

    def styles(self, least: int) -> tuple[str, ...]:
        """Return the house styles that at least so many training reports are in, in alphabetical order; 0 for none."""
        count = Counter(case.style for case in self.training.cases if case.style) if least else Counter[str]()
        return tuple(sorted(style for style, reports in count.items() if reports >= least))

    def _sets(self) -> tuple[Recordings, Recordings]:
        return self.training, self.validation


def load_training_data(
    config: DataConfig, job: JobContext | None = None, given: InputConfig = DEFAULT_INPUT
) -> TrainingData:
    """Read what the recipe names: a PTB-XL folder into memory, or a prepared folder batch by batch, as it is needed.

    Raises
    ------
    UserError
        If a table is missing or damaged, too many recordings can't be read, folds are empty, or a patient is in both
        sets.
    """
    root = Path(config.root)
    if kind_at(root) == "manifest":
        return _prepared(config, root, given)
    tables = load_ptbxl(root, low_rate=given.fs_hz <= LOW_RATE_HZ)
    training, validation = (load_recordings(cases, job, given) for cases in _both_sets(tables, config))
    space = derive_label_space(training.cases, tables.superclass_of)
    return TrainingData(training, validation, tables, space, _extra_reports(config, root))


def _prepared(config: DataConfig, out: Path, given: InputConfig) -> TrainingData:
    tables, root = open_prepared(out)
    signals = PreparedSignals(out)
    signals.check_rate(given)
    if len(signals) != len(tables.cases):
        raise UserError(
            f"The manifest in {out} names {len(tables.cases):,} recordings, and {len(signals):,} were prepared.",
            "Prepare the data set again.",
        )
    _both_sets(tables, config)
    training, validation = (tables.of_folds(folds) for folds in (config.training_folds, config.validation_folds))
    return TrainingData(
        prepared_recordings(signals, training, given),
        prepared_recordings(signals, validation, given),
        tables,
        derive_label_space(training, tables.superclass_of),
        _extra_reports(config, root),
    )


def _both_sets(tables: DataSet, config: DataConfig) -> tuple[Sequence[Case], Sequence[Case]]:
    """Return the cases to learn from and those to choose by.

    Raises
    ------
    UserError
        If there are none in one of them, or a patient is in both.
    """
    training, validation = tables.of_folds(config.training_folds), tables.of_folds(config.validation_folds)
    for cases, folds, name in (
        (training, config.training_folds, "training"),
        (validation, config.validation_folds, "validation"),
    ):
        if not cases:
            named = ", ".join(map(str, sorted(folds)))
            raise UserError(f"There are no recordings with a report in the {name} folds ({named}).", "Correct data.")
    checked = {case.patient_id for case in validation}
    both = len(checked & {case.patient_id for case in training if case.patient_id in checked})
    if both and not config.allow_patient_overlap:
        raise UserError(
            f"{both:,} patients have recordings in the training folds and in the validation folds.",
            "Correct the folds, or set data.allow_patient_overlap = true: scores will be too good then.",
        )
    return training, validation


def _extra_reports(config: DataConfig, root: Path) -> tuple[Case, ...]:
    folds = frozenset(config.training_folds)
    return load_extra_reports(root, config.extra_reports, folds) if config.extra_reports else ()


def _references(cases: Sequence[Case]) -> list[str]:
    """Return the reports, each wording once in memory however often it comes."""
    once: dict[str, str] = {}
    return [once.setdefault(case.reference, case.reference) for case in cases]
