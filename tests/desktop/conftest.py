"""What every test of the desktop shares: our look, and no window left behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from meit_desktop.language import install_language
from meit_desktop.theme import LIGHT, Tokens, apply_theme
from meit_desktop.theme.stylesheet import build_stylesheet


@pytest.fixture
def tokens(qapp: QApplication) -> Tokens:
    """The light theme, put on the application unless it is on it: Qt restyles every widget that ever was."""
    return LIGHT if qapp.styleSheet() == build_stylesheet(LIGHT) else apply_theme(qapp, "light")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The window speaks German, and English again afterwards."""
    assert install_language(qapp, "de") == "de"
    yield
    assert install_language(qapp, "en") == "en"


@pytest.fixture(params=("en", "de"))
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """Every language of the window in turn; ask for it before what shall speak it."""
    code: str = request.param
    assert install_language(qapp, code) == code
    yield code
    assert install_language(qapp, "en") == "en"


@pytest.fixture(autouse=True)
def no_window_left(qapp: QApplication) -> Iterator[None]:
    """Close what a test leaves open: a dialog that survives takes the next test's keys."""
    yield
    for widget in qapp.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
