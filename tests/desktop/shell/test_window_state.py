"""Tomorrow the window is as it was left: place, columns, layout, scale."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSplitter

from meit_core.domain.sheet_layout import LeadOrder, SheetLayout
from meit_desktop.plots import ScaleMode
from meit_desktop.settings import GEOMETRY
from tests.desktop.shell.conftest import Desk


@pytest.fixture
def start(make_desk: Callable[..., Desk], demo_file: Path, tmp_path: Path) -> Callable[[], Desk]:
    """Start the application on the same workspace and settings, again and again."""
    copy = tmp_path / "demo.meit"
    copy.write_bytes(demo_file.read_bytes())

    def begin() -> Desk:
        desk = make_desk(path=copy)
        desk.window.resize(1500, 800)
        desk.start()
        return desk

    return begin


def end(desk: Desk) -> None:
    desk.window.close_now()
    desk.application.shut_down()


def columns(desk: Desk) -> list[int]:
    return desk.application.stage.desk.findChild(QSplitter).sizes()


def test_the_columns_keep_their_widths(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.application.stage.desk.findChild(QSplitter).setSizes([330, 700, 470])
    before = columns(desk)
    end(desk)
    again = start()
    assert columns(again) == pytest.approx(before, abs=4)


def test_the_window_keeps_its_size(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.window.resize(780, 600)
    end(desk)
    again = start()
    again.window.restoreGeometry(again.application.settings.get(GEOMETRY))
    assert again.window.size() == QSize(780, 600)


def test_how_the_tracing_is_shown_is_remembered(start: Callable[[], Desk]) -> None:
    desk = start()
    for command in ("layout", "lead_order", "gain", "speed", "mains_notch"):
        desk.run(command)
    desk.flows.trace.set_scale_mode(ScaleMode.TRUE_SIZE)
    before = desk.flows.trace.settings
    end(desk)
    again = start()
    assert again.flows.trace.settings == before
    assert before.layout is SheetLayout.THREE_BY_FOUR_THREE_RHYTHMS
    assert before.order is LeadOrder.CABRERA


def test_hidden_columns_stay_hidden(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.run("toggle_worklist")
    desk.run("toggle_report")
    end(desk)
    again = start().application.stage.desk
    assert not again.worklist_shown
    assert not again.report_shown


def test_a_window_that_was_narrow_for_a_while_has_its_columns_again(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.application.stage.desk.findChild(QSplitter).setSizes([330, 700, 470])
    before = columns(desk)
    desk.window.resize(1000, 800)
    desk.until(lambda: desk.application.stage.desk.is_drawer)
    desk.window.resize(1500, 800)
    desk.until(lambda: not desk.application.stage.desk.is_drawer)
    assert columns(desk) == pytest.approx(before, abs=4)
