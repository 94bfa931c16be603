"""Bringing files in: what is read, what isn't and why, and stopping."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from meit_core.jobs import JobContext
from meit_core.services import importing
from meit_desktop.dialogs.import_result import ImportResultDialog
from meit_desktop.dialogs.quarantine import QuarantineDialog
from meit_desktop.pictures.files import write_import_folder
from tests.desktop.shell.conftest import Desk


def drop(desk: Desk, *paths: Path) -> None:
    """Drop files onto the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(400, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    desk.window.dropEvent(event)


def test_a_mixed_folder_is_imported_and_its_faults_are_told(desk: Desk, tmp_path: Path) -> None:
    drop(desk, write_import_folder(tmp_path / "incoming"))
    result = desk.dialog(ImportResultDialog)
    assert result.table.rowCount() == 4
    reasons = {result.table.item(row, 0).text(): result.table.item(row, 1).text() for row in range(4)}
    assert reasons["empty.csv"] == "The file is empty."
    assert all(reasons.values())
    desk.until(lambda: result.table.verticalScrollBar().maximum() == 0)  # all of them in view
    result.accept()
    desk.until(lambda: len(desk.studies) == 16)
    desk.run("show_quarantine")
    assert desk.dialog(QuarantineDialog).table.rowCount() == 4


def test_the_same_files_again_are_named_as_known(desk: Desk, tmp_path: Path) -> None:
    good = write_import_folder(tmp_path / "incoming") / "ward-3-bed-12.csv"
    drop(desk, good)
    desk.until(lambda: "1 study imported" in desk.window.notice.text)
    drop(desk, good)
    assert desk.dialog(ImportResultDialog).windowTitle() == "Import finished"
    desk.until(lambda: len(desk.studies) == 15)


def test_a_running_import_can_be_stopped_and_refuses_a_second(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slow_import(*_arguments: object, job: JobContext, **_named: object) -> None:
        job.progress(0.25, "250 of 1000 files")
        while not gate.wait(0.01):
            job.check()

    monkeypatch.setattr(importing, "import_paths", slow_import)
    drop(desk, tmp_path)
    work = desk.window.work
    desk.until(lambda: work.isVisible() and "250 of 1000" in work.text)
    drop(desk, tmp_path)
    assert "An import is running" in desk.window.notice.text
    work.stop.click()
    desk.until(work.isHidden)
    assert "Import stopped" in desk.window.notice.text
