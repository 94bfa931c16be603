"""The quiet line at the bottom: which model, how long, what is saved, and what a draft is not."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from meit_core.domain.draft import Draft
from meit_core.drafting.engine import EngineInfo
from meit_core.errors import UserError
from meit_desktop.language import said, tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.elided_line import ElidedLine


class StatusFooter(QFrame):
    """Says what is going on without asking for attention."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "footer")
        self._tokens = tokens
        self._model_icon, self._model = QLabel(), _line()
        self._draft_time = _line()
        self._saved = _line()
        self._work = _line()
        self._watch_icon, self._watch = QLabel(visible=False), ElidedLine()
        self._watch.setProperty("role", "secondary")
        self._reminder = _line()
        self._reminder.setText(tr("AI draft: not a medical device"))
        self._reminder.setToolTip(tr("Drafts come from a language model. A physician reads, corrects and signs."))
        self._model.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.L)
        model = QHBoxLayout()
        model.setSpacing(Space.XS)
        model.addWidget(self._model_icon)
        model.addWidget(self._model)
        row.addLayout(model)
        for widget in (self._draft_time, self._saved, self._work):
            row.addWidget(widget)
        watch = QHBoxLayout()
        watch.setSpacing(Space.XS)
        watch.addWidget(self._watch_icon)
        watch.addWidget(self._watch, 1)
        row.addLayout(watch, 1)
        row.addWidget(self._reminder)
        self._icon_name, self._state = "draft", "muted"
        self._watch_state = "muted"
        self.show_model_starting()

    @property
    def model_text(self) -> str:
        return self._model.text()

    @property
    def saved_text(self) -> str:
        return self._saved.text()

    def show_model_starting(self, *, again: bool = False) -> None:
        self._show_model(tr("The model is restarting…" if again else "The model is starting…"), "draft", "muted")

    def show_model(self, info: EngineInfo) -> None:
        """Name pack and device, with the reason for its choice."""
        told = tr("{pack} on {device}").format(pack=info.pack, device=said(info.device))
        self._show_model(told, "draft", "muted", tr("Pack {hash}").format(hash=info.pack_sha256[:12]))

    def show_no_model(self, fault: UserError) -> None:
        """Drafting is impossible; reading, editing and signing go on."""
        self._show_model(tr("No model: reports are written by hand"), "warning", "warn", said(str(fault)))

    def show_draft(self, draft: Draft | None) -> None:
        self._draft_time.setText(tr("draft {seconds} s").format(seconds=f"{draft.seconds:.1f}") if draft else "")

    def show_saved(self, moment: datetime | None) -> None:
        told = tr("saved {time}").format(time=f"{moment.astimezone():%H:%M:%S}") if moment else ""
        self._show_saved(told, "muted")

    def show_saving(self) -> None:
        self._show_saved(tr("saving…"), "muted")

    def show_not_saved(self) -> None:
        self._show_saved(tr("could not save"), "danger")

    def show_work(self, text: str) -> None:
        """What the program is busy with, or an empty text."""
        self._work.setText(text)

    @property
    def watch_text(self) -> str:
        return self._watch.text()

    def show_watch(self, text: str, state: str = "muted", detail: str = "") -> None:
        """What the watched folder is at, or an empty text where none is watched."""
        self._watch_state = state
        self._watch.setText(text)
        self._watch.setToolTip(detail)
        self._watch_icon.setVisible(bool(text))
        self._set_state(self._watch, state)
        self.set_theme(self._tokens)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        colour: str = getattr(tokens, self._state)
        size_px = self.fontMetrics().height() - 2
        self._model_icon.setPixmap(themed_icon(self._icon_name, tokens, colour).pixmap(size_px, size_px))
        watch = themed_icon(
            "folder" if self._watch_state == "muted" else "warning", tokens, getattr(tokens, self._watch_state)
        )
        self._watch_icon.setPixmap(watch.pixmap(size_px, size_px))

    def _show_model(self, text: str, icon: str, state: str, detail: str = "") -> None:
        self._icon_name, self._state = icon, state
        self._model.setText(text)
        self._model.setToolTip(detail)
        self._set_state(self._model, state)
        self.set_theme(self._tokens)

    def _show_saved(self, text: str, state: str) -> None:
        self._saved.setText(text)
        self._set_state(self._saved, state)

    def _set_state(self, label: QLabel, state: str) -> None:
        label.setProperty("state", state)
        label.style().polish(label)


def _line() -> QLabel:
    label = QLabel(textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", "secondary")
    return label
