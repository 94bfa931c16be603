"""The strip above the median beat: the way back, the five marks, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from meit_core.domain.beat_marks import BeatMark
from meit_desktop.models.mark_editor import MarkEditor
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
        self.back = KeyButton("Back", "Esc", tokens)
        self.undo = KeyButton("Undo", "Ctrl+Z", tokens)
        self.redo = KeyButton("Redo", "Ctrl+Y", tokens)
        self.computed = KeyButton("Computed", "", tokens)
        self.chips = {mark: QPushButton(mark.words) for mark in BeatMark}
        self.lock_icon, self.lock = QLabel(), QLabel()
        self.lock.setProperty("state", "warn")
        row = FlowLayout(self, gap_px=Space.S, line_gap_px=Space.XS)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.S)
        row.addWidget(self.back)
        for mark, chip in self.chips.items():
            chip.setCheckable(True)
            chip.setIconSize(QSize(int(TypeSize.SECONDARY), int(TypeSize.SECONDARY)))
            chip.clicked.connect(lambda _=False, wanted=mark: self.mark_wanted.emit(wanted))
            row.addWidget(chip)
        for button in (self.undo, self.redo, self.computed):
            row.addWidget(button)
        row.addWidget(self.lock_icon)
        row.addWidget(self.lock)
        self.back.clicked.connect(self.back_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.computed.clicked.connect(self.computed_wanted)
        self.undo.setToolTip("Undo the last change of a mark (Ctrl+Z)")
        self.redo.setToolTip("Do again what was undone (Ctrl+Y)")
        self.computed.setToolTip("Back to the marks that the program has computed; can be undone")

    def show_marks(self, editor: MarkEditor, chosen: BeatMark | None, why_not: str) -> None:
        """Say of each mark whether it is there, computed or manual, and what can be done."""
        places = editor.places
        for mark, chip in self.chips.items():
            absent, manual = mark not in places, mark in editor.manual
            chip.setChecked(mark is chosen)
            chip.setEnabled(not (absent and why_not))
            chip.setText(f"{mark.words}: add" if absent else mark.words)
            chip.setIcon(self._icon(absent=absent, manual=manual))
            chip.setToolTip(_told(editor, mark))
            chip.setAccessibleName(f"{mark.words}, {_told(editor, mark)}")
        self.undo.setEnabled(editor.can_undo and not why_not)
        self.redo.setEnabled(editor.can_redo and not why_not)
        self.computed.setEnabled(bool(editor.manual) and not why_not)
        for button in (self.undo, self.redo, self.computed):
            button.setVisible(not why_not)
        self.lock.setText(why_not)
        self.lock.setVisible(bool(why_not))
        self.lock_icon.setVisible(bool(why_not))

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for button in (self.back, self.undo, self.redo, self.computed):
            button.set_theme(tokens)
        size_px = self.fontMetrics().height()
        self.lock_icon.setPixmap(themed_icon("lock", tokens, tokens.warn).pixmap(size_px, size_px))

    def _icon(self, *, absent: bool, manual: bool) -> QIcon:
        if absent:
            return themed_icon("add", self._tokens, self._tokens.muted)
        return themed_icon("edit", self._tokens, self._tokens.accent) if manual else QIcon()


def _told(editor: MarkEditor, mark: BeatMark) -> str:
    manual, place = editor.manual.get(mark), editor.places.get(mark)
    where = f"{editor.beat.from_r_ms(place):.0f} ms from R" if place is not None else "not there"
    if manual is None:
        return f"{where}, computed" if place is not None else "Not found; add it where you see it"
    verb = "set" if place is not None else "taken away"
    return f"{where}, {verb} by {manual.by}, {manual.at.astimezone():%Y-%m-%d %H:%M}"
