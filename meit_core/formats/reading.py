"""The table of readers, and the one way into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from meit_core.domain.record import EcgRecord
from meit_core.errors import EnvironmentFault, UserError
from meit_core.formats import csv_reader, wfdb_reader
from meit_core.formats.sniffing import describe_unknown

HEAD_BYTES: Final = 4096


@dataclass(frozen=True, slots=True)
class Reader:
    """One format.

    Attributes
    ----------
    recognizes
        Decides on the path and the file's first bytes.
    companions
        All files that make up the recording, the one to open first.
    """

    name: str
    label: str
    extensions: tuple[str, ...]
    recognizes: Callable[[Path, bytes], bool]
    read: Callable[[Path], EcgRecord]
    companions: Callable[[Path], tuple[Path, ...]]


READERS: Final = tuple(
    Reader(
        name=module.NAME,
        label=module.LABEL,
        extensions=module.EXTENSIONS,
        recognizes=module.recognizes,
        read=module.read,
        companions=module.companions,
    )
    for module in (wfdb_reader, csv_reader)
)
"""Asked in this order; a new format is one module and one entry here."""


def read_record(path: Path) -> EcgRecord:
    """Read one recording, whatever its format, with or without extension for WFDB.

    Raises
    ------
    UserError
        The file isn't a 12-lead ECG that can be read; says in one sentence why and in another what to do.
    EnvironmentFault
        The file can't be opened.
    """
    path, head = _opened(Path(path))
    return _reader_of(path, head).read(path)


def companion_files(path: Path) -> tuple[Path, ...]:
    """All files of the recording at ``path``, the one to open first; ``path`` alone where no reader knows it."""
    path, head = _opened(Path(path))
    for reader in READERS:
        if reader.recognizes(path, head):
            return reader.companions(path)
    return (path,)


def _opened(path: Path) -> tuple[Path, bytes]:
    if not path.exists() and path.with_name(f"{path.name}.hea").is_file():
        path = path.with_name(f"{path.name}.hea")
    if path.is_dir():
        raise UserError("This is a folder, not a recording.", "Import the folder instead, or choose a file in it.")
    try:
        with path.open("rb") as file:
            return path, file.read(HEAD_BYTES)
    except OSError as fault:
        raise EnvironmentFault(
            f"The file {path.name} can't be opened ({fault.strerror or 'I/O fault'}).",
            "Check that it exists and that you may read it.",
        ) from fault


def _reader_of(path: Path, head: bytes) -> Reader:
    if not head:
        raise UserError("The file is empty.", "Copy or export the recording again.")
    for reader in READERS:
        if reader.recognizes(path, head):
            return reader
    readable = " and ".join(reader.label for reader in READERS)
    raise UserError(f"The file is {describe_unknown(path, head)}.", f"Formats read today: {readable}.")
