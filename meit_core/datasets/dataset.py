"""A data set's recordings with what is known about each, whichever collection they come from."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One recording with what is known about it.

    Attributes
    ----------
    record_path
        WFDB record without extension; need not exist.
    reference
        Report, lower case; empty where there is none.
    codes
        SCP-ECG statement codes, whatever their likelihood.
    age_years, male
        NaN where the table doesn't say; PTB-XL writes 300 for an age above 89.
    confirmed
        False where the report is known to be a machine's that no physician looked at.
    style
        Whose way of writing the report is in, as far as the data set says: a recorder and a site; empty where it
        doesn't.
    """

    ecg_id: str
    patient_id: str
    fold: int
    record_path: Path
    reference: str
    codes: frozenset[str]
    age_years: float = math.nan
    male: float = math.nan
    confirmed: bool = True
    style: str = ""


@dataclass(frozen=True, slots=True)
class DataSet:
    """Recordings in folds: 1 to 8 to train on, 9 to choose by, 10 to test on; no patient is in two of them.

    Attributes
    ----------
    reports_from
        File and column of the references.
    superclass_of
        Diagnostic superclass by statement code.
    kind
        Name of the collection, ``ptbxl`` for one, also where it was prepared; empty where that isn't known.
    """

    cases: Sequence[Case]
    reports_from: str
    superclass_of: Mapping[str, str]
    kind: str = ""

    def of_folds(self, folds: Collection[int]) -> Sequence[Case]:
        """Return the cases of these folds that have a report."""
        return tuple(case for case in self.cases if case.fold in folds and case.reference)

    def without_report(self, folds: Collection[int]) -> int:
        """Count the recordings of these folds that :meth:`of_folds` leaves out."""
        return sum(case.fold in folds and not case.reference for case in self.cases)
