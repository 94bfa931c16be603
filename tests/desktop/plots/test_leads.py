"""Which leads are shown, and what is said about each."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import BeatClass, LeadQuality, Measurements
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.formats import read_record
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Rhythm, SimulatedCase, simulate
from meit_desktop.plots import EcgView, SheetLayout
from tests.desktop.plots.conftest import MakeView, pixels
from tests.desktop.plots.recordings import spikes, with_status

RHYTHM = {
    SheetLayout.THREE_BY_FOUR_ONE_RHYTHM: ["II"],
    SheetLayout.THREE_BY_FOUR_THREE_RHYTHMS: ["V1", "II", "V5"],
    SheetLayout.SIX_BY_TWO: [],
    SheetLayout.TWELVE_BY_ONE: [],
}


def names(view: EcgView) -> list[str]:
    return [badge.segment.lead for badge in view.prepare().badges]


def badge(view: EcgView, lead: str) -> str:
    return next(badge.text for badge in view.prepare().badges if badge.segment.lead == lead)


@pytest.mark.parametrize("layout", list(SheetLayout))
def test_every_layout_shows_each_lead_once_and_its_rhythm_strips(make_view: MakeView, layout: SheetLayout) -> None:
    view = make_view()
    view.show_record(spikes())
    view.set_layout(layout)
    assert sorted(names(view)) == sorted([*LEADS, *RHYTHM[layout]])
    rhythm = names(view)[-len(RHYTHM[layout]) :] if RHYTHM[layout] else []
    assert rhythm == RHYTHM[layout]


@pytest.mark.parametrize(("layout", "seconds"), [("3x4+1R", 2.5), ("6x2", 5), ("12x1", 10)])
def test_a_column_holds_its_share_of_the_ten_seconds(make_view: MakeView, layout: str, seconds: float) -> None:
    view = make_view()
    view.show_record(spikes())
    view.set_layout(SheetLayout(layout))
    sheet = view.prepare().sheet
    assert sheet is not None
    points = sheet.segments[0].points_mm[:, 0]
    assert (points[-1] - points[0]) / 25 == pytest.approx(seconds, abs=0.01)


def test_cycling_leads_through_all_layouts_and_back(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    seen = []
    for _ in SheetLayout:
        view.cycle_layout()
        seen.append(view.settings.layout)
    assert seen == [*list(SheetLayout)[1:], next(iter(SheetLayout))]


def test_a_missing_lead_has_no_trace_and_says_so(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(with_status(LeadStatus.MISSING, ["V6", "aVL"]))
    assert {trace.segment.lead for trace in view.prepare().traces} == set(LEADS) - {"V6", "aVL"}
    assert badge(view, "V6") == "V6 not recorded"
    assert "aVL not recorded" in view.accessibleDescription()


@pytest.mark.parametrize(
    ("status", "words"), [(LeadStatus.DERIVED, "III derived"), (LeadStatus.REPAIRED, "III repaired")]
)
def test_a_lead_that_was_worked_on_says_so(make_view: MakeView, status: LeadStatus, words: str) -> None:
    view = make_view()
    view.show_record(with_status(status, ["III"]))
    assert badge(view, "III") == words
    assert badge(view, "I") == "I"


@pytest.mark.parametrize("quality", [LeadQuality.NOISY, LeadQuality.FLAT, LeadQuality.CLIPPED])
def test_bad_quality_stands_beside_the_leads_name(make_view: MakeView, quality: LeadQuality) -> None:
    view = make_view()
    view.show_record(spikes(), Measurements(quality={"V1": quality, "V2": LeadQuality.GOOD}))
    assert badge(view, "V1") == f"V1 {quality.value}"
    assert badge(view, "V2") == "V2"


def test_a_derived_lead_can_be_noisy_too(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(with_status(LeadStatus.DERIVED, ["aVF"]), Measurements(quality={"aVF": LeadQuality.NOISY}))
    assert badge(view, "aVF") == "aVF derived noisy"


def test_a_name_moves_out_of_the_way_of_a_trace(make_view: MakeView) -> None:
    view = make_view()
    signal = np.zeros((12, 5000), dtype=np.float32)
    signal[0, 20:200] = 1.0  # a plateau where the name of lead I usually stands
    view.show_record(EcgRecord(signal, 500.0))
    badges = {item.segment.lead: item for item in view.prepare().badges}
    usual = badges["III"].segment.baseline_mm - badges["III"].anchor_mm[1]
    moved = badges["I"].segment.baseline_mm - badges["I"].anchor_mm[1]
    assert usual == pytest.approx(8.5)
    assert moved > 10.5 or moved < 6.5


def test_no_spike_is_lost_where_there_are_more_samples_than_pixels(make_view: MakeView) -> None:
    signal = np.zeros((12, 20_000), dtype=np.float32)
    signal[:, 1234] = 2.0
    view = make_view(500, 500)
    view.show_record(EcgRecord(signal, 2000.0))
    view.set_layout(SheetLayout.TWELVE_BY_ONE)
    for trace in view.prepare().traces:
        _, y = trace.getData()
        assert len(y) < 5000
        assert y.min() == pytest.approx(trace.segment.baseline_mm - 20)


def test_beats_are_ticked_under_the_bottom_row_and_can_be_hidden(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes(), Measurements(r_peaks=(250, 750, 1250)))
    ticks = view.prepare().beat_ticks
    assert np.diff(ticks.x_mm).tolist() == [25, 25]
    view.set_beat_ticks_visible(False)
    assert not ticks.isVisible()


def test_ventricular_and_early_beats_have_their_letter_and_the_others_a_tick(make_view: MakeView) -> None:
    view = make_view()
    kinds = (BeatClass.USUAL, BeatClass.VENTRICULAR, BeatClass.SUPRAVENTRICULAR)
    view.show_record(spikes(), Measurements(r_peaks=(250, 750, 1250), beat_classes=kinds))
    ticks = view.prepare().beat_ticks
    (tick,) = ticks.x_mm.tolist()
    assert ticks.letters == ((tick + 25, "V"), (tick + 50, "S"))
    lettered = pixels(view)
    ticks.letters = ()
    ticks.update()
    changed = np.argwhere((pixels(view) != lettered).any(axis=2))
    assert 0 < np.ptp(changed[:, 0]) < 6 * view.prepare().camera.px_per_mm, "in the margin under the bottom row only"


def test_a_pacemakers_spikes_are_marked_where_they_are_and_by_their_shape(make_view: MakeView) -> None:
    made = simulate(SimulatedCase(rhythm=Rhythm.VENTRICULAR_PACED, seed=4))
    view = make_view(1200, 800)
    view.show_record(made.record, measure(made.record))
    ticks = view.prepare().beat_ticks
    onsets_mm = [25 * beat.qrs_onset / made.record.fs_hz for beat in made.truth.beats]
    start_mm = ticks.x_mm[0] - 25 * measure(made.record).r_peaks[0] / made.record.fs_hz
    whole = len(onsets_mm)  # the last complex is cut off, its spike is not
    assert len(ticks.spikes_x_mm) == whole + 1
    assert np.abs(ticks.spikes_x_mm[:whole] - start_mm - onsets_mm).max() < 0.2, "8 ms"
    with_spikes = pixels(view)
    ticks.spikes_x_mm = np.empty(0)
    ticks.update()
    assert (pixels(view) != with_spikes).any()
    unpaced = simulate(SimulatedCase(seed=4)).record
    view.show_record(unpaced, measure(unpaced))
    assert view.prepare().beat_ticks.spikes_x_mm.size == 0


def test_pointing_at_a_mark_under_the_strip_tells_what_it_means(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(1200, 800)
    kinds = (BeatClass.USUAL, BeatClass.VENTRICULAR, BeatClass.SUPRAVENTRICULAR)
    found = Measurements(r_peaks=(250, 750, 1250), beat_classes=kinds, pacing_spikes=(500,))
    view.show_record(spikes(), found)
    canvas = view.prepare()
    ticks = canvas.beat_ticks
    assert canvas.sheet is not None
    y_px = (canvas.sheet.height_mm - 1.5 - canvas.camera.top_mm) * canvas.camera.px_per_mm

    def told_at(x_mm: float, y_px: float) -> str:
        at = QPoint(round((x_mm - canvas.camera.left_mm) * canvas.camera.px_per_mm), round(y_px))
        QApplication.sendEvent(
            canvas.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
        )
        return QToolTip.text()

    (usual,) = ticks.x_mm.tolist()
    assert told_at(usual, y_px) == "A heart beat, as the program found it."
    for x_mm, letter in ticks.letters:
        assert told_at(x_mm, y_px).startswith(f"{letter}: ")
    assert "pacing spike" in told_at(ticks.spikes_x_mm[0], y_px)
    assert ticks.mark_at(usual + 6, canvas.sheet.height_mm - 1.5) is None, "between the marks"
    assert ticks.mark_at(usual, canvas.sheet.height_mm - 15) is None, "on the tracing above them"
    view.set_beat_ticks_visible(False)
    assert ticks.mark_at(usual, canvas.sheet.height_mm - 1.5) is None
    QToolTip.hideText()


@pytest.mark.data
def test_a_real_recording_is_shown_with_its_beats(make_view: MakeView, real_data: Path) -> None:
    headers = sorted((real_data / "ptbxl" / "records500").rglob("*.hea"))
    record = read_record(headers[0].with_suffix(""))
    measurements = measure(record)
    view = make_view(786, 600)
    view.show_record(record, measurements)
    assert len(view.prepare().traces) == 13
    assert len(view.prepare().beat_ticks.x_mm) == len(measurements.r_peaks) > 3
