"""How the report came about: drafts and revisions with author and time, and what the reader changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from meit_core.domain.draft import Draft
from meit_core.domain.report import ReportRevision, RevisionKind
from meit_desktop.language import counted, marked, said, tr
from meit_desktop.models.report_changes import Change, ChangeKind, compare_reports
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_labels import date_and_time, wrapped_label

_KIND_WORDS: Final = {
    RevisionKind.EDIT: marked("{time}  Saved by {author}"),
    RevisionKind.SIGNED: marked("{time}  Signed by {author}"),
    RevisionKind.ADDENDUM: marked("{time}  Addendum by {author}"),
}
_MARKS: Final = {
    ChangeKind.KEPT: ("=", "muted", marked("unchanged")),
    ChangeKind.REMOVED: ("−", "danger", marked("removed")),
    ChangeKind.ADDED: ("+", "ok", marked("added")),
    ChangeKind.REWORDED: ("~", "accent", marked("reworded")),
}


class LogView(QScrollArea):
    """Draft against the latest text, then every revision, newest first."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._changes: tuple[Change, ...] = ()
        self._entries: list[str] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Log of the report"))
        self.show_log((), ())

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is shown as draft against final text."""
        return self._changes

    @property
    def entries(self) -> tuple[str, ...]:
        """The revision lines, newest first."""
        return tuple(self._entries)

    def show_log(self, drafts: tuple[Draft, ...], revisions: tuple[ReportRevision, ...]) -> None:
        """Show a study's drafts and revisions, both given oldest first."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        self._changes, self._entries = (), []
        reports = [revision for revision in revisions if revision.kind is not RevisionKind.ADDENDUM]
        draft = _draft_of(reports[-1], drafts) if reports else None
        if draft is not None:
            self._changes = compare_reports(
                tuple(sentence.text for sentence in draft.sentences), reports[-1].text.splitlines()
            )
            column.addWidget(_caption(_summary(self._changes)))
            for change in self._changes:
                column.addLayout(_change_row(change))
            column.addSpacing(Space.S)
        self._entries = _entries(drafts, revisions)
        column.addWidget(_caption(tr("History") if self._entries else ""))
        for entry in self._entries or [tr("Nothing has been drafted or written yet.")]:
            column.addWidget(wrapped_label(entry, role="secondary"))
        column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens


def _draft_of(revision: ReportRevision, drafts: tuple[Draft, ...]) -> Draft | None:
    own = [draft for draft in drafts if draft.draft_id is not None and draft.draft_id == revision.draft_id]
    return own[-1] if own else None


def _summary(changes: tuple[Change, ...]) -> str:
    changed = sum(change.kind is not ChangeKind.KEPT for change in changes)
    if not changed:
        return tr("The draft was taken over unchanged")
    return counted("1 change from the draft", "%n changes from the draft", changed)


def _entries(drafts: tuple[Draft, ...], revisions: tuple[ReportRevision, ...]) -> list[str]:
    stamped = [(revision.created_at, 1, _revision_words(revision)) for revision in revisions]
    stamped += [(draft.created_at, 0, _draft_words(draft)) for draft in drafts if draft.created_at is not None]
    return [words for _, _, words in sorted(stamped, key=lambda entry: entry[:2], reverse=True)]


def _revision_words(revision: ReportRevision) -> str:
    return tr(_KIND_WORDS[revision.kind]).format(time=date_and_time(revision.created_at), author=revision.author)


def _draft_words(draft: Draft) -> str:
    when = date_and_time(draft.created_at) if draft.created_at else ""
    told = tr(
        "{time}  Drafted by {pack} on {device}, {seconds} s"
        if draft.complete
        else "{time}  Drafted by {pack} on {device}, {seconds} s, incomplete"
    )
    return told.format(time=when, pack=draft.pack, device=said(draft.device), seconds=f"{draft.seconds:.1f}")


def _change_row(change: Change) -> QHBoxLayout:
    mark, state, word = _MARKS[change.kind]
    sign = QLabel(mark)
    sign.setProperty("state", state)
    sign.setFixedWidth(sign.fontMetrics().horizontalAdvance("+") + Space.XS)
    texts = QVBoxLayout()
    texts.setSpacing(2)
    if change.before and change.kind is not ChangeKind.KEPT:
        texts.addWidget(_struck(change.before))
    if change.after:
        texts.addWidget(wrapped_label(change.after, state="muted" if change.kind is ChangeKind.KEPT else ""))
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(texts, 1)
    sign.setAccessibleName(tr(word))
    return row


def _struck(text: str) -> QLabel:
    label = wrapped_label(text, state="muted")
    font = label.font()
    font.setStrikeOut(True)
    label.setFont(font)
    return label


def _caption(text: str) -> QLabel:
    return wrapped_label(text, role="caption")
