"""The median beat: as computed, with marks set by hand, where PR was refused, and of a signed study."""

from __future__ import annotations

from meit_core.domain.beat_marks import BeatMark
from meit_desktop.pictures.studio import Studio
from meit_desktop.widgets.median_page import MedianPage


def marking(studio: Studio) -> None:
    """Open the page, move the end of T and a P onset, supply a refused PR, look at a signed study."""
    _show(studio, "Leo")
    studio.shoot("median-beat")
    page = _page(studio)
    page.view.nudge_wanted.emit(BeatMark.P_ONSET, -4)
    page.view.choose(BeatMark.T_OFFSET)
    page.view.nudge_wanted.emit(BeatMark.T_OFFSET, 9)
    page.flush()
    studio.wait_for("marks kept", lambda: studio.flows.reading.detail.manual is not None)
    studio.shoot("median-beat-by-hand")
    studio.command("median_beat")
    studio.shoot("values-by-hand")
    _show(studio, "Anna")
    _page(studio).bar.mark_wanted.emit(BeatMark.P_ONSET)
    _page(studio).flush()
    studio.wait_for("marks kept", lambda: studio.flows.reading.detail.manual is not None)
    studio.shoot("median-beat-pr-supplied")
    _page(studio).back_to_computed()
    _page(studio).flush()
    studio.wait_for("computed again", lambda: studio.flows.reading.detail.manual is None)
    _show(studio, "David")
    studio.shoot("median-beat-signed")
    studio.command("median_beat")


def _show(studio: Studio, patient: str) -> None:
    studio.open(patient)
    studio.command("median_beat")
    studio.wait_for("median beat", lambda: studio.flows.marking.is_shown)


def _page(studio: Studio) -> MedianPage:
    page = studio.flows.marking.page
    assert page is not None
    return page
