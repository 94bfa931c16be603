"""When the text is saved, and what may be said about it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from meit_core.domain.report import ReportRevision
from meit_desktop.language import marked, tr
from meit_desktop.widgets.report_labels import clock_time

SAVE_AFTER_MS = 800


class SaveState(StrEnum):
    NOTHING = ""
    CHANGED = marked("Not saved yet")
    SAVING = marked("Saving…")
    SAVED = marked("Saved")
    FAILED = marked("Could not save")


class Autosave(QObject):
    """Asks for a save some time after the last edit; "saved" is said only of exactly the text on the screen.

    Signals
    -------
    save_wanted(str)
        Save this text now.
    state_changed()
        ``state`` or ``words`` is another one.
    """

    save_wanted = Signal(str)
    state_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._text = ""
        self._saved_text = ""
        self._asked_text: str | None = None
        self._overtaken: list[str] = []
        self._saved_at: datetime | None = None
        self._state = SaveState.NOTHING

    @property
    def state(self) -> SaveState:
        return self._state

    @property
    def words(self) -> str:
        """For the header: ``Saved 09:15:02``."""
        if self._state is SaveState.SAVED and self._saved_at is not None:
            return f"{tr(self._state)} {clock_time(self._saved_at)}"
        return tr(self._state) if self._state else ""

    @property
    def is_unsaved(self) -> bool:
        """Whether something is on the screen that the workspace is not known to hold."""
        return self._text != self._saved_text

    def start(self, text: str, saved_at: datetime | None) -> None:
        """Begin with a text that is stored already (``saved_at``), or with an empty one."""
        self._timer.stop()
        self._text = self._saved_text = text
        self._asked_text = None
        self._overtaken.clear()
        self._saved_at = saved_at
        self._enter(SaveState.SAVED if saved_at else SaveState.NOTHING)

    def note(self, text: str) -> None:
        """The text on the screen is this now."""
        if text == self._text:
            return
        self._text = text
        if text == self._asked_text:
            self._enter(SaveState.SAVING)
        elif self.is_unsaved or self._asked_text is not None:
            self._enter(SaveState.CHANGED)
            self._timer.start()
        else:
            self._timer.stop()
            self._enter(SaveState.SAVED if self._saved_at else SaveState.NOTHING)

    def flush(self) -> None:
        """Ask for the save now, if there is anything to save that was not asked for already."""
        self._timer.stop()
        wanted = self._text != (self._saved_text if self._asked_text is None else self._asked_text)
        if wanted:
            if self._asked_text is not None:
                self._overtaken.append(self._asked_text.strip())
            self._asked_text = self._text
            self._enter(SaveState.SAVING)
            self.save_wanted.emit(self._text)

    def saved(self, revision: ReportRevision) -> bool:
        """The workspace holds this revision; ``False`` where it is not what was asked for (another study's)."""
        if self._asked_text is None or revision.text.strip() not in (self._asked_text.strip(), *self._overtaken):
            return False
        if revision.text.strip() == self._asked_text.strip():
            self._saved_text, self._asked_text = self._asked_text, None
            self._overtaken.clear()
        else:
            self._saved_text = revision.text
        self._saved_at = revision.created_at
        if not self.is_unsaved:
            self._timer.stop()
            self._enter(SaveState.SAVED)
        return True

    def failed(self) -> None:
        """The save did not happen; the next flush or edit tries again."""
        self._asked_text = None
        self._overtaken.clear()
        self._enter(SaveState.FAILED)

    def _enter(self, state: SaveState) -> None:
        self._state = state
        self.state_changed.emit()
