"""Have the model draft a report: of a study in a workspace, or of a recording that is in none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from meit_core.domain.attention import SentenceAttention
from meit_core.domain.draft import Draft
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.study import StudyDetail, StudyId
from meit_core.domain.users import User
from meit_core.drafting.engine import BatchEngine, DraftEngine, DraftEvent, DraftFinished
from meit_core.drafting.host_client import HostClient
from meit_core.drafting.limits import limits_of
from meit_core.errors import BugError, EnvironmentFault, UserError
from meit_core.jobs import JobContext
from meit_core.services.workspace import Workspace

# The store loads SQLAlchemy: it is imported where a study is touched, because a draft of a file needs none of it.


def start_engine(pack: str | Path | None = None, *, in_process: bool = False) -> DraftEngine:
    """Return a drafting engine; it loads the pack when it is first used.

    Parameters
    ----------
    pack
        Name or folder of a model pack; ``None`` for the bundled one.
    in_process
        Run the model in this process, for scripts that draft and end. By default it runs in one of its own.
    """
    return start_batch_engine(pack) if in_process else HostClient(pack)


def start_batch_engine(pack: str | Path | None = None) -> BatchEngine:
    """Return an engine in this process, which can draft recordings side by side."""
    from meit_core.drafting.local_engine import LocalEngine

    return LocalEngine(pack)


def draft_record(
    engine: DraftEngine,
    *,
    record: EcgRecord,
    prompt: str | None = None,
    measurements: Measurements | None = None,
    on_event: Callable[[DraftEvent], None] | None = None,
    job: JobContext | None = None,
) -> Draft:
    """Draft a recording and return the draft; where it was stopped, what was written until then.

    Parameters
    ----------
    measurements
        What the guard judges by, where a reader has set something by hand.

    Raises
    ------
    UserError
        The recording can't be drafted, or the model can't be started or died.
    Cancelled
        The job was stopped before the first word.
    """
    for event in engine.draft(record, prompt=prompt, measurements=measurements, job=job):
        if on_event is not None:
            on_event(event)
        if isinstance(event, DraftFinished):
            return event.draft
    raise BugError("an engine ended without a draft")


def look_at_last_draft(engine: DraftEngine, *, job: JobContext | None = None) -> tuple[SentenceAttention, ...]:
    """Return where the model looked for each sentence of the engine's last draft, and which leads that hangs on.

    Empty where that isn't known; nothing of it is stored.

    Raises
    ------
    UserError
        The model's process died.
    Cancelled
        The job was stopped.
    """
    return engine.look(job=job)


def draft_study(
    ws: Workspace,
    engine: DraftEngine,
    *,
    study_id: StudyId,
    actor: User,
    prompt: str | None = None,
    on_event: Callable[[DraftEvent], None] | None = None,
    job: JobContext | None = None,
) -> Draft:
    """Draft a study's report and keep it with the study; returns the draft with its id and time.

    A draft that was stopped is kept as far as it came, marked as incomplete.

    Raises
    ------
    UserError
        There is no such study, the workspace can't be changed now, or drafting failed.
    PermissionRefused
        The actor rates only, or is locked.
    Cancelled
        The job was stopped before the first word.
    """
    record = recording_to_draft(ws, study_id=study_id, actor=actor)
    draft = draft_record(
        engine,
        record=record,
        prompt=prompt,
        measurements=measurements_by_hand(ws, study_id=study_id),
        on_event=on_event,
        job=job,
    )
    return keep_draft(ws, study_id=study_id, draft=draft, actor=actor)


def draft_all(
    engine: BatchEngine,
    *,
    read: Sequence[Callable[[], EcgRecord]],
    prompt: str | None = None,
    job: JobContext | None = None,
) -> Iterator[Draft | UserError]:
    """Draft recordings side by side; yields each one's draft, or why there is none, in their order.

    Parameters
    ----------
    read
        Read the recordings; each is called when its turn comes, so that they needn't all be in memory.

    Raises
    ------
    UserError
        The model can't be started or died.
    Cancelled
        The job was stopped.
    """
    faults: dict[int, UserError] = {}

    def readable() -> Iterator[EcgRecord]:
        for place, reader in enumerate(read):
            try:
                record = reader()
            except UserError as fault:
                faults[place] = fault
            else:
                yield record

    place = 0
    for drafted in engine.draft_many(readable(), prompt=prompt, job=job, total=len(read)):
        while place in faults:
            yield faults[place]
            place += 1
        yield drafted
        place += 1
    yield from (faults[rest] for rest in range(place, len(read)))


def recording_to_draft(ws: Workspace, *, study_id: StudyId, actor: User) -> EcgRecord:
    """Return a study's recording, if a draft of it could be kept.

    Raises
    ------
    UserError
        There is no such study, or the workspace can't be changed now.
    PermissionRefused
        The actor rates only, or is locked.
    """
    from meit_core.store import details, rights, studies

    if ws.read_only:  # before a draft is written that couldn't be kept
        raise EnvironmentFault("A draft can't be kept now.", ws.read_only_reason)
    with ws.store.reading() as session:
        rights.require_reader(session, actor)
        return details.record_of(session, studies.row_of(session, study_id))


def measurements_by_hand(ws: Workspace, *, study_id: StudyId) -> Measurements | None:
    """Return a study's measurements with what readers have set by hand; ``None`` where nobody has set anything."""
    from meit_core.store import details, manual_marks, studies

    with ws.store.reading() as session:
        study_pk = studies.row_of(session, study_id).pk
        return details.measurements_in_force(session, study_pk) if manual_marks.of_study(session, study_pk) else None


def keep_draft(ws: Workspace, *, study_id: StudyId, draft: Draft, actor: User) -> Draft:
    """Keep a draft with its study; returns it with its id and time, judged by what is measured by now.

    A mark may have been moved while the draft was written.
    """
    from meit_core.services.judging import judge_drafts_anew
    from meit_core.store import drafts, manual_marks, studies

    kept = ws.store.add_draft(study_id, draft, actor)
    with ws.store.reading() as session:
        if not manual_marks.history(session, studies.row_of(session, study_id).pk):
            return kept
    with ws.store.writing() as session:
        study = studies.row_of(session, study_id)
        judge_drafts_anew(session, study)
        stored = next(each for each in drafts.of_study(session, study.pk) if each.draft_id == kept.draft_id)
    return replace(kept, sentences=stored.sentences)


def limits_of_draft(detail: StudyDetail) -> tuple[str, ...]:
    """Return why drafts of this study deserve more doubt than others, in plain sentences."""
    return limits_of(detail.record, detail.measurements)
