"""Two ECGs of one patient: side by side, stacked, over each other; and a patient who has only one."""

from __future__ import annotations

from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyStatus
from meit_desktop.operations import reporting
from meit_desktop.pictures.studio import Studio

_BEFORE = "Sinus rhythm. Left axis deviation. Otherwise normal ECG."
_NOW = "Atrial fibrillation. Left axis deviation. Nonspecific T wave abnormality."


def comparing(studio: Studio) -> None:
    """Sign a prior's report, write today's, compare in the three arrangements; then a study without a prior."""
    studio.open("Anna")
    prior = studio.flows.reading.detail.priors[-1]
    stage = studio.application.stage
    if prior.status not in (StudyStatus.CONFIRMED, StudyStatus.AMENDED):
        signed = []
        task = reporting.sign_report(
            lanes=stage.lanes,
            session=stage.session,
            study_id=prior.study_id,
            text=_BEFORE,
            password="demo",
            meaning=SignatureMeaning.AUTHOR,
            draft_id=None,
        )
        task.done.connect(signed.append)
        studio.wait_for("signed prior", lambda: bool(signed))
        studio.flows.reading.reload()
        studio.wait_for(
            "prior's status", lambda: studio.flows.reading.detail.priors[-1].status is StudyStatus.CONFIRMED
        )
    studio.draft(_NOW)
    studio.report.review.accept_supported()
    for index in range(len(studio.report.review.lines)):
        studio.report.review.sentences.make_current(index)
        studio.report.review.keep_current()
        studio.report.review.accept_current()
    for name in ("side-by-side", "stacked", "median-beats"):
        studio.command("compare")
        studio.wait_for("comparison", lambda: studio.flows.comparing.is_comparing)
        studio.shoot(f"compare-{name}")
    studio.flows.step_back()
    studio.open("Henry")
    studio.shoot("compare-no-prior")
