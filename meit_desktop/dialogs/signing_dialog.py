"""The frame of both signing dialogs: content, form, buttons, and staying open until the signature is stored."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from meit_core.domain.report import SignatureMeaning
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_desktop.dialogs.sign_form import SignForm
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Control, Space
from meit_desktop.widgets.report_labels import scrolled

_WIDTH_PX, _WIDTH_CHARACTERS = 460, 52
_LEAST_LINES, _MOST_LINES = 3, 10


class SigningDialog(QDialog):
    """Built from: it asks, the owner signs, and answers with :meth:`accept` or :meth:`refuse`.

    Signals
    -------
    sign_wanted(str, object)
        Password and :class:`SignatureMeaning`.
    """

    sign_wanted = Signal(str, object)

    def __init__(
        self,
        *,
        title: str,
        verb: str,
        content: QWidget,
        user: User,
        demo_password: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(max(_WIDTH_PX, _WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth()))
        self._verb = verb
        self._busy = False
        self.form = SignForm(user, demo_password=demo_password)
        self.sign_button = QPushButton(verb)
        self.sign_button.setProperty("role", "primary")
        self.sign_button.setDefault(True)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.sign_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        self._content, self._area = content, scrolled(content)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area, 1)
        column.addWidget(self.form)
        column.addLayout(buttons)
        self.sign_button.setMinimumHeight(Control.PRIMARY)
        self.form.submitted.connect(self._submit)
        self.form.changed.connect(self._enable)
        self.sign_button.clicked.connect(self._submit)
        self.cancel_button.clicked.connect(self.reject)
        self._enable()
        self.form.password.setFocus()

    def refuse(self, fault: UserError) -> None:
        """The signature was not made: say why, stay open, ask for the password again."""
        self._set_busy(False)
        self.form.show_fault(fault)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def reject(self) -> None:
        # While the signature is being stored there is no way back: closing now would leave the reader guessing.
        if not self._busy:
            super().reject()

    def is_ready(self) -> bool:
        """Whether everything but the password is there."""
        return True

    def _fit(self) -> None:
        """Be as high as the wrapped text needs at this width: Qt asks for it at another width than the one it gives.

        In a window that is lower, the text scrolls; what is signed with stays in sight.
        """
        layout, inner = self.layout(), self._content.layout()
        if layout is None or inner is None:
            return
        margins = layout.contentsMargins()
        wanted = inner.totalHeightForWidth(self.width() - margins.left() - margins.right())
        self._area.setMinimumHeight(wanted)
        layout.activate()
        whole = layout.totalHeightForWidth(self.width())
        most = self.parentWidget().window().height() if self.parentWidget() else whole
        self._area.setMinimumHeight(max(wanted - max(whole - most, 0), _LEAST_LINES * self.fontMetrics().lineSpacing()))
        layout.activate()
        self.resize(self.width(), min(whole, most))

    def _enable(self) -> None:
        self.sign_button.setEnabled(not self._busy and self.is_ready() and bool(self.form.password.text()))

    def _submit(self) -> None:
        if self.sign_button.isEnabled():
            meaning: SignatureMeaning = self.form.meaning
            password = self.form.password.text()
            self._set_busy(True)
            self.form.show_fault(None)
            self.sign_wanted.emit(password, meaning)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.form.set_busy(busy)
        self.cancel_button.setEnabled(not busy)
        self.sign_button.setText(tr("Signing…") if busy else self._verb)
        self._enable()


def read_only_text(text: str, name: str) -> QPlainTextEdit:
    """A framed text to read and select, as high as it needs up to a limit; Tab leaves it."""
    field = QPlainTextEdit(text, readOnly=True)
    field.setTabChangesFocus(True)
    field.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    field.setAccessibleName(name)
    lines = min(max(text.count("\n") + 1, _LEAST_LINES), _MOST_LINES)
    field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + Space.XL)
    return field
