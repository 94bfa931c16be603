"""The millimetre paper, pixel by pixel."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from meit_desktop.plots import EcgView, ScaleMode
from meit_desktop.theme.tokens import DARK, LIGHT, Tokens
from tests.desktop.plots.conftest import PX_PER_MM, MakeView, colour, pixels
from tests.desktop.plots.recordings import spikes


def inked_columns(picture: np.ndarray, ink: str) -> list[int]:
    """Columns that have exactly this colour in a row between two horizontal lines."""
    return np.flatnonzero((between_lines(picture) == colour(ink)).all(axis=1)).tolist()


def between_lines(picture: np.ndarray) -> np.ndarray:
    """The first row of pixels that crosses paper: (width, 3)."""
    return next(row for row in picture if (row == colour(LIGHT.paper)).all(axis=1).mean() > 0.4)


@pytest.fixture(params=[2.83, 3.78, 4.0, 5.21, 7.3])
def scaled(request: pytest.FixtureRequest, make_view: MakeView) -> EcgView:
    """A view at true size on screens of whole and broken pixels per millimetre."""
    view = make_view(900, 600)
    view.set_pixels_per_mm(request.param)
    view.set_scale_mode(ScaleMode.TRUE_SIZE)
    view.show_record(spikes(height_mv=0.0))
    return view


def test_every_fifth_line_is_bold_and_one_pixel_wide_at_every_scale(scaled: EcgView) -> None:
    found = inked_columns(pixels(scaled), LIGHT.grid_5mm)
    step = 5 * scaled.screen_scale.px_per_mm
    assert len(found) == pytest.approx(900 / step, abs=1)
    assert np.diff(found).min() >= np.floor(step)  # were a line two pixels wide, a step of 1 would show
    assert np.diff(found).max() <= np.ceil(step)


def test_lines_are_never_blurred(scaled: EcgView) -> None:
    colours = {tuple(pixel) for pixel in between_lines(pixels(scaled)).tolist()}
    assert len(colours) == 3  # paper, 1 mm, 5 mm: a line between two pixels would make shades of them


def test_four_fine_lines_stand_between_bold_ones(make_view: MakeView) -> None:
    view = make_view(900, 600)
    view.set_scale_mode(ScaleMode.TRUE_SIZE)
    view.show_record(spikes(height_mv=0.0))
    picture = pixels(view)
    bold = inked_columns(picture, LIGHT.grid_5mm)
    fine = np.array(inked_columns(picture, LIGHT.grid_1mm))
    for left, right in itertools.pairwise(bold):
        between = fine[(fine > left) & (fine < right)]
        assert (between - left).tolist() == [4, 8, 12, 16]


def test_fitted_paper_is_perfectly_regular(make_view: MakeView) -> None:
    view = make_view(787, 600)
    view.show_record(spikes(height_mv=0.0))
    assert view.scale_factor < 1
    assert len(set(np.diff(inked_columns(pixels(view), LIGHT.grid_5mm)).tolist())) == 1


DENSE_SCREEN = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from meit_desktop.plots import EcgView, ScaleMode
from meit_desktop.theme.tokens import LIGHT
from tests.desktop.plots.recordings import spikes
from tests.desktop.plots.conftest import pixels
from tests.desktop.plots.test_paper import inked_columns
view = EcgView()
view.resize(600, 400)
view.set_pixels_per_mm(4)
view.set_scale_mode(ScaleMode.TRUE_SIZE)
view.show()
view.show_record(spikes(height_mv=0.0))
application.processEvents()
print(*inked_columns(pixels(view), LIGHT.grid_1mm))
"""


@pytest.mark.parametrize("ratio", [1.5, 2.0])
def test_fine_lines_are_one_device_pixel_wide_on_a_dense_screen(ratio: float) -> None:
    # Qt reads the factor once, so each needs a process of its own.
    environment = {**os.environ, "QT_SCALE_FACTOR": str(ratio)}
    done = subprocess.run(
        [sys.executable, "-c", DENSE_SCREEN],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=Path(__file__).parents[3],
    )
    fine = [int(column) for column in done.stdout.split()]
    assert len(fine) == pytest.approx(600 / 5, abs=4)
    assert np.diff(fine).min() == PX_PER_MM * ratio


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_paper_lines_and_trace_take_the_themes_colours(make_view: MakeView, tokens: Tokens) -> None:
    view = make_view()
    view.show_record(spikes(height_mv=0.0))
    view.set_theme(tokens)
    picture = pixels(view).reshape(-1, 3)
    for ink in (tokens.paper, tokens.grid_1mm, tokens.grid_5mm, tokens.trace):
        assert (picture == colour(ink)).all(axis=1).sum() > 500, ink


def test_the_1_mm_lines_are_left_out_where_they_would_close_up(make_view: MakeView) -> None:
    view = make_view(420, 300)
    view.show_record(spikes(height_mv=0.0))
    assert inked_columns(pixels(view), LIGHT.grid_5mm)
    colours = {tuple(pixel) for pixel in between_lines(pixels(view)).tolist()}
    assert len(colours) == 2


def test_the_paper_covers_the_view_beyond_the_sheet(make_view: MakeView) -> None:
    view = make_view(1500, 900)
    view.show_record(spikes())
    corner = pixels(view)[-20:, -20:].reshape(-1, 3)
    assert (corner == colour(LIGHT.paper)).all(axis=1).any()
