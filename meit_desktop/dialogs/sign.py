"""Sign the report: exactly this text, under this name, with this meaning."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meit_core.domain.users import User
from meit_desktop.dialogs.signing_dialog import SigningDialog, read_only_text
from meit_desktop.language import counted, tr
from meit_desktop.theme.tokens import Space
from meit_desktop.widgets.report_labels import wrapped_label


class SignDialog(SigningDialog):
    """Shows the text as it will be locked, and how many sentences of the draft are not part of it.

    Parameters
    ----------
    pending
        Sentences of the draft that nobody has decided about: they are left out, and the dialog says so.
    """

    def __init__(
        self,
        *,
        text: str,
        user: User,
        pending: int = 0,
        demo_password: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        content = QWidget()
        self.shown_text = read_only_text(text, tr("Text to be signed"))
        self.left_out = wrapped_label(_left_out(pending), state="warn")
        self.left_out.setVisible(pending > 0)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(
            wrapped_label(tr("You sign exactly this text. It can't be changed afterwards, only added to."))
        )
        column.addWidget(self.shown_text)
        column.addWidget(self.left_out)
        super().__init__(
            title=tr("Sign the report"),
            verb=tr("Sign", "verb"),
            content=content,
            user=user,
            demo_password=demo_password,
            parent=parent,
        )


def _left_out(pending: int) -> str:
    return counted(
        "One sentence of the draft was not decided about and is not part of this text.",
        "%n sentences of the draft were not decided about and are not part of this text.",
        pending,
    )
