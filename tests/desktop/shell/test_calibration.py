"""A card against the screen makes its millimetres true, for that screen only, until somebody takes it back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from meit_desktop.dialogs.calibration import CalibrationDialog
from meit_desktop.plots.screen_calibration import Calibrations, ScreenIdentity, identity_of
from meit_desktop.plots.screen_scale import ScaleSource
from meit_desktop.plots.size_outline import CARD, RULER, SizeOutline
from meit_desktop.settings import Settings
from meit_desktop.theme import Tokens
from tests.desktop.shell.conftest import Desk

LAPTOP = ScreenIdentity("AUO B140HAN", 1920, 1080)
WALL = ScreenIdentity("DELL U2720Q 7X2K", 3840, 2160)


def screen(name: str = "DP-1", *, model: str = "", serial: str = "", ratio: float = 1.0) -> QScreen:
    """What a platform tells of a screen."""
    return cast(
        QScreen,
        SimpleNamespace(
            name=lambda: name,
            manufacturer=lambda: "",
            model=lambda: model,
            serialNumber=lambda: serial,
            devicePixelRatio=lambda: ratio,
            size=lambda: QSize(round(3840 / ratio), round(2160 / ratio)),
        ),
    )


@pytest.fixture
def calibrations(tmp_path: Path) -> Calibrations:
    return Calibrations(Settings(tmp_path / "desktop.ini"))


@pytest.fixture
def dialog(qtbot: QtBot, tokens: Tokens, calibrations: Calibrations) -> CalibrationDialog:
    made = CalibrationDialog(calibrations, tokens)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(780, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_two_screens_keep_their_own_millimetres(calibrations: Calibrations, tmp_path: Path) -> None:
    calibrations.keep(LAPTOP, 6.2)
    calibrations.keep(WALL, 6.45)
    again = Calibrations(Settings(tmp_path / "desktop.ini"))
    assert again.device_px_per_mm(LAPTOP) == pytest.approx(6.2)
    assert again.device_px_per_mm(WALL) == pytest.approx(6.45)
    again.forget(LAPTOP)
    third = Calibrations(Settings(tmp_path / "desktop.ini"))
    assert third.device_px_per_mm(LAPTOP) is None
    assert third.device_px_per_mm(WALL) == pytest.approx(6.45)


def test_the_same_screen_at_another_resolution_is_another_screen(calibrations: Calibrations) -> None:
    calibrations.keep(WALL, 6.45)
    assert calibrations.device_px_per_mm(ScreenIdentity(WALL.name, 1920, 1080)) is None


def test_two_screens_of_one_model_are_told_apart_by_their_serial_number() -> None:
    left, right = (identity_of(screen(model="U2720Q", serial=serial)) for serial in ("7X2K", "9B1C"))
    assert left != right
    assert left.key != right.key
    assert left.words == "U2720Q 7X2K, 3840 × 2160"
    assert identity_of(screen("HDMI-2")).name == "HDMI-2"


def test_the_systems_scaling_changes_pixels_and_not_millimetres(calibrations: Calibrations) -> None:
    calibrations.keep(identity_of(screen(model="U2720Q")), 6.4)
    assert calibrations.px_per_mm(screen(model="U2720Q")) == pytest.approx(6.4)
    assert calibrations.px_per_mm(screen(model="U2720Q", ratio=2.0)) == pytest.approx(3.2)


@pytest.mark.parametrize("stored", ["nonsense", "-3", "0", "900", "nan"])
def test_a_damaged_number_counts_as_not_calibrated(tmp_path: Path, stored: str) -> None:
    settings = Settings(tmp_path / "desktop.ini")
    calibrations = Calibrations(settings)
    calibrations.keep(WALL, 6.4)
    settings._store.setValue(WALL.key, stored)
    assert calibrations.device_px_per_mm(WALL) is None


def test_impossible_pixels_are_not_kept(calibrations: Calibrations) -> None:
    with pytest.raises(ValueError, match="plausible"):
        calibrations.keep(WALL, 0.5)


def test_dragging_the_edge_to_the_cards_size_gives_the_scale(
    qtbot: QtBot, dialog: CalibrationDialog, calibrations: Calibrations
) -> None:
    outline = dialog.outline
    edge = outline.edge_px().toPoint()
    # A card that is 400 pixels wide on this screen.
    target = edge + QPoint(round(400 - outline.width_px), 0)
    QTest.mousePress(outline, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(outline, target)
    QTest.mouseRelease(outline, Qt.MouseButton.LeftButton, pos=target)
    assert outline.width_px == pytest.approx(400, abs=0.6)
    assert f"1 mm is {400 / 85.6:.2f}" in dialog.figures.text()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    ratio = dialog.screen().devicePixelRatio()
    kept = calibrations.device_px_per_mm(identity_of(dialog.screen()))
    assert kept == pytest.approx(400 / 85.60 * ratio, abs=0.01)


def test_arrows_move_the_edge_finer_than_a_mouse(dialog: CalibrationDialog) -> None:
    outline = dialog.outline
    before = outline.width_px
    QTest.keyClick(outline, Qt.Key.Key_Right)
    assert outline.width_px == pytest.approx(before + 1 / 8)
    QTest.keyClick(outline, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert outline.width_px == pytest.approx(before + 1 / 8 - 10)


def test_card_and_ruler_have_the_same_scale(dialog: CalibrationDialog) -> None:
    dialog.outline.set_px_per_mm(4.5)
    assert dialog.outline.width_px == pytest.approx(85.60 * 4.5)
    dialog.things.buttons()[1].click()
    assert dialog.outline.thing is RULER
    assert dialog.outline.width_px == pytest.approx(450)
    assert "100 mm" in dialog.told.text()


def test_the_outline_is_drawn_as_large_as_it_says(qtbot: QtBot, tokens: Tokens) -> None:
    outline = SizeOutline(tokens, 5.0)
    qtbot.addWidget(outline)
    outline.resize(600, 400)
    image = outline.grab().toImage()
    ratio = image.devicePixelRatio()
    middle = round((16 + 53.98 * 5 / 2 - 60) * ratio)
    line = [x for x in range(image.width()) if image.pixelColor(x, middle).name() == tokens.accent.lower()]
    assert (line[-1] - line[0] + 1) / ratio == pytest.approx(CARD.width_mm * 5.0, abs=1)


def test_a_saved_calibration_is_used_and_said_at_once(desk: Desk) -> None:
    trace = desk.flows.trace
    assert trace.screen_scale.source is not ScaleSource.CALIBRATED
    desk.run("calibrate")
    dialog = desk.dialog(CalibrationDialog)
    assert not dialog.forget_button.isEnabled()
    dialog.outline.set_px_per_mm(3.0)
    dialog.save_button.click()
    assert trace.screen_scale.source is ScaleSource.CALIBRATED
    assert trace.screen_scale.px_per_mm == pytest.approx(3.0)
    assert "Calibrated" in desk.window.notice.text
    if trace.scale_factor != 1:
        desk.run("true_size")
    assert "true size, calibrated" in [button.text() for button in trace.findChildren(QToolButton)]
    desk.run("calibrate")
    dialog = desk.dialog(CalibrationDialog)
    assert dialog.outline.px_per_mm == pytest.approx(3.0)
    dialog.forget_button.click()
    assert trace.screen_scale.source is not ScaleSource.CALIBRATED
    assert "about true size" in [button.text() for button in trace.findChildren(QToolButton)]


def test_cancelling_keeps_nothing(desk: Desk) -> None:
    desk.run("calibrate")
    dialog = desk.dialog(CalibrationDialog)
    dialog.outline.set_px_per_mm(3.0)
    dialog.reject()
    assert desk.flows.trace.screen_scale.source is not ScaleSource.CALIBRATED
    assert desk.application.commands.calibrating.calibrations.px_per_mm(QGuiApplication.primaryScreen()) is None


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from meit_desktop.plots.screen_calibration import Calibrations, identity_of
from meit_desktop.app import Application
from meit_desktop.settings import Settings
from meit_desktop.pictures.rehearsal import RehearsedEngine, Script
app = QApplication([])
left, right = app.screens()
settings = Settings(Path(sys.argv[1]) / "desktop.ini")
calibrations = Calibrations(settings)
calibrations.keep(identity_of(left), 3.5)
calibrations.keep(identity_of(right), 5.5)
application = Application(app, path=Path(sys.argv[1]) / "w.meit", settings=settings,
                          start_engine=lambda pack: RehearsedEngine(Script()))
application.window.show()
application.build_desk()
trace = application.desk.trace
for screen in (left, right, left):
    application.window.windowHandle().setScreen(screen)
    application.window.move(screen.geometry().topLeft() + QPoint(10, 10))
    for _ in range(5):
        app.processEvents()
    print(application.window.screen().name(), trace.screen_scale.source.value, trace.screen_scale.px_per_mm)
application.window.close_now()
application.shut_down()
"""


def test_the_tracing_follows_the_window_from_screen_to_screen(tmp_path: Path) -> None:
    config = {
        "screens": [
            {"name": "left", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
            {"name": "right", "x": 1920, "y": 0, "width": 2560, "height": 1440, "logicalDpi": 96, "dpr": 1},
        ]
    }
    (tmp_path / "screens.json").write_text(json.dumps(config), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"}
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == ["left calibrated 3.5", "right calibrated 5.5", "left calibrated 3.5"], (
        done.stderr
    )
