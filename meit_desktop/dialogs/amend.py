"""Add a signed addendum below a signed report."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from meit_core.domain.users import User
from meit_desktop.dialogs.signing_dialog import SigningDialog, read_only_text
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Space
from meit_desktop.widgets.report_labels import wrapped_label


class AmendDialog(SigningDialog):
    """The signed text to read, a field for what is to be added; the signed text itself never changes.

    ``addendum`` is what was typed, without blank ends.
    """

    def __init__(
        self, *, signed_text: str, user: User, demo_password: str | None = None, parent: QWidget | None = None
    ) -> None:
        content = QWidget()
        self.signed_text = read_only_text(signed_text, tr("Signed text"))
        self.field = QPlainTextEdit(placeholderText=tr("What is to be added or corrected"))
        self.field.setAccessibleName(tr("Addendum"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(4 * self.field.fontMetrics().lineSpacing())
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(wrapped_label(tr("The signed text stays as it is; your addendum is printed below it.")))
        column.addWidget(self.signed_text)
        column.addWidget(self.field, 1)
        super().__init__(
            title=tr("Add an addendum"),
            verb=tr("Sign addendum"),
            content=content,
            user=user,
            demo_password=demo_password,
            parent=parent,
        )
        self.field.textChanged.connect(self._enable)
        self.field.setFocus()

    @property
    def addendum(self) -> str:
        return self.field.toPlainText().strip()

    def is_ready(self) -> bool:
        return bool(self.addendum)
