"""What the findings head sees: calibrated probabilities as bars and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from meit_core.domain.draft import Finding
from meit_desktop.language import counted, marked, tr
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_glyph import Glyph
from meit_desktop.widgets.report_labels import wrapped_label

SHOWN_FROM: Final = 0.05
"""Less likely findings are counted, not listed, unless the pack calls them present."""

_LIKELIHOOD: Final = (
    (0.90, marked("very likely")),
    (0.66, marked("likely")),
    (0.33, marked("possible")),
    (0.10, marked("unlikely")),
)
"""Calibrated language after Mastrandrea et al., IPCC guidance note on uncertainty, 2010 ("about as likely as not" is
put as "possible")."""

_LEAST_LIKELY: Final = marked("very unlikely")
LIKELIHOOD_WORDS: Final = (*(word for _, word in _LIKELIHOOD), _LEAST_LIKELY)


def likelihood(probability: float) -> str:
    """The word for a probability."""
    return tr(next((word for limit, word in _LIKELIHOOD if probability >= limit), _LEAST_LIKELY))


def percent(probability: float) -> str:
    """Whole per cent; never "0 %" or "100 %", which no model can know."""
    if probability < 0.01:
        return "< 1 %"
    return "> 99 %" if probability > 0.99 else f"{probability:.0%}".replace("%", " %")


class FindingRow(QWidget):
    """Label, likelihood and probability, a bar below; a tick where the pack's threshold is passed."""

    def __init__(self, finding: Finding, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.glyph = Glyph(tokens, *(("accept", "accent") if finding.present else ("unchecked", "muted")))
        label = wrapped_label(finding.label)
        value = QLabel(percent(finding.probability))
        word = QLabel(likelihood(finding.probability))
        word.setProperty("role", "secondary")
        bar = QProgressBar(textVisible=False, minimum=0, maximum=1000, value=round(1000 * finding.probability))
        # A bar is no control: a screen reader gets the row's name instead.
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(label, 1)
        first.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(Space.S)
        second.addWidget(bar, 1)
        second.addWidget(word)
        # Every bar ends at the same place: only then can lengths be compared.
        word.setMinimumWidth(max(word.fontMetrics().horizontalAdvance(tr(text)) for text in LIKELIHOOD_WORDS))
        word.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        state = tr("present" if finding.present else "below the threshold")
        self.setAccessibleName(
            f"{finding.label}: {percent(finding.probability)}, {likelihood(finding.probability)}, {state}"
        )


class FindingsView(QScrollArea):
    """All findings worth a line, likeliest first."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._rows: list[FindingRow] = []
        self._note = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Findings"))
        self.show_findings(())

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        return tuple(self._rows)

    @property
    def note(self) -> str:
        """The line below the bars."""
        return self._note

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show a draft's findings; none leave a line that says so."""
        listed = sorted(
            (finding for finding in findings if finding.present or finding.probability >= SHOWN_FROM),
            key=lambda finding: -finding.probability,
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        self._rows = [FindingRow(finding, self._tokens) for finding in listed]
        for row in self._rows:
            column.addWidget(row)
        left_out = len(findings) - len(listed)
        self._note = _note(len(findings), left_out)
        if self._note:
            column.addWidget(wrapped_label(self._note, role="secondary"))
        column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for row in self._rows:
            row.glyph.set_theme(tokens)


def _note(count: int, left_out: int) -> str:
    if count == 0:
        return tr("Findings and their probabilities appear with the draft.")
    limit = percent(SHOWN_FROM)
    return counted("1 more below {limit}", "%n more below {limit}", left_out).format(limit=limit) if left_out else ""
