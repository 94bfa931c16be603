"""Put a study and an earlier one of the same patient side by side."""

from __future__ import annotations

from meit_core.domain.serial_comparison import SerialComparison
from meit_core.domain.study import StudyId
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes


def compare_studies(*, lanes: Lanes, session: Session, study_id: StudyId, prior_id: StudyId) -> Task:
    """Load both and compare them; the result is a :class:`SerialComparison`."""

    def work(_job: JobContext) -> SerialComparison:
        from meit_core.services.serial_comparison import compare_with_prior

        return compare_with_prior(session.workspace, study_id=study_id, prior_id=prior_id)

    return lanes.database.submit("compare studies", work)
