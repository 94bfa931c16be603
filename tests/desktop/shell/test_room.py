"""Words of another language have their room: nothing that is wrapped is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from meit_core.errors import UserError
from meit_desktop.dialogs.opening import OpeningPage
from meit_desktop.theme import LIGHT, apply_theme
from tests.desktop.shell.conftest import Desk


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def text_scale(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    apply_theme(qapp, "light", request.param)
    yield request.param
    apply_theme(qapp, "light")


def cut_off(top: QWidget) -> list[str]:
    """Labels and buttons that are smaller than their words."""
    found = []
    for label in top.findChildren(QLabel):
        if label.isVisible() and label.text() and label.heightForWidth(label.width()) > label.height():
            found.append(f"{label.text()!r} needs {label.heightForWidth(label.width())}, has {label.height()}")
    for button in top.findChildren(QPushButton):
        if button.isVisible() and button.minimumSizeHint().width() > button.width():
            found.append(f"{button.text()!r} needs {button.minimumSizeHint().width()}, has {button.width()}")
    return found


@pytest.mark.parametrize(
    "command",
    ["about", "calibrate", "change_keys", "house_style", "language", "retrain", "show_quarantine", "watch_folder"],
)
def test_a_dialog_is_as_high_as_its_words_need(german: None, desk: Desk, command: str) -> None:
    desk.run(command)
    dialog = desk.dialog(QDialog)
    QApplication.processEvents()
    assert cut_off(dialog) == []


def test_what_is_cut_off_is_seen(german: None, desk: Desk) -> None:
    desk.run("watch_folder")
    dialog = desk.dialog(QDialog)
    dialog.resize(dialog.width(), dialog.minimumSizeHint().height())
    QApplication.processEvents()
    assert any("Aufzeichnungen" in told for told in cut_off(dialog))


def test_a_page_shows_the_whole_reason(german: None, text_scale: float, qapp: QApplication) -> None:
    page = OpeningPage(LIGHT)
    page.resize(1366, 768)
    page.show()
    page.show_refusal(UserError("The file is not a MEIT workspace, or it is damaged.", "Choose another file."))
    qapp.processEvents()
    assert cut_off(page) == []
