"""The quiet sections below the report: findings, priors, log, rating."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from meit_core.domain.study import StudyDetail
from meit_desktop.keymap import ShownKey, hint_with_key, shipped_key
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.findings_bars import FindingsView
from meit_desktop.widgets.rating_pad import RatingPad
from meit_desktop.widgets.report_labels import scrolled
from meit_desktop.widgets.report_log import LogView
from meit_desktop.widgets.report_prior import PriorView


class ReportDetails(QTabWidget):
    """Tabs: Findings, Prior, Log, Rate."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingsView(tokens)
        self.prior = PriorView(tokens)
        self.log = LogView(tokens)
        self.rating = RatingPad(tokens)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBar().setExpanding(False)
        self.addTab(self.findings, tr("Findings"))
        self._prior_page = self.addTab(scrolled(self.prior), tr("Prior"))
        self.addTab(self.log, tr("Log"))
        self._rating_page = self.addTab(scrolled(self.rating), tr("Rate", "verb"))
        self.show_keys(shipped_key)
        self.setAccessibleName(tr("Findings, priors, log and rating"))

    def show_study(self, detail: StudyDetail | None) -> None:
        """Show what belongs to a study; its rating is shown by :meth:`RatingPad.show_draft`."""
        priors = detail.priors if detail else ()
        self.findings.show_findings(detail.drafts[-1].findings if detail and detail.drafts else ())
        self.prior.show_priors(priors)
        self.setTabText(self._prior_page, f"{tr('Prior')} {len(priors) or ''}".rstrip())
        self.show_log(detail)

    def show_log(self, detail: StudyDetail | None) -> None:
        """Show the log anew after a save or a signature."""
        self.log.show_log(detail.drafts if detail else (), detail.revisions if detail else ())

    def show_keys(self, shown: ShownKey) -> None:
        """Name the key in use that leads to the rating."""
        self.setTabToolTip(self._rating_page, hint_with_key(tr("Rate the draft"), shown("rate")))

    def open_rating(self) -> None:
        """Bring the rating to the front with the keyboard on it."""
        self.setCurrentIndex(self._rating_page)
        self.rating.setFocus()

    @property
    def rating_height(self) -> int:
        """Height at which the whole rating is in view, px."""
        layout = self.rating.layout()
        assert layout is not None
        return layout.totalHeightForWidth(self.width()) + self.tabBar().height() + Space.XS

    def set_theme(self, tokens: Tokens) -> None:
        for part in (self.findings, self.prior, self.log, self.rating):
            part.set_theme(tokens)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.tabBar().sizeHint().height() + 2 * self.fontMetrics().lineSpacing())
