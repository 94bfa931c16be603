"""Settings survive a restart and a damaged file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from meit_desktop.settings import GAIN, GEOMETRY, LANGUAGE, THEME, WORKLIST_SHOWN, Settings, settings_file


def test_choices_are_there_after_a_restart(tmp_path: Path) -> None:
    first = Settings(tmp_path / "desktop.ini")
    first.set(THEME, "dark")
    first.set(GAIN, 20)
    first.set(WORKLIST_SHOWN, False)
    first.set(GEOMETRY, QByteArray(b"\x01\x02"))
    first.flush()
    second = Settings(tmp_path / "desktop.ini")
    assert second.get(THEME) == "dark"
    assert second.get(GAIN) == 20
    assert second.get(WORKLIST_SHOWN) is False
    assert second.get(GEOMETRY) == QByteArray(b"\x01\x02")


def test_what_was_never_chosen_has_its_default(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "none.ini")
    assert settings.get(THEME) == "system"
    assert settings.get(GAIN) == 10
    assert settings.get(LANGUAGE) == "system"


def test_a_foreign_value_counts_as_not_chosen(tmp_path: Path) -> None:
    path = tmp_path / "desktop.ini"
    path.write_text(
        "[view]\ntheme=purple\nlanguage=kl\nworklist_shown=perhaps\n[trace]\ngain_mm_per_mv=many\n", encoding="utf-8"
    )
    settings = Settings(path)
    assert settings.get(THEME) == "system"
    assert settings.get(LANGUAGE) == "system"
    assert settings.get(WORKLIST_SHOWN) is True
    assert settings.get(GAIN) == 10


def test_the_file_lies_in_the_persons_own_folder(own_home: Path) -> None:
    assert settings_file().is_relative_to(own_home)
