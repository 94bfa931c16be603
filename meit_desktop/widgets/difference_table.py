"""The measurements of two recordings, line by line: prior, now, difference, tolerance, and what that amounts to."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from meit_core.domain.measurement_difference import Difference, Standing
from meit_desktop.language import marked, said, tr
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.quantities import QUANTITIES
from meit_desktop.widgets.report_labels import wrapped_label

_HEADS: Final = ("", marked("Prior"), marked("Now"), marked("Difference"), marked("Tolerance"), "")
_SHORT_HEADS: Final = ("", marked("Prior"), marked("Now"), marked("Diff."), marked("Tol."), "")
_DIFFERENCE, _WORDS = 3, 5
_NONE: Final = "\N{EN DASH}"
_MINUS: Final = "\N{MINUS SIGN}"


class DifferenceTable(QWidget):
    """Reads like the line above the tracing; what lies beyond its tolerance stands out by weight and by its words.

    Why a value is missing takes the place of the numbers, once for lines that follow each other with the same reason.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._differences: tuple[Difference, ...] = ()
        self._cells: list[tuple[QLabel, bool]] = []
        self._heads: list[QLabel] = []
        self._narrow = False
        self.setAccessibleName(tr("Measurements of both recordings"))
        self._holder = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(0)
        column.addWidget(self._holder)
        column.addStretch(1)

    @property
    def shown(self) -> tuple[Difference, ...]:
        return self._differences

    @property
    def text(self) -> str:
        """All that can be read in it, cell by cell."""
        return "\n".join(cell.text() for cell, _ in self._cells)

    def show_differences(self, differences: tuple[Difference, ...]) -> None:
        """Show these, one a line."""
        self._differences = differences
        self._cells = []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(_WORDS, 1)
        self._heads = [self._place(grid, "", 0, column, role="caption") for column in range(len(_HEADS))]
        for head, text in zip(self._heads, _translated(_HEADS), strict=True):
            head.setToolTip(text)
            head.setAccessibleName(text)
        self.set_narrow(self._narrow)
        row = 1
        for reason, together in groupby(differences, _reason):
            lines = tuple(together)
            for offset, one in enumerate(lines):
                self._add_values(grid, row + offset, one)
            if reason:
                told = wrapped_label(reason, state="muted")
                told.setAccessibleName(f"{', '.join(_label(one) for one in lines)}: {reason}")
                told.setAlignment(Qt.AlignmentFlag.AlignTop)
                grid.addWidget(told, row, _DIFFERENCE, len(lines), len(_HEADS) - _DIFFERENCE)
                self._cells.append((told, False))
            row += len(lines)
        self.layout().replaceWidget(self._holder, holder)
        self._holder.deleteLater()
        self._holder = holder
        self._embolden()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the words more room, at the cost of the heads."""
        self._narrow = narrow
        for head, text in zip(self._heads, _translated(_SHORT_HEADS if narrow else _HEADS), strict=False):
            head.setText(text)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def words(self, label: str) -> str:
        """What is said about a quantity."""
        return next(one.wording for one in self._differences if one.label == label)

    def _add_values(self, grid: QGridLayout, row: int, one: Difference) -> None:
        unit = one.unit if one.unit != "°" else ""
        self._place(grid, f"{_label(one)}  {unit}".rstrip(), row, 0, muted=True)
        self._place(grid, _value(one.before, one.unit), row, 1, muted=one.before is None)
        self._place(grid, _value(one.now, one.unit), row, 2, muted=one.now is None)
        if one.difference is None or one.tolerance is None:
            return
        beyond = one.standing is Standing.BEYOND
        self._place(grid, _signed(one.difference, one.unit), row, _DIFFERENCE, muted=not beyond, bold=beyond)
        self._place(grid, f"±{_value(one.tolerance, one.unit)}", row, 4, muted=True)
        words = wrapped_label(said(one.wording), state="" if beyond else "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        told = tr("{quantity}: prior {before}, now {now} {unit}, {difference}")
        words.setAccessibleName(
            told.format(
                quantity=_label(one),
                before=one.before,
                now=one.now,
                unit=one.unit,
                difference=said(one.wording),
            )
        )
        grid.addWidget(words, row, _WORDS)
        self._cells.append((words, beyond))

    def _place(
        self,
        grid: QGridLayout,
        text: str,
        row: int,
        column: int,
        *,
        role: str = "",
        muted: bool = False,
        bold: bool = False,
    ) -> QLabel:
        cell = QLabel(text)
        if role:
            cell.setProperty("role", role)
        if muted:
            cell.setProperty("state", "muted")
        side = Qt.AlignmentFlag.AlignRight if 0 < column < _WORDS else Qt.AlignmentFlag.AlignLeft
        grid.addWidget(cell, row, column, side | Qt.AlignmentFlag.AlignTop)
        self._cells.append((cell, bold))
        return cell

    def _embolden(self) -> None:
        for cell, bold in self._cells:
            if bold:
                font = cell.font()
                font.setBold(True)
                cell.setFont(font)


def _translated(heads: tuple[str, ...]) -> list[str]:
    return [tr(head) if head else "" for head in heads]


def _label(one: Difference) -> str:
    """As the line above the tracing calls it; a corrected QT by its formula."""
    return one.label if one.name == "qtc_ms" else tr(QUANTITIES[one.name])


def _reason(one: Difference) -> str:
    """Why there is no difference; empty where there is one."""
    return said(one.wording) if one.standing is Standing.REFUSED else ""


def _value(value: int | None, unit: str) -> str:
    return _NONE if value is None else f"{value}{_degrees(unit)}".replace("-", _MINUS)


def _signed(value: int, unit: str) -> str:
    return f"{value:+d}{_degrees(unit)}".replace("-", _MINUS) if value else f"0{_degrees(unit)}"


def _degrees(unit: str) -> str:
    return unit if unit == "°" else ""
