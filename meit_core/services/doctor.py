"""Examine this installation: what works here, and what to do about what doesn't."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from meit_core import __version__
from meit_core.errors import UserError
from meit_core.resources import resource_path

LEAST_FREE_DISK_BYTES: Final = 500 * 2**20
LEAST_MEMORY_BYTES: Final = 2 * 2**30
"""Window and model host together take less than 1 GB with the bundled pack."""

_LIBRARIES: Final = ("numpy", "scipy", "sqlalchemy", "alembic", "argon2", "reportlab", "wfdb", "torch", "transformers")
_SHIPPED: Final = ("instructions.json", "knowledge/statements.json", "knowledge/criteria.json", "fonts", "demo")
_REINSTALL: Final = "Install the program again with `python3 installer/bootstrap.py run`."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing examined. Attributes: ``message`` says what was found, ``hint`` what to do where it isn't ``ok``."""

    name: str
    ok: bool
    message: str
    hint: str = ""


def examine() -> list[Check]:
    """Examine everything the product needs; loads the model, which takes some seconds. Never raises."""
    return [_safely(name, look) for name, look in _CHECKS.items()]


def _safely(name: str, look: Callable[[str], Check]) -> Check:
    try:
        return look(name)
    except UserError as fault:
        return Check(name, ok=False, message=fault.message, hint=fault.hint)
    except Exception as fault:  # an examination that breaks is a finding, not the end of the others
        return Check(name, ok=False, message=f"The check itself failed ({type(fault).__name__}).", hint=_REINSTALL)


def _program(name: str) -> Check:
    python = platform.python_version()
    system = f"{platform.system()} {platform.machine()}"
    return Check(name, ok=sys.version_info >= (3, 11), message=f"MEIT {__version__}, Python {python}, {system}.")


def _libraries(name: str) -> Check:
    missing = [library for library in _LIBRARIES if importlib.util.find_spec(library) is None]
    if missing:
        return Check(name, ok=False, message=f"Not installed: {', '.join(missing)}.", hint=_REINSTALL)
    return Check(name, ok=True, message=f"All {len(_LIBRARIES)} libraries of the core are installed.")


def _screen(name: str) -> Check:
    """Qt is only looked for: the core never loads it, and the command line doesn't need it."""
    if importlib.util.find_spec("PySide6") is None:
        return Check(name, ok=True, message="Qt isn't installed: the command line works, the application doesn't.")
    return Check(name, ok=True, message="Qt is installed.")


def _shipped_files(name: str) -> Check:
    for path in _SHIPPED:
        resource_path(*path.split("/"))
    return Check(name, ok=True, message=f"Found in {resource_path('instructions.json').parent}.")


def _memory(name: str) -> Check:
    import psutil

    available = psutil.virtual_memory().available
    enough = available >= LEAST_MEMORY_BYTES
    return Check(name, enough, f"{available / 2**30:.1f} GB free.", "" if enough else "Close other programs.")


def _data_folder(name: str) -> Check:
    from meit_core.services.workspace import default_folder

    folder = default_folder()
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not os.access(existing, os.W_OK):
        hint = "Get the right to write there, or use --workspace with another folder."
        return Check(name, ok=False, message=f"The folder {existing} can't be written.", hint=hint)
    free = shutil.disk_usage(existing).free
    enough = free >= LEAST_FREE_DISK_BYTES
    message = f"{folder}, {free / 2**30:.1f} GB free on its disk."
    return Check(name, enough, message, "" if enough else "Free some space on this disk.")


def _workspace(name: str) -> Check:
    from meit_core.services.audit import verify_audit
    from meit_core.services.workspace import FILE_NAME, default_folder, open_workspace

    path: Path = default_folder() / FILE_NAME
    if not path.exists():
        return Check(name, ok=True, message="There is none yet; it is made at the first start.")
    with open_workspace(path, read_only=True) as workspace:
        audit = verify_audit(workspace)
    if not audit.ok:
        return Check(name, ok=False, message=audit.problem, hint="Keep the file as it is and ask your administrator.")
    return Check(name, ok=True, message=f"Opens, and its audit log of {audit.rows} rows is unbroken.")


def _model(name: str) -> Check:
    from meit_core.services.drafting import start_engine

    engine = start_engine()
    try:
        info = engine.describe()
    finally:
        engine.close()
    return Check(name, ok=True, message=f"{info.pack} ({info.pack_sha256[:12]}) loads on {info.device}.")


_CHECKS: Final[dict[str, Callable[[str], Check]]] = {
    "program": _program,
    "libraries": _libraries,
    "shipped files": _shipped_files,
    "screen": _screen,
    "memory": _memory,
    "data folder": _data_folder,
    "workspace": _workspace,
    "model": _model,
}
