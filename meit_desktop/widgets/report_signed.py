"""The signed report: read only, with its signature, addenda below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from meit_core.domain.report import ReportRevision, RevisionKind, Signature, SignatureMeaning
from meit_desktop.language import marked, tr
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_glyph import Glyph
from meit_desktop.widgets.report_labels import date_and_time, wrapped_label

MEANINGS: Final[dict[SignatureMeaning, str]] = {
    SignatureMeaning.AUTHOR: marked("I am the author of this report"),
    SignatureMeaning.REVIEW: marked("I have reviewed this report"),
    SignatureMeaning.APPROVAL: marked("I approve this report"),
}
"""The meanings of 21 CFR 11.50(a)(3) in the words that a reader chooses between."""

_MEANING_NAMES: Final[dict[SignatureMeaning, str]] = {
    SignatureMeaning.AUTHOR: marked("authorship"),
    SignatureMeaning.REVIEW: marked("review"),
    SignatureMeaning.APPROVAL: marked("approval"),
}
"""The same as the regulation calls it."""

HASH_SHOWN: Final = 12


class SignedReport(QScrollArea):
    """Text, signature block (printed name, time, meaning: 21 CFR 11.50), then one block for each addendum."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._glyphs: list[Glyph] = []
        self._texts: list[str] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Signed report"))

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything on the screen, top to bottom."""
        return tuple(self._texts)

    def show_report(self, revisions: tuple[ReportRevision, ...], signature: Signature | None) -> None:
        """Show the signed text and what was added after it."""
        self._glyphs, self._texts = [], []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.S)
        number = 0
        for revision in revisions:
            if revision.kind is RevisionKind.ADDENDUM:
                number += 1
                column.addWidget(self._said(tr("Addendum {number}").format(number=number), role="caption"))
            elif revision.kind is not RevisionKind.SIGNED:
                continue
            column.addWidget(self._report_text(revision.text))
            column.addLayout(self._signature_block(revision, signature))
            column.addSpacing(Space.S)
        column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for glyph in self._glyphs:
            glyph.set_theme(tokens)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 3 * self.fontMetrics().lineSpacing())

    def _report_text(self, text: str) -> QLabel:
        label = self._said(text)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(tr("Signed text: {text}").format(text=text))
        return label

    def _signature_block(self, revision: ReportRevision, signature: Signature | None) -> QHBoxLayout:
        own = signature if signature is not None and signature.revision_id == revision.revision_id else None
        name = own.printed_name if own else revision.author
        moment = own.signed_at if own else revision.created_at
        glyph = Glyph(self._tokens, "sign", "ok")
        self._glyphs.append(glyph)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._said(tr("Signed by {name}").format(name=name), state="ok"))
        lines.addWidget(self._said(date_and_time(moment), role="secondary"))
        meaning = own.meaning if own else revision.meaning
        if meaning is not None:
            lines.addWidget(self._said(f"{tr(MEANINGS[meaning])} ({tr(_MEANING_NAMES[meaning])})", role="secondary"))
        lines.addWidget(
            self._said(tr("Locked, SHA-256 {hash}").format(hash=revision.sha256[:HASH_SHOWN]), role="secondary")
        )
        block = QHBoxLayout()
        block.setSpacing(Space.S)
        block.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        block.addLayout(lines, 1)
        return block

    def _said(self, text: str, *, role: str = "", state: str = "") -> QLabel:
        self._texts.append(text)
        return wrapped_label(text, role=role, state=state)
