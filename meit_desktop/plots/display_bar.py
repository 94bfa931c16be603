"""The strip beneath the tracing: how it is shown, and what is under the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from meit_desktop.plots.display_settings import DisplaySettings
from meit_desktop.plots.display_words import NO_FILTER, gain_words, layout_words, speed_words
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import LIGHT, Space, Tokens, TypeSize


@dataclass(frozen=True, slots=True)
class Shown:
    """What the strip says beside the settings.

    Attributes
    ----------
    scale, scale_hint
        The effective scale in words, and where it comes from.
    stretch
        Which seconds are on the sheet; empty where all are.
    changed_view
        The sheet is magnified or one lead is enlarged: there is something to go back from.
    """

    scale: str
    scale_hint: str
    stretch: str = ""
    has_previous: bool = False
    has_next: bool = False
    changed_view: bool = False


class DisplayBar(QFrame):
    """Settings as buttons that change them, a readout on the right.

    Signals
    -------
    speed_wanted, gain_wanted, layout_wanted, scale_wanted
        The next choice of each.
    calipers_wanted
        On or off.
    previous_wanted, next_wanted
        The stretch before or after the one shown.
    whole_sheet_wanted
        Back to the whole sheet.
    """

    speed_wanted = Signal()
    gain_wanted = Signal()
    layout_wanted = Signal()
    scale_wanted = Signal()
    calipers_wanted = Signal(bool)
    previous_wanted = Signal()
    next_wanted = Signal()
    whole_sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "footer")
        self.speed = self._button("Paper speed (V)")
        self.gain = self._button("Gain (G)")
        self.filter = QLabel(NO_FILTER)
        self.filter.setProperty("role", "secondary")
        self.filter.setToolTip("The tracing is shown as recorded.")
        self.layout_choice = self._button("Layout (L)")
        self.scale = self._button("")
        self.calipers = self._button("Calipers (C): drag to measure time and voltage")
        self.calipers.setCheckable(True)
        self.calipers.setAccessibleName("Calipers")
        self.previous = self._button("Earlier (Page Up)")
        self.previous.setAccessibleName("Earlier")
        self.stretch = QLabel()
        self.stretch.setProperty("role", "secondary")
        self.next = self._button("Later (Page Down)")
        self.next.setAccessibleName("Later")
        self.whole_sheet = self._button("Back to the whole sheet (Esc)")
        self.whole_sheet.setAccessibleName("Whole sheet")
        self.readout = QLabel()
        self.readout.setProperty("role", "secondary")
        self.readout.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._lay_out()
        self._connect()
        self.set_theme(LIGHT)

    def show_settings(self, settings: DisplaySettings, shown: Shown) -> None:
        """Say how the tracing is shown now."""
        self.speed.setText(speed_words(settings.speed_mm_per_s))
        self.gain.setText(gain_words(settings.gain_mm_per_mv))
        self.layout_choice.setText(layout_words(settings.layout))
        self.scale.setText(shown.scale)
        self.scale.setToolTip(f"True size or fitted to the window (T). {shown.scale_hint}")
        self.stretch.setText(shown.stretch)
        for widget in (self.previous, self.stretch, self.next):
            widget.setVisible(bool(shown.stretch))
        self.previous.setEnabled(shown.has_previous)
        self.next.setEnabled(shown.has_next)
        self.whole_sheet.setVisible(shown.changed_view)
        self._arrange()

    def show_calipers(self, active: bool) -> None:
        self.calipers.setChecked(active)

    def show_readout(self, words: str) -> None:
        """Lead, time and raw value under the pointer, or nothing."""
        self.readout.setText(words)

    def set_theme(self, tokens: Tokens) -> None:
        self.calipers.setIcon(themed_icon("calipers", tokens))
        self.previous.setIcon(themed_icon("previous", tokens))
        self.next.setIcon(themed_icon("next", tokens))
        self.whole_sheet.setIcon(themed_icon("close", tokens))

    def _button(self, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(hint)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(int(TypeSize.TITLE), int(TypeSize.TITLE)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        for button in (self.calipers, self.previous, self.next, self.whole_sheet):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        controls = QHBoxLayout()
        controls.setSpacing(Space.XS)
        for widget in (self.speed, self.gain, self.layout_choice, self.filter, self.scale, self.calipers):
            controls.addWidget(widget)
        controls.insertSpacing(controls.indexOf(self.filter), Space.XS)
        controls.insertSpacing(controls.indexOf(self.scale), Space.XS)
        controls.insertWidget(controls.indexOf(self.calipers), self.whole_sheet)
        for widget in (self.previous, self.stretch, self.next):
            controls.addWidget(widget)
        controls.addStretch()
        self._arrangement = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arrangement.setContentsMargins(Space.S, Space.XS, Space.M, Space.XS)
        self._arrangement.setSpacing(0)
        self._arrangement.addLayout(controls, 1)
        self._arrangement.addWidget(self.readout)
        # As wide as the longest reading, so that the controls don't move while the pointer does.
        widest = self.readout.fontMetrics().horizontalAdvance("aVR   00.000 s   −00.000 mV")
        self.readout.setMinimumWidth(widest)
        self.readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._controls = controls

    def _connect(self) -> None:
        self.speed.clicked.connect(self.speed_wanted)
        self.gain.clicked.connect(self.gain_wanted)
        self.layout_choice.clicked.connect(self.layout_wanted)
        self.scale.clicked.connect(self.scale_wanted)
        self.calipers.toggled.connect(self.calipers_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.whole_sheet.clicked.connect(self.whole_sheet_wanted)

    def _arrange(self) -> None:
        """Put the readout on a line of its own where both don't fit side by side."""
        margins = self._arrangement.contentsMargins()
        needed = self._controls.sizeHint().width() + self.readout.sizeHint().width()
        fits = needed + margins.left() + margins.right() <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction != self._arrangement.direction():
            self._arrangement.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
