"""What holds in every state of the column: nothing clipped, everything reachable and named, colours readable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from meit_core.errors import UserError
from meit_desktop.dialogs.amend import AmendDialog
from meit_desktop.dialogs.sign import SignDialog
from meit_desktop.models.report_lines import Line, LineState
from meit_desktop.theme import LIGHT, THEMES, apply_theme
from meit_desktop.theme.contrast import contrast_ratio
from meit_desktop.widgets.report_look import VERDICT_LOOKS, chosen_ground, look_of
from meit_desktop.widgets.report_panel import ReportPanel
from tests.desktop.report.studies import AF, READER, SENTENCES, drafted, make_detail, make_study, signed

State = Callable[[ReportPanel], None]
REFUSED = UserError("The password is not right.", "Type it again, or ask your administrator for a new one.")


def review(panel: ReportPanel) -> None:
    panel.show_study(drafted(priors=(make_study(2),)), may_write=True)
    panel.review.sentences.row(0).show_evidence(True)


def drafting(panel: ReportPanel) -> None:
    panel.show_study(make_detail(), may_write=True)
    panel.begin_draft()
    panel.add_sentence(AF)
    panel.add_text("Left bundle branch")


def read_only(panel: ReportPanel) -> None:
    panel.show_study(drafted(), may_write=False, why_not="Another program has this workspace open.")


def blocked(panel: ReportPanel) -> None:
    panel.show_study(drafted(), may_write=True)
    panel.request_sign()


def amended(panel: ReportPanel) -> None:
    panel.show_study(signed(amended=True), may_write=True)
    panel.details.setCurrentIndex(2)


def rating(panel: ReportPanel) -> None:
    panel.show_study(drafted(), may_write=True)
    panel.start_rating()
    for score in (5, 2, 5, 5):
        panel.details.rating.give(score)


STATES: tuple[State, ...] = (review, drafting, read_only, blocked, amended, rating)


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Text at 200 %, and back."""
    apply_theme(qapp, "light", 2.0)
    yield
    apply_theme(qapp, "light")


