"""The checksums that make a folder of model files provably unchanged. Free of torch."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

CHECKSUMS: Final = "SHA256SUMS"
"""As ``sha256sum`` writes it: one ``<digest>  <relative POSIX path>`` for every other file of the folder, by path."""


def checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below ``folder`` by its relative POSIX path, the checksum file left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS)
    return {path.relative_to(folder).as_posix(): file_sha256(path) for path in files}


def file_sha256(path: Path) -> str:
    """Return a file's SHA-256; read piece by piece, because weights can be larger than memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksum_lines(sums: Mapping[str, str]) -> bytes:
    """Return the content of :data:`CHECKSUMS` for these files."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()


def changed_files(actual: Mapping[str, str], sums: bytes) -> list[str]:
    """Return the files that were changed, removed or added since ``sums`` was written, by name.

    Parameters
    ----------
    actual
        From :func:`checksums`.

    Raises
    ------
    ValueError
        If ``sums`` isn't text.
    """
    lines = [line.partition("  ") for line in sums.decode().splitlines()]
    expected = {name: digest for digest, _, name in lines}
    return sorted(file for file in {*actual, *expected} if actual.get(file) != expected.get(file))
