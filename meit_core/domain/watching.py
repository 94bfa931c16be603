"""A folder whose new recordings are imported by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """Attributes: the folder, whether it is watched, and the administrator who decided that."""

    folder: Path
    on: bool
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class WatchTurn:
    """What one look at the folder came to.

    Attributes
    ----------
    imported, failed
        Recordings that were taken in, and those that went to quarantine.
    waiting
        Recordings that are still being written, or whose signal file is missing yet.
    more
        There were more settled recordings than one look takes in.
    """

    imported: int = 0
    failed: int = 0
    waiting: int = 0
    more: bool = False
