"""No text is forgotten: in a language that puts every translated text in brackets, nothing else has words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from meit_core.errors import UserError
from meit_core.knowledge.statements import load_statements
from meit_desktop.dialogs.question import fault_notice, unsaved_question
from meit_desktop.pictures.camera import Camera
from meit_desktop.pictures.gallery import Gallery
from meit_desktop.pictures.scenes import CONTRADICTED, LBBB, STEMI
from tests.desktop.shell.conftest import Desk
from tests.desktop.words import texts


class Brackets(QTranslator):
    """Translates every text into itself, in brackets."""

    def translate(self, _context: str, text: str, _note: str | None = None, _n: int = -1) -> str:
        return f"⟦{text}⟧"


class Reader(Camera):
    """Reads windows instead of taking their pictures."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.forgotten: dict[str, str] = {}

    def shoot(self, name: str, window: QWidget) -> None:
        self.settle()
        self.names.append(name)
        dialogs = [
            widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()
        ]
        for top in {window, *dialogs}:
            for widget, text in texts(top):
                if words := untranslated(text):
                    self.forgotten.setdefault(f"{type(widget).__name__}: {text!r}", f"{words} at {name}")


def untranslated(text: str) -> list[str]:
    """Words of a text outside all brackets, but for what is the same in every language."""
    before = ""
    while text != before:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    text = html.unescape(re.sub(r"<[^<>]*>", " ", text))
    if text.endswith("…"):  # cut off where there was no room; the whole text is in the hint
        text = text.rsplit("  ", 1)[0]
    text = DATA.sub(" ", text)
    return [word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in SAME_EVERYWHERE]


SAME_EVERYWHERE = frozenset(
    [
        *("ms", "mV", "mm", "min", "Hz", "cpu"),
        *("II", "III", "aVR", "aVL", "aVF", "QRS", "QT", "QTc", "QTcB", "QTcF", "QTcFra", "QTcH", "RR", "PR"),
        *("Bazett", "Fridericia", "Framingham", "Hodges", "Baz", "Fri", "Fra", "Hod", "Cabrera"),
        *("ACC", "AHA", "HRS", "ID", "PDF", "WFDB", "CSV", "MEIT", "Desktop"),
        *("Ctrl", "Shift", "Alt", "Esc", "Del", "Tab"),
    ]
)
"""Units, leads, intervals, people after whom something is named, societies, formats, the product, keys."""
REPORT = (
    "Compared with the tracing of last year the left bundle branch block is new",
    *(sentence for text in (LBBB, CONTRADICTED, STEMI) for sentence in text.rstrip(".").split(". ")),
    *(statement.label for statement in load_statements()),
    *("Ventricular extrasystoles", "Nonspecific T wave abnormality", "Otherwise normal ECG", "Left▍"),
)
"""Reports, statements and findings stay English: they are the record."""
DATA = re.compile(
    "|".join(
        (
            *sorted(map(re.escape, REPORT), key=len, reverse=True),
            r"DEMO, \w+|DEMO-\d+|MEIT simulator|Dr\. (Demo|Jane Doe)|^doe$",  # people and devices
            r"\S*/\S{2,}|[\w-]+\.(csv|hea|meit|simulated)",  # files
            r"Night shift|QTc to look at",  # names that a reader gave
            r"^[a-z][\w .-]*, site \d+$",  # house styles, as their pack names them
            r"^(English|Deutsch)$",  # each language calls itself
        )
    ),
    re.IGNORECASE,
)


@pytest.fixture
def brackets(qapp: QApplication) -> Iterator[None]:
    translator = Brackets()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.slow
def test_every_text_of_every_screen_is_translated(qapp: QApplication, brackets: None, tmp_path: Path) -> None:
    reader = Reader()
    gallery = Gallery(qapp, reader, size=(1366, 768), theme="light", text_percent=100)
    gallery.write(tmp_path)
    assert len(reader.names) > 50
    assert not reader.forgotten, "\n".join(f"{where}: {words}" for where, words in sorted(reader.forgotten.items()))


def test_dialogs_without_a_picture_are_translated(brackets: None, desk: Desk) -> None:
    reader = Reader()
    fault = UserError("The disk is full: the change could not be saved.", "Free some space and save again.")
    asked = (
        desk.report.library_wanted.emit,
        lambda: desk.run("language"),
        lambda: unsaved_question(fault, desk.window).open(),
        lambda: fault_notice("1a2b3c4d", "/home/doe/meit/desktop.log", desk.window).open(),
    )
    for number, ask in enumerate(asked):
        ask()
        dialog = desk.dialog(QDialog)
        reader.shoot(str(number), desk.window)
        dialog.close()
        desk.until(
            lambda: not any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
        )
    assert not reader.forgotten, "\n".join(f"{where}: {words}" for where, words in sorted(reader.forgotten.items()))
