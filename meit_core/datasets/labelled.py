"""Recordings with labels instead of reports: nothing to train on, but something to be right about."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from meit_core.datasets.dataset import Case
from meit_core.domain.record import PatientInfo, Sex
from meit_core.errors import UserError
from meit_core.formats.wfdb_header import patient_from_comments
from meit_core.knowledge.foreign_labels import LabelMap

ONLY_FOLD = 10
"""These data sets have no folds; all of their recordings are to test on."""


@dataclass(frozen=True, slots=True)
class LabelledData:
    """A data set of labels.

    Attributes
    ----------
    cases
        Without report and codes.
    labels
        (n) names of each recording's labels, after the table.
    table
        What the labels mean.
    unmapped
        What the data set says and the table has no label for, with the number of recordings.
    labels_from
        Where the labels are written.
    excluded
        Recordings that were left out, by reason.
    """

    cases: Sequence[Case]
    labels: Sequence[frozenset[str]]
    table: LabelMap
    unmapped: Mapping[str, int]
    labels_from: str
    excluded: Mapping[str, int]


def read_labelled(
    headers: Iterable[Path],
    table: LabelMap,
    *,
    sources_of: Callable[[Sequence[str]], Sequence[str]],
    labels_from: str,
    excluded: Mapping[str, int] | None = None,
) -> LabelledData:
    """Read the labels in the comments of WFDB headers.

    Every recording is its own patient: neither data set says who was recorded twice.

    Parameters
    ----------
    sources_of
        Comment lines (without ``#``) -> what the data set says of the recording, one by one.

    Raises
    ------
    UserError
        If there is no header, or none of them has a label.
    """
    cases, labels = [], []
    unmapped: Counter[str] = Counter()
    for header in sorted(headers):
        comments = _comments(header)
        named = {source: table.name_of(source) for source in sources_of(comments)}
        unmapped.update(source for source, name in named.items() if name is None)
        labels.append(frozenset(name for name in named.values() if name is not None))
        cases.append(_case(header, patient_from_comments(comments)))
    if not any(labels):
        raise UserError("There are no labels in these recordings' headers.", "Check --dataset and --root.")
    return LabelledData(tuple(cases), tuple(labels), table, dict(unmapped.most_common()), labels_from, excluded or {})


def _case(header: Path, patient: PatientInfo) -> Case:
    known = {Sex.MALE: 1.0, Sex.FEMALE: 0.0}
    return Case(
        ecg_id=header.stem,
        patient_id=header.stem,
        fold=ONLY_FOLD,
        record_path=header.with_suffix(""),
        reference="",
        codes=frozenset(),
        age_years=math.nan if patient.age_years is None else patient.age_years,
        male=known.get(patient.sex, math.nan),
    )


def _comments(header: Path) -> list[str]:
    try:
        lines = header.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as fault:
        raise UserError(f"The header {header.name} can't be read.", "Copy the data set again.") from fault
    return [line.lstrip("# ").strip() for line in lines if line.startswith("#")]
