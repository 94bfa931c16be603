"""Where recordings are read and measured: in this process, or in another one."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Final, Protocol, TypeVar

FRAMES: Final = "frames_elsewhere"
"""Attribute of a fault that comes from another process: where it happened there, as text."""

Result = TypeVar("Result")


class Measurer(Protocol):
    """Does the work of :mod:`meit_core.services.measuring`, which loads SciPy and the libraries that read files."""

    def run(self, work: Callable[..., Result], *arguments: object) -> Result:
        """Return ``work(*arguments)``; what it raises is raised here.

        Raises
        ------
        EnvironmentFault
            The work could not be done at all, with the reason.
        """

    def prepare(self) -> None:
        """Get ready for work that will probably be asked for soon, without waiting; never raises."""

    def close(self) -> None:
        """Let go of everything; a second call does nothing."""


class MeasuringHere:
    """Measures in this process."""

    def run(self, work: Callable[..., Result], *arguments: object) -> Result:
        return work(*arguments)

    def prepare(self) -> None:
        pass

    def close(self) -> None:
        pass


def where(fault: BaseException) -> str:
    """Return a fault's frames, those in another process last; not its message, which may quote a file."""
    return "".join((*traceback.format_tb(fault.__traceback__), getattr(fault, FRAMES, "")))
