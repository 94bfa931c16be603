"""Drafting as a use case: who may, what is kept, and what a stop leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from meit_core.domain.study import Study, StudyId, StudyStatus
from meit_core.domain.users import Role, User
from meit_core.drafting.engine import DraftEvent, DraftFinished, SentenceFinished, TextAdded
from meit_core.errors import Cancelled, EnvironmentFault, PermissionRefused, UserError
from meit_core.jobs import JobContext
from meit_core.services.drafting import draft_record, draft_study
from meit_core.services.worklist import list_studies, load_study
from meit_core.services.workspace import Workspace, open_demo_workspace, open_workspace
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.core.drafting.engines import REPORT, Script, local

Opened = tuple[Workspace, User]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Opened]:
    workspace, user = open_demo_workspace(tmp_path / "demo.meit")
    with workspace:
        yield workspace, user


def unread(workspace: Workspace) -> Study:
    return list_studies(workspace, status=StudyStatus.UNREAD, limit=1)[0]


def test_a_studys_draft_is_stored_with_sentences_and_origin(demo: Opened) -> None:
    workspace, user = demo
    study_id = unread(workspace).study_id
    events: list[DraftEvent] = []
    draft = draft_study(workspace, local(Script()), study_id=study_id, actor=user, on_event=events.append)
    assert isinstance(events[0], TextAdded) and isinstance(events[-1], DraftFinished)
    assert draft.draft_id is not None and draft.created_at is not None
    detail = load_study(workspace, study_id=study_id)
    assert detail.drafts[-1] == draft
    assert replace(draft, draft_id=None, created_at=None) == events[-1].draft
    assert detail.study.status is StudyStatus.DRAFTED


def test_a_stopped_draft_is_kept_as_incomplete(demo: Opened) -> None:
    workspace, user = demo
    study_id = unread(workspace).study_id
    job = JobContext()

    def stop_after_a_sentence(event: DraftEvent) -> None:
        if isinstance(event, SentenceFinished):
            job.cancel()

    draft = draft_study(
        workspace, local(Script()), study_id=study_id, actor=user, on_event=stop_after_a_sentence, job=job
    )
    assert not draft.complete and REPORT.startswith(draft.text)
    assert load_study(workspace, study_id=study_id).drafts == (draft,)


def test_nothing_is_kept_of_a_draft_without_a_word(demo: Opened) -> None:
    workspace, user = demo
    study_id = unread(workspace).study_id
    job = JobContext()
    job.cancel()
    with pytest.raises(Cancelled):
        draft_study(workspace, local(Script()), study_id=study_id, actor=user, job=job)
    detail = load_study(workspace, study_id=study_id)
    assert detail.drafts == () and detail.study.status is StudyStatus.UNREAD


def test_who_may_not_read_may_not_draft(demo: Opened) -> None:
    workspace, _ = demo
    study_id = unread(workspace).study_id
    for stranger in (User("r", "R.", Role.RATER), User("l", "L.", Role.READER, locked=True)):
        with pytest.raises(PermissionRefused):
            draft_study(workspace, local(Script()), study_id=study_id, actor=stranger)
    assert load_study(workspace, study_id=study_id).drafts == ()


def test_a_read_only_workspace_is_refused_before_the_model_works(demo: Opened) -> None:
    workspace, user = demo
    study_id = unread(workspace).study_id
    events: list[DraftEvent] = []
    with (
        open_workspace(workspace.path) as second,
        pytest.raises(EnvironmentFault) as caught,
    ):
        draft_study(second, local(Script()), study_id=study_id, actor=user, on_event=events.append)
    assert events == [] and caught.value.hint


def test_an_unknown_study_is_refused(demo: Opened) -> None:
    workspace, user = demo
    with pytest.raises(UserError):
        draft_study(workspace, local(Script()), study_id=StudyId("no-such-study"), actor=user)


def test_a_recording_outside_a_workspace_is_drafted_too() -> None:
    draft = draft_record(local(Script()), record=simulate(SimulatedCase()).record, prompt="Rhythm only.")
    assert (draft.text, draft.prompt, draft.draft_id) == (REPORT, "Rhythm only.", None)
