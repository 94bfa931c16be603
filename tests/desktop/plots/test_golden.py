"""Every layout in every theme at two scales looks as it did when somebody looked at it, in true millimetres."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_layout import LeadOrder
from meit_core.resources import resource_path
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_desktop.plots import EcgView, ScaleMode, SheetLayout
from meit_desktop.plots.median_view import MedianView
from meit_desktop.theme.tokens import LIGHT, THEMES, Tokens
from tests.desktop.plots import golden_pictures
from tests.desktop.plots.conftest import MakeView, as_array, colour, pixels
from tests.desktop.plots.recordings import spikes

DPIS = (76.2, 96.0)
"""3 pixels per millimetre, and a number of pixels that isn't whole."""
MM_PER_INCH = 25.4


@dataclass(frozen=True)
class _Sheet:
    layout: SheetLayout
    order: LeadOrder = LeadOrder.STANDARD
    enlarged: str | None = None


SHEETS = {
    "3x4-1r": _Sheet(SheetLayout.THREE_BY_FOUR_ONE_RHYTHM),
    "3x4-3r": _Sheet(SheetLayout.THREE_BY_FOUR_THREE_RHYTHMS),
    "6x2": _Sheet(SheetLayout.SIX_BY_TWO),
    "12x1": _Sheet(SheetLayout.TWELVE_BY_ONE),
    "cabrera": _Sheet(SheetLayout.THREE_BY_FOUR_ONE_RHYTHM, order=LeadOrder.CABRERA),
    "enlarged": _Sheet(SheetLayout.THREE_BY_FOUR_ONE_RHYTHM, enlarged="V2"),
}
MakeSheet = Callable[..., EcgView]


@pytest.fixture(scope="module")
def record() -> EcgRecord:
    return simulate(SimulatedCase()).record


@pytest.fixture(autouse=True)
def bundled_font(qapp: QApplication) -> Iterator[None]:
    """Names in the font that comes along, not in the system's."""
    before = qapp.font()
    QFontDatabase.addApplicationFont(str(resource_path("fonts", "Roboto-Regular.ttf")))
    font = QFont("Roboto")
    font.setPixelSize(13)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@pytest.fixture
def make_sheet(make_view: MakeView) -> MakeSheet:
    """Show a recording on one of the sheets at true size on a screen of so many dots per inch."""

    def make(record: EcgRecord, sheet: _Sheet, dpi: float, tokens: Tokens = LIGHT) -> EcgView:
        px_per_mm = dpi / MM_PER_INCH
        view = make_view(round(272 * px_per_mm), round(165 * px_per_mm) + 60)
        view.set_pixels_per_mm(px_per_mm)
        view.set_theme(tokens)
        view.apply_settings(
            replace(view.settings, layout=sheet.layout, order=sheet.order, scale_mode=ScaleMode.TRUE_SIZE)
        )
        view.show_record(record)
        view.enlarge_lead(sheet.enlarged)
        return view

    return make


def names(view: EcgView) -> list[QRectF]:
    """Where the leads' names stand, in pixels."""
    canvas = view.prepare()
    boxes = []
    for box in canvas.badge_boxes():
        (left, top), (right, bottom) = (
            canvas.camera.to_view(box.left, box.top),
            canvas.camera.to_view(box.right, box.bottom),
        )
        boxes.append(QRectF(left, top, right - left, bottom - top))
    return boxes


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("theme", list(THEMES))
@pytest.mark.parametrize("name", list(SHEETS))
def test_a_sheet_looks_as_it_did(
    make_sheet: MakeSheet, record: EcgRecord, tmp_path: Path, *, name: str, theme: str, dpi: float
) -> None:
    tokens = THEMES[theme]
    view = make_sheet(record, SHEETS[name], dpi, tokens)
    golden_pictures.check(f"{name}-{theme}-{dpi:.0f}dpi", pixels(view), tokens, names(view), tmp_path)


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("theme", list(THEMES))
def test_the_median_beat_looks_as_it_did(
    qtbot: QtBot, record: EcgRecord, tmp_path: Path, theme: str, dpi: float
) -> None:
    tokens, px_per_mm = THEMES[theme], dpi / MM_PER_INCH
    view = MedianView()
    qtbot.addWidget(view)
    view.setFont(QApplication.font())
    view.px_per_mm = px_per_mm
    view.resize(round(272 * px_per_mm), round(150 * px_per_mm))
    view.set_theme(tokens)
    view.show()
    beat = one_beat(record)
    view.show_beat(beat)
    view.show_marks(beat.places, frozenset())
    assert view.fit is not None
    line = view.fontMetrics().height()
    hidden = [QRectF(panel.area.left(), panel.area.top(), 3 * line, line) for panel in view.fit.leads]
    hidden.append(QRectF(0, 0, view.width(), view.fit.everything.area.top()))
    picture = as_array(view.grab().toImage())
    golden_pictures.check(f"median-{theme}-{dpi:.0f}dpi", picture, tokens, hidden, tmp_path)


def one_beat(record: EcgRecord) -> AveragedBeat:
    """A beat as it was recorded: how beats are averaged and measured may change, and this picture must not."""
    r_sample = int(np.argmax(record.lead("II")[1000:1400])) + 1000
    signal_mv = record.signal_mv[:, r_sample - 150 : r_sample + 250].astype(np.float64)
    places = dict(zip(BeatMark, (60, 106, 130, 176, 332), strict=True))
    return AveragedBeat(signal_mv - signal_mv[:, 125:126], record.fs_hz, 150, places, LEADS, 1, 1)


