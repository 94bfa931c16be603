"""Keep the calipers of a study."""

from __future__ import annotations

from collections.abc import Sequence

from meit_core.domain.calipers import Caliper, CaliperSet
from meit_core.domain.study import StudyId
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes


def save_calipers(*, lanes: Lanes, session: Session, study_id: StudyId, calipers: Sequence[Caliper]) -> Task:
    """Keep these as the study's calipers; the result is a :class:`CaliperSet`."""

    def work(_job: JobContext) -> CaliperSet:
        from meit_core.services.calipers import save_calipers as save

        return save(session.workspace, actor=session.user, study_id=study_id, calipers=calipers)

    return lanes.database.submit("save calipers", work)
