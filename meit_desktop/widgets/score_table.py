"""Two packs on the same held-out recordings: score for score, with what chance alone would explain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from meit_desktop.language import marked, tr
from meit_desktop.theme.tokens import Tokens

SCORES: Final = {
    "micro_f1": marked("Statements (micro F1)"),
    "macro_f1": marked("Rare statements (macro F1)"),
    "rougeL": marked("Wording (ROUGE-L)"),
    "bleu4": marked("Wording (BLEU-4)"),
}
"""The watched scores, what is said before how it is said."""
HOLD_OUTS: Final = {
    "clinic": marked("Your held-out patients"),
    "public": marked("Public hold-out, asked for as before"),
    "public_as_clinic": marked("Public hold-out, asked for in your way"),
}
FACTUAL: Final = ("micro_f1", "macro_f1")
"""All that is compared where another wording is meant."""
_COLUMNS: Final = ("", marked("Before"), marked("After"), marked("Difference"), marked("95 % interval"), "")
_WORSE, _BETTER, _SAME = marked("worse"), marked("better"), marked("no clear change")


class ScoreTable(QTableWidget):
    """Rows of both hold-outs; a change beyond chance has a word and a colour."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_COLUMNS), parent)
        self._tokens = tokens
        self.setHorizontalHeaderLabels([tr(head) if head else "" for head in _COLUMNS])
        self.setAccessibleName(tr("Comparison of the two packs"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._widths_settled = QTimer(self, singleShot=True, interval=0)
        self._widths_settled.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(lambda *_: self._widths_settled.start())

    def show_scores(self, difference: Mapping[str, Any], n: Mapping[str, Any]) -> None:
        """Show a comparison."""
        self.setRowCount(0)
        for held, scores in difference.items():
            count = n[held]
            told = tr("{group}: {reports} reports of {patients} patients")
            self._add_head(told.format(group=tr(HOLD_OUTS[held]), reports=count["reports"], patients=count["patients"]))
            shown = FACTUAL if held == "public_as_clinic" else SCORES
            for name in shown:
                self._add_score(tr(SCORES[name]), scores[name])
        self.resizeRowsToContents()

    def _add_head(self, text: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        item = QTableWidgetItem(text)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.setItem(row, 0, item)
        self.setSpan(row, 0, 1, len(_COLUMNS))

    def _add_score(self, told: str, score: Mapping[str, Any]) -> None:
        row = self.rowCount()
        self.insertRow(row)
        low, high = score["ci95"]
        verdict = _WORSE if high < 0 else _BETTER if low > 0 else _SAME
        colour = {_WORSE: self._tokens.danger, _BETTER: self._tokens.ok, _SAME: self._tokens.muted}[verdict]
        figures = (f"{score['before']:.3f}", f"{score['after']:.3f}", _signed(score["difference"]))
        interval = tr("{low} to {high}").format(low=_signed(low), high=_signed(high))
        for column, text in enumerate((told, *figures, interval, tr(verdict))):
            item = QTableWidgetItem(text)
            if 0 < column < len(_COLUMNS) - 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if column == len(_COLUMNS) - 1:
                item.setForeground(QColor(colour))
            self.setItem(row, column, item)


def _signed(value: float) -> str:
    return f"{value:+.3f}".replace("-", "\N{MINUS SIGN}")