@pytest.fixture
def wide_panel(qtbot: QtBot, large_text: None) -> ReportPanel:
    """The column beside a tracing on a screen whose text is at 200 %."""
    panel = ReportPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(400, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def clipped_labels(widget: QWidget) -> list[str]:
    """Visible labels that are smaller than their text."""
    found = []
    for label in widget.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            clipped = label.height() < label.heightForWidth(label.width())
        else:
            clipped = label.width() < label.sizeHint().width()
        if clipped:
            found.append(f"{label.text()!r} in {label.size()}")
    return found


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_text_is_clipped_at_200_percent(qtbot: QtBot, language: str, wide_panel: ReportPanel, state: State) -> None:
    state(wide_panel)
    qtbot.waitUntil(lambda: not clipped_labels(wide_panel), timeout=2000)
    assert wide_panel.minimumSizeHint().width() <= 400
    assert wide_panel.minimumSizeHint().height() <= 620


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_text_is_clipped_in_the_narrow_column(qtbot: QtBot, language: str, panel: ReportPanel, state: State) -> None:
    state(panel)
    qtbot.waitUntil(lambda: not clipped_labels(panel), timeout=2000)
    assert panel.minimumSizeHint().width() <= 340
    assert panel.minimumSizeHint().height() <= 400


@pytest.mark.parametrize("dialog_class", ["sign", "amend"])
def test_dialogs_fit_their_text_at_200_percent(
    qtbot: QtBot, language: str, large_text: None, dialog_class: str
) -> None:
    dialog: SignDialog | AmendDialog
    if dialog_class == "sign":
        dialog = SignDialog(text="Sinus rhythm.", user=READER, pending=2, demo_password="demo")
    else:
        dialog = AmendDialog(signed_text="Sinus rhythm.", user=READER, demo_password="demo")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.refuse(REFUSED)
    qtbot.waitUntil(lambda: not clipped_labels(dialog), timeout=2000)
    assert dialog.form.password.height() >= dialog.form.password.minimumSizeHint().height()
    assert dialog.form.demo_hint.geometry().top() >= dialog.form.password.geometry().bottom()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_tabs_are_read_whole(qtbot: QtBot, qapp: QApplication, language: str, scale: float) -> None:
    apply_theme(qapp, "light", scale)
    panel = ReportPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(round(340 * scale), 640)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_study(drafted(priors=(make_study(2),)), may_write=True)
    bar = panel.details.tabBar()
    for index in range(bar.count()):
        panel.details.setCurrentIndex(index)
        qtbot.waitUntil(lambda: bar.sizeHint().width() <= panel.details.width())
    apply_theme(qapp, "light")


def focus_order(panel: ReportPanel) -> list[QWidget]:
    """Walk once round the column with Tab."""
    panel.review.sentences.make_current(0)
    order: list[QWidget] = []
    widget = panel.focusWidget()
    while widget is not None and widget not in order:
        order.append(widget)
        panel.focusNextChild()
        widget = panel.focusWidget()
    return order


def test_tab_goes_down_the_column_with_one_stop_for_the_sentences(panel: ReportPanel) -> None:
    panel.show_study(drafted(), may_write=True)
    order = focus_order(panel)
    rows = [widget for widget in order if widget in [panel.review.sentences.row(k) for k in range(5)]]
    assert rows == [panel.review.sentences.row(0)]
    tops = [widget.mapTo(panel, widget.rect().topLeft()).y() for widget in order]
    steps = [(type(widget).__name__, top) for widget, top in zip(order, tops, strict=True)]
    assert all(after >= before - 4 for before, after in pairwise(tops)), " ".join(map(str, steps))
    for expected in (panel.review.add.field, panel.details.tabBar(), panel.actions_bar.draft, panel.actions_bar.pdf):
        assert expected in order


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_whatever_takes_the_keyboard_has_a_name(panel: ReportPanel, state: State) -> None:
    state(panel)
    for widget in panel.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_scroll_area(widget):
            name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert name or widget is panel.details.tabBar(), type(widget).__name__


def is_scroll_area(widget: QWidget) -> bool:
    """A plain scroll area takes the keyboard only to scroll; what is inside has the names."""
    return type(widget).__name__ == "QScrollArea"


@pytest.mark.parametrize("name", THEMES)
def test_every_verdict_and_decision_can_be_read_on_a_chosen_row(name: str) -> None:
    tokens = THEMES[name]  # type: ignore[index]
    lines = [Line(AF.text, state, AF) for state in LineState]
    colours = {look.state for look in VERDICT_LOOKS.values()} | {look_of(line).state for line in lines}
    for colour in colours | {"text", "muted"}:
        for ground in (tokens.surface, chosen_ground(tokens)):
            assert contrast_ratio(getattr(tokens, colour), ground) >= 4.5, (name, colour)


def test_no_two_verdicts_share_icon_or_word() -> None:
    assert len({look.icon for look in VERDICT_LOOKS.values()}) == len(VERDICT_LOOKS) == len(set(SENTENCES)) - 1
    assert len({look.word for look in VERDICT_LOOKS.values()}) == len(VERDICT_LOOKS)


def test_the_dark_theme_reaches_every_part(panel: ReportPanel) -> None:
    """A part that keeps the light theme's ink would show it: paint both and look for the light surface."""
    panel.show_study(drafted(), may_write=True)
    light = panel.grab().toImage()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    try:
        panel.set_theme(apply_theme(application, "dark"))
        dark = panel.grab().toImage()
    finally:
        apply_theme(application, "light")
    surface = THEMES["light"].surface
    assert share_of(light, surface) > 0.4
    assert share_of(dark, surface) == 0
    assert share_of(dark, THEMES["dark"].surface) > 0.4


def share_of(image: object, colour: str) -> float:
    """Share of a grid of points that have this colour."""
    points = [(x, y) for x in range(0, 340, 5) for y in range(0, 640, 5)]
    hits = sum(image.pixelColor(x, y).name() == colour.lower() for x, y in points)  # type: ignore[attr-defined]
    return hits / len(points)
