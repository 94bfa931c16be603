"""First start: the workspace needs somebody who may do everything."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from meit_core.errors import UserError
from meit_desktop.dialogs.card_page import CardPage
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Tokens


class FirstAdminPage(CardPage):
    """Asks for the first administrator.

    Signals
    -------
    create_requested(str, str, str)
        User name, printed name, password.
    demo_requested()
        Look around in the demo workspace first.
    """

    create_requested = Signal(str, str, str)
    demo_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self.title.setText(tr("Welcome. Who runs this workspace?"))
        self.explanation.setText(
            tr("The first person is its administrator: reads and signs like everybody, and can add other users.")
        )
        self.printed_name = self.add_field(tr("Name as printed under reports"), hint="Dr. Jane Doe")
        self.username = self.add_field(tr("User name"), hint="doe")
        self.password = self.add_field(tr("Password"), secret=True)
        self.repeated = self.add_field(tr("Password again"), secret=True)
        self.demo = QPushButton(tr("Look at the demo first"))
        self.demo.setProperty("role", "quiet")
        self.create = QPushButton(tr("Create and sign in"), default=True)
        self.create.setProperty("role", "primary")
        self.buttons.addWidget(self.demo)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.create)
        self.create.clicked.connect(self._submit)
        self.demo.clicked.connect(self.demo_requested)
        fields = self._fields()
        for field, following in pairwise(fields):
            field.returnPressed.connect(following.setFocus)
        self.repeated.returnPressed.connect(self._submit)

    def ask(self) -> None:
        self._set_busy(False)
        self.printed_name.setFocus()

    def refuse(self, fault: UserError) -> None:
        """Say what was wrong; everything but the passwords stays."""
        self.show_fault(fault)
        self._set_busy(False)

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.printed_name, self.username, self.password, self.repeated

    @Slot()
    def _submit(self) -> None:
        if empty := next((field for field in self._fields() if not field.text().strip()), None):
            self.show_fault(UserError(tr("{field}: please fill this in.").format(field=empty.accessibleName())))
            empty.setFocus()
            return
        if self.password.text() != self.repeated.text():
            self.show_fault(UserError(tr("The two passwords differ."), tr("Type both again.")))
            self.password.clear()
            self.repeated.clear()
            self.password.setFocus()
            return
        self.show_fault(None)
        self._set_busy(True)
        self.create_requested.emit(self.username.text().strip(), self.printed_name.text().strip(), self.password.text())

    def _set_busy(self, busy: bool) -> None:
        for widget in (*self._fields(), self.create, self.demo):
            widget.setEnabled(not busy)