@pytest.mark.skipif(golden_pictures.REWRITE, reason="the pictures are being drawn anew")
@pytest.mark.parametrize("name", list(SHEETS))
def test_two_pixels_are_seen_in_every_trace(make_sheet: MakeSheet, record: EcgRecord, name: str) -> None:
    view = make_sheet(record, SHEETS[name], DPIS[0])
    two_mm = 2 / view.prepare().camera.px_per_mm
    for trace in view.prepare().traces:
        for right_mm, down_mm in ((two_mm, 0.0), (0.0, two_mm)):
            trace.setPos(right_mm, down_mm)
            assert changed_share(view, name) > 2 * golden_pictures.MOST_CHANGED, (trace.segment.lead, right_mm, down_mm)
        trace.setPos(0.0, 0.0)
    assert changed_share(view, name) <= golden_pictures.MOST_CHANGED


@pytest.mark.skipif(golden_pictures.REWRITE, reason="the pictures are being drawn anew")
@pytest.mark.parametrize("name", [name for name, sheet in SHEETS.items() if not sheet.enlarged])
@pytest.mark.parametrize(("one", "other"), [("I", "II"), ("aVL", "aVF"), ("V2", "V3"), ("V5", "V6")])
def test_two_cells_that_change_places_are_seen(
    make_sheet: MakeSheet, record: EcgRecord, name: str, one: str, other: str
) -> None:
    rows = list(range(len(LEADS)))
    first, second = LEADS.index(one), LEADS.index(other)
    rows[first], rows[second] = second, first
    view = make_sheet(replace(record, signal_mv=record.signal_mv[rows]), SHEETS[name], DPIS[0])
    assert changed_share(view, name) > 2 * golden_pictures.MOST_CHANGED


def changed_share(view: EcgView, name: str) -> float:
    golden = as_array(QImage(str(golden_pictures.FOLDER / f"{name}-light-{DPIS[0]:.0f}dpi.png")))
    now = as_array(golden_pictures.few_colours(pixels(view), LIGHT))
    return float(golden_pictures.changed_pixels(now, golden, names(view)).mean())


@pytest.mark.parametrize("dpi", [72.0, 96.0, 110.5, 144.0])
def test_lines_are_a_millimetre_apart(make_sheet: MakeSheet, dpi: float) -> None:
    view = make_sheet(spikes(height_mv=0.0), SHEETS["3x4-1r"], dpi)
    picture, px_per_mm = pixels(view), dpi / MM_PER_INCH
    bold = (picture == colour(LIGHT.grid_5mm)).all(axis=2)
    # Near the edges there is no trace and no name: between two lines only the others cross a row, or a column.
    for edge in (bold[:8], bold[:, :8].T):
        along = edge[edge.sum(axis=1).argmin()]
        found = np.flatnonzero(along)
        assert len(found) == pytest.approx(len(along) / (5 * px_per_mm), abs=1)
        assert found == pytest.approx(found[0] + 5 * px_per_mm * np.arange(len(found)), abs=1)


@pytest.mark.parametrize("dpi", [72.0, 96.0, 110.5, 144.0])
@pytest.mark.parametrize("name", [name for name, sheet in SHEETS.items() if not sheet.enlarged])
def test_a_millivolt_is_ten_millimetres_and_a_second_twenty_five(make_sheet: MakeSheet, name: str, dpi: float) -> None:
    view = make_sheet(spikes(height_mv=1.0), SHEETS[name], dpi)
    canvas, px_per_mm = view.prepare(), dpi / MM_PER_INCH
    assert canvas.sheet is not None
    for item in (*canvas.badges, canvas.beat_ticks):
        item.setVisible(False)
    picture = pixels(view).astype(int)
    inked = np.abs(picture - colour(LIGHT.trace)).max(axis=2) < 80
    left_px, _ = canvas.camera.to_view(canvas.sheet.segments[0].x_mm, 0.0)
    # Before the first lead only the pulse has ink: its upright edges and its top.
    last = canvas.sheet.segments[-1]
    _, baseline_px = canvas.camera.to_view(0.0, last.baseline_mm)
    pulse = inked[round(baseline_px - 12 * px_per_mm) : round(baseline_px) + 2, : int(left_px) - 2]
    upright = np.flatnonzero(pulse.sum(axis=0) > 8 * px_per_mm)
    level = np.flatnonzero(pulse.sum(axis=1) > 3 * px_per_mm)
    assert upright[-1] - upright[0] == pytest.approx(5 * px_per_mm, abs=1)
    assert level[-1] - level[0] == pytest.approx(10 * px_per_mm, abs=1)
    # A spike a second, also where the row passes from one lead to the next (above the mark that stands there).
    found = np.flatnonzero(inked[round(baseline_px - 7.5 * px_per_mm), int(left_px) :])
    spike = np.array([group.mean() for group in np.split(found, np.flatnonzero(np.diff(found) > 3) + 1)])
    assert len(spike) == 10
    assert spike == pytest.approx(spike[0] + 25 * px_per_mm * np.arange(10), abs=1)
