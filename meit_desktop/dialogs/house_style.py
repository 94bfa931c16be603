"""Choose whose way of writing drafts follow."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import tr
from meit_desktop.operations.house_style import HouseStyleChoice


class HouseStyleDialog(Sheet):
    """Every style that the model has learnt, and none.

    Signals
    -------
    chosen(str)
        The style, empty for none; only where it is another one than before.

    Attributes
    ----------
    choices
        The button of each style, and of none under the empty name.
    """

    chosen = Signal(str)

    def __init__(self, choice: HouseStyleChoice, parent: QWidget | None = None) -> None:
        super().__init__(tr("House style"), parent)
        self._now = choice.now
        self.choices: dict[str, QRadioButton] = {}
        if not choice.known:
            self.say(tr("The model that drafts has learnt no house style. Another model can be promoted that has."))
            self.end_with_close()
            self.take_room(26, 9)
            return
        self.say(
            tr(
                "Every hospital words the same finding in its own way. Choose whose wording drafts follow from now on, "
                "for everybody in this workspace. A style is named after the recorder and the site whose reports the "
                "model has learnt it from."
            )
        )
        self._group = QButtonGroup(self)
        self._offer("", tr("None: as most of them would write it"))
        for style in choice.known:
            self._offer(style, style)
        self.say(
            tr(
                "Draft a study again to see what changes. Signed reports stay as they are; "
                "the audit log keeps the choice."
            ),
            muted=True,
        )
        _, self.save = self.end_with_save(self._save)
        self.take_room(30, 16)

    def _offer(self, style: str, words: str) -> None:
        button = QRadioButton(words, checked=style == self._now)
        self._group.addButton(button)
        self.choices[style] = button
        self.column.addWidget(button)
        if button.isChecked():
            button.setFocus()  # the keys begin at what is chosen, not at the first one

    @Slot()
    def _save(self) -> None:
        style = next((style for style, button in self.choices.items() if button.isChecked()), self._now)
        self.accept()
        if style != self._now:
            self.chosen.emit(style)
