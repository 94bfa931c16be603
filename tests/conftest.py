"""What every test shares: its own home folder, no screen, no network, and the real recordings where there are any."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]

# Set before anything imports Qt or Hugging Face's libraries: both read them once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"
# The window speaks the system's language; tests read English.
os.environ["LANGUAGE"] = "en"

_USER_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home folder: without it one test's workspace and settings leak into the next."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in _USER_FOLDERS.items():
        path = home / folder
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(path))
    return home


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder of real recordings (``MEIT_TEST_DATA``, default ``../shared/data`` beside the repository)."""
    path = Path(os.environ.get("MEIT_TEST_DATA", REPOSITORY / ".." / "shared" / "data")).resolve()
    if not (path / "ptbxl").is_dir():
        pytest.skip(f"no real recordings at {path}: set MEIT_TEST_DATA")
    return path
