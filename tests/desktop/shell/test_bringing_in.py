"""Dragging files onto the window, recent places, and the watched folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meit_core.services.workspace import open_workspace
from meit_desktop.dialogs.quarantine import QuarantineDialog
from meit_desktop.dialogs.watched_folder import WatchedFolderDialog
from meit_desktop.pictures.files import write_import_folder
from meit_desktop.settings import RECENT_FOLDERS, RECENT_WORKSPACES
from tests.desktop.shell.conftest import Desk


def drag(desk: Desk, *paths: Path) -> tuple[QMimeData, bool]:
    """Hold files over the window; the data must live as long as the drag."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDragEnterEvent(
        QPoint(400, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(desk.window, event)
    return data, event.isAccepted()


def let_go(desk: Desk, data: QMimeData) -> None:
    event = QDropEvent(
        QPoint(400, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(desk.window, event)


def test_files_over_the_window_are_invited_and_imported(desk: Desk, tmp_path: Path) -> None:
    folder = write_import_folder(tmp_path / "outer" / "inner")
    for bad in ("scan-of-paper-ecg.csv", "empty.csv", "half-a-transfer.hea", "lead-ii-only.csv"):
        (folder / bad).unlink()
    veil = desk.flows.dropping.veil
    data, accepted = drag(desk, tmp_path / "outer")
    assert accepted
    assert veil.isVisible()
    assert veil.title == "Drop to import 1 file or folder"
    assert veil.size() == desk.window.size()
    QApplication.sendEvent(desk.window, QDragLeaveEvent())
    assert veil.isHidden()
    data, _ = drag(desk, tmp_path / "outer")
    let_go(desk, data)
    assert veil.isHidden()
    desk.until(lambda: len(desk.studies) == 16)
    recent = desk.window.actions_table.menus["File"].actions()
    folders = next(action.menu() for action in recent if action.text() == "Import from recent folder")
    assert [action.text() for action in folders.actions()] == [str(tmp_path / "outer")]
    folders.actions()[0].trigger()
    desk.until(lambda: not desk.flows.importing.is_idle)
    desk.until(lambda: desk.flows.importing.is_idle)


def test_a_read_only_workspace_refuses_a_drop_and_says_why(
    make_desk: Callable[..., Desk], demo_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "demo.meit"
    copy.write_bytes(demo_file.read_bytes())
    with open_workspace(copy):
        desk = make_desk(path=copy)
        desk.start()
        data, accepted = drag(desk, tmp_path)
        assert accepted
        assert desk.flows.dropping.veil.title == "Nothing can be imported now"
        assert "already open" in desk.flows.dropping.veil.detail
        let_go(desk, data)
        assert desk.flows.dropping.veil.isHidden()
        assert desk.flows.importing.is_idle


def test_nothing_is_invited_before_somebody_has_signed_in(desk: Desk, tmp_path: Path) -> None:
    desk.run("sign_out")
    desk.until(lambda: desk.window.page is desk.window.sign_in)
    _, accepted = drag(desk, tmp_path)
    assert not accepted
    assert desk.flows.dropping.veil.isHidden()


def create_admin(desk: Desk) -> None:
    page = desk.window.first_admin
    desk.until(lambda: desk.window.page is page)
    page.create_requested.emit("ada", "Dr. Ada", "correct horse")
    desk.until(lambda: desk.window.page is desk.window.desk)


def test_workspaces_that_were_open_are_listed_and_opened_again(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    desk = make_desk(path=tmp_path / "one.meit", demo=False)
    desk.application.start()
    create_admin(desk)
    open_workspace(tmp_path / "two.meit").close()
    desk.application.commands._recent.open_workspace(tmp_path / "two.meit")
    create_admin(desk)
    assert desk.application.stage.session.workspace.path == tmp_path / "two.meit"
    listed = desk.application.commands._recent.workspaces.actions()
    assert [Path(action.text()).name for action in listed] == ["two.meit", "one.meit"]
    listed[1].trigger()
    desk.until(lambda: desk.window.page is desk.window.sign_in)
    with open_workspace(tmp_path / "two.meit") as free:
        assert not free.read_only
    settings = desk.application.settings
    assert "one.meit" in settings.get(RECENT_WORKSPACES)
    assert settings.get(RECENT_FOLDERS) == "[]"


def test_a_watched_folder_is_named_imports_by_itself_and_survives_a_restart(
    make_desk: Callable[..., Desk], demo_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace = tmp_path / "clinic" / "demo.meit"
    workspace.parent.mkdir()
    workspace.write_bytes(demo_file.read_bytes())
    inbox = write_import_folder(tmp_path / "inbox")
    for slow in ("half-a-transfer.hea", "lead-ii-only.csv", "scan-of-paper-ecg.csv"):
        (inbox / slow).unlink()
    before = {path.name: path.read_bytes() for path in inbox.iterdir()}
    desk = make_desk(path=workspace)
    desk.start()
    desk.until(lambda: desk.window.footer.watch_text == "")
    desk.run("watch_folder")
    dialog = desk.dialog(WatchedFolderDialog)
    dialog.folder.setText(str(tmp_path / "nowhere"))
    dialog.on.setChecked(True)
    dialog.save.click()
    desk.until(lambda: "no such folder" in dialog._fault.text())
    dialog.folder.setText(str(inbox))
    dialog.save.click()
    desk.until(lambda: desk.window.footer.watch_text.startswith("Watching inbox"))
    desk.until(lambda: len(desk.studies) == 16)
    desk.until(lambda: desk.window.footer.watch_text == "Watching inbox: 2 imported, 1 unreadable")
    assert "could not be read" in desk.window.notice.text
    assert {path.name: path.read_bytes() for path in inbox.iterdir()} == before
    desk.run("show_quarantine")
    assert desk.dialog(QuarantineDialog).table.item(0, 0).text() == "empty.csv"
    desk.dialog(QuarantineDialog).close()
    desk.window.close_now()
    desk.application.shut_down()
    again = make_desk(path=workspace)
    again.start()
    again.until(lambda: again.window.footer.watch_text == "Watching inbox")
    assert again.flows.watching.is_on
    inbox.rename(tmp_path / "gone")
    again.until(lambda: "can't be reached" in again.window.footer.watch_text)
