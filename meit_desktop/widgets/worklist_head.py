"""Above the rows: search, chips with counts, how many are shown, and what is filtered."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meit_core.domain.study import StudyStatus
from meit_core.domain.worklist import WorklistCounts, WorklistFilter
from meit_desktop.keymap import ShownKey, hint_with_key, shipped_key
from meit_desktop.language import tr
from meit_desktop.models.filter_words import conditions_in_words, grouped, rounded
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.search_field import SearchField
from meit_desktop.widgets.status_look import STATUS_LOOKS

_ALWAYS_SHOWN: Final = (None, StudyStatus.UNREAD)
"""The statuses one reads by; another has a chip while it is chosen, and a line in the menu behind the last chip."""


class WorklistHead(QWidget):
    """Holds the filter as the reader sets it, by key, chip or popup.

    Signals
    -------
    changed(WorklistFilter)
        The reader asks for something else.
    filters_wanted()
        Show all conditions.
    """

    changed = Signal(object)
    filters_wanted = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._wanted = WorklistFilter()
        self._counts = WorklistCounts({})
        self.search = SearchField(tokens)
        self.search.textChanged.connect(self._searched)
        self.chips = self._make_chips()
        self.urgent, self.mine = _toggle(tr("Urgent")), _toggle(tr("Mine"))
        self.urgent.setToolTip(tr("Only studies marked urgent"))
        self.mine.setToolTip(tr("Only studies whose report you have begun"))
        self.urgent.clicked.connect(lambda on: self._ask(replace(self._wanted, urgent=on)))
        self.mine.clicked.connect(lambda on: self._ask(replace(self._wanted, mine=on)))
        self.more = QPushButton("⋯", toolTip=tr("More statuses"))
        self.more.setProperty("role", "chip")
        self.more.setAccessibleName(tr("More statuses"))
        self.more.clicked.connect(self._show_more)
        self.shown = QLabel()
        self.shown.setProperty("role", "secondary")
        self.filters = QToolButton(text=tr("Filter"), toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filters.clicked.connect(self.filters_wanted)
        self._summary = QLabel(wordWrap=True)
        self._summary.setProperty("state", "accent")
        self._summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clear = QToolButton(toolTip=tr("Take the filter off"))
        self.clear.setAccessibleName(tr("Take the filter off"))
        self.clear.clicked.connect(lambda: self._ask(self._wanted.without_conditions()))
        self._told = QWidget()
        self._arrange()
        self.show_keys(shipped_key)
        self._show_wanted()
        self.set_theme(tokens)

    @property
    def wanted(self) -> WorklistFilter:
        return self._wanted

    def set_wanted(self, wanted: WorklistFilter) -> None:
        """Show a filter without announcing it."""
        self._wanted = wanted
        self._show_wanted()

    def ask(self, wanted: WorklistFilter) -> None:
        """Show a filter and announce it."""
        self._ask(wanted)

    def show_keys(self, shown: ShownKey) -> None:
        """Name the key in use that shows all conditions."""
        told = tr("Days, signal, rate, QTc, draft, order, saved filters")
        self.filters.setToolTip(hint_with_key(told, shown("filter_worklist")))

    def show_counts(self, counts: WorklistCounts) -> None:
        """Write the counts on the chips; what nobody has stays out of sight."""
        self._counts = counts
        for status, chip in self.chips.items():
            number = self._number(status)
            chip.setText(f"{_chip_word(status)}  {rounded(number)}")
            chip.setToolTip(f"{_chip_word(status)}: {grouped(number)}")
        for chip, word, number in ((self.urgent, tr("Urgent"), counts.urgent), (self.mine, tr("Mine"), counts.mine)):
            chip.setText(f"{word}  {rounded(number)}")
            chip.setVisible(bool(number) or chip.isChecked())
        self._show_chips()

    def show_number(self, number: int | None, *, more: bool = False) -> None:
        """Say how many studies the filter shows: ``None`` while they are counted, ``more`` where counting stopped."""
        if number is None:
            self.shown.setText("")
            return
        total = max(self._counts.total, number)  # what came in a moment ago is not in the counts yet
        told = f"{grouped(number)}+" if more else grouped(number)
        if number == total and not more:
            self.shown.setText(tr("1 study" if number == 1 else "{number} studies").format(number=told))
        else:
            self.shown.setText(tr("{number} of {total}").format(number=told, total=grouped(total)))

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.search.set_theme(tokens)
        self.filters.setIcon(themed_icon("filter", tokens, tokens.muted))
        self.clear.setIcon(themed_icon("close", tokens, tokens.muted))
        self.urgent.setIcon(themed_icon("warning", tokens, tokens.danger))

    def _make_chips(self) -> dict[StudyStatus | None, QPushButton]:
        group = QButtonGroup(self)
        chips: dict[StudyStatus | None, QPushButton] = {}
        for status in (None, *StudyStatus):
            chip = _toggle(_chip_word(status))
            if status not in _ALWAYS_SHOWN:
                chip.hide()
            chip.clicked.connect(lambda _=False, chosen=status: self._ask(replace(self._wanted, status=chosen)))
            group.addButton(chip)
            chips[status] = chip
        return chips

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.XS)
        column.setSpacing(Space.S)
        column.addWidget(self.search)
        holder = QWidget()
        flow = FlowLayout(holder)
        first, unread, *others = self.chips.values()
        for chip in (first, unread, *others, self.more, self.urgent, self.mine):
            flow.addWidget(chip)
        column.addWidget(holder)
        told = QHBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self._summary)
        told.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._told)
        line = QHBoxLayout()
        line.addWidget(self.shown)
        line.addStretch(1)
        line.addWidget(self.filters)
        column.addLayout(line)

    @property
    def further_statuses(self) -> tuple[StudyStatus, ...]:
        """Those behind the last chip: the ones that some study has."""
        return tuple(status for status in StudyStatus if status not in _ALWAYS_SHOWN and self._number(status))

    def _number(self, status: StudyStatus | None) -> int:
        return self._counts.total if status is None else self._counts.by_status.get(status, 0)

    def _show_chips(self) -> None:
        for status, chip in self.chips.items():
            chip.setVisible(status in _ALWAYS_SHOWN or status is self._wanted.status)
        self.more.setVisible(any(status is not self._wanted.status for status in self.further_statuses))

    @Slot()
    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for status in self.further_statuses:
            action = menu.addAction(f"{_chip_word(status)}  {grouped(self._number(status))}")
            action.setCheckable(True)
            action.setChecked(status is self._wanted.status)
            action.triggered.connect(self.chips[status].click)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot(str)
    def _searched(self, text: str) -> None:
        if text.strip() != self._wanted.search:
            self._ask(replace(self._wanted, search=text.strip()))

    def _ask(self, wanted: WorklistFilter) -> None:
        self._wanted = wanted
        self._show_wanted()
        self.changed.emit(wanted)

    def _show_wanted(self) -> None:
        wanted = self._wanted
        self.chips[wanted.status].setChecked(True)
        self._show_chips()
        self.urgent.setChecked(wanted.urgent)
        self.mine.setChecked(wanted.mine)
        for chip, number in ((self.urgent, self._counts.urgent), (self.mine, self._counts.mine)):
            chip.setVisible(bool(number) or chip.isChecked())
        if self.search.text().strip() != wanted.search:
            self.search.blockSignals(True)
            self.search.setText(wanted.search)
            self.search.blockSignals(False)
        words = ", ".join(conditions_in_words(wanted))
        self._summary.setText(words[:1].upper() + words[1:])
        self._told.setVisible(bool(words))
        self.filters.setText(f"{tr('Filter')}  {wanted.narrowing or ''}".rstrip())


def _toggle(word: str) -> QPushButton:
    chip = QPushButton(word, checkable=True)
    chip.setProperty("role", "chip")
    return chip


def _chip_word(status: StudyStatus | None) -> str:
    return tr("All" if status is None else STATUS_LOOKS[status].word)
