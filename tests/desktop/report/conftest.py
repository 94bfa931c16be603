"""The report column on the screen, with what it wished for kept in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meit_core.domain.study import StudyDetail
from meit_desktop.theme import LIGHT, Tokens, apply_theme
from meit_desktop.theme.stylesheet import build_stylesheet
from meit_desktop.widgets.report_panel import ReportPanel

ShowStudy = Callable[..., ReportPanel]


@pytest.fixture
def tokens(qapp: QApplication) -> Tokens:
    """The light theme, put on the application unless it is on it: Qt restyles every widget that ever was."""
    return LIGHT if qapp.styleSheet() == build_stylesheet(LIGHT) else apply_theme(qapp, "light")


@pytest.fixture
def panel(qtbot: QtBot, tokens: Tokens) -> ReportPanel:
    """An empty report column at the width it has on a small screen."""
    panel = ReportPanel(tokens)
    qtbot.addWidget(panel)
    panel.resize(340, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


@pytest.fixture
def show_study(panel: ReportPanel) -> ShowStudy:
    """Show a study to a reader who may write, with the keyboard on the report."""

    def show(detail: StudyDetail) -> ReportPanel:
        panel.show_study(detail, may_write=True)
        panel.focus_report()
        return panel

    return show
