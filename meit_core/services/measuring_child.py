"""The measuring process's side: does what it is asked for, one thing after the other, and ends with its parent.

At module level next to nothing is imported, so that it starts quickly.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from meit_core.services.measurer import FRAMES, where

GET_READY: Final = "get ready"
"""A request that has no answer."""


def run(connection: Connection, idle_s: float) -> None:
    """Serve until the parent goes away or asks for nothing in ``idle_s`` seconds."""
    # Ctrl+C reaches every process of a terminal; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A library's remark on a file may quote it: only what is raised is told, to the parent.
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.suppress(EOFError, OSError):
        sys.stdout = sys.stderr = nowhere
        while connection.poll(idle_s):
            request = connection.recv()
            if request == GET_READY:
                _get_ready()
            else:
                _send(connection, _done(*request))
    connection.close()


def _get_ready() -> None:
    """Load what most work needs; what can't be loaded is told to whoever asks for work."""
    from meit_core.services.measuring import load

    with contextlib.suppress(Exception):
        load()


def _done(work: Callable[..., object], arguments: tuple[object, ...]) -> tuple[bool, object]:
    """What was done, or the fault."""
    try:
        return True, work(*arguments)
    except Exception as fault:  # the border of the process: the parent must learn of everything
        # Frames don't cross; where it happened does, and without the message, which may quote a file.
        setattr(fault, FRAMES, where(fault))
        return False, fault


def _send(connection: Connection, answer: tuple[bool, object]) -> None:
    try:
        connection.send(answer)
    except (EOFError, OSError):
        raise
    except Exception as fault:  # what can't be pickled
        told = RuntimeError(f"an answer of {type(answer[1]).__name__} can't be sent")
        setattr(told, FRAMES, where(fault))
        connection.send((False, told))
