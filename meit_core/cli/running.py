"""From arguments to an exit status: no traceback ever reaches the person at the keyboard."""

from __future__ import annotations

import contextlib
import io
import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import Final

from meit_core.errors import Cancelled, UserError

FAULT: Final = 1


def run(arguments: list[str]) -> int:
    """Run the command line's command and turn whatever it raises into a plain line and a status."""
    _never_fail_on_a_character()
    from meit_core.cli.app import app

    try:
        app(args=arguments, prog_name="meit")
    except SystemExit as end:
        return _status(end)
    except UserError as fault:
        _complain(str(fault))
    except (Cancelled, KeyboardInterrupt):
        _complain("Stopped.")
    except Exception as fault:  # the border of the program
        log = _write_down(fault)
        where = f" Details are in {log}." if log else ""
        _complain(f"The program failed ({type(fault).__name__}); nothing already saved is harmed.{where}")
    return FAULT


def _status(end: SystemExit) -> int:
    if isinstance(end.code, str):
        _complain(end.code)
        return FAULT
    return end.code or 0


def _complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _never_fail_on_a_character() -> None:
    """A console with a small character set shows a question mark for a degree sign instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _write_down(fault: Exception) -> Path | None:
    """Keep where it happened, without the exception's message: that may hold a name or a report's text."""
    import platformdirs

    path = Path(platformdirs.user_log_dir("meit", appauthor=False)) / "command-line.log"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {type(fault).__name__}\n")
            log.writelines(traceback.format_tb(fault.__traceback__))
        return path
    return None
