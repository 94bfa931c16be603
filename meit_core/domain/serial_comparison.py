"""A study beside an earlier one of the same patient."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.measurement_difference import Difference
from meit_core.domain.report import ReportRevision, RevisionKind
from meit_core.domain.study import Study, StudyDetail, StudyStatus

NO_PRIOR: Final = "no earlier ECG of this patient in this workspace"
_SIGNED: Final = (StudyStatus.CONFIRMED, StudyStatus.AMENDED)


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report as it stands.

    Attributes
    ----------
    text
        The signed text with its addenda, else the last saved one; empty where nobody has written any.
    signed
        Whether somebody has signed it.
    """

    text: str
    signed: bool


@dataclass(frozen=True, slots=True, eq=False)
class SerialComparison:
    """Two studies of one patient.

    Attributes
    ----------
    differences
        Of the measurements that count for each study.
    note
        Where their tolerances don't hold, else empty.
    now_beat, prior_beat
        Median beats; ``None`` where a recording has none.
    no_beats
        Why the median beats can't be laid over each other, else empty.
    prior_report
        What was written about the prior.
    """

    now: StudyDetail
    prior: StudyDetail
    differences: tuple[Difference, ...]
    note: str
    now_beat: AveragedBeat | None
    prior_beat: AveragedBeat | None
    no_beats: str
    prior_report: WrittenReport


def default_prior(priors: Sequence[Study]) -> Study | None:
    """Choose what to compare with: the latest signed earlier study, else the latest; ``None`` where there is none.

    Parameters
    ----------
    priors
        Newest first, as :class:`~meit_core.domain.study.StudyDetail` has them.
    """
    return next((prior for prior in priors if prior.status in _SIGNED), priors[0] if priors else None)


def written_report(revisions: Sequence[ReportRevision]) -> WrittenReport:
    """Put together what counts of a study's revisions, oldest first."""
    signed = [revision.text for revision in revisions if revision.kind is RevisionKind.SIGNED][-1:]
    if signed:
        addenda = [revision.text for revision in revisions if revision.kind is RevisionKind.ADDENDUM]
        return WrittenReport("\n\n".join([*signed, *addenda]), signed=True)
    return WrittenReport(revisions[-1].text if revisions else "", signed=False)
