"""Millimetres on the screen: 1 mV is 10 mm, 1 s is 25 mm, and what isn't true size says so."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QScreen

from meit_desktop.plots import EcgView, ScaleMode
from meit_desktop.plots.display_words import scale_words
from meit_desktop.plots.screen_scale import ScaleSource, screen_scale
from meit_desktop.theme.tokens import LIGHT
from tests.desktop.plots.conftest import PX_PER_MM, MakeView, colour, pixels
from tests.desktop.plots.recordings import spikes


def inked(view: EcgView) -> np.ndarray:
    """(height, width) where the picture is as dark as a trace."""
    return np.abs(pixels(view).astype(int) - colour(LIGHT.trace)).sum(axis=2) < 150


@pytest.mark.parametrize(("gain", "speed"), [(10, 25), (5, 25), (20, 25), (10, 50)])
def test_spikes_are_as_far_apart_and_as_high_as_on_paper(make_view: MakeView, gain: float, speed: float) -> None:
    view = make_view()
    view.show_record(spikes())
    view.set_gain_mm_per_mv(gain)
    view.set_speed_mm_per_s(speed)
    assert view.scale_factor == 1
    sheet = view.prepare().sheet
    assert sheet is not None
    rhythm = sheet.segments[-1]
    left, baseline = view.prepare().camera.to_view(rhythm.x_mm, rhythm.baseline_mm)
    # Half way up the spikes of the rhythm strip; the first 60 px hold the lead's name.
    row = inked(view)[round(baseline - gain * PX_PER_MM / 2), round(left) :]
    columns = np.flatnonzero(row)
    columns = columns[columns > 60]
    peaks = columns[np.insert(np.diff(columns) > 3, 0, True)]
    assert len(peaks) >= 250 / speed - 1
    assert np.diff(peaks) == pytest.approx(speed * PX_PER_MM, abs=1.5)
    highest = np.flatnonzero(inked(view)[:, round(left) + peaks[-1] : round(left) + peaks[-1] + 2].any(axis=1))
    above = highest[highest > baseline - 25 * PX_PER_MM]
    assert baseline - above.min() == pytest.approx(gain * PX_PER_MM, abs=1.5)


def test_the_calibration_pulse_is_one_millivolt_high_and_a_big_square_wide(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes(height_mv=0.0))
    sheet = view.prepare().sheet
    assert sheet is not None
    camera = view.prepare().camera
    (left, top), (right, bottom) = (camera.to_view(*sheet.pulses_mm[0][corner]) for corner in (2, 4))
    assert (right - left, bottom - top) == (pytest.approx(5 * PX_PER_MM), pytest.approx(10 * PX_PER_MM))
    dark = inked(view)
    assert dark[round((top + bottom) / 2), round(left) - 1 : round(left) + 2].any()
    assert dark[round(top) - 1 : round(top) + 2, round((left + right) / 2)].any()


def test_true_size_where_the_sheet_fits_the_window(make_view: MakeView) -> None:
    view = make_view(1200, 700)
    view.show_record(spikes())
    assert view.scale_factor == 1
    assert "true size" in view.accessibleDescription()


def test_a_small_window_gets_the_whole_sheet_fitted_and_says_the_scale(make_view: MakeView) -> None:
    view = make_view(786, 600)
    view.show_record(spikes())
    canvas = view.prepare()
    assert canvas.sheet is not None
    assert canvas.sheet.width_mm * canvas.camera.px_per_mm <= 786
    assert canvas.sheet.height_mm * canvas.camera.px_per_mm <= canvas.height()
    assert f"fitted {view.scale_factor:.2f}×, not true mm" in view.accessibleDescription()


def test_a_sheet_that_would_be_lost_in_a_large_window_is_fitted_too(make_view: MakeView) -> None:
    view = make_view(2000, 1270)
    view.show_record(spikes())
    assert view.scale_factor > 1.5
    view.set_scale_mode(ScaleMode.TRUE_SIZE)
    assert view.scale_factor == 1


def test_true_size_in_a_small_window_is_reached_by_dragging(make_view: MakeView) -> None:
    view = make_view(600, 500)
    view.show_record(spikes())
    view.toggle_true_size()
    canvas = view.prepare()
    assert (view.scale_factor, canvas.camera.left_mm) == (1, 0)
    canvas.pan(-10_000, 0)
    assert canvas.sheet is not None
    assert canvas.camera.left_mm == pytest.approx(canvas.sheet.width_mm - 600 / PX_PER_MM)
    view.toggle_true_size()
    assert view.scale_factor < 1


def test_a_resized_window_is_fitted_again(make_view: MakeView) -> None:
    view = make_view(786, 600)
    view.show_record(spikes())
    before = view.scale_factor
    view.resize(640, 600)
    assert view.scale_factor < before


def test_rows_spread_over_a_taller_window(make_view: MakeView) -> None:
    view = make_view(786, 400)
    view.show_record(spikes())
    low = view.prepare().sheet
    view.resize(786, 700)
    high = view.prepare().sheet
    assert low is not None and high is not None
    assert high.row_pitch_mm > low.row_pitch_mm
    assert high.row_pitch_mm % 5 == 0


def test_the_screens_own_size_is_taken_unless_calibrated(qapp: Any) -> None:
    screen = QGuiApplication.primaryScreen()
    assert screen_scale(screen).px_per_mm == pytest.approx(screen.physicalDotsPerInch() / 25.4)
    assert screen_scale(screen, 4.2).px_per_mm == 4.2
    with pytest.raises(ValueError, match="positive"):
        screen_scale(screen, 0.0)


@pytest.mark.parametrize("dpi", [0.0, 7.0, 2540.0])
def test_a_screen_with_a_nonsensical_size_is_not_believed(dpi: float) -> None:
    scale = screen_scale(cast(QScreen, SimpleNamespace(physicalDotsPerInch=lambda: dpi)))
    assert (scale.px_per_mm, scale.source) == (pytest.approx(96 / 25.4), ScaleSource.ASSUMED)
    assert scale_words(1.0, zoomed=False, source=scale.source) == "about true size"
    assert "doesn't report" in scale.explanation
