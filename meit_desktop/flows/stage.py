"""What every flow works on: lanes, window, settings, and the session while there is one."""

from __future__ import annotations

from dataclasses import dataclass

from meit_core.errors import BugError
from meit_desktop.main_window import MainWindow
from meit_desktop.session import Session
from meit_desktop.settings import Settings
from meit_desktop.tasks.lanes import Lanes
from meit_desktop.widgets.reading_desk import ReadingDesk


@dataclass(slots=True)
class Stage:
    """Shared by the flows of one window; only the opening flow changes ``current``."""

    lanes: Lanes
    window: MainWindow
    settings: Settings
    current: Session | None = None

    @property
    def session(self) -> Session:
        """The signed-in user on the open workspace."""
        if self.current is None:
            raise BugError("asked for work before anybody signed in")
        return self.current

    @property
    def desk(self) -> ReadingDesk:
        if self.window.desk is None:
            raise BugError("asked for the desk before it was built")
        return self.window.desk
