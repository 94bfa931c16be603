"""The model host's side of the process border: owns torch, answers one request after the other, ends with its parent.

At module level only the standard library is imported: the new process has to leave the parent's terminal alone before
anything slow or noisy runs in it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import importlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from meit_core.drafting.engine import DraftEngine
    from meit_core.errors import UserError


def run(connection: Connection, factory: str, pack: str | None, idle_s: float, log: Path | None) -> None:
    """Serve until the parent says so, goes away, or asks for nothing in ``idle_s`` seconds.

    Parameters
    ----------
    factory
        ``module:function`` that makes the engine from ``pack``.
    log
        Takes this process's standard output and error; ``None`` throws them away.
    """
    _leave_the_terminal_alone(log)
    module, _, function = factory.partition(":")

    def make() -> DraftEngine:
        engine: DraftEngine = getattr(importlib.import_module(module), function)(pack)
        return engine

    try:
        serve(connection, make, idle_s)
    except (EOFError, OSError):
        pass  # the parent is gone, and with it everybody who could want an answer
    finally:
        connection.close()


def serve(connection: Connection, make: Callable[[], DraftEngine], idle_s: float) -> None:
    """Answer requests; the engine is made at the first one, so that its faults are answers too."""
    from meit_core.drafting import wire
    from meit_core.errors import Cancelled

    connection.send_bytes(wire.to_bytes(wire.Ready()))
    engine: DraftEngine | None = None
    while connection.poll(idle_s):
        request = wire.from_bytes(connection.recv_bytes())
        match request:
            case wire.Close():
                return
            case wire.AskInfo() | wire.AskDraft() | wire.AskLook():
                try:
                    engine = engine or make()
                    _answer(connection, engine, request)
                except Cancelled:
                    connection.send_bytes(wire.to_bytes(wire.Dropped(request.number)))
                except (EOFError, ConnectionError):
                    raise
                except Exception as fault:  # the border of the process: the parent must learn of everything
                    connection.send_bytes(wire.to_bytes(wire.Failed(request.number, _plain(fault))))
            case _:
                pass  # a stop that arrives after its draft has ended


def _answer(connection: Connection, engine: DraftEngine, request: object) -> None:
    from meit_core.drafting import wire
    from meit_core.drafting.host_job import HostJob

    match request:
        case wire.AskInfo(number):
            connection.send_bytes(wire.to_bytes(wire.Info(number, engine.describe())))
        case wire.AskLook(number):
            connection.send_bytes(wire.to_bytes(wire.Looked(number, engine.look())))
        case wire.AskDraft(number):
            # The client needs it to say where a draft comes from that it stopped.
            connection.send_bytes(wire.to_bytes(wire.Info(number, engine.describe())))
            job = HostJob(connection, number)
            drafted = engine.draft(request.record, prompt=request.prompt, measurements=request.measurements, job=job)
            for event in drafted:
                connection.send_bytes(wire.to_bytes(wire.Event(number, event)))


def _plain(fault: Exception) -> UserError:
    """Turn a fault into what the user is told, and write down where it, or what is behind it, happened."""
    from meit_core.drafting.faults import explain, program_fault

    known = explain(fault)
    origin = fault if known is None else fault.__cause__
    if origin is not None:
        # The place and the type, but not the message: it could quote a report.
        sys.stderr.write(f"{''.join(traceback.format_tb(origin.__traceback__))}{type(origin).__name__}\n")
        sys.stderr.flush()
    return known or program_fault()


def _leave_the_terminal_alone(log: Path | None) -> None:
    # Ctrl+C reaches every process of a terminal; the parent decides what it means for a draft.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sink = _open_log(log)
    sys.stdout = sys.stderr = sink
    for descriptor in (1, 2):  # libraries in C write there
        with contextlib.suppress(OSError):  # a windowed program on Windows has neither
            os.dup2(sink.fileno(), descriptor)
    faulthandler.enable(sink)


def _open_log(log: Path | None) -> TextIO:
    """Open the log for as long as the process lives."""
    if log is not None:
        with contextlib.suppress(OSError):
            return log.open("w", encoding="utf-8", errors="replace")
    return Path(os.devnull).open("w", encoding="utf-8")
