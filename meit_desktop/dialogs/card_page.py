"""A page with one card in the middle: what stands there until somebody is signed in."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from meit_core.errors import UserError
from meit_desktop.language import said
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens

_CARD_PX = 400


class CardPage(QScrollArea):
    """Logo, title, a sentence, a form, a line for what went wrong; scrolls where the text is larger than the window."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.card = QFrame()
        self.card.setProperty("region", "card")
        self.card.setMinimumWidth(_CARD_PX)
        self._logo = QLabel()
        product = QLabel("MEIT Desktop")
        product.setProperty("role", "caption")
        self.title = QLabel(wordWrap=True)
        self.title.setProperty("role", "heading")
        self.explanation = QLabel(wordWrap=True)
        self.explanation.setProperty("state", "muted")
        self.form = QVBoxLayout()
        self.form.setSpacing(Space.XS)
        self.fault = QLabel(wordWrap=True, visible=False)
        self.fault.setProperty("state", "danger")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._logo)
        head.addWidget(product, 1)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.explanation)
        column.addLayout(self.form)
        column.addWidget(self.fault)
        column.addSpacing(Space.XS)
        column.addLayout(self.buttons)
        page = QWidget()
        page.setObjectName("cardGround")
        # Stretches instead of an alignment: with one, Qt forgets that wrapped text is higher where it is narrower.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        middle = QVBoxLayout(page)
        middle.addStretch(2)
        middle.addLayout(row)
        middle.addStretch(3)
        self.setWidget(page)
        self.set_theme(tokens)

    def set_theme(self, tokens: Tokens) -> None:
        self._logo.setPixmap(themed_icon("logo", tokens, tokens.accent).pixmap(QSize(22, 22)))

    def show_fault(self, fault: UserError | None) -> None:
        """Say what went wrong under the form, or clear it."""
        self.fault.setText(said(fault) if fault else "")
        self.fault.setVisible(fault is not None)

    def add_field(self, label: str, *, secret: bool = False, hint: str = "") -> QLineEdit:
        """Add a line with its label above it."""
        field = QLineEdit(placeholderText=hint)
        field.setAccessibleName(label)
        caption = QLabel(label)
        caption.setBuddy(field)
        caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if self.form.count():
            self.form.addSpacing(Space.S)
        self.form.addWidget(caption)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.addWidget(field)
        return field
