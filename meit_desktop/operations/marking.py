"""The median beat of a study, and the marks that a reader sets on it."""

from __future__ import annotations

from collections.abc import Mapping

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.manual_reading import ManualReading
from meit_core.domain.record import EcgRecord
from meit_core.domain.study import StudyId
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes


def find_median_beat(*, lanes: Lanes, session: Session, record: EcgRecord) -> Task:
    """Average the recording's beats; the result is an :class:`AveragedBeat`.

    On the database's lane, since an import may keep that of the files busy for minutes.
    """

    def work(_job: JobContext) -> AveragedBeat:
        from meit_core.services import marking

        return marking.find_median_beat(session.workspace, record=record)

    return lanes.database.submit("find median beat", work)


def save_marks(*, lanes: Lanes, session: Session, study_id: StudyId, marks: Mapping[BeatMark, float | None]) -> Task:
    """Keep the manual marks; the result is a :class:`ManualReading`, or ``None`` where everything is computed."""

    def work(_job: JobContext) -> ManualReading | None:
        from meit_core.services import marking

        return marking.set_marks(session.workspace, actor=session.user, study_id=study_id, marks=marks)

    return lanes.database.submit("save marks", work)


def prepare_measuring(*, lanes: Lanes, session: Session) -> Task:
    """Have the process that measures ready soon; nobody needs to wait for the task."""
    return lanes.database.submit("prepare measuring", lambda _job: session.workspace.measurer.prepare())
