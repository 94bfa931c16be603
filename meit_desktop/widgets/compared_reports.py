"""The prior's report, and which findings only one of both texts states."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from meit_core.domain.serial_comparison import WrittenReport
from meit_core.knowledge.report_comparison import ReportComparison, compare_reports
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Space
from meit_desktop.widgets.report_labels import wrapped_label

_BULLET = "\N{BULLET} "


class ComparedReports(QWidget):
    """Text first, then the two lists; facts about the texts, nothing about the tracings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prior = WrittenReport("", signed=False)
        self._caption = wrapped_label(role="caption")
        self._text = wrapped_label()
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setAccessibleName(tr("Report of the prior"))
        self._lists = [(QLabel(title), wrapped_label()) for title in (tr("Only now"), tr("Only before"))]
        self._remark = wrapped_label(role="secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._caption)
        column.addWidget(self._text)
        for title, items in self._lists:
            title.setProperty("role", "caption")
            title.setContentsMargins(0, Space.S, 0, 0)
            column.addWidget(title)
            column.addWidget(items)
        self._remark.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(self._remark)
        column.addStretch(1)

    @property
    def prior_text(self) -> str:
        return self._text.text()

    @property
    def only_now(self) -> str:
        return self._lists[0][1].text()

    @property
    def only_before(self) -> str:
        return self._lists[1][1].text()

    @property
    def remark(self) -> str:
        return self._remark.text()

    def show_prior(self, report: WrittenReport, date: str) -> None:
        """Take the prior's report; :meth:`show_today` compares it."""
        self._prior = report
        if report.text:
            kind = tr("Signed report of the prior" if report.signed else "Report of the prior, not signed by anybody")
        else:
            kind = tr("Prior")
        self._caption.setText(f"{kind}, {date}")
        self._text.setText(report.text or tr("Nobody has written a report about it."))

    def show_today(self, text: str) -> None:
        """Compare with today's report as it stands now."""
        found = compare_reports(self._prior.text, text) if text and self._prior.text else None
        for (title, items), findings in zip(
            self._lists, (found.only_now, found.only_before) if found else ((), ()), strict=True
        ):
            title.setVisible(bool(findings))
            items.setVisible(bool(findings))
            items.setText("\n".join(_BULLET + finding for finding in findings))
        self._remark.setText(_remark(found, has_prior=bool(self._prior.text)))


def _remark(found: ReportComparison | None, *, has_prior: bool) -> str:
    if found is None:
        return tr("Today's report is still empty: there is nothing to compare yet.") if has_prior else ""
    told = []
    if not found.only_now and not found.only_before:
        told.append(tr("Both reports state the same findings."))
    else:
        told.append(tr("Findings that only one of the two texts states."))
    if found.not_read:
        told.append(tr("Not understood and not compared: {sentences}").format(sentences=" ".join(found.not_read)))
    return " ".join(told)
