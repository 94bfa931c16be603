"""A short question with verbs for answers, and the one for a fault of our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from meit_core.errors import UserError
from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import said, tr


@dataclass(frozen=True, slots=True)
class Answer:
    """Attributes: name handed back, words on the button, role (``primary``, ``danger`` or empty)."""

    name: str
    title: str
    role: str = ""


class Question(Sheet):
    """Signals: answered(str) the name of the answer; Escape gives the first one, which must be the safe one."""

    answered = Signal(str)

    def __init__(self, title: str, text: str, answers: Sequence[Answer], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._safe = answers[0].name
        self.say(text)
        self.choices: dict[str, QPushButton] = {}
        for answer in answers:
            button = QPushButton(answer.title, default=answer.role == "primary")
            button.setProperty("role", answer.role)
            button.clicked.connect(lambda _=False, name=answer.name: self._answer(name))
            self.buttons.addWidget(button)
            self.choices[answer.name] = button
        self.column.addLayout(self.buttons)
        self.setMinimumWidth(26 * self.line_px)

    def reject(self) -> None:
        self._answer(self._safe)

    def _answer(self, name: str) -> None:
        self.accept()
        self.answered.emit(name)


def unsaved_question(fault: UserError, parent: QWidget) -> Question:
    """The text can't be saved and the reader wants to leave it: ``stay``, ``retry`` or ``leave``."""
    answers = (
        Answer("stay", tr("Stay here")),
        Answer("leave", tr("Leave without saving"), "danger"),
        Answer("retry", tr("Try again"), "primary"),
    )
    told = tr("{fault} The text is still on the screen.").format(fault=said(fault))
    return Question(tr("The report could not be saved"), told, answers, parent)


def fault_notice(reference: str, log: str, parent: QWidget) -> Question:
    """A bug of ours, told once."""
    told = tr(
        "What was saved is safe; go on working. If it happens again, report fault {reference}. Details: {log}"
    ).format(reference=reference, log=log)
    return Question(tr("A fault in the program"), told, (Answer("close", tr("Close"), "primary"),), parent)
