"""What the report's state means for the reader: what is left to do, what is possible, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from meit_core.domain.study import StudyStatus
from meit_desktop.language import counted, tr
from meit_desktop.models.report_history import SIGNED_STATES
from meit_desktop.widgets.report_actions import Possible


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts, without a widget.

    Attributes
    ----------
    status
        ``None`` where no study is open.
    model_has_begun, stopping
        While drafting: whether the first word has come, whether the reader has asked to stop.
    lines, pending, unresolved
        How many sentences there are, how many nobody has decided about, how many of these are contradicted.
    """

    status: StudyStatus | None = None
    may_write: bool = False
    drafting: bool = False
    model_has_begun: bool = False
    stopping: bool = False
    lines: int = 0
    pending: int = 0
    unresolved: int = 0
    has_text: bool = False

    @property
    def is_signed(self) -> bool:
        return self.status in SIGNED_STATES

    @property
    def todo(self) -> str:
        """One short phrase for the header."""
        if self.status is None:
            return ""
        if self.drafting:
            return self._drafting_words()
        if self.is_signed:
            return tr("Signed and locked" if self.status is StudyStatus.CONFIRMED else "Signed, with addendum")
        return self._review_words()

    @property
    def blocks_signing(self) -> str:
        """Why the report can't be signed now, as a sentence; empty where it can."""
        if self.unresolved:
            return tr("Before signing, edit (E), reject (X) or knowingly keep (Shift+Enter) what is contradicted.")
        return "" if self.has_text else tr("There is no text to sign. Accept or add at least one statement.")

    @property
    def possible(self) -> Possible:
        """What the buttons below offer."""
        writable = self.status is not None and self.may_write
        open_report = writable and not self.is_signed and not self.drafting
        return Possible(
            draft=open_report,
            stop=self.drafting,
            sign=open_report and self.lines > 0,
            amend=writable and self.is_signed,
            pdf=self.status is not None and not self.drafting,
            signed=self.is_signed,
            next_step=self._next_step(open_report),
        )

    def _drafting_words(self) -> str:
        if self.stopping:
            return tr("Stopping…")
        return tr("Drafting…" if self.model_has_begun else "Waiting for the model…")

    def _review_words(self) -> str:
        if not self.lines:
            return tr("No report yet")
        if self.unresolved:
            return counted("%n contradicted to resolve", "%n contradicted to resolve", self.unresolved)
        if self.pending:
            return counted("%n to decide", "%n to decide", self.pending)
        return tr("All decided" if self.has_text else "The report is empty")

    def _next_step(self, open_report: bool) -> str:
        if self.is_signed:
            return "pdf"
        if not open_report:
            return ""
        if not self.lines:
            return "draft"
        return "sign" if self.has_text and not self.pending else ""
