"""PDFs of studies, in every state of their report."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from meit_core.domain.draft import Draft
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import PermissionRefused, UserError
from meit_core.services import reporting
from meit_core.services.exporting import export_pdf, write_record_pdf
from meit_core.services.letterhead import read_letterhead, set_letterhead
from meit_core.services.workspace import Workspace
from tests.services.conftest import PASSWORD


def printed(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_study_printed_in_every_state(
    workspace: Workspace, reader: User, study_id: StudyId, draft: Draft, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"

    def export() -> str:
        assert export_pdf(workspace, actor=reader, study_id=study_id, path=path).pages == len(PdfReader(path).pages)
        return printed(path)

    assert "No report has been written yet" in export()
    stored = workspace.store.add_draft(study_id, draft, reader)
    drafted = export()
    assert "Sinus rhythm. Left bundle branch block." in drafted
    assert "AI draft, not a medical device" in drafted
    reporting.save_revision(
        workspace, actor=reader, study_id=study_id, text="Sinus bradycardia.", draft_id=stored.draft_id
    )
    edited = export()
    assert "Sinus bradycardia." in edited
    assert "UNCONFIRMED" in edited
    reporting.sign(
        workspace,
        actor=reader,
        password=PASSWORD,
        study_id=study_id,
        text="Sinus rhythm, signed.",
        meaning=SignatureMeaning.APPROVAL,
        draft_id=stored.draft_id,
    )
    signed = export()
    assert "Electronically signed Dr. Rose" in signed
    assert "Sinus rhythm, signed." in signed
    assert "Drafted by meit-mini, pack 1a2b3c, edited by the reader" in signed
    assert "UNCONFIRMED" not in signed
    reporting.amend(
        workspace,
        actor=reader,
        password=PASSWORD,
        study_id=study_id,
        addendum="Compared with 2025.",
        meaning=SignatureMeaning.AUTHOR,
    )
    amended = export()
    assert "Sinus rhythm, signed." in amended
    assert "Addendum 1 Electronically signed by Dr. Rose" in amended
    assert "meaning: " in amended
    assert "Compared with 2025." in amended


def test_the_letterhead_is_the_administrators(
    workspace: Workspace, admin: User, reader: User, study_id: StudyId, tmp_path: Path
) -> None:
    with pytest.raises(PermissionRefused):
        set_letterhead(workspace, actor=reader, letterhead="Rose's")
    set_letterhead(workspace, actor=admin, letterhead=" Heart Centre \n Harbour Street 12\n")
    assert read_letterhead(workspace) == "Heart Centre\nHarbour Street 12"
    export_pdf(workspace, actor=reader, study_id=study_id, path=tmp_path / "a.pdf")
    assert "Heart Centre Harbour Street 12" in printed(tmp_path / "a.pdf")


def test_the_same_study_gives_the_same_bytes(
    workspace: Workspace, reader: User, study_id: StudyId, tmp_path: Path
) -> None:
    for name in ("a.pdf", "b.pdf"):
        export_pdf(workspace, actor=reader, study_id=study_id, path=tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_recording_outside_any_workspace(sinus: EcgRecord, draft: Draft, tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    written = write_record_pdf(
        record=sinus, measurements=Measurements(), text="Sinus rhythm, edited.", draft=draft, path=path
    )
    assert (written.path, written.pages) == (path, 1)
    assert "Sinus rhythm, edited." in printed(path)
    assert "UNCONFIRMED" in printed(path)


def test_a_folder_that_is_not_there(workspace: Workspace, reader: User, study_id: StudyId, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder"):
        export_pdf(workspace, actor=reader, study_id=study_id, path=tmp_path / "absent" / "a.pdf")


def test_who_only_rates_prints_nothing(workspace: Workspace, rater: User, study_id: StudyId, tmp_path: Path) -> None:
    with pytest.raises(PermissionRefused):
        export_pdf(workspace, actor=rater, study_id=study_id, path=tmp_path / "a.pdf")
