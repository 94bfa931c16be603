"""What the application remembers for a person on this computer; nothing about patients."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings

Value = TypeVar("Value", str, int, bool, QByteArray)


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One declaration: where it is kept, what it is when nobody chose, what it may be.

    Attributes
    ----------
    choices
        Allowed values; empty where any value of the default's type is allowed.
    title, description
        For people.
    """

    key: str
    default: Value
    title: str
    description: str = ""
    choices: tuple[Value, ...] = ()


THEME: Final = Setting(
    "view/theme",
    "system",
    "Theme",
    "Light, dark, high contrast, or what the system uses.",
    ("system", "light", "dark", "contrast"),
)
TEXT_PERCENT: Final = Setting(
    "view/text_percent", 100, "Text size", "Size of all text in percent.", (100, 125, 150, 175, 200)
)
LANGUAGE: Final = Setting(
    "view/language",
    "system",
    "Language",
    "English or German, or what the system speaks; takes effect at the next start.",
    ("system", "en", "de"),
)
WORKLIST_SHOWN: Final = Setting("view/worklist_shown", True, "Worklist", "Show the worklist beside the tracing.")
REPORT_SHOWN: Final = Setting("view/report_shown", True, "Report", "Show the report beside the tracing.")
SPEED: Final = Setting("trace/speed_mm_per_s", 25, "Speed", "Paper speed in mm/s.", (25, 50))
GAIN: Final = Setting("trace/gain_mm_per_mv", 10, "Gain", "Height of 1 mV in mm.", (5, 10, 20))
LAYOUT: Final = Setting("trace/layout", "", "Layout", "Arrangement of the leads.")
LEAD_ORDER: Final = Setting("trace/lead_order", "standard order", "Lead order", "Order of the limb leads.")
SCALE: Final = Setting("trace/scale", "auto", "Scale", "True millimetres, or fitted to the window.")
BAND: Final = Setting("trace/band", "no filter", "Filter", "Pass band of the tracing on the screen and in print.")
MAINS_NOTCH: Final = Setting("trace/mains_notch_hz", 0, "Mains notch", "Mains hum taken out, in Hz.", (0, 50, 60))
ADVANCE: Final = Setting("reading/next_after_signing", True, "Next study", "Open the next unread study after signing.")
LOCK_AFTER_MIN: Final = Setting(
    "safety/lock_after_minutes",
    15,
    "Lock when idle",
    "Minutes without a key or a click; 0 never locks.",
    (0, 5, 15, 30),
)
GEOMETRY: Final = Setting("window/geometry", QByteArray(), "Window", "Place and size of the window.")
SPLITTER: Final = Setting("window/splitter", QByteArray(), "Columns", "Widths of the columns.")

RECENT_WORKSPACES: Final = Setting("recent/workspaces", "[]", "Recent workspaces")
RECENT_FOLDERS: Final = Setting("recent/folders", "[]", "Recent folders", "Folders that recordings came from.")


def settings_file() -> Path:
    """The file for this person on this computer, in the platform's folder for settings."""
    from platformdirs import user_config_path

    return user_config_path("meit", appauthor=False) / "desktop.ini"


class Settings(QObject):
    """Reads and writes settings; a damaged or foreign value counts as not chosen."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QSettings(str(path or settings_file()), QSettings.Format.IniFormat, self)

    def get(self, setting: Setting[Value]) -> Value:
        """The chosen value, or the default."""
        stored = self._store.value(setting.key)
        value = _converted(stored, setting.default)
        if value is None or (setting.choices and value not in setting.choices):
            return setting.default
        return value

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Remember a choice; one the file can't take is remembered until the application ends."""
        self._store.setValue(setting.key, value)

    def flush(self) -> None:
        self._store.sync()


def _converted(stored: Any, default: Value) -> Any:
    """An ini file knows text only: bring it back to the default's type, or ``None``."""
    if stored is None:
        return None
    if isinstance(default, bool):
        return {"true": True, "false": False}.get(str(stored).lower())
    if isinstance(default, int):
        try:
            return int(stored)
        except (TypeError, ValueError):
            return None
    return stored if isinstance(stored, type(default)) else None
