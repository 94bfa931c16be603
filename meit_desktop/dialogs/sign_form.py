"""What both signing dialogs ask: meaning and password again, under the name and the time that will be printed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from meit_core.domain.report import SignatureMeaning
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_desktop.language import said, tr
from meit_desktop.theme.tokens import Space
from meit_desktop.widgets.report_labels import date_and_time, wrapped_label
from meit_desktop.widgets.report_signed import MEANINGS


class SignForm(QWidget):
    """Printed name and running time, meaning, password, and the line for what went wrong.

    Parameters
    ----------
    demo_password
        Shown in the demo workspace, where there is nothing to protect; ``None`` elsewhere.

    Signals
    -------
    submitted()
        Enter in the password field.
    changed()
        A password was typed or cleared.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(self, user: User, *, demo_password: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = wrapped_label(user.printed_name)
        name.setProperty("role", "title")
        self._time = wrapped_label(role="secondary")
        self._group = QButtonGroup(self)
        self._meanings = {meaning: QRadioButton(tr(words)) for meaning, words in MEANINGS.items()}
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password, placeholderText=tr("Your password again"))
        self.password.setAccessibleName(tr("Your password again"))
        self.demo_hint = wrapped_label(role="secondary")
        self.demo_hint.setText(
            tr("Demo workspace: the password is “{password}”.").format(password=demo_password) if demo_password else ""
        )
        self.demo_hint.setVisible(bool(demo_password))
        self._fault = wrapped_label(state="danger")
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(name)
        column.addWidget(self._time)
        for meaning, button in self._meanings.items():
            self._group.addButton(button)
            column.addWidget(button)
            button.setChecked(meaning is SignatureMeaning.AUTHOR)
        column.addWidget(self.password)
        column.addWidget(self.demo_hint)
        column.addWidget(self._fault)
        self.password.returnPressed.connect(self.submitted)
        self.password.textChanged.connect(self.changed)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        self._show_time()

    @property
    def meaning(self) -> SignatureMeaning:
        return next(meaning for meaning, button in self._meanings.items() if button.isChecked())

    @property
    def fault_text(self) -> str:
        return "" if self._fault.isHidden() else self._fault.text()

    def choose(self, meaning: SignatureMeaning) -> None:
        self._meanings[meaning].setChecked(True)

    def show_fault(self, fault: UserError | None) -> None:
        """Say what went wrong and let the password be typed again, or clear the line."""
        self._fault.setText(said(fault) if fault else "")
        self._fault.setVisible(fault is not None)
        if fault is not None:
            self.password.clear()
            self.password.setFocus()

    def set_busy(self, busy: bool) -> None:
        """While the password is checked nothing can be changed."""
        for widget in (self.password, *self._meanings.values()):
            widget.setEnabled(not busy)

    def _show_time(self) -> None:
        self._time.setText(tr("{time}, recorded when you sign").format(time=date_and_time(datetime.now().astimezone())))
