"""Everything about calipers on one tracing: the list, the pointer, the keys' verbs, the strip, what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from meit_core.domain.calipers import MOST_CALIPERS
from meit_core.domain.display_filter import UNFILTERED
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_desktop.language import tr
from meit_desktop.plots.caliper_bar import CaliperBar
from meit_desktop.plots.caliper_edits import CaliperEdits
from meit_desktop.plots.caliper_figures import FigureMaker
from meit_desktop.plots.caliper_list import CaliperList, Choice, Part, Placed
from meit_desktop.plots.caliper_places import Places
from meit_desktop.plots.caliper_shapes import Box
from meit_desktop.plots.caliper_starts import new_cycle, new_height
from meit_desktop.plots.caliper_tool import CaliperTool
from meit_desktop.plots.caliper_words import Measured, copied, spoken
from meit_desktop.plots.display_settings import DisplaySettings
from meit_desktop.theme.tokens import LIGHT, Tokens

if TYPE_CHECKING:
    from meit_desktop.plots.caliper_overlay import CaliperOverlay
    from meit_desktop.plots.sheet_canvas import SheetCanvas

_STILL_AFTER_MS: Final = 400


class CaliperDesk(QObject):
    """Belongs to one tracing.

    Attributes
    ----------
    calipers
        What is set.
    edits
        What can be done to the chosen one.
    tool
        The pointer's side.
    bar
        The strip beneath the tracing, shown while calipers are on.

    Signals
    -------
    shown_changed()
        Switched on or off, or there are more or fewer of them.
    edited()
        The reader has changed a caliper: it is to be saved.
    copied(str)
        The readings as text were asked for.
    """

    shown_changed = Signal()
    edited = Signal()
    copied = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calipers = CaliperList(self)
        self.edits = CaliperEdits(self.calipers, self)
        self.tool = CaliperTool(self.calipers, self)
        self.bar = CaliperBar()
        self.bar.hide()
        self._tokens: Tokens = LIGHT
        self._maker = FigureMaker()
        self._badges: tuple[Box, ...] = ()
        self._canvas: SheetCanvas | None = None
        self._overlay: CaliperOverlay | None = None
        self._record: EcgRecord | None = None
        self._measurements: Measurements | None = None
        self._measured: Measured | None = None
        self._still = QTimer(self, singleShot=True, interval=_STILL_AFTER_MS)
        self._connect()

    # What the tracing tells ----------------------------------------------------------------------------------------

    def attach(self, canvas: SheetCanvas) -> None:
        """Draw on this canvas."""
        from meit_desktop.plots.caliper_overlay import CaliperOverlay

        self._canvas, self._overlay = canvas, CaliperOverlay(canvas)
        canvas.camera_moved.connect(self._camera_moved)

    def begin(self, record: EcgRecord | None, measurements: Measurements | None) -> None:
        """Another recording, or none: its calipers come later, from whoever keeps them."""
        self._thaw()
        self.tool.let_go()
        self._record, self._measurements = record, measurements
        self.tool.places = None
        self.edits.n_samples = record.n_samples if record else 0
        self.calipers.load(())
        if record is None:
            self.tool.set_active(False)

    def lay_on(self, settings: DisplaySettings) -> None:
        """The canvas has a newly laid-out sheet."""
        self._thaw()
        if self._canvas is None or self._canvas.sheet is None or self._record is None:
            return
        rr_ms = self._measurements.rr_ms if self._measurements else None
        self._measured = Measured(
            self._record.fs_hz, rr_ms, settings.gain_mm_per_mv, filtered=settings.filter != UNFILTERED
        )
        self.tool.places = Places(
            self._canvas.sheet,
            self._record,
            speed_mm_per_s=settings.speed_mm_per_s,
            gain_mm_per_mv=settings.gain_mm_per_mv,
        )
        self._maker.forget()
        self._badges = self._canvas.badge_boxes()
        self._draw()

    def set_theme(self, tokens: Tokens) -> None:
        self._thaw()
        self._tokens = tokens
        self.bar.set_theme(tokens)

    # What the reader does ------------------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        return self.tool.active

    def toggle(self) -> None:
        """On or off; off hides them and forgets none."""
        if self._record is not None:
            self.tool.set_active(not self.tool.active)

    def step_back(self) -> bool:
        """For Escape: give up a drag, then let go of the chosen caliper, then switch off."""
        if not self.active:
            return False
        if not self.tool.cancel():
            if self.calipers.chosen is not None:
                self.calipers.choose(None)
            else:
                self.tool.set_active(False)
        return True

    def choose_next(self, step: int) -> bool:
        """The next leg, level or caliper; False past the last."""
        shown = sorted(figure.index for figure in self.tool.figures)
        return self.calipers.choose_next(step, shown)

    def undo(self) -> None:
        self.calipers.history.undo()

    def redo(self) -> None:
        self.calipers.history.redo()

    def copy(self) -> None:
        """Ask for all readings as text."""
        if self._measured is not None and self.calipers.placed:
            self.copied.emit(copied(self.calipers.calipers, self._measured))

    def add_time(self) -> None:
        """A time caliper by key: over the cycle in the middle of what is in view."""
        self._add(new_cycle)

    def add_amplitude(self) -> None:
        """An amplitude caliper by key: from the baseline to the R wave in the middle of what is in view."""
        self._add(new_height)

    # Inner workings ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.calipers.changed.connect(self._list_changed)
        self.calipers.edited.connect(self.edited)
        self.edits.nudging.connect(self._hold_still)
        self.edits.refused.connect(self.bar.show_hint)
        self.tool.active_changed.connect(self._switched)
        self.tool.moving.connect(self._moving)
        self._still.timeout.connect(self._thaw)
        # A method, no lambda: Qt must know whom not to tell when the tracing is taken apart.
        self.calipers.history.indexChanged.connect(self._stepped)
        bar = self.bar
        bar.time_wanted.connect(self.add_time)
        bar.amplitude_wanted.connect(self.add_amplitude)
        bar.march_wanted.connect(self.edits.toggle_march)
        bar.beats_wanted.connect(self.edits.cycle_beats)
        bar.meaning_wanted.connect(self.edits.toggle_meaning)
        bar.undo_wanted.connect(self.undo)
        bar.redo_wanted.connect(self.redo)
        bar.delete_wanted.connect(self.edits.delete)
        bar.copy_wanted.connect(self.copy)

    def _switched(self) -> None:
        self._thaw()
        self.bar.setVisible(self.active)
        self._draw()
        self.shown_changed.emit()

    def _list_changed(self) -> None:
        self._draw()
        self.shown_changed.emit()

    def _moving(self, begins: bool) -> None:
        if begins and self._overlay is not None:
            self._still.stop()
            self._overlay.freeze(self._tokens)
        else:
            self._thaw()

    def _hold_still(self) -> None:
        """A key that is held repeats thirty times a second: the sheet is painted once for all of them."""
        if self._overlay is not None and self.active:
            self._overlay.freeze(self._tokens)
            self._still.start()

    def _thaw(self) -> None:
        self._still.stop()
        if self._overlay is not None:
            self._overlay.thaw()

    def _camera_moved(self) -> None:
        self._thaw()
        self._badges = self._canvas.badge_boxes() if self._canvas else ()
        self._draw()

    def _draw(self) -> None:
        if self._canvas is None:
            return
        places, measured = self.tool.places, self._measured
        if not self.active or places is None or measured is None:
            self.tool.figures = ()
        else:
            made = self._maker.make(
                self.calipers,
                places,
                measured,
                view=self._view(self._canvas, places),
                px_per_mm=self._canvas.camera.px_per_mm,
                badges=self._badges,
            )
            snapped = self.tool.snapped
            self.tool.figures = tuple(
                replace(figure, snapped_mm=snapped[1]) if snapped and snapped[0] == figure.index else figure
                for figure in made
            )
        self._canvas.calipers.set_figures(tuple(self.tool.figures))
        if self._overlay is not None:
            self._overlay.follow()
        self._show_state()

    @Slot(int)
    def _stepped(self, _index: int) -> None:
        self._show_state()
        self.shown_changed.emit()

    @staticmethod
    def _view(canvas: SheetCanvas, places: Places) -> Box:
        """What of the sheet is in view."""
        camera, sheet = canvas.camera, places.sheet
        right, bottom = camera.to_sheet(*canvas.size_px)
        left, top = max(camera.left_mm, 0.0), max(camera.top_mm, 0.0)
        return Box(left, top, min(right, sheet.width_mm), min(bottom, sheet.height_mm))

    def _show_state(self) -> None:
        caliper, measured = self.calipers.chosen_caliper, self._measured
        words = ""
        if caliper is not None and measured is not None:
            words = spoken(caliper, measured.cycle(self.calipers.calipers), measured)
        self.bar.show_state(
            caliper,
            words,
            n_set=len(self.calipers.placed),
            n_shown=len(self.tool.figures),
            undo_words=self.calipers.history.undoText() if self.calipers.history.canUndo() else "",
            redo_words=self.calipers.history.redoText() if self.calipers.history.canRedo() else "",
        )

    def _add(self, make: Callable[[Places, Sequence[int], Box], Placed | None]) -> None:
        if self._canvas is None or self.tool.places is None:
            return
        self.tool.set_active(True)
        if len(self.calipers.placed) >= MOST_CALIPERS:
            self.bar.show_hint(tr("No more than {number} calipers on one recording.").format(number=MOST_CALIPERS))
            return
        r_peaks = self._measurements.r_peaks if self._measurements else ()
        made = make(self.tool.places, r_peaks, self._view(self._canvas, self.tool.places))
        if made is not None:
            placed = (*self.calipers.placed, made)
            self.calipers.change(tr("set a caliper"), placed, Choice(len(placed) - 1, Part.END))
