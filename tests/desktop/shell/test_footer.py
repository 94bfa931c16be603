"""The line at the bottom, in a window too narrow for it."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meit_desktop.theme import LIGHT
from meit_desktop.widgets.status_footer import StatusFooter


def test_what_has_no_room_ends_in_an_ellipsis_and_stays_whole_underneath(qtbot: QtBot) -> None:
    footer = StatusFooter(LIGHT)
    qtbot.addWidget(footer)
    told = "Watching the folder of the cardiology ward"
    footer.show_watch(told)
    footer.resize(1600, footer.sizeHint().height())
    footer.show()
    QTest.qWait(0)
    assert footer._watch.shown == told
    footer.resize(560, footer.height())
    QTest.qWait(0)
    assert footer._watch.shown.endswith("…")
    assert footer.watch_text == told
    assert footer._watch.fontMetrics().horizontalAdvance(footer._watch.shown) <= footer._watch.width()
