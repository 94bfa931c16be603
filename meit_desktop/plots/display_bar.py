"""The strip beneath the tracing: how it is shown, and what is under the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from meit_core.domain.display_filter import DisplayFilter
from meit_desktop.keymap import ShownKey, hint_with_key, native, shipped_key
from meit_desktop.language import said, tr
from meit_desktop.plots.display_settings import DisplaySettings
from meit_desktop.plots.display_words import filter_words, gain_words, speed_words
from meit_desktop.plots.footer_button import footer_button
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import LIGHT, Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout


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
    arrangement
        The layout, or the lead that stands alone.
    """

    scale: str
    scale_hint: str
    arrangement: str
    stretch: str = ""
    has_previous: bool = False
    has_next: bool = False
    changed_view: bool = False


class DisplayBar(QFrame):
    """Settings as buttons that change them, a readout on the right.

    Signals
    -------
    speed_wanted, gain_wanted, filter_wanted, layout_wanted, scale_wanted
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
    filter_wanted = Signal()
    layout_wanted = Signal()
    scale_wanted = Signal()
    calipers_wanted = Signal(bool)
    previous_wanted = Signal()
    next_wanted = Signal()
    whole_sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "footer")
        self._key: ShownKey = shipped_key
        self.speed = footer_button(self)
        self.gain = footer_button(self)
        self.filter = footer_button(self)
        self.layout_choice = footer_button(self)
        self.scale = footer_button(self)
        self.calipers = footer_button(self, checkable=True)
        self.calipers.setAccessibleName(tr("Calipers"))
        self.previous = footer_button(self, hint_with_key(tr("Earlier"), native("PgUp")))
        self.previous.setAccessibleName(tr("Earlier"))
        self.stretch = QLabel()
        self.stretch.setProperty("role", "secondary")
        self.next = footer_button(self, hint_with_key(tr("Later"), native("PgDown")))
        self.next.setAccessibleName(tr("Later"))
        self.whole_sheet = footer_button(self, hint_with_key(tr("Back to the whole sheet"), native("Esc")))
        self.whole_sheet.setAccessibleName(tr("Whole sheet"))
        self.readout = QLabel()
        self.readout.setProperty("role", "secondary")
        self.readout.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._lay_out()
        self._connect()
        self._warns = False
        self._filter = DisplayFilter()
        self._scale_hint = ""
        self.show_keys(shipped_key)
        self.set_theme(LIGHT)

    def show_keys(self, shown: ShownKey) -> None:
        """Name the keys in use in every hint."""
        self._key = shown
        self.speed.setToolTip(hint_with_key(tr("Paper speed"), shown("speed")))
        self.gain.setToolTip(hint_with_key(tr("Gain"), shown("gain")))
        self.layout_choice.setToolTip(hint_with_key(tr("Layout"), shown("layout")))
        calipers = hint_with_key(tr("Calipers"), shown("calipers"))
        self.calipers.setToolTip(tr("{calipers}: drag to measure time and voltage").format(calipers=calipers))
        self._hint_at_filter_and_scale()

    def show_settings(self, settings: DisplaySettings, shown: Shown) -> None:
        """Say how the tracing is shown now."""
        self.speed.setText(speed_words(settings.speed_mm_per_s))
        self.gain.setText(gain_words(settings.gain_mm_per_mv))
        self._filter = settings.filter
        self._show_filter(settings.filter)
        self.layout_choice.setText(shown.arrangement)
        self.scale.setText(shown.scale)
        self._scale_hint = shown.scale_hint
        self._hint_at_filter_and_scale()
        self.stretch.setText(shown.stretch)
        for widget in (self.previous, self.stretch, self.next):
            widget.setVisible(bool(shown.stretch))
        self.previous.setEnabled(shown.has_previous)
        self.next.setEnabled(shown.has_next)
        self.whole_sheet.setVisible(shown.changed_view)
        # As large as the longest reading in today's type, so that nothing moves while the pointer does.
        widest = self.readout.fontMetrics().horizontalAdvance("aVR   00.000 s   −00.000 mV") + Space.S
        self.readout.setMinimumSize(widest, self.speed.sizeHint().height())

    def show_calipers(self, active: bool, count: int) -> None:
        """Whether they are on, and how many are set: those that are hidden must not be forgotten."""
        self.calipers.setChecked(active)
        self.calipers.setText(str(count or ""))
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if count else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.calipers.setToolButtonStyle(style)

    def show_readout(self, words: str) -> None:
        """Lead, time and raw value under the pointer, or nothing."""
        self.readout.setText(words)

    def _show_filter(self, shown: DisplayFilter) -> None:
        """Name the filter; one that falsifies the tracing is marked by icon, word and colour."""
        self._warns = bool(shown.warning)
        words = filter_words(shown)
        self.filter.setText(tr("{filter}: QRS smaller").format(filter=words) if self._warns else words)
        told = tr("Filter: {filter}.").format(filter=words)
        self.filter.setAccessibleName(f"{told} {said(shown.warning)}" if shown.warning else told)
        self._mark_filter()

    def _hint_at_filter_and_scale(self) -> None:
        raw = tr("For the eye only: measurements, drafts and the readout use the raw recording.")
        explanation = said(self._filter.warning) if self._filter.warning else raw
        self.filter.setToolTip(f"{hint_with_key(tr('Filter'), self._key('filter'))}. {explanation}")
        scale = hint_with_key(tr("True size or fitted to the window"), self._key("true_size"))
        self.scale.setToolTip(f"{scale}. {self._scale_hint}")

    def _mark_filter(self) -> None:
        self.filter.setIcon(themed_icon("warning", self._tokens, self._tokens.warn) if self._warns else QIcon())
        self.filter.setProperty("state", "warn" if self._warns else "")
        self.filter.style().unpolish(self.filter)
        self.filter.style().polish(self.filter)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._mark_filter()
        self.calipers.setIcon(themed_icon("calipers", tokens))
        self.previous.setIcon(themed_icon("previous", tokens))
        self.next.setIcon(themed_icon("next", tokens))
        self.whole_sheet.setIcon(themed_icon("close", tokens))

    def _lay_out(self) -> None:
        for button in (self.calipers, self.previous, self.next, self.whole_sheet):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        controls = FlowLayout(self, gap_px=Space.XS, line_gap_px=Space.XS)
        controls.setContentsMargins(Space.S, Space.XS, Space.M, Space.XS)
        for widget in (
            self.speed,
            self.gain,
            self.filter,
            self.layout_choice,
            self.scale,
            self.whole_sheet,
            self.calipers,
            self.previous,
            self.stretch,
            self.next,
            self.readout,
        ):
            controls.addWidget(widget)

    def _connect(self) -> None:
        self.speed.clicked.connect(self.speed_wanted)
        self.gain.clicked.connect(self.gain_wanted)
        self.filter.clicked.connect(self.filter_wanted)
        self.layout_choice.clicked.connect(self.layout_wanted)
        self.scale.clicked.connect(self.scale_wanted)
        self.calipers.toggled.connect(self.calipers_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.whole_sheet.clicked.connect(self.whole_sheet_wanted)
