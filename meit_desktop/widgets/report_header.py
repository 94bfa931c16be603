"""The report column's head: where the report stands, what is left to do, whether it is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from meit_core.domain.study import StudyStatus
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_glyph import Glyph
from meit_desktop.widgets.report_labels import set_look, wrapped_label
from meit_desktop.widgets.status_look import STATUS_LOOKS


class ReportHeader(QFrame):
    """Title and status above, what is left and the save state below, a thin bar while the model writes."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "bar")
        title = QLabel(tr("Report"))
        title.setProperty("role", "title")
        self._glyph = Glyph(tokens)
        self._status = QLabel()
        self._todo = wrapped_label(role="secondary")
        self._save = QLabel()
        self._save.setProperty("role", "secondary")
        self._save.setAccessibleName(tr("Save state"))
        self._working = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self._working.setAccessibleName(tr("The model is writing"))
        policy = self._working.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._working.setSizePolicy(policy)
        first = QHBoxLayout()
        first.setSpacing(Space.XS)
        first.addWidget(title)
        first.addStretch(1)
        first.addWidget(self._glyph)
        first.addWidget(self._status)
        second = QHBoxLayout()
        second.setSpacing(Space.S)
        second.addWidget(self._todo, 1)
        second.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.M, Space.XS)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._working)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_status(None)
        self.show_working(False)

    @property
    def status(self) -> str:
        return self._status.text()

    @property
    def todo(self) -> str:
        return self._todo.text()

    @property
    def save_words(self) -> str:
        return self._save.text()

    @property
    def is_working(self) -> bool:
        return not self._working.isHidden()

    def show_status(self, status: StudyStatus | None) -> None:
        """Show the report's place in its life; ``None`` where no study is open."""
        self._glyph.setHidden(status is None)
        self._status.setText("" if status is None else tr(STATUS_LOOKS[status].word))
        if status is not None:
            look = STATUS_LOOKS[status]
            self._glyph.show_icon(look.icon, look.state)
            set_look(self._status, state=look.state)
            self._status.setAccessibleName(tr("Report status: {status}").format(status=tr(look.word)))

    def show_todo(self, text: str, *, urgent: bool = False) -> None:
        """Say what is left to do, in danger colour where it stands in the way of signing."""
        self._todo.setText(text)
        set_look(self._todo, state="danger" if urgent else "")

    def show_save(self, text: str, *, failed: bool = False) -> None:
        self._save.setText(text)
        set_look(self._save, state="danger" if failed else "")

    def show_working(self, working: bool) -> None:
        """Show the moving bar while the model writes."""
        self._working.setVisible(working)

    def set_theme(self, tokens: Tokens) -> None:
        self._glyph.set_theme(tokens)
