"""First start, signing in, a locked screen, and workspaces that don't open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from meit_core.services.users import create_first_admin
from meit_core.services.workspace import open_workspace
from meit_desktop.settings import LOCK_AFTER_MIN
from tests.desktop.shell.conftest import Desk

PASSWORD = "correct horse"


@pytest.fixture
def own_workspace(tmp_path: Path) -> Path:
    """A workspace whose administrator is Dr. Doe."""
    path = tmp_path / "own.meit"
    with open_workspace(path) as workspace:
        create_first_admin(workspace, username="doe", printed_name="Dr. Doe", password=PASSWORD)
    return path


def sign_in(desk: Desk, password: str) -> None:
    page = desk.window.sign_in
    if not page.username.isReadOnly():
        page.username.setText("doe")
    QTest.keyClicks(page.password, password)
    QTest.keyClick(page.password, Qt.Key.Key_Return)


def test_the_demo_signs_in_by_itself_and_says_so(desk: Desk) -> None:
    assert desk.window.page is desk.window.desk
    assert "Dr. Demo" in desk.window.place.text
    assert "simulated" in desk.window.place.text
    assert len(desk.studies) == 14


def test_the_window_is_painted_before_the_desk_is_built(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(demo=False)
    built_by_then: list[bool] = []
    desk.window.first_painted.connect(lambda: built_by_then.append(desk.application.desk is not None))
    desk.application.start()
    desk.until(lambda: desk.application.desk is not None and desk.window.page is desk.window.first_admin)
    assert built_by_then == [False]


def test_first_start_checks_what_was_typed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(demo=False)
    desk.application.start()
    page = desk.window.first_admin
    desk.until(lambda: desk.window.page is page)
    page.create.click()
    assert "Name as printed" in page.fault.text()
    page.printed_name.setText("Dr. Doe")
    page.username.setText("doe")
    page.password.setText(PASSWORD)
    page.repeated.setText("something else")
    page.create.click()
    assert "differ" in page.fault.text()
    assert page.password.text() == ""
    for field in (page.password, page.repeated):
        field.setText("short")
    page.create.click()
    desk.until(lambda: "fewer than 8" in page.fault.text())
    assert page.create.isEnabled()
    for field in (page.password, page.repeated):
        field.setText(PASSWORD)
    page.create.click()
    desk.until(lambda: desk.window.page is desk.window.desk)
    desk.until(lambda: "Nothing to read" in desk.window.desk.empty.title)


def test_a_wrong_password_keeps_the_door_shut(make_desk: Callable[..., Desk], own_workspace: Path) -> None:
    desk = make_desk(path=own_workspace, demo=False)
    desk.application.start()
    desk.until(lambda: desk.window.page is desk.window.sign_in)
    sign_in(desk, "guess")
    desk.until(lambda: "wrong" in desk.window.sign_in.fault.text())
    assert desk.application.stage.current is None
    sign_in(desk, PASSWORD)
    desk.until(lambda: desk.window.page is desk.window.desk)
    assert desk.application.stage.session.user.username == "doe"


def test_signing_out_leaves_nothing_of_a_patient(desk: Desk) -> None:
    name = desk.detail.study.patient.name
    desk.run("sign_out")
    desk.until(lambda: desk.window.page is desk.window.sign_in)
    assert desk.studies == ()
    assert name not in desk.window.desk.header.text
    assert desk.report.study_id is None
    assert not desk.window.actions_table["draft"].isEnabled()


def test_a_locked_screen_opens_for_the_same_person_only(make_desk: Callable[..., Desk], own_workspace: Path) -> None:
    desk = make_desk(path=own_workspace, demo=False)
    desk.application.start()
    desk.until(lambda: desk.window.page is desk.window.sign_in)
    sign_in(desk, PASSWORD)
    desk.until(lambda: desk.window.page is desk.window.desk)
    desk.run("lock")
    assert desk.window.page is desk.window.sign_in
    assert desk.window.sign_in.username.isReadOnly()
    assert not desk.window.actions_table["import_files"].isEnabled()
    sign_in(desk, "guess")
    desk.until(lambda: "wrong" in desk.window.sign_in.fault.text())
    assert desk.window.page is desk.window.sign_in
    sign_in(desk, PASSWORD)
    desk.until(lambda: desk.window.page is desk.window.desk)
    assert desk.window.actions_table["import_files"].isEnabled()


def test_an_idle_screen_locks_itself_and_a_key_puts_that_off(
    make_desk: Callable[..., Desk], own_workspace: Path
) -> None:
    desk = make_desk(path=own_workspace, demo=False)
    desk.application.settings.set(LOCK_AFTER_MIN, 5)
    desk.application.start()
    desk.until(lambda: desk.window.page is desk.window.sign_in)
    sign_in(desk, PASSWORD)
    desk.until(lambda: desk.window.page is desk.window.desk)
    idle = desk.application.locking._idle
    assert idle.interval() == 5 * 60_000
    idle.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one rounds to steps in which both readings may fall
    idle.start()
    left_ms = idle.remainingTime()
    desk.until(lambda: idle.remainingTime() < left_ms - 500)
    waited_ms = idle.remainingTime()
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Shift)
    assert idle.remainingTime() > waited_ms
    idle.setInterval(1)
    desk.until(lambda: desk.window.page is desk.window.sign_in)


def test_a_damaged_workspace_says_so_and_offers_a_way_on(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    path = tmp_path / "damaged.meit"
    path.write_bytes(b"not a workspace")
    desk = make_desk(path=path, demo=False)
    desk.application.start()
    page = desk.window.opening
    desk.until(page.retry.isVisible)
    assert "not a MEIT workspace" in page.explanation.text()
    assert page.demo.isVisible()
    path.unlink()
    page.retry.click()
    desk.until(lambda: desk.window.page is desk.window.first_admin)


def test_a_workspace_open_elsewhere_can_be_read(
    make_desk: Callable[..., Desk], demo_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "demo.meit"
    path.write_bytes(demo_file.read_bytes())
    with open_workspace(path):
        desk = make_desk(path=path)
        desk.start()
        assert "Read-only" in desk.window.place.text
        assert not desk.window.actions_table["draft"].isEnabled()
        assert not desk.window.actions_table["sign"].isEnabled()
        assert desk.window.actions_table["pdf"].isEnabled()
