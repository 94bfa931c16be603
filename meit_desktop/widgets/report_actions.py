"""The buttons below the report, one of them the next step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from meit_desktop.keymap import ShownKey, shipped_key
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Control, Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.report_key_button import KeyButton
from meit_desktop.widgets.report_labels import set_look


@dataclass(frozen=True, slots=True)
class Possible:
    """What the report allows now.

    Attributes
    ----------
    next_step
        ``draft``, ``sign``, ``pdf`` or empty: the one button that stands out.
    """

    draft: bool = False
    stop: bool = False
    sign: bool = False
    amend: bool = False
    pdf: bool = False
    signed: bool = False
    next_step: str = ""


class ReportActions(QFrame):
    """Draft or stop, sign or amend, PDF.

    Signals
    -------
    draft_requested(), stop_requested(), sign_requested(), amend_requested(), pdf_requested()
        The button was pressed.
    """

    draft_requested = Signal()
    stop_requested = Signal()
    sign_requested = Signal()
    amend_requested = Signal()
    pdf_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "footer")
        self._possible = Possible()
        self._key: ShownKey = shipped_key
        self.draft = KeyButton(tr("Draft", "verb"), "D", tokens, role="", least_height=Control.PRIMARY)
        self.sign = KeyButton(tr("Sign"), "S", tokens, role="", least_height=Control.PRIMARY)
        self.pdf = KeyButton("PDF", "P", tokens, role="", least_height=Control.PRIMARY)
        self.pdf.setAccessibleName(tr("Write PDF"))
        self.draft.clicked.connect(self._draft_or_stop)
        self.sign.clicked.connect(self._sign_or_amend)
        self.pdf.clicked.connect(self.pdf_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        flow = FlowLayout(gap_px=Space.S, line_gap_px=Space.XS)
        for button in (self.draft, self.sign, self.pdf):
            flow.addWidget(button)
        column.addLayout(flow)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_possible(self, possible: Possible) -> None:
        """Enable what is possible and let the next step stand out."""
        self._possible = possible
        drafting = (tr("Stop"), self._key("stop_draft")) if possible.stop else (tr("Draft", "verb"), self._key("draft"))
        self.draft.show_verb(*drafting)
        self.draft.setEnabled(possible.stop or possible.draft)
        # A signed report is never drafted again: nothing is to be offered that can't be done any more.
        self.draft.setHidden(possible.signed)
        signing = (tr("Amend"), self._key("amend")) if possible.amend else (tr("Sign"), self._key("sign"))
        self.sign.show_verb(*signing)
        self.sign.setEnabled(possible.amend or possible.sign)
        self.pdf.show_verb("PDF", self._key("pdf"))
        self.pdf.setEnabled(possible.pdf)
        for name, button in (("draft", self.draft), ("sign", self.sign), ("pdf", self.pdf)):
            set_look(button, role="primary" if name == possible.next_step else "")

    def show_keys(self, shown: ShownKey) -> None:
        """Write the keys in use on the buttons."""
        self._key = shown
        self.show_possible(self._possible)

    def set_theme(self, tokens: Tokens) -> None:
        for button in (self.draft, self.sign, self.pdf):
            button.set_theme(tokens)

    def _draft_or_stop(self) -> None:
        (self.stop_requested if self._possible.stop else self.draft_requested).emit()

    def _sign_or_amend(self) -> None:
        (self.amend_requested if self._possible.amend else self.sign_requested).emit()
