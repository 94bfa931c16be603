"""Import, draft, edit, rate, sign, print: the main job, on real widgets, files and database."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from meit_core.domain.leads import LEADS
from meit_core.domain.rating import Criterion
from meit_core.domain.study import StudyStatus
from meit_core.services.worklist import load_study
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_desktop.dialogs.sign import SignDialog
from tests.desktop.shell.conftest import Desk

PASSWORD = "correct horse"
DRAFT = "Sinus rhythm. Ventricular paced rhythm."


def simulated_file(folder: Path) -> Path:
    record = simulate(SimulatedCase(seed=3)).record
    rows = "\n".join(",".join(f"{value:.4f}" for value in sample) for sample in np.asarray(record.signal_mv).T)
    path = folder / "simulated.csv"
    path.write_text(f"# fs={record.fs_hz:g}\n{','.join(LEADS)}\n{rows}\n", encoding="utf-8")
    return path


def whole_path(desk: Desk, incoming: Path, pdf: Path) -> None:
    """From the first start to the PDF."""
    window = desk.window
    desk.application.start()
    desk.until(lambda: window.page is window.first_admin)
    page = window.first_admin
    for field, text in (
        (page.printed_name, "Dr. Jane Doe"),
        (page.username, "doe"),
        (page.password, PASSWORD),
        (page.repeated, PASSWORD),
    ):
        QTest.keyClicks(field, text)
    QTest.keyClick(page.repeated, Qt.Key.Key_Return)
    desk.until(lambda: window.page is window.desk)

    window.files_dropped.emit((incoming,))
    desk.until(lambda: desk.application.desk is not None and desk.detail is not None)
    assert desk.detail.study.status is StudyStatus.UNREAD
    study_id = desk.detail.study.study_id

    desk.draft(DRAFT)
    assert desk.detail.study.status is StudyStatus.DRAFTED
    assert not window.desk.reminder.isHidden()
    assert [line.text for line in desk.report.review.lines.lines] == ["Sinus rhythm.", "Ventricular paced rhythm."]

    review = desk.report.review
    review.sentences.make_current(0)
    review.keep_current()
    review.accept_current()
    review.sentences.make_current(1)
    review.reject_current()
    desk.report.add_statement("Normal QRS duration.")
    desk.run("save")
    desk.until(lambda: "saved" in window.footer.saved_text)
    desk.until(lambda: desk.detail.study.status is StudyStatus.UNCONFIRMED)

    desk.run("rate")
    for key in "5434":
        QTest.keyClick(desk.report.details.rating, key)
    desk.until(lambda: "Saved" in desk.report.details.rating.message)

    desk.run("sign")
    dialog = desk.dialog(SignDialog)
    assert dialog.shown_text.toPlainText() == "Sinus rhythm.\nNormal QRS duration."
    QTest.keyClicks(dialog.form.password, "wrong")
    dialog.sign_button.click()
    desk.until(dialog.cancel_button.isEnabled)
    assert load_study(desk.application.stage.session.workspace, study_id=study_id).signature is None
    QTest.keyClicks(dialog.form.password, PASSWORD)
    dialog.sign_button.click()
    desk.until(lambda: desk.detail.study.status is StudyStatus.CONFIRMED)
    assert window.desk.reminder.isHidden()

    desk.flows.signing.write_pdf(study_id, pdf)
    desk.until(lambda: "PDF written" in window.notice.text)

    stored = load_study(desk.application.stage.session.workspace, study_id=study_id)
    assert stored.signature is not None
    assert stored.signature.printed_name == "Dr. Jane Doe"
    assert stored.revisions[-1].text == "Sinus rhythm.\nNormal QRS duration."
    assert stored.signature.content_sha256 == stored.revisions[-1].sha256
    assert stored.ratings[-1].scores == dict(zip(Criterion, (5, 4, 3, 4), strict=True))
    assert stored.drafts[-1].text == DRAFT


def check_pdf(pdf: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    text = pypdf.PdfReader(pdf).pages[0].extract_text()
    assert "Normal QRS duration" in text
    assert "Dr. Jane Doe" in text
    assert "UNCONFIRMED" not in text


def test_a_simulated_recording_goes_the_whole_way(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    desk = make_desk(demo=False)
    whole_path(desk, simulated_file(tmp_path), tmp_path / "report.pdf")
    check_pdf(tmp_path / "report.pdf")


@pytest.mark.data
def test_a_real_recording_goes_the_whole_way(make_desk: Callable[..., Desk], tmp_path: Path, real_data: Path) -> None:
    header = next(iter(sorted((real_data / "ptbxl" / "records100").rglob("*.hea"))))
    incoming = tmp_path / "incoming"
    incoming.mkdir()
    for suffix in (".hea", ".dat"):
        shutil.copy(header.with_suffix(suffix), incoming)
    desk = make_desk(demo=False)
    whole_path(desk, incoming, tmp_path / "report.pdf")
    check_pdf(tmp_path / "report.pdf")
