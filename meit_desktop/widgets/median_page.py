"""The median beat page: marks that can be moved, and what is measured between them at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.record import Sex
from meit_desktop.language import marked, tr
from meit_desktop.models.mark_editor import MarkEditor
from meit_desktop.plots.display_words import gain_words, scale_words, speed_words
from meit_desktop.plots.median_view import MedianView
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.median_bar import MedianBar
from meit_desktop.widgets.median_figures import MedianFigures
from meit_desktop.widgets.report_labels import scrolled

SAVE_AFTER_MS: Final = 700
"""Key presses that follow each other sooner are one change: one row in the history, one step to undo."""
_BEAT_AT_LEAST: Final = 0.55
"""Of the page's height: the beat is what one came for."""
_HOW_TO: Final = marked(
    "Drag a mark, or Tab to choose it and ← → to move it by a sample, with Shift by ten. Delete: no such wave."
)


class MedianPage(QWidget):
    """Shows one study's editor; whoever owns the page stores what it says.

    Attributes
    ----------
    is_saved
        Everything has been handed over for storing.

    Signals
    -------
    measured(object)
        :class:`Measurements` by the marks as they are now, at every move.
    save_wanted(object)
        The manual marks as they shall be kept, once the reader pauses.
    steps_changed()
        There is something else to undo or redo.
    back_wanted()
    """

    measured = Signal(object)
    save_wanted = Signal(object)
    steps_changed = Signal()
    back_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor: MarkEditor | None = None
        self.why_not = ""
        self.is_saved = True
        self._sex = Sex.UNKNOWN
        self.bar = MedianBar(tokens)
        self.view = MedianView()
        self.figures = MedianFigures(tokens)
        self.caption = QLabel(wordWrap=True)
        self.caption.setProperty("role", "secondary")
        footer = QFrame()
        footer.setProperty("region", "surface")
        line = QVBoxLayout(footer)
        line.setContentsMargins(Space.M, 0, Space.M, Space.S)
        line.addWidget(self.caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        words = QWidget()
        below = QVBoxLayout(words)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.figures)
        below.addWidget(footer)
        self._words, self._below = words, scrolled(words)
        self._below.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the wheel is enough for words
        words.installEventFilter(self)
        column.addWidget(self._below)
        self._pause = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._pause.timeout.connect(self._hand_over)
        self.setFocusProxy(self.view)
        self._connect()
        self.set_theme(tokens)

    def show_study(self, editor: MarkEditor, *, sex: Sex, why_not: str) -> None:
        """Show a study's beat; ``why_not`` says why its marks can only be looked at, empty where they can be moved."""
        self._pause.stop()
        self.is_saved = True
        self.editor, self._sex, self.why_not = editor, sex, why_not
        self.view.show_beat(editor.beat)
        self._show()

    def _give_room(self) -> None:
        """All figures where there is room; in a low window, or with large text, they scroll and the beat stays seen."""
        wanted = self._words.layout().totalHeightForWidth(self.width())
        bar = self.bar.heightForWidth(self.width()) if self.bar.hasHeightForWidth() else self.bar.sizeHint().height()
        left = max(round(self.height() * (1 - _BEAT_AT_LEAST)) - bar, 2 * self.fontMetrics().lineSpacing())
        self._below.setFixedHeight(wanted if wanted <= left else self._whole_lines(left))

    def _whole_lines(self, room_px: int) -> int:
        """Where the last line that fits, or nearly does, ends: half a line looks like a fault, and says less."""
        labels = [label for label in self._words.findChildren(QLabel) if not label.isHidden()]
        ends = [label.mapTo(self._words, label.rect().bottomLeft()).y() + Space.XS for label in labels]
        nearly_px = room_px + self.fontMetrics().lineSpacing() // 2
        return max((end for end in ends if end <= nearly_px), default=room_px)

    def clear(self) -> None:
        """Forget the study."""
        self._pause.stop()
        self.editor, self.is_saved = None, True
        self.view.show_beat(None)

    def lock(self, why_not: str) -> None:
        """Allow changes no more, or again."""
        if why_not != self.why_not:
            self.why_not = why_not
            self._show()

    @Slot()
    def flush(self) -> None:
        """Hand over at once what is waiting for a pause."""
        if self._pause.isActive():
            self._hand_over()

    def undo(self) -> None:
        self._do(lambda editor: editor.undo())

    def redo(self) -> None:
        self._do(lambda editor: editor.redo())

    def back_to_computed(self) -> None:
        self._do(lambda editor: editor.back_to_computed())

    def set_theme(self, tokens: Tokens) -> None:
        for part in (self.bar, self.view, self.figures):
            part.set_theme(tokens)
        if self.editor is not None:
            self._show()

    # Inner workings ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.bar.back_wanted.connect(self.back_wanted)
        self.bar.undo_wanted.connect(self.undo)
        self.bar.redo_wanted.connect(self.redo)
        self.bar.computed_wanted.connect(self.back_to_computed)
        self.bar.mark_wanted.connect(self._choose_or_put)
        self.view.mark_chosen.connect(self._show_bar)
        self.view.mark_dragged.connect(self._drag)
        self.view.drag_ended.connect(self._drop)
        self.view.nudge_wanted.connect(lambda mark, samples: self._do(lambda editor: editor.nudge(mark, samples)))
        self.view.take_away_wanted.connect(lambda mark: self._do(lambda editor: editor.take_away(mark)))
        self.view.fitted.connect(self._show_caption)

    @Slot(object)
    def _choose_or_put(self, mark: BeatMark) -> None:
        if self.editor is not None and mark not in self.editor.places:
            self._do(lambda editor: editor.put(mark))
        self.view.choose(mark)
        self.view.setFocus()
        self._show_bar()

    @Slot(object, int)
    def _drag(self, mark: BeatMark, place: int) -> None:
        """Measure at every move; while the button is down nothing is stored, and the strip of buttons waits."""
        editor = self.editor
        if editor is None or self.why_not:
            return
        was_manual = mark in editor.manual
        if editor.move(mark, place):
            self._pause.stop()
            self.is_saved = False
            self._show_marks()
            if not was_manual:
                self._show_bar()

    @Slot()
    def _drop(self) -> None:
        if self.editor is not None and not self.is_saved:
            self.editor.settle()
            self._pause.start()
            self._show_bar()
            self.steps_changed.emit()

    def _do(self, act: Callable[[MarkEditor], bool]) -> None:
        if self.editor is None or self.why_not or not act(self.editor):
            return
        self.is_saved = False
        self._pause.start()
        self._show_marks()
        self._show_bar()
        self.steps_changed.emit()

    @Slot()
    def _hand_over(self) -> None:
        self._pause.stop()
        if self.editor is not None:
            self.is_saved = True
            self.editor.settle()
            self.save_wanted.emit(self.editor.positions)

    def _show(self) -> None:
        if self.editor is None:
            return
        self.view.show_marks(self.editor.places, frozenset(self.editor.manual))
        self.figures.hint = "" if self.why_not else tr(_HOW_TO)
        self.figures.show_measurements(self.editor.measurements, self._sex)
        self._show_bar()
        self._show_caption()

    def _show_marks(self) -> None:
        """After a move: marks and values here, and the values elsewhere."""
        if self.editor is not None:
            measured = self.editor.measurements
            self.view.show_marks(self.editor.places, frozenset(self.editor.manual))
            self.figures.show_measurements(measured, self._sex)
            self.measured.emit(measured)

    @Slot()
    def _show_bar(self) -> None:
        if self.editor is not None:
            self.bar.show_marks(self.editor, self.view.chosen, self.why_not)

    @Slot()
    def _show_caption(self) -> None:
        if self.editor is None or self.view.fit is None:
            return
        beat, whole, single = self.editor.beat, self.view.fit.everything.scale, self.view.fit.leads[0].scale
        parts = [
            tr("{used} of {found} beats").format(used=beat.n_beats, found=beat.n_detected),
            f"{tr('superimposed')} {speed_words(whole.speed_mm_per_s)} {gain_words(whole.gain_mm_per_mv)}",
            f"{tr('single leads')} {speed_words(single.speed_mm_per_s)} {gain_words(single.gain_mm_per_mv)}",
            scale_words(self.view.scale_factor, zoomed=False, source=self.view.screen_scale.source),
        ]
        self.caption.setText("   ".join(parts))
        self.caption.setToolTip(self.view.screen_scale.explanation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._words and event.type() is QEvent.Type.LayoutRequest:
            self._give_room()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)
