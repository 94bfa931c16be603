"""Mark the median beat by hand: the reader's boundaries take the place of the computed ones, with name and time."""

from __future__ import annotations

from collections.abc import Mapping

from meit_core.domain.audit import AuditAction
from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark, in_order
from meit_core.domain.manual_reading import ManualMark, ManualReading
from meit_core.domain.record import EcgRecord
from meit_core.domain.study import StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services.judging import judge_drafts_anew
from meit_core.services.measuring import median_beat_of
from meit_core.services.workspace import Workspace
from meit_core.signal.marked_beat import marked_places, read_by_hand
from meit_core.store import audit, details, manual_marks, rights, studies
from meit_core.store.base import now
from meit_core.store.manual_marks import SavedReading
from meit_core.store.tables_studies import StudyRow

LOCKED = UserError(
    "This report is signed, so its measurements can't be changed.", "The marks can be looked at; add an addendum."
)
_SIGNED = (StudyStatus.CONFIRMED, StudyStatus.AMENDED)


def find_median_beat(ws: Workspace, *, record: EcgRecord) -> AveragedBeat:
    """Return a recording's median beat with its computed boundaries.

    Raises
    ------
    UserError
        It has none, with the reason.
    """
    return ws.measurer.run(median_beat_of, record)


def set_marks(
    ws: Workspace, *, actor: User, study_id: StudyId, marks: Mapping[BeatMark, float | None]
) -> ManualReading | None:
    """Keep these marks as the study's manual ones and measure by them; returns ``None`` where none is left.

    Marks that stand where they stood keep the name and time they had. Earlier sets stay in the workspace; what is
    already so adds nothing. The model goes on seeing the signal alone; the guard judges the study's drafts anew.

    Parameters
    ----------
    marks
        Every manual mark as ms from the R peak of the median beat, ``None`` for a wave that isn't there. Those left out
        are as computed.

    Raises
    ------
    UserError
        The report is signed, the marks don't follow each other, the recording has no median beat, there is no such
        study, or the workspace can't be changed now.
    PermissionRefused
        The actor rates only, or is locked.
    """
    with ws.store.reading() as session:
        rights.require_reader(session, actor)
        study = studies.row_of(session, study_id)
        _check_open(study)
        record = details.record_of(session, study)
    beat = find_median_beat(ws, record=record)  # the longest part, outside of any transaction
    with ws.store.writing() as session:
        author = rights.require_reader(session, actor)
        study = studies.row_of(session, study_id)
        _check_open(study)
        before = manual_marks.of_study(session, study.pk) or ManualReading({})
        rr_ms = details.measurements_of(session, study.pk).rr_ms
        reading = read_by_hand(beat, _attributed(marks, before, author), rr_ms=rr_ms)
        _check_order(beat, reading)
        if reading.marks != before.marks:
            manual_marks.add(session, study, reading, author=author)
            studies.keep_figures(session, study.pk, reading.over(details.measurements_of(session, study.pk)))
            judged = judge_drafts_anew(session, study)
            audit.append(
                session,
                AuditAction.MARKS_SET,
                study_id,
                actor=author,
                drafts_judged=judged,
                marks=_positions(reading),
                before=_positions(before),
                sha256=manual_marks.content_hash(reading),
            )
    return reading if reading.marks else None


def marks_history(ws: Workspace, *, study_id: StudyId) -> tuple[SavedReading, ...]:
    """Return who set which marks when, the oldest first."""
    with ws.store.reading() as session:
        return manual_marks.history(session, studies.row_of(session, study_id).pk)


def _check_open(study: StudyRow) -> None:
    if study.status in _SIGNED:
        raise LOCKED


def _check_order(beat: AveragedBeat, reading: ManualReading) -> None:
    gone = [mark.words for mark, manual in reading.marks.items() if manual.from_r_ms is None]
    if any(not mark.can_be_absent for mark, manual in reading.marks.items() if manual.from_r_ms is None):
        raise UserError(f"{gone[0]} can't be taken away: every beat has a QRS complex.", "Move the mark instead.")
    if not in_order(marked_places(beat, reading.marks), beat.n_samples):
        raise UserError("The marks don't follow each other as P, QRS and T.", "Set them again on the median beat.")


def _attributed(
    marks: Mapping[BeatMark, float | None], before: ManualReading, author: User
) -> dict[BeatMark, ManualMark]:
    """Name and time stay with a mark that hasn't moved."""
    moment = now()
    attributed: dict[BeatMark, ManualMark] = {}
    for mark in (mark for mark in BeatMark if mark in marks):
        kept = before.marks.get(mark)
        moved = kept is None or kept.from_r_ms != marks[mark]
        attributed[mark] = (
            ManualMark(marks[mark], author.printed_name, author.username, moment) if kept is None or moved else kept
        )
    return attributed


def _positions(reading: ManualReading) -> dict[str, float | None]:
    return {mark.value: manual.from_r_ms for mark, manual in reading.marks.items()}
