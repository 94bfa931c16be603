"""Signing in, and coming back to a locked screen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_desktop.dialogs.card_page import CardPage
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Tokens


class SignInPage(CardPage):
    """User name and password.

    Signals
    -------
    sign_in_requested(str, str)
        User name and password.
    other_user_requested()
        Somebody else wants to work: leave the locked session.
    """

    sign_in_requested = Signal(str, str)
    other_user_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self.username = self.add_field(tr("User name"))
        self.password = self.add_field(tr("Password"), secret=True)
        self.enter = QPushButton(tr("Sign in"), default=True)
        self.enter.setProperty("role", "primary")
        self.other = QPushButton(tr("Somebody else…"), visible=False)
        self.buttons.addWidget(self.other)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.enter)
        self.enter.clicked.connect(self._submit)
        self.username.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._submit)
        self.other.clicked.connect(self.other_user_requested)
        self.ask()

    def ask(self) -> None:
        """Ask who is there."""
        self.title.setText(tr("Sign in"))
        self.explanation.setText(tr("Your name goes under what you sign."))
        self._prepare("", locked=False)
        self.username.setFocus()

    def ask_again(self, user: User) -> None:
        """The screen is locked: the same person must show it is them."""
        self.title.setText(tr("Screen locked"))
        self.explanation.setText(
            tr("Signed in as {name}. Everything typed so far is kept.").format(name=user.printed_name)
        )
        self._prepare(user.username, locked=True)
        self.password.setFocus()

    def refuse(self, fault: UserError) -> None:
        """Say what was wrong and let the person try again."""
        self.show_fault(fault)
        self._set_busy(False)
        self.password.clear()
        self.password.setFocus()

    def _prepare(self, username: str, *, locked: bool) -> None:
        self.username.setText(username)
        self.username.setReadOnly(locked)
        self.password.clear()
        self.other.setVisible(locked)
        self.enter.setText(tr("Unlock") if locked else tr("Sign in"))
        self.show_fault(None)
        self._set_busy(False)

    @Slot()
    def _submit(self) -> None:
        if not self.username.text().strip() or not self.password.text():
            self.show_fault(UserError(tr("User name and password are both needed.")))
            return
        self.show_fault(None)
        self._set_busy(True)
        self.sign_in_requested.emit(self.username.text().strip(), self.password.text())

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.username, self.password, self.enter, self.other):
            widget.setEnabled(not busy)
