"""What can be done with the current sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from meit_desktop.language import counted, tr
from meit_desktop.models.report_lines import Line, LineState
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.report_key_button import KeyButton


class Decisions(QWidget):
    """Quiet buttons for the current sentence, and one for all that the guard found supported.

    Signals
    -------
    accept_wanted(), keep_wanted(), edit_wanted(), reject_wanted(), accept_supported_wanted()
        The button was pressed.
    """

    accept_wanted = Signal()
    keep_wanted = Signal()
    edit_wanted = Signal()
    reject_wanted = Signal()
    accept_supported_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self.accept = KeyButton(tr("Accept"), "↵", tokens)
        self.edit = KeyButton(tr("Edit"), "E", tokens)
        self.reject = KeyButton(tr("Reject"), "X", tokens)
        self.all_supported = KeyButton("", tr("Ctrl ↵"), tokens)
        self.accept.clicked.connect(self._accept_or_keep)
        self.edit.clicked.connect(self.edit_wanted)
        self.reject.clicked.connect(self.reject_wanted)
        self.all_supported.clicked.connect(self.accept_supported_wanted)
        for button in self._buttons():
            # The keys do the same from the sentence itself; a click must not take the keyboard away from it.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        flow = FlowLayout(gap_px=0, line_gap_px=2)
        for button in (self.accept, self.edit, self.reject):
            flow.addWidget(button)
        second = FlowLayout(gap_px=0, line_gap_px=2)
        second.addWidget(self.all_supported)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        column.setSpacing(0)
        column.addLayout(flow)
        column.addLayout(second)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_for(self, line: Line | None, pending_supported: int) -> None:
        """Offer what is possible for this sentence."""
        self._line = line
        unresolved = line is not None and line.is_unresolved
        self.accept.show_verb(*((tr("Keep anyway"), "⇧↵") if unresolved else (tr("Accept"), "↵")))
        self.accept.setEnabled(line is not None and (unresolved or line.state is not LineState.ACCEPTED))
        self.edit.setEnabled(line is not None)
        self.reject.setEnabled(line is not None and line.state is not LineState.REJECTED)
        self.all_supported.setVisible(pending_supported > 1)
        told = counted("Accept %n supported", "Accept %n supported", pending_supported)
        self.all_supported.show_verb(told, tr("Ctrl ↵"))

    def set_theme(self, tokens: Tokens) -> None:
        for button in self._buttons():
            button.set_theme(tokens)

    def _buttons(self) -> tuple[KeyButton, ...]:
        return self.accept, self.edit, self.reject, self.all_supported

    def _accept_or_keep(self) -> None:
        unresolved = self._line is not None and self._line.is_unresolved
        (self.keep_wanted if unresolved else self.accept_wanted).emit()
