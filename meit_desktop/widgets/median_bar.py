"""The strip above the median beat: the way back, the five marks, undo and redo."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from meit_core.domain.beat_marks import BeatMark
from meit_desktop.keymap import hint_with_key, native
from meit_desktop.language import tr
from meit_desktop.models.mark_editor import MarkEditor
from meit_desktop.plots.median_marks import mark_words
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens, TypeSize
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.report_key_button import KeyButton


class MedianBar(QFrame):
    """Buttons, and a line that says why nothing can be changed where that is so.

    Signals
    -------
    back_wanted(), undo_wanted(), redo_wanted(), computed_wanted()
    mark_wanted(BeatMark)
        Choose it, or put it where it is absent.
    """

    back_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    computed_wanted = Signal()
    mark_wanted = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "bar")
        self._tokens = tokens
        self.back = KeyButton(tr("Back"), "Esc", tokens)
        self.undo = KeyButton(tr("Undo"), native("Ctrl+Z"), tokens)
        self.redo = KeyButton(tr("Redo"), native("Ctrl+Y"), tokens)
        self.computed = KeyButton(tr("Computed"), "", tokens)
        self.chips = {mark: QPushButton(mark_words(mark)) for mark in BeatMark}
        self.lock_icon, self.lock = QLabel(), QLabel()
        self.lock.setProperty("state", "warn")
        self._locked = QWidget()
        locked = QHBoxLayout(self._locked)
        locked.setContentsMargins(0, 0, 0, 0)
        locked.setSpacing(Space.XS)
        for part in (self.lock_icon, self.lock):
            locked.addWidget(part)
        size = QSize(int(TypeSize.SECONDARY), int(TypeSize.SECONDARY))
        row = FlowLayout(self, gap_px=Space.XS, line_gap_px=Space.XS)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.S)
        row.addWidget(self.back)
        for mark, chip in self.chips.items():
            chip.setCheckable(True)
            chip.setIconSize(size)
            chip.clicked.connect(lambda _=False, wanted=mark: self.mark_wanted.emit(wanted))
            row.addWidget(chip)
        for button in (self.undo, self.redo, self.computed):
            row.addWidget(button)
        row.addWidget(self._locked)
        self._locked.setMinimumHeight(self.back.sizeHint().height())
        self.back.clicked.connect(self.back_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.computed.clicked.connect(self.computed_wanted)
        self.undo.setToolTip(hint_with_key(tr("Undo the last change of a mark"), native("Ctrl+Z")))
        self.redo.setToolTip(hint_with_key(tr("Do again what was undone"), native("Ctrl+Y")))
        self.computed.setToolTip(tr("Back to the marks that the program has computed; can be undone"))

    def show_marks(self, editor: MarkEditor, chosen: BeatMark | None, why_not: str) -> None:
        """Say of each mark whether it is there, computed or manual, and what can be done."""
        places = editor.places
        for mark, chip in self.chips.items():
            absent, manual = mark not in places, mark in editor.manual
            chip.setChecked(mark is chosen)
            chip.setEnabled(not (absent and why_not))
            words = mark_words(mark)
            chip.setText(tr("{mark}: add").format(mark=words) if absent else words)
            chip.setIcon(self._icon(absent=absent, manual=manual))
            chip.setToolTip(_told(editor, mark))
            chip.setAccessibleName(f"{words}, {_told(editor, mark)}")
        self.undo.setEnabled(editor.can_undo)
        # In a narrow window there is no room for what can't be done.
        for button, possible in ((self.undo, True), (self.redo, editor.can_redo), (self.computed, bool(editor.manual))):
            button.setVisible(possible and not why_not)
        self.lock.setText(why_not)
        self._locked.setVisible(bool(why_not))

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for button in (self.back, self.undo, self.redo, self.computed):
            button.set_theme(tokens)
        size_px = self.fontMetrics().height()
        self.lock_icon.setPixmap(themed_icon("lock", tokens, tokens.warn).pixmap(size_px, size_px))

    def _icon(self, *, absent: bool, manual: bool) -> QIcon:
        if absent:
            return themed_icon("add", self._tokens, self._tokens.muted)
        return themed_icon("edit", self._tokens, self._tokens.accent) if manual else _dashed_line(self._tokens.muted)


@lru_cache(maxsize=4)
def _dashed_line(colour: str) -> QIcon:
    """What stands for a computed mark on the paper; as wide as the pencil, so that nothing moves when that comes."""
    size = int(TypeSize.SECONDARY)
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    for top in range(0, size, 4):
        painter.fillRect(size // 2, top, 1, 3, QColor(colour))
    painter.end()
    return QIcon(pixmap)


def _told(editor: MarkEditor, mark: BeatMark) -> str:
    manual, place = editor.manual.get(mark), editor.places.get(mark)
    from_r_ms = f"{editor.beat.from_r_ms(place):.0f}" if place is not None else ""
    if manual is None:
        computed = tr("{from_r_ms} ms from R, computed").format(from_r_ms=from_r_ms)
        return computed if place is not None else tr("Not found; add it where you see it")
    told = tr(
        "{from_r_ms} ms from R, set by {reader}, {time}"
        if place is not None
        else "not there, taken away by {reader}, {time}"
    )
    return told.format(from_r_ms=from_r_ms, reader=manual.by, time=f"{manual.at.astimezone():%Y-%m-%d %H:%M}")
