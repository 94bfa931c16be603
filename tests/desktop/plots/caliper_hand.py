"""A reader's hand on the sheet: places in samples and millimetres, drags and keys, a time caliper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meit_core.domain.calipers import TimeCaliper
from meit_desktop.plots import EcgView

LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def pixel(view: EcgView, x_mm: float, y_mm: float) -> QPoint:
    return QPointF(*view.prepare().camera.to_view(x_mm, y_mm)).toPoint()


def strip(view: EcgView, lead: str = "II", row: int = -1):
    """The lead's segment that stands furthest down: its rhythm strip, where it has one."""
    sheet = view.prepare().sheet
    assert sheet is not None
    return [segment for segment in sheet.segments if segment.lead == lead][row]


def at(view: EcgView, sample: float, level_mm: float = 0.0, lead: str = "II") -> QPoint:
    """Pixel of a sample's moment, so many mm above the baseline of the lead's strip."""
    segment = strip(view, lead)
    x = segment.x_mm + (sample - segment.first_sample) * view.settings.speed_mm_per_s / view.record.fs_hz
    return pixel(view, x, segment.baseline_mm - level_mm)


def drag(view: EcgView, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    viewport = view.prepare().viewport()
    QTest.mousePress(viewport, LEFT, keys, start)
    for share in (0.3, 0.7, 1.0):
        move(view, (QPointF(start) + share * QPointF(end - start)).toPoint(), keys)
    QTest.mouseRelease(viewport, LEFT, keys, end)


def move(view: EcgView, to: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """A move with the button down; QTest's own carries no modifiers."""
    viewport = view.prepare().viewport()
    where = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, QPointF(viewport.mapToGlobal(to)), Qt.MouseButton.NoButton, LEFT, keys
    )
    QApplication.sendEvent(viewport, event)


def key(view: EcgView, which: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view, which, keys)


def words(view: EcgView) -> str:
    return view.prepare().calipers.words


def set_time(view: EcgView, first: int = 250, last: int = 750, lead: str = "II") -> TimeCaliper:
    """Set a time caliper with the mouse, between two spikes."""
    drag(view, at(view, first + 8, 4, lead), at(view, last - 8, 4, lead))
    caliper = view.calipers.calipers.calipers[-1]
    assert isinstance(caliper, TimeCaliper)
    return caliper
