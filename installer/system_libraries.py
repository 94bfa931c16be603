"""Which shared libraries Qt needs on Linux, which of them are missing, and the line that installs them."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

# Library file -> Debian and Ubuntu package, for what a bare Debian image lacks.
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONT_PACKAGE = "fonts-dejavu-core"
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def can_load(library: str) -> bool:
    """Ask the dynamic linker itself: `ldconfig -p` and find_library need tools that a bare image lacks."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts(folders: Iterable[str] = _FONT_FOLDERS) -> bool:
    """Whether any outline font is installed; without one Qt draws empty boxes."""
    return any(
        path.suffix.lower() in (".ttf", ".otf", ".ttc")
        for folder in folders
        for path in Path(folder).expanduser().rglob("*")
    )


def missing_packages(
    *,
    window: bool,
    platform: str = sys.platform,
    loads: Callable[[str], bool] = can_load,
    fonts: Callable[[], bool] = has_fonts,
) -> list[str]:
    """Debian packages of what is missing; empty on macOS and Windows, whose Qt brings everything."""
    if platform != "linux":
        return []
    wanted = {**OFFSCREEN, **WINDOW} if window else OFFSCREEN
    packages = [package for library, package in wanted.items() if not loads(library)]
    return packages if fonts() else [*packages, FONT_PACKAGE]


def install_line(packages: Sequence[str]) -> str:
    """Return the command to type on Debian and Ubuntu."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def may_install() -> bool:
    """Whether this process can install Debian packages by itself."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str], log: Path) -> bool:
    """Install with apt-get, output to ``log``; True on success."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with log.open("a", encoding="utf-8") as output:
        for command in (
            ["apt-get", "update", "-q"],
            ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages],
        ):
            done = subprocess.run(command, env=environment, stdout=output, stderr=subprocess.STDOUT, check=False)
        return done.returncode == 0
