"""Measure this screen with a card or a ruler, so that a millimetre of ECG paper is one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QRadioButton, QWidget

from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import marked, tr
from meit_desktop.plots.screen_calibration import PLAUSIBLE_PX_PER_MM, Calibrations, identity_of
from meit_desktop.plots.screen_scale import screen_scale
from meit_desktop.plots.size_outline import CARD, RULER, KnownThing, SizeOutline
from meit_desktop.theme.tokens import Space, Tokens

_TOLD = {
    CARD: marked(
        "Hold a bank card flat against the screen, its upper left corner on that of the outline. Drag the right edge "
        "until the outline is as large as the card."
    ),
    RULER: marked(
        "Hold a ruler against the screen, its zero on the first line. Drag the right edge until the last line is at "
        "100 mm."
    ),
}


class CalibrationDialog(Sheet):
    """Follows the screen that it stands on; nothing is kept before it is saved.

    Signals
    -------
    saved(str), reset(str)
        The screen in words.
    """

    saved = Signal(str)
    reset = Signal(str)

    def __init__(self, calibrations: Calibrations, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tr("Calibrate this screen"), parent)
        self._calibrations = calibrations
        self._shown = False
        self.screen_words = QLabel(wordWrap=True)
        self.screen_words.setProperty("role", "secondary")
        self.column.addWidget(self.screen_words)
        self.things = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for thing in (CARD, RULER):
            choice = QRadioButton(f"{tr(thing.name)} ({_size(thing)})", checked=thing is CARD)
            choice.toggled.connect(lambda on, thing=thing: on and self._take(thing))
            self.things.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        self.column.addLayout(row)
        self.told = QLabel(tr(_TOLD[CARD]), wordWrap=True)
        self.column.addWidget(self.told)
        self.outline = SizeOutline(tokens, self._current_px_per_mm())
        self.outline.changed.connect(self._show_figures)
        self.column.addWidget(self.outline, 1)
        self.figures = QLabel(wordWrap=True)
        self.column.addWidget(self.figures)
        self._add_buttons()
        self._show_screen()
        self.take_room(52, 34)

    @property
    def device_px_per_mm(self) -> float:
        return self.outline.px_per_mm * self.screen().devicePixelRatio()

    def _add_buttons(self) -> None:
        self.forget_button = QPushButton(tr("Use what the screen reports"))
        self.forget_button.setProperty("role", "quiet")
        self.forget_button.clicked.connect(self._forget)
        self.buttons.insertWidget(0, self.forget_button)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(tr("Save for this screen"), default=True)
        self.save_button.setProperty("role", "primary")
        self.save_button.clicked.connect(self._save)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.save_button)
        self.column.addLayout(self.buttons)

    def _current_px_per_mm(self) -> float:
        screen = self.screen()
        return screen_scale(screen, self._calibrations.px_per_mm(screen)).px_per_mm

    @Slot()
    def _show_screen(self) -> None:
        """Begin anew on the screen where the dialog is now."""
        identity = identity_of(self.screen())
        calibrated = self._calibrations.device_px_per_mm(identity) is not None
        state = tr("calibrated") if calibrated else tr("not calibrated yet")
        self.screen_words.setText(f"{identity.words}: {state}.")
        self.forget_button.setEnabled(calibrated)
        self.outline.set_px_per_mm(self._current_px_per_mm())
        self._show_figures()

    @Slot()
    def _show_figures(self) -> None:
        reported = screen_scale(self.screen()).px_per_mm
        now = self.outline.px_per_mm
        difference = (now / reported - 1) * 100
        percent = f"{'−' if difference < 0 else '+'}{abs(difference):.1f}"
        plausible = PLAUSIBLE_PX_PER_MM[0] <= self.device_px_per_mm <= PLAUSIBLE_PX_PER_MM[1]
        if not plausible:
            told = tr("1 mm is {pixels} pixels. No screen has such pixels: drag the edge to the size of the card.")
        elif abs(difference) < 0.05:
            told = tr("1 mm is {pixels} pixels.")
        else:
            told = tr("1 mm is {pixels} pixels; {percent} % against what the screen reports.")
        self.save_button.setEnabled(plausible)
        self.figures.setText(told.format(pixels=f"{now:.3f}", percent=percent))

    def _take(self, thing: KnownThing) -> None:
        self.told.setText(tr(_TOLD[thing]))
        self.outline.show_thing(thing)

    @Slot()
    def _save(self) -> None:
        identity = identity_of(self.screen())
        self._calibrations.keep(identity, self.device_px_per_mm)
        self.accept()
        self.saved.emit(identity.words)

    @Slot()
    def _forget(self) -> None:
        identity = identity_of(self.screen())
        self._calibrations.forget(identity)
        self.accept()
        self.reset.emit(identity.words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            self.windowHandle().screenChanged.connect(self._show_screen)
            self._show_screen()
            self.outline.setFocus()


def _size(thing: KnownThing) -> str:
    return f"{thing.width_mm:.2f} × {thing.height_mm:.2f} mm" if thing.height_mm else f"{thing.width_mm:g} mm"
