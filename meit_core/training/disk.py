"""Files that are written beside and swapped, and a disk that is full."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import torch

from meit_core.errors import EnvironmentFault

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No space, no quota, and a file larger than this user or this disk may have."""


@contextmanager
def told_when_full() -> Iterator[None]:
    """Turn a disk without room into one plain sentence.

    Raises
    ------
    EnvironmentFault
        If a write failed for want of room.
    """
    try:
        yield
    except OSError as fault:
        if fault.errno not in _FULL:
            raise
        raise EnvironmentFault(
            "There is no room left on the disk for this training run; its last checkpoint is whole.",
            "Make room, then go on with --resume.",
        ) from fault


@contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """Give a file that takes a path's place once it is complete and on the disk: at any moment one of both is whole.

    Raises
    ------
    EnvironmentFault
        If the disk is full; what was at the path is still there.
    """
    part = path.with_suffix(".part")
    with told_when_full():
        try:
            with part.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except (OSError, RuntimeError) as fault:
            with suppress(OSError):
                part.unlink()
            raise _cause(fault) from fault


def write_state(state: Any, path: Path) -> None:
    """Save tensors; see :func:`written_beside`."""
    with written_beside(path) as file:
        torch.save(state, file)  # to a file of ours: only then is the cause of a failure known


def _cause(fault: BaseException) -> BaseException:
    """Find the system's own complaint behind what torch's writer makes of it."""
    seen: BaseException | None = fault
    while seen is not None:
        if isinstance(seen, OSError):
            return seen
        seen = seen.__cause__ or seen.__context__
    return fault
