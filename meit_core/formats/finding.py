"""Recordings in a folder, one path each, while walking."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from meit_core.errors import EnvironmentFault, UserError
from meit_core.formats.wfdb_header import signal_files

_SIGNAL_SUFFIXES = (".dat", ".mat")
_OWN_SUFFIXES = (".csv", ".tsv", ".txt", ".xml", ".dcm", ".scp", ".edf", ".pdf")
"""Files of these kinds are recordings of their own even where a WFDB header has the same name."""


def find_records(path: Path, recursive: bool = False) -> Iterator[Path]:
    """Yield one path per recording, folder by folder, sorted by name; a file is yielded as itself.

    Signal and annotation files that belong to a WFDB header aren't yielded; hidden files neither. Everything else is,
    so that it can be refused with a reason. Links to folders aren't followed.

    Raises
    ------
    UserError
        Nothing is at ``path``.
    EnvironmentFault
        The folder can't be listed.
    """
    path = Path(path)
    if path.is_dir():
        yield from _in_folder(path, recursive)
    elif path.is_file():
        header = path.with_suffix(".hea")
        yield header if path.suffix.lower() in _SIGNAL_SUFFIXES and header.is_file() else path
    elif path.with_name(f"{path.name}.hea").is_file():
        yield path.with_name(f"{path.name}.hea")
    else:
        raise UserError(f"There is no file or folder named {path.name}.", "Check the path.")


def _in_folder(folder: Path, recursive: bool) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            visible = sorted(
                (entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
    except OSError as fault:
        raise EnvironmentFault(
            f"The folder {folder.name} can't be listed ({fault.strerror or 'I/O fault'}).",
            "Check that you may read it.",
        ) from fault
    files = [entry.name for entry in visible if entry.is_file()]
    headers = {name.removesuffix(".hea") for name in files if name.endswith(".hea")}
    orphans = {name for name in files if name.endswith(_SIGNAL_SUFFIXES) and _stem(name) not in headers}
    named = {file.name for stem in headers for file in signal_files(folder / f"{stem}.hea")} if orphans else set()
    for name in files:
        belongs = name in named or (_stem(name) in headers and not name.endswith((".hea", *_OWN_SUFFIXES)))
        if not belongs:
            yield folder / name
    if recursive:
        for entry in visible:
            if entry.is_dir(follow_symlinks=False):
                yield from _in_folder(folder / entry.name, recursive)


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
