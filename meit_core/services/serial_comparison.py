"""Compare a study with an earlier one of the same patient."""

from __future__ import annotations

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.measurement_difference import Difference, compare_measurements, source_note
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.serial_comparison import SerialComparison, written_report
from meit_core.domain.study import StudyId
from meit_core.errors import UserError
from meit_core.services.measuring import median_beat_of
from meit_core.services.workspace import Workspace
from meit_core.store import details


def compare_with_prior(ws: Workspace, *, study_id: StudyId, prior_id: StudyId) -> SerialComparison:
    """Put a study and an earlier one of the same patient beside each other; nothing is stored.

    Raises
    ------
    UserError
        One of them doesn't exist, its samples are damaged, or ``prior_id`` is no earlier study of the same patient.
    """
    with ws.store.reading() as session:
        now = details.load(session, study_id)
        if prior_id not in [prior.study_id for prior in now.priors]:
            raise UserError(
                "That is no earlier ECG of the same patient.", "Choose one of the earlier studies of this patient."
            )
        prior = details.load(session, prior_id)
    now_beat, why_not = _beat(ws, now.record, "Today's")
    prior_beat, why_no_prior = _beat(ws, prior.record, "The prior")
    return SerialComparison(
        now=now,
        prior=prior,
        differences=compare_measurements(prior.measurements, now.measurements),
        note=source_note(prior.measurements, now.measurements),
        now_beat=now_beat,
        prior_beat=prior_beat,
        no_beats=f"{why_not} {why_no_prior}".strip(),
        prior_report=written_report(prior.revisions),
    )


def compare_recordings(*, before: Measurements, now: Measurements) -> tuple[Difference, ...]:
    """Compare the measurements of two recordings that needn't be in a workspace."""
    return compare_measurements(before, now)


def _beat(ws: Workspace, record: EcgRecord, whose: str) -> tuple[AveragedBeat | None, str]:
    """A recording's median beat, or why there is none."""
    try:
        return ws.measurer.run(median_beat_of, record), ""
    except UserError as fault:
        return None, f"{whose} recording: {fault.message}"
