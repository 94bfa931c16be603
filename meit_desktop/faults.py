"""Our own bugs: told once each, written to a local log, without patient data."""

from __future__ import annotations

import hashlib
import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

_LOG_BYTES: Final = 500_000
_log = logging.getLogger("meit_desktop.faults")


def log_file() -> Path:
    """The log of this person on this computer."""
    from platformdirs import user_log_path

    return user_log_path("meit", appauthor=False) / "desktop.log"


def start_log(path: Path) -> None:
    """Write warnings and faults to a file of bounded size; an unwritable place is no reason not to start."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)


class FaultReporter(QObject):
    """Takes Python's excepthook; a fault on any thread is told on the window's.

    Signals
    -------
    fault_found(str)
        A short reference of a fault not told before; the log has it too.
    """

    fault_found = Signal(str)
    _crossed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told: set[str] = set()
        self._crossed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log where it happened and tell it, once per place.

        The message of an exception may hold a name or a report's text, so only its type is kept.
        """
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        frames = traceback.extract_tb(trace)
        places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        reference = hashlib.sha256("\n".join((kind.__name__, *places)).encode()).hexdigest()[:8]
        _log.error("fault %s: %s at %s", reference, kind.__name__, " > ".join(places) or "unknown place")
        if sys.stderr is not None:  # a windowed start on Windows has none
            print(f"fault {reference}: {kind.__name__} at {places[-1] if places else '?'}", file=sys.stderr)  # noqa: T201
        self._crossed.emit(reference)

    @Slot(str)
    def _tell(self, reference: str) -> None:
        if reference not in self._told:
            self._told.add(reference)
            self.fault_found.emit(reference)
