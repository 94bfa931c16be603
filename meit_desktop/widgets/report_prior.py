"""Earlier studies of the same patient, and the report of one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from meit_core.domain.report import RevisionKind
from meit_core.domain.study import Study, StudyDetail, StudyId
from meit_desktop.language import tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_labels import wrapped_label
from meit_desktop.widgets.status_look import STATUS_LOOKS
from meit_desktop.widgets.study_date import study_date

_ROWS_SHOWN = 4


class PriorView(QWidget):
    """List of priors, newest first; choosing one asks for its report.

    Signals
    -------
    prior_wanted(object)
        Show the report of this :class:`StudyId`: answer with :meth:`show_prior`.
    """

    prior_wanted = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._priors: tuple[Study, ...] = ()
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Earlier studies, newest first"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._chosen)
        self._caption = QLabel()
        self._caption.setProperty("role", "caption")
        self._text = wrapped_label()
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._none = wrapped_label(tr("No earlier ECG of this patient in this workspace."), role="secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._none)
        column.addWidget(self._list)
        column.addWidget(self._caption)
        column.addWidget(self._text)
        column.addStretch(1)
        self.show_priors(())

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def chosen(self) -> StudyId | None:
        row = self._list.currentRow()
        return self._priors[row].study_id if 0 <= row < len(self._priors) else None

    def choose(self, row: int) -> None:
        """Choose a prior, as a click on it does."""
        self._list.setCurrentRow(row)

    def show_priors(self, priors: tuple[Study, ...]) -> None:
        """List these studies; the reports come when one is chosen."""
        self._priors = priors
        self._list.blockSignals(True)
        self._list.clear()
        for prior in priors:
            look = STATUS_LOOKS[prior.status]
            item = QListWidgetItem(f"{study_date(prior)}   {tr(look.word)}")
            item.setIcon(themed_icon(look.icon, self._tokens, look.colour(self._tokens)))
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._none.setVisible(not priors)
        self._list.setVisible(bool(priors))
        if priors:
            height = min(len(priors), _ROWS_SHOWN) * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth()
            self._list.setFixedHeight(height)
        self._show_report("", tr("Choose a study to read its report.") if priors else "")

    def show_prior(self, detail: StudyDetail) -> None:
        """Show the report of the chosen prior; one that is no longer chosen is dropped."""
        if detail.study.study_id != self.chosen:
            return
        texts = [revision.text for revision in detail.revisions if revision.kind is RevisionKind.SIGNED][-1:]
        texts += [revision.text for revision in detail.revisions if revision.kind is RevisionKind.ADDENDUM]
        if texts:
            self._show_report(tr("Signed report, {date}").format(date=study_date(detail.study)), "\n\n".join(texts))
        elif detail.revisions:
            self._show_report(tr("Unconfirmed report: nobody has signed it"), detail.revisions[-1].text)
        else:
            self._show_report("", tr("No report was written for this study."))

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for row, prior in enumerate(self._priors):
            look = STATUS_LOOKS[prior.status]
            self._list.item(row).setIcon(themed_icon(look.icon, tokens, look.colour(tokens)))

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._priors):
            self._show_report("", "")
            self.prior_wanted.emit(self._priors[row].study_id)

    def _show_report(self, caption: str, text: str) -> None:
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
        self._text.setText(text)
        self._text.setVisible(bool(text))
