"""Choose the language of the window."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import LANGUAGES, language_code, tr


class LanguageDialog(Sheet):
    """Each language calls itself as its speakers do, so that nobody is lost in the wrong one.

    Signals
    -------
    chosen(str)
        ``system`` or a language's code; only where it is another one than before.
    """

    chosen = Signal(str)

    def __init__(self, before: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Language"), parent)
        self._before = before
        system = tr("As the system: {language}").format(language=LANGUAGES[language_code()])
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        for code, words in (("system", system), *LANGUAGES.items()):
            button = QRadioButton(words, checked=code == before)
            self._group.addButton(button)
            self.choices[code] = button
            self.column.addWidget(button)
        self.say(tr("Takes effect when MEIT Desktop starts again. Reports, PDFs and exports stay English."), muted=True)
        _, self.save = self.end_with_save(self._save)
        self.take_room(26, 13)

    @Slot()
    def _save(self) -> None:
        code = next(code for code, button in self.choices.items() if button.isChecked())
        self.accept()
        if code != self._before:
            self.chosen.emit(code)
