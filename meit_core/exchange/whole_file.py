"""Files that appear complete or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from meit_core.errors import EnvironmentFault, UserError


def write_whole(path: Path, content: bytes, what: str) -> None:
    """Write ``content`` beside ``path`` and swap: a reader never meets half a file; only its owner may read it.

    Parameters
    ----------
    what
        The file in words, to begin a sentence with: ``"The PDF"``.

    Raises
    ------
    UserError
        The folder doesn't exist.
    EnvironmentFault
        The file can't be written (no permission, disk full, open elsewhere).
    """
    if not path.parent.is_dir():
        raise UserError(f"The folder for {what[0].lower()}{what[1:]} doesn't exist.", "Choose a folder that exists.")
    try:
        _replace(path, content)
    except OSError as fault:
        raise EnvironmentFault(
            f"{what} could not be written ({fault.strerror or 'unknown reason'}).",
            "The study is unchanged. Close the file if it is open, free some space or choose another folder.",
        ) from fault


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".meit-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
