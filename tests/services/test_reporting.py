"""A report's life: unread, drafted, unconfirmed, confirmed, amended."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meit_core.domain.draft import Draft, DraftId
from meit_core.domain.report import RevisionKind, SignatureMeaning
from meit_core.domain.study import StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.errors import PermissionRefused, UserError
from meit_core.services import audit, reporting, users, worklist
from meit_core.services.workspace import Workspace
from tests.services.conftest import PASSWORD

TEXT = "Sinus rhythm. Normal ECG."


def status(workspace: Workspace, study_id: StudyId) -> StudyStatus:
    return worklist.load_study(workspace, study_id=study_id).study.status


def sign(workspace: Workspace, actor: User, study_id: StudyId, text: str = TEXT, password: str = PASSWORD) -> None:
    reporting.sign(
        workspace, actor=actor, password=password, study_id=study_id, text=text, meaning=SignatureMeaning.APPROVAL
    )


def test_the_whole_life_of_a_report(workspace: Workspace, reader: User, study_id: StudyId, draft: Draft) -> None:
    assert status(workspace, study_id) is StudyStatus.UNREAD
    stored = workspace.store.add_draft(study_id, draft, reader)
    assert status(workspace, study_id) is StudyStatus.DRAFTED
    first = reporting.save_revision(
        workspace, actor=reader, study_id=study_id, text="Sinus rhythm.", draft_id=stored.draft_id
    )
    assert (first.number, first.kind, first.author) == (1, RevisionKind.EDIT, "Dr. Rose")
    assert status(workspace, study_id) is StudyStatus.UNCONFIRMED
    signature = reporting.sign(
        workspace,
        actor=reader,
        password=PASSWORD,
        study_id=study_id,
        text=TEXT,
        meaning=SignatureMeaning.REVIEW,
        draft_id=stored.draft_id,
    )
    assert (signature.username, signature.printed_name, signature.meaning) == ("rose", "Dr. Rose", "review")
    # SHA-256 of the text's UTF-8 bytes, by coreutils' sha256sum.
    assert signature.content_sha256 == "795896ce861e9bcfce239b5224943ce33b97b225262eee9e858c14be89e92243"
    assert status(workspace, study_id) is StudyStatus.CONFIRMED
    added = reporting.amend(
        workspace,
        actor=reader,
        password=PASSWORD,
        study_id=study_id,
        addendum="Unchanged on comparison.",
        meaning=SignatureMeaning.AUTHOR,
    )
    detail = worklist.load_study(workspace, study_id=study_id)
    assert detail.study.status is StudyStatus.AMENDED
    assert detail.signature == signature
    assert [(item.number, item.kind, item.text) for item in detail.revisions] == [
        (1, RevisionKind.EDIT, "Sinus rhythm."),
        (2, RevisionKind.SIGNED, TEXT),
        (3, RevisionKind.ADDENDUM, "Unchanged on comparison."),
    ]
    assert detail.revisions[1].revision_id == signature.revision_id
    assert detail.revisions[2].revision_id == added.revision_id
    assert detail.revisions[1].draft_id == stored.draft_id
    assert [item.meaning for item in detail.revisions] == [None, SignatureMeaning.REVIEW, SignatureMeaning.AUTHOR]
    check = audit.verify_audit(workspace)
    assert (check.ok, check.problem) == (True, "")


def test_a_stored_draft_is_the_same_draft_with_id_and_time(
    workspace: Workspace, reader: User, study_id: StudyId, draft: Draft
) -> None:
    stored = workspace.store.add_draft(study_id, draft, reader)
    (loaded,) = worklist.load_study(workspace, study_id=study_id).drafts
    assert loaded == stored
    assert stored.draft_id
    assert stored.created_at is not None and stored.created_at != draft.created_at
    assert (loaded.text, loaded.sentences, loaded.findings) == (draft.text, draft.sentences, draft.findings)
    assert (loaded.pack_sha256, loaded.prompt, loaded.complete) == (draft.pack_sha256, draft.prompt, False)


def test_a_draft_after_reading_does_not_take_the_status_back(
    workspace: Workspace, reader: User, study_id: StudyId, draft: Draft
) -> None:
    reporting.save_revision(workspace, actor=reader, study_id=study_id, text=TEXT)
    workspace.store.add_draft(study_id, draft, reader)
    assert status(workspace, study_id) is StudyStatus.UNCONFIRMED
    sign(workspace, reader, study_id)
    workspace.store.add_draft(study_id, draft, reader)
    assert status(workspace, study_id) is StudyStatus.CONFIRMED


def test_saving_the_same_text_again_adds_nothing(workspace: Workspace, reader: User, study_id: StudyId) -> None:
    first = reporting.save_revision(workspace, actor=reader, study_id=study_id, text=TEXT)
    assert reporting.save_revision(workspace, actor=reader, study_id=study_id, text=TEXT) == first
    other = reporting.save_revision(workspace, actor=reader, study_id=study_id, text="")
    assert other.number == 2
    assert reporting.save_revision(workspace, actor=reader, study_id=study_id, text=TEXT).number == 3


def test_a_signed_report_takes_addenda_only(workspace: Workspace, reader: User, admin: User, study_id: StudyId) -> None:
    sign(workspace, reader, study_id)
    with pytest.raises(UserError, match=r"signed and can't be changed.*addendum"):
        reporting.save_revision(workspace, actor=reader, study_id=study_id, text="Changed.")
    with pytest.raises(UserError, match="signed and can't be changed"):
        sign(workspace, admin, study_id, "Changed.")
    detail = worklist.load_study(workspace, study_id=study_id)
    assert [revision.text for revision in detail.revisions] == [TEXT]


def test_an_unsigned_report_takes_no_addendum(workspace: Workspace, reader: User, study_id: StudyId) -> None:
    with pytest.raises(UserError, match="isn't signed yet"):
        reporting.amend(
            workspace,
            actor=reader,
            password=PASSWORD,
            study_id=study_id,
            addendum="More.",
            meaning=SignatureMeaning.AUTHOR,
        )
    assert status(workspace, study_id) is StudyStatus.UNREAD


def test_a_wrong_password_signs_nothing_and_is_counted(workspace: Workspace, reader: User, study_id: StudyId) -> None:
    for _ in range(5):
        with pytest.raises(PermissionRefused, match="password is wrong"):
            sign(workspace, reader, study_id, password="guess")
    with pytest.raises(PermissionRefused, match="paused"):
        sign(workspace, reader, study_id)
    assert worklist.load_study(workspace, study_id=study_id).revisions == ()


def test_nothing_can_not_be_signed(workspace: Workspace, reader: User, study_id: StudyId) -> None:
    with pytest.raises(UserError, match="no report to sign"):
        sign(workspace, reader, study_id, " \n")


def test_who_only_rates_neither_writes_nor_signs_nor_drafts(
    workspace: Workspace, rater: User, study_id: StudyId, draft: Draft
) -> None:
    with pytest.raises(PermissionRefused):
        reporting.save_revision(workspace, actor=rater, study_id=study_id, text=TEXT)
    with pytest.raises(PermissionRefused):
        sign(workspace, rater, study_id)
    with pytest.raises(PermissionRefused):
        workspace.store.add_draft(study_id, draft, rater)
    assert status(workspace, study_id) is StudyStatus.UNREAD


def test_the_operator_of_the_command_line_saves_but_has_no_password_to_sign(
    workspace: Workspace, admin: User, study_id: StudyId
) -> None:
    reporting.save_revision(workspace, actor=users.operator(), study_id=study_id, text=TEXT)
    with pytest.raises(PermissionRefused, match="password is wrong"):
        sign(workspace, users.operator(), study_id, password="")


def test_a_draft_of_another_study_is_refused(workspace: Workspace, reader: User, study_id: StudyId) -> None:
    with pytest.raises(UserError, match="doesn't belong"):
        reporting.save_revision(
            workspace, actor=reader, study_id=study_id, text=TEXT, draft_id=DraftId("0123456789abcdef")
        )
    with pytest.raises(UserError, match="no such study"):
        reporting.save_revision(workspace, actor=reader, study_id=StudyId("nowhere"), text=TEXT)
    assert worklist.load_study(workspace, study_id=study_id).revisions == ()


def test_a_signed_text_changed_behind_the_programs_back_is_not_shown_as_signed(
    workspace: Workspace, workspace_path: Path, reader: User, study_id: StudyId
) -> None:
    sign(workspace, reader, study_id)
    with closing(sqlite3.connect(workspace_path)) as connection:
        connection.execute("DROP TRIGGER report_revisions_no_update")
        connection.execute("UPDATE report_revisions SET text = 'Normal.'")
        connection.commit()
    with pytest.raises(UserError, match="not the one that was signed"):
        worklist.load_study(workspace, study_id=study_id)
    check = audit.verify_audit(workspace)
    assert not check.ok
    assert "not the one that was signed" in check.problem
