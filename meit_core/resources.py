"""Where the data files that ship with the product are."""

from __future__ import annotations

import os
from pathlib import Path

from meit_core.errors import EnvironmentFault

ENVIRONMENT_VARIABLE = "MEIT_RESOURCES"


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped data file or folder.

    Looked for in the folder that ``MEIT_RESOURCES`` names, then beside the package as in a source checkout, then
    inside the package as in an installed one.

    Raises
    ------
    EnvironmentFault
        If it is in none of these places.
    """
    for root in _roots():
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise EnvironmentFault(
        f"The program's own data file {'/'.join(parts)} is missing.", "Install the program again; no study is affected."
    )


def _roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    installed = (package.parent / "resources", package / "resources")
    chosen = os.environ.get(ENVIRONMENT_VARIABLE)
    return (Path(chosen), *installed) if chosen else installed
