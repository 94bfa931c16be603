"""The strip of the calipers: what can be done with them, with keys; the chosen reading; whether they are saved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from meit_core.domain.calipers import Caliper, IntervalMeaning, TimeCaliper
from meit_desktop.keymap import ShownKey, hint_with_key, native, shipped_key
from meit_desktop.language import counted, marked, tr
from meit_desktop.plots.caliper_words import longest_spoken
from meit_desktop.plots.footer_button import footer_button
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import LIGHT, Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout

_UNDO_KEY: Final = "Ctrl+Z"
_REDO_KEY: Final = "Ctrl+Shift+Z"
_LEAST_PX: Final = 240
"""Width that the sentences keep in the narrowest window."""
_HINT: Final = marked("Drag sideways for time, up or down for amplitude. Alt or Ctrl: no snapping.")


_STANDING_LETTERS: Final = 40
"""Room for who saved the calipers and when."""


class _Sentences(QWidget):
    """Keeps its size whatever is said, so that nothing moves while a leg is dragged; a narrow window may shrink it."""

    def __init__(self) -> None:
        super().__init__()
        self._room = QSize()

    def set_room(self, room: QSize) -> None:
        self._room = room
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._room

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._room.width(), _LEAST_PX), self._room.height())


class CaliperBar(QFrame):
    """Buttons that act on the chosen caliper, and two sentences.

    Signals
    -------
    time_wanted, amplitude_wanted
        A new caliper.
    march_wanted, beats_wanted, delete_wanted
        Something with the chosen one.
    meaning_wanted
        Mark it as this, or take the mark off.
    undo_wanted, redo_wanted, copy_wanted
        Something with all.
    """

    time_wanted = Signal()
    amplitude_wanted = Signal()
    march_wanted = Signal()
    beats_wanted = Signal()
    meaning_wanted = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    delete_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "footer")
        self.setAccessibleName(tr("Calipers"))
        self.time = footer_button(self, tr("New time caliper over a cycle"))
        self.amplitude = footer_button(self, tr("New amplitude caliper on an R wave"))
        self.march = footer_button(self, tr("Repeat the interval over the whole strip"), checkable=True)
        self.beats = footer_button(self, tr("How many intervals it spans (1 to 9, + and −)"))
        self.qt = footer_button(self, tr("Mark as QT: QTc by four formulas"), checkable=True)
        self.rr = footer_button(self, tr("Mark as RR: its rate corrects QT"), checkable=True)
        self.undo = footer_button(self, hint_with_key(tr("Undo"), native(_UNDO_KEY)))
        self.redo = footer_button(self, hint_with_key(tr("Redo"), native(_REDO_KEY)))
        self.delete = footer_button(self, hint_with_key(tr("Delete the chosen caliper"), native("Del")))
        self.copy = footer_button(self, hint_with_key(tr("Copy all readings as text"), native("Ctrl+C")))
        self._icons = {self.undo: "undo", self.redo: "redo", self.delete: "delete", self.copy: "copy"}
        self.reading = self._words()
        self.standing = self._words()
        self._sentences = _Sentences()
        self._shown: tuple[object, ...] = ()
        self.show_keys(shipped_key)
        self._lay_out()
        self._connect()
        self.set_theme(LIGHT)

    def show_keys(self, shown: ShownKey) -> None:
        """Name the keys in use on the buttons."""
        for button, words, command in (
            (self.time, tr("Time"), "caliper_time"),
            (self.amplitude, tr("Amplitude"), "caliper_amplitude"),
            (self.march, tr("March out"), "caliper_march"),
            (self.qt, "QT", "caliper_qt"),
            (self.rr, "RR", "caliper_rr"),
        ):
            button.setText(hint_with_key(words, shown(command)))

    def show_state(
        self, caliper: Caliper | None, words: str, *, n_set: int, n_shown: int, undo_words: str, redo_words: str
    ) -> None:
        """Offer what is possible now.

        Parameters
        ----------
        caliper, words
            The chosen caliper and its reading.
        n_set, n_shown
            On the recording, and of those on the sheet.
        undo_words, redo_words
            What would be undone or done again; empty where nothing would.
        """
        shown = (caliper, words, n_set, n_shown, undo_words, redo_words)
        if shown == self._shown:
            return
        self._shown = shown
        is_time = isinstance(caliper, TimeCaliper)
        meaning = caliper.meaning if isinstance(caliper, TimeCaliper) else IntervalMeaning.INTERVAL
        beats = caliper.beats if isinstance(caliper, TimeCaliper) else 1
        for button in (self.march, self.qt, self.rr):
            button.setEnabled(is_time)
        self.beats.setEnabled(is_time and meaning is not IntervalMeaning.QT)
        self.beats.setText(counted("1 interval (1–9)", "%n intervals (1–9)", beats))
        self.march.setChecked(isinstance(caliper, TimeCaliper) and caliper.march_out)
        self.qt.setChecked(meaning is IntervalMeaning.QT)
        self.rr.setChecked(meaning is IntervalMeaning.RR)
        self.delete.setEnabled(caliper is not None)
        self.copy.setEnabled(n_set > 0)
        for button, what, key, done in (
            (self.undo, tr("Undo"), _UNDO_KEY, undo_words),
            (self.redo, tr("Redo"), _REDO_KEY, redo_words),
        ):
            button.setEnabled(bool(done))
            button.setToolTip(hint_with_key(f"{what}: {done}" if done else what, native(key)))
        self._say(words or self._counted(n_set, n_shown))

    def show_hint(self, words: str) -> None:
        """A sentence until something else is chosen."""
        self._shown = ()
        self._say(words)

    def show_standing(self, words: str, *, warns: bool = False) -> None:
        """Whether the calipers are saved, or why not."""
        self.standing.setText(words)
        self.standing.setToolTip(words)
        self.standing.setProperty("state", "warn" if warns else "muted")
        self.standing.style().polish(self.standing)

    def set_theme(self, tokens: Tokens) -> None:
        for button, icon in self._icons.items():
            button.setIcon(themed_icon(icon, tokens))

    def _say(self, words: str) -> None:
        self.reading.setText(words)
        self.reading.setToolTip(words)

    @staticmethod
    def _counted(n_set: int, n_shown: int) -> str:
        if n_set == 0:
            return tr(_HINT)
        told = counted("1 caliper", "%n calipers", n_set)
        if n_shown != n_set:
            told = tr("{calipers}, {number} not on this sheet").format(calipers=told, number=n_set - n_shown)
        return tr("{calipers}. Tab chooses the next leg, the arrows move it.").format(calipers=told)

    @staticmethod
    def _words() -> QLabel:
        label = QLabel(textFormat=Qt.TextFormat.PlainText)
        label.setProperty("role", "secondary")
        # What it says must never move the tracing: its text changes with every step of a drag.
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _lay_out(self) -> None:
        controls = FlowLayout(self, gap_px=Space.XS, line_gap_px=Space.XS)
        controls.setContentsMargins(Space.S, Space.XS, Space.M, Space.XS)
        for widget in (
            self.time,
            self.amplitude,
            self.march,
            self.beats,
            self.qt,
            self.rr,
            self.undo,
            self.redo,
            self.delete,
            self.copy,
            self._sentences,
        ):
            controls.addWidget(widget)
        for button in self._icons:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        line = QHBoxLayout(self._sentences)
        line.setContentsMargins(Space.XS, 0, 0, 0)
        line.setSpacing(Space.L)
        line.addWidget(self.reading, 1)
        line.addWidget(self.standing)
        self.standing.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.standing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._give_room()

    def _give_room(self) -> None:
        """For the longest reading and being saved, in today's type: beside the buttons, or on a line of their own."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(longest_spoken()) + metrics.averageCharWidth() * _STANDING_LETTERS
        self._sentences.set_room(QSize(wide, self.time.sizeHint().height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._give_room()

    def _connect(self) -> None:
        self.time.clicked.connect(self.time_wanted)
        self.amplitude.clicked.connect(self.amplitude_wanted)
        self.march.clicked.connect(self.march_wanted)
        self.beats.clicked.connect(self.beats_wanted)
        self.qt.clicked.connect(lambda: self.meaning_wanted.emit(IntervalMeaning.QT))
        self.rr.clicked.connect(lambda: self.meaning_wanted.emit(IntervalMeaning.RR))
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.copy.clicked.connect(self.copy_wanted)
