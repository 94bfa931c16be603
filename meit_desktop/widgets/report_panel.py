"""The report column: streamed draft, review, signature, rating. A passive view: it shows, and says what is wished."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from meit_core.domain.draft import Draft, DraftId, DraftSentence
from meit_core.domain.rating import Rating
from meit_core.domain.report import ReportRevision, Signature
from meit_core.domain.study import StudyDetail, StudyId
from meit_core.errors import UserError
from meit_desktop.language import marked, tr
from meit_desktop.models.report_history import signed_text, with_draft, with_rating, with_revision, with_signature
from meit_desktop.models.report_lines import ReportLines
from meit_desktop.theme.tokens import LIGHT, Tokens
from meit_desktop.widgets.banner import Banner
from meit_desktop.widgets.report_actions import ReportActions
from meit_desktop.widgets.report_details import ReportDetails
from meit_desktop.widgets.report_header import ReportHeader
from meit_desktop.widgets.report_labels import scrolled
from meit_desktop.widgets.report_memory import ReviewMemory
from meit_desktop.widgets.report_notices import ReportNotices
from meit_desktop.widgets.report_review import ReviewPane
from meit_desktop.widgets.report_saving import Autosave, SaveState
from meit_desktop.widgets.report_signed import SignedReport
from meit_desktop.widgets.report_standing import Standing

_READ_ONLY = marked("This report can be read here, not changed.")


class ReportPanel(QFrame):
    """The right-hand column of the reading screen.

    Attributes
    ----------
    study_id
        The study that is shown. While a wish is being emitted it is the study the wish is about, also where another
        study is about to be shown.

    Signals
    -------
    draft_requested(), stop_requested()
        Draft a report; stop the draft that is running.
    save_requested(str, object)
        Store this text as a revision, from the draft of this id (or ``None``); answer with ``saved``/``save_failed``.
    sign_requested(), amend_requested(), pdf_requested()
        The report is ready for the sign dialog; add to a signed one; write the PDF.
    rate_requested(object, dict, str)
        Draft id, scores by criterion, comment; answer with ``rated``/``rate_failed``.
    evidence_wanted(object)
        The reader opened the evidence of this :class:`DraftSentence`.
    prior_wanted(object)
        Show the report of the prior study of this id; answer with ``show_prior``.
    library_wanted()
        Show the statement library; answer with ``add_statement``.
    """

    draft_requested = Signal()
    stop_requested = Signal()
    save_requested = Signal(str, object)
    sign_requested = Signal()
    amend_requested = Signal()
    pdf_requested = Signal()
    rate_requested = Signal(object, dict, str)
    evidence_wanted = Signal(object)
    prior_wanted = Signal(object)
    library_wanted = Signal()

    def __init__(self, tokens: Tokens = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "surface")
        self.setAccessibleName(tr("Report"))
        self._detail: StudyDetail | None = None
        self._standing = Standing()
        self._draft_id: DraftId | None = None
        self._may_rate = False
        self._why_not = ""
        self._memory = ReviewMemory()
        self._autosave = Autosave(self)
        self.header = ReportHeader(tokens)
        self.notices = ReportNotices(tokens)
        self.review = ReviewPane(tokens)
        self.signed_report = SignedReport(tokens)
        self.details = ReportDetails(tokens)
        self.actions_bar = ReportActions(tokens)
        self._lay_out()
        self._connect()
        self.show_study(None, may_write=False)

    # What is shown

    @property
    def study_id(self) -> StudyId | None:
        return self._detail.study.study_id if self._detail else None

    @property
    def draft_id(self) -> DraftId | None:
        """The draft that the text comes from, once it is stored."""
        return self._draft_id

    @property
    def text(self) -> str:
        """The report: what was accepted, edited, kept or added, one statement a line; the signed text once signed."""
        if self._standing.is_signed and self._detail is not None:
            return signed_text(self._detail)
        return self.review.lines.text

    @property
    def unresolved(self) -> int:
        """How many contradicted sentences nobody has edited, rejected or knowingly kept."""
        return len(self.review.lines.unresolved)

    @property
    def pending(self) -> int:
        """How many sentences nobody has decided about: they are not part of ``text``."""
        return self.review.lines.pending

    @property
    def is_drafting(self) -> bool:
        return self._standing.drafting

    @property
    def has_unsaved_changes(self) -> bool:
        return self._autosave.is_unsaved

    @property
    def note(self) -> Banner:
        """The strip for what is true of the report as long as it stands there."""
        return self.notices.note

    @property
    def message(self) -> Banner:
        """The strip for what has just happened."""
        return self.notices.message

    # What the owner tells

    def show_study(
        self,
        detail: StudyDetail | None,
        *,
        may_write: bool,
        may_rate: bool | None = None,
        why_not: str = "",
    ) -> None:
        """Show a study, or that none is open.

        Of the study that is shown already, what was not saved yet and a running draft are kept.

        Parameters
        ----------
        may_rate
            As ``may_write`` where it is not given.
        why_not
            One sentence for the reader who may not write: read-only workspace, role, locked user.
        """
        stays = detail is not None and detail.study.study_id == self.study_id
        if not stays:
            self.flush()
        self._remember()
        self._detail = detail
        self._may_rate = may_write if may_rate is None else may_rate
        self._why_not = why_not or tr(_READ_ONLY)
        keeps_lines = stays and (self._standing.drafting or self._autosave.is_unsaved)
        status = detail.study.status if detail else None
        if keeps_lines:
            self._standing = replace(self._standing, status=status, may_write=may_write)
        else:
            self._standing = Standing(status=status, may_write=may_write)
            self._show_stored(detail)
            self.notices.clear()
        self.details.show_study(detail)
        self._show_rating()
        self._show_note()
        self._refresh()

    def show_verdicts(self, detail: StudyDetail) -> None:
        """The study on the screen is measured otherwise now: the guard's verdicts on its drafts may be other ones."""
        if self._detail is None or detail.study.study_id != self.study_id or self._standing.is_signed:
            return
        self._detail = replace(self._detail, drafts=detail.drafts)
        self.review.bring_verdicts(sentence for draft in detail.drafts for sentence in draft.sentences)
        self._refresh()
        if not self._standing.unresolved:
            self.notices.unblocked()

    def begin_draft(self) -> None:
        """The model starts writing: show that it is waited for."""
        self.notices.clear()
        self._standing = replace(self._standing, drafting=True, model_has_begun=False, stopping=False)
        self._draft_id = None
        self.review.begin_draft()
        self.review.empty.show_message("draft", tr("Drafting"), tr("Sentences appear here as the model writes them."))
        self._show_note()
        self._refresh()

    def add_text(self, text: str) -> None:
        """The model wrote this piece of text."""
        self.review.add_text(text)
        if not self._standing.model_has_begun:
            self._standing = replace(self._standing, model_has_begun=True)
            self._refresh()

    def add_sentence(self, sentence: DraftSentence) -> None:
        """A sentence is complete and judged."""
        self.review.add_sentence(sentence)
        self._standing = replace(self._standing, model_has_begun=True)
        self._refresh()

    def finish_draft(self, draft: Draft) -> None:
        """The draft is complete, or stopped with what was there, and stored."""
        self._standing = replace(self._standing, drafting=False, stopping=False)
        self._draft_id = draft.draft_id
        self.review.end_draft(draft.sentences)
        if self._detail is not None:
            self._update(with_draft(self._detail, draft))
        self.details.findings.show_findings(draft.findings)
        self._show_rating()
        self._show_note()
        self._refresh()
        self._go_to_first_pending()

    def fail_draft(self, fault: UserError) -> None:
        """The draft could not be made; sentences that are there stay, nothing of it is stored."""
        self._end_draft_early()
        self.notices.say_draft_failed(fault)

    def cancel_draft(self) -> None:
        """The draft was stopped before its first word: nothing is stored, everything is as before."""
        self._end_draft_early()

    def saved(self, revision: ReportRevision) -> None:
        """The workspace holds this revision."""
        if self._detail is None or not self._autosave.saved(revision):
            return
        self._update(with_revision(self._detail, revision))
        self.notices.saved()

    def save_failed(self, fault: UserError) -> None:
        """The text on the screen is not stored."""
        self._autosave.failed()
        self.notices.say_not_saved(fault)

    def signed(self, signature: Signature, *, text: str | None = None) -> None:
        """The signature is stored; ``text`` is what it stands under (the report's where it is not given)."""
        if self._detail is None:
            return
        added = self.text if text is None else text
        self._update(with_signature(self._detail, signature, added, self._draft_id))
        self._show_stored(self._detail)
        self.notices.clear()
        self._show_note()
        self._refresh()

    def rated(self, rating: Rating) -> None:
        """The workspace holds the rating."""
        if self._detail is not None:
            self._detail = with_rating(self._detail, rating)
        self.details.rating.saved(rating)

    def rate_failed(self, fault: UserError) -> None:
        """The rating is not stored."""
        self.details.rating.save_failed(fault)

    def show_prior(self, detail: StudyDetail) -> None:
        """Show the report of the prior that was asked for."""
        self.details.prior.show_prior(detail)

    def add_statement(self, text: str) -> None:
        """Add a statement chosen elsewhere, as if it had been typed."""
        self.review.add.statement_added.emit(text)

    def set_theme(self, tokens: Tokens) -> None:
        for part in (self.header, self.notices, self.review, self.signed_report, self.details, self.actions_bar):
            part.set_theme(tokens)

    # What the reader does

    def flush(self) -> None:
        """Ask for a pending save now, open edits included: before another study is shown, and before closing."""
        self.review.commit_edits()
        self._autosave.flush()

    def request_sign(self) -> None:
        """Ask for the sign dialog, or say what stands in the way and go there."""
        if not self._standing.possible.sign:
            return
        self.flush()
        reason = self._standing.blocks_signing
        if reason:
            self.notices.say_what_blocks(reason)
            self.review.go_to_unresolved()
        else:
            self.notices.clear()
            self.sign_requested.emit()

    def request_stop(self) -> None:
        """Ask to stop the running draft, if there is one."""
        if not self.is_drafting:
            return
        self._standing = replace(self._standing, stopping=True)
        self._refresh()
        self.stop_requested.emit()

    def start_rating(self) -> None:
        """Open the rating with the keyboard on it, and give it the room it needs."""
        self.details.open_rating()
        self._make_room_for_rating()

    def focus_report(self) -> None:
        """Put the keyboard on the current sentence, or where the report begins."""
        if self._pages.currentWidget() is self.signed_report:
            self.signed_report.setFocus()
        elif len(self.review.lines):
            self.review.sentences.make_current(self.review.sentences.current)
        elif self.actions_bar.draft.isEnabled():
            self.actions_bar.draft.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(340, 680)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._standing.drafting:
            self.request_stop()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_report()

    # How it hangs together

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.review)
        self._pages.addWidget(self.signed_report)
        self._splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._splitter.setObjectName("reportSplitter")
        self._splitter.setProperty("region", "surface")
        self._splitter.addWidget(self._pages)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setSizes([360, 220])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notices)
        # In a window too low for everything at large text the middle scrolls: nothing is squeezed away.
        body = scrolled(self._splitter)
        body.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it scrolls itself
        column.addWidget(body, 1)
        column.addWidget(self.actions_bar)

    def _connect(self) -> None:
        self.review.changed.connect(self._review_changed)
        self.review.evidence_wanted.connect(self.evidence_wanted)
        self.review.library_wanted.connect(self.library_wanted)
        self.review.empty.action_requested.connect(self.draft_requested)
        self._autosave.save_wanted.connect(lambda text: self.save_requested.emit(text, self._draft_id))
        self._autosave.state_changed.connect(self._show_save_state)
        self.actions_bar.draft_requested.connect(self.draft_requested)
        self.actions_bar.stop_requested.connect(self.request_stop)
        self.actions_bar.sign_requested.connect(self.request_sign)
        self.actions_bar.amend_requested.connect(self.amend_requested)
        self.actions_bar.pdf_requested.connect(self.pdf_requested)
        self.details.prior.prior_wanted.connect(self.prior_wanted)
        self.details.rating.rate_wanted.connect(
            lambda scores, comment: self.rate_requested.emit(self._draft_id, scores, comment)
        )
        self.details.rating.left.connect(self.focus_report)
        self.details.rating.grew.connect(self._make_room_for_rating)
        self.notices.save_again_requested.connect(self._autosave.flush)
        self.notices.draft_again_requested.connect(self.draft_requested)

    def _show_stored(self, detail: StudyDetail | None) -> None:
        """Fill review and signed report from what the workspace holds."""
        drafts = detail.drafts if detail else ()
        revisions = detail.revisions if detail else ()
        self._draft_id = drafts[-1].draft_id if drafts else None
        lines = self._memory.restore(detail) if detail else ReportLines()
        writable = self._standing.may_write and detail is not None
        self.review.show_lines(lines, writable=writable)
        self.signed_report.show_report(revisions, detail.signature if detail else None)
        self._autosave.start(lines.text, revisions[-1].created_at if revisions else None)
        self._show_empty()

    def _show_empty(self) -> None:
        page = self.review.empty
        if self._detail is None:
            page.show_message("trace", tr("No study open"), tr("Choose a study in the worklist."))
        elif self._standing.may_write:
            page.show_message("draft", tr("No report yet"), tr("Let the model draft one, or write your own below."))
        else:
            page.show_message("lock", tr("No report yet"), tr("Nobody has written a report for this study."))

    def _show_rating(self) -> None:
        ratings = self._detail.ratings if self._detail else ()
        own = [rating for rating in ratings if rating.draft_id == self._draft_id]
        self.details.rating.show_draft(
            rateable=self._may_rate and self._draft_id is not None and not self._standing.drafting,
            rating=own[-1] if own else None,
            why_not="" if self._may_rate or self._detail is None else self._why_not,
        )

    def _show_note(self) -> None:
        self.notices.show_note(self._detail, self._standing, self._why_not)

    def _refresh(self) -> None:
        lines = self.review.lines
        self._standing = replace(
            self._standing,
            lines=len(lines),
            pending=lines.pending,
            unresolved=len(lines.unresolved),
            has_text=bool(lines.text),
        )
        self._pages.setCurrentWidget(self.signed_report if self._standing.is_signed else self.review)
        self.header.show_status(self._standing.status)
        self.header.show_todo(self._standing.todo, urgent=self._is_urgent())
        self.header.show_working(self._standing.drafting)
        self.actions_bar.show_possible(self._standing.possible)
        self._show_save_state()

    def _is_urgent(self) -> bool:
        standing = self._standing
        return bool(standing.unresolved) and standing.may_write and not standing.drafting and not standing.is_signed

    def _review_changed(self) -> None:
        self._autosave.note(self.review.lines.text)
        self._refresh()
        if not self._standing.unresolved:
            self.notices.unblocked()

    def _update(self, detail: StudyDetail) -> None:
        """Go on with what the workspace has just stored."""
        self._detail = detail
        self._standing = replace(self._standing, status=detail.study.status)
        self.details.show_log(detail)
        self._refresh()

    def _show_save_state(self) -> None:
        signed = self._standing.is_signed
        self.header.show_save("" if signed else self._autosave.words, failed=self._autosave.state is SaveState.FAILED)

    def _end_draft_early(self) -> None:
        self._standing = replace(self._standing, drafting=False, stopping=False)
        self.review.end_draft()
        drafts = self._detail.drafts if self._detail else ()
        self._draft_id = None if len(self.review.lines) or not drafts else drafts[-1].draft_id
        self._show_empty()
        self._show_rating()
        self._show_note()
        self._refresh()

    def _go_to_first_pending(self) -> None:
        first = self.review.lines.next_pending(-1)
        if first is not None:
            self.review.sentences.make_current(first, focus=self._keyboard_is_free())

    def _keyboard_is_free(self) -> bool:
        """Whether the keyboard may be taken to the sentences: not while somebody types somewhere."""
        focused = self.window().focusWidget()
        return focused is None or not focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def _make_room_for_rating(self) -> None:
        upper, lower = self._splitter.sizes()
        wanted = self.details.rating_height
        grown = min(max(wanted, lower), upper + lower - self._splitter.widget(0).minimumSizeHint().height())
        if grown > lower:
            self._splitter.setSizes([upper + lower - grown, grown])

    def _remember(self) -> None:
        if self._detail is not None and not self._standing.is_signed and not self._standing.drafting:
            self._memory.remember(self._detail.study.study_id, self._draft_id, self.review.lines)
