"""What a reader measured on each of their screens with a card or a ruler, kept by screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from meit_desktop.language import marked, tr
from meit_desktop.settings import Setting, Settings

_UNNAMED: Final = marked("Screen")
PLAUSIBLE_PX_PER_MM: Final = (1.2, 24.0)
"""Device pixels per millimetre, 30 to 610 dots per inch: from a wall projection to a telephone."""


@dataclass(frozen=True, slots=True)
class ScreenIdentity:
    """What tells one screen from another.

    Attributes
    ----------
    name
        Maker, model and serial number as far as the screen tells them, else its connector.
    width_px, height_px
        In device pixels; the same screen at another resolution has other millimetres.
    """

    name: str
    width_px: int
    height_px: int

    @property
    def words(self) -> str:
        name = tr(self.name) if self.name == _UNNAMED else self.name
        return f"{name}, {self.width_px} × {self.height_px}"

    @property
    def key(self) -> str:
        """The name of its setting: letters and digits only, as every settings file takes them."""
        plain = "".join(letter if letter.isalnum() else "_" for letter in self.name)
        return f"screens/{plain}_{self.width_px}x{self.height_px}"


def identity_of(screen: QScreen) -> ScreenIdentity:
    """Tell which screen this is, also after it was plugged in elsewhere."""
    told = [screen.manufacturer(), screen.model(), screen.serialNumber()]
    name = " ".join(part.strip() for part in told if part.strip()) or screen.name() or _UNNAMED
    ratio = screen.devicePixelRatio()
    size = screen.size()
    return ScreenIdentity(name, round(size.width() * ratio), round(size.height() * ratio))


class Calibrations(QObject):
    """Device pixels per millimetre of every calibrated screen.

    Device pixels, because the system's scaling of what is drawn may change and the glass doesn't.

    Signals
    -------
    changed()
        A screen was calibrated or forgotten.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def device_px_per_mm(self, screen: ScreenIdentity) -> float | None:
        """What was measured on a screen; ``None`` where nobody has, or where the stored number can't be."""
        try:
            value = float(self._settings.get(_setting(screen)))
        except ValueError:
            return None
        return value if PLAUSIBLE_PX_PER_MM[0] <= value <= PLAUSIBLE_PX_PER_MM[1] else None

    def px_per_mm(self, screen: QScreen) -> float | None:
        """The same in logical pixels, in which widgets are drawn."""
        device = self.device_px_per_mm(identity_of(screen))
        return None if device is None else device / screen.devicePixelRatio()

    def keep(self, screen: ScreenIdentity, device_px_per_mm: float) -> None:
        """Remember what was measured.

        Raises
        ------
        ValueError
            No screen has such pixels.
        """
        if not PLAUSIBLE_PX_PER_MM[0] <= device_px_per_mm <= PLAUSIBLE_PX_PER_MM[1]:
            raise ValueError(f"{device_px_per_mm} device pixels per millimetre are not plausible")
        self._settings.set(_setting(screen), f"{device_px_per_mm:.5f}")
        self._settings.flush()
        self.changed.emit()

    def forget(self, screen: ScreenIdentity) -> None:
        """Go back to what the screen reports of itself."""
        self._settings.set(_setting(screen), "")
        self._settings.flush()
        self.changed.emit()


def _setting(screen: ScreenIdentity) -> Setting[str]:
    return Setting(screen.key, "", "Screen", "Device pixels per millimetre, measured with a card or a ruler.")
