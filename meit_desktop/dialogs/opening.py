"""While the workspace opens, and when it can't be opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from meit_core.errors import UserError
from meit_desktop.dialogs.card_page import CardPage
from meit_desktop.language import said, tr
from meit_desktop.theme.tokens import Tokens


class OpeningPage(CardPage):
    """Signals: retry_requested(), other_requested() another workspace, demo_requested() the demo workspace."""

    retry_requested = Signal()
    other_requested = Signal()
    demo_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._progress = QProgressBar(maximum=0, textVisible=False)
        self._progress.setAccessibleName(tr("Opening the workspace"))
        self.form.addWidget(self._progress)
        self.retry = QPushButton(tr("Try again"))
        self.retry.setProperty("role", "primary")
        self.other = QPushButton(tr("Open another workspace…"))
        self.demo = QPushButton(tr("Open the demo"))
        for button, signal in (
            (self.retry, self.retry_requested),
            (self.other, self.other_requested),
            (self.demo, self.demo_requested),
        ):
            button.clicked.connect(signal)
            self.buttons.addWidget(button)
        self.show_opening(demo=False)

    def show_opening(self, *, demo: bool) -> None:
        self.title.setText(tr("Opening the demo workspace") if demo else tr("Opening the workspace"))
        self.explanation.setText(
            tr("The first time, the simulated recordings are made.") if demo else tr("One moment.")
        )
        self._progress.show()
        self.show_fault(None)
        self._show_buttons(False)

    def show_refusal(self, fault: UserError) -> None:
        """Say why the workspace stays closed, and offer every way on."""
        self.title.setText(tr("The workspace did not open"))
        self.explanation.setText(said(fault))
        self._progress.hide()
        self._show_buttons(True)
        self.retry.setFocus()

    def _show_buttons(self, shown: bool) -> None:
        for button in (self.retry, self.other, self.demo):
            button.setVisible(shown)
