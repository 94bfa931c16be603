"""All conditions of the worklist in one popup; the list follows each of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meit_core.domain.worklist import SavedFilter, WorklistFilter, WorklistOrder
from meit_desktop.language import marked, tr
from meit_desktop.models.filter_words import ORDER_WORDS
from meit_desktop.theme.tokens import Space

_DAYS: Final[tuple[tuple[str, int | None], ...]] = (
    (marked("Any day"), None),
    (marked("Today"), 1),
    (marked("Last 7 days"), 7),
    (marked("Last 30 days"), 30),
)
_BETWEEN: Final = len(_DAYS)
_DRAFTS: Final[tuple[tuple[str, bool | None], ...]] = (
    (marked("With or without"), None),
    (marked("With a draft"), True),
    (marked("Without a draft"), False),
)
_BOXES: Final = (
    ("urgent", marked("Urgent only")),
    ("mine", marked("Mine: reports I have begun")),
    ("poor_signal", marked("Poor signal in a lead")),
    ("abnormal_rate", marked("Heart rate outside limits")),
    ("abnormal_qtc", marked("QTc outside limits")),
)


class WorklistFilterPopup(QDialog):
    """Passive: shows a filter and says what the reader makes of it. Escape or a click beside it closes.

    Signals
    -------
    changed(WorklistFilter)
        Show this.
    save_wanted(str, WorklistFilter), delete_wanted(str)
        Keep the filter under a name, or forget the one of that name.
    """

    changed = Signal(object)
    save_wanted = Signal(str, object)
    delete_wanted = Signal(str)

    def __init__(self, wanted: WorklistFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(tr("Filter the worklist"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wanted = wanted
        self._filters: tuple[SavedFilter, ...] = ()
        self._quiet = False
        self.boxes = {name: QCheckBox(tr(words)) for name, words in _BOXES}
        self.boxes["abnormal_rate"].setToolTip(tr("Below 60 or above 100/min, as flagged beside the tracing"))
        self.boxes["abnormal_qtc"].setToolTip(
            tr("Framingham, below 390 ms or above 450 (men) or 460 ms (women), as flagged beside the tracing")
        )
        self.days, self.drafted, self.order, self.saved = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.days.addItems([*(tr(words) for words, _ in _DAYS), tr("Between two days")])
        self.drafted.addItems([tr(words) for words, _ in _DRAFTS])
        self.order.addItems([tr(ORDER_WORDS[order]) for order in WorklistOrder])
        self.saved.setPlaceholderText(tr("Choose a saved filter"))
        self.since, self.until = _day_field(tr("First day")), _day_field(tr("Last day"))
        self.name = QLineEdit(placeholderText=tr("Name for this filter"))
        self.save, self.delete = QPushButton(tr("Save")), QPushButton(tr("Delete"))
        self.clear, self.close_button = QPushButton(tr("Take all off")), QPushButton(tr("Done"))
        self._fault = QLabel(wordWrap=True, visible=False)
        self._fault.setProperty("state", "danger")
        self._arrange()
        self._connect()
        self._show_wanted()

    def open_at(self, corner: QPoint, window: QWidget) -> None:
        """Show with the left upper corner here, moved so that all of it lies within the window."""
        self.adjustSize()
        area = window.rect().translated(window.mapToGlobal(QPoint()))
        x = min(corner.x(), area.right() - self.width())
        y = min(corner.y(), area.bottom() - self.height())
        self.move(max(x, area.left()), max(y, area.top()))
        self.show()
        self.boxes["urgent"].setFocus()

    def show_saved(self, filters: Sequence[SavedFilter]) -> None:
        """List the reader's filters; the one that is on is chosen."""
        self._filters = tuple(filters)
        self._fault.hide()
        self._quiet = True
        self.saved.clear()
        self.saved.addItems([one.name for one in self._filters])
        same = [index for index, one in enumerate(self._filters) if one.filter == self._plain()]
        self.saved.setCurrentIndex(same[0] if same else -1)
        self.saved.setEnabled(bool(self._filters))
        self.saved.setPlaceholderText(tr("Choose a saved filter") if self._filters else tr("None saved yet"))
        self.delete.setEnabled(self.saved.currentIndex() >= 0)
        self._quiet = False

    def refuse(self, words: str) -> None:
        """Say why a filter could not be saved or deleted."""
        self._fault.setText(words)
        self._fault.show()

    def _plain(self) -> WorklistFilter:
        """What is kept under a name: the conditions, not the words of a search."""
        return replace(self._wanted, search="")

    def _arrange(self) -> None:
        frame = QFrame()
        frame.setProperty("region", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inner.setSpacing(Space.S)
        inner.addWidget(_caption(tr("Show only")))
        for box in self.boxes.values():
            inner.addWidget(box)
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        form.addRow(tr("Recorded"), self.days)
        self._between = QWidget()
        between = QHBoxLayout(self._between)
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(Space.S)
        for widget in (self.since, QLabel(tr("to", "between two days")), self.until):
            between.addWidget(widget)
        form.addRow("", self._between)
        form.addRow(tr("Model draft"), self.drafted)
        form.addRow(tr("Order"), self.order)
        inner.addLayout(form)
        inner.addSpacing(Space.S)
        inner.addWidget(_caption(tr("Saved filters")))
        for fields in ((self.saved, self.delete), (self.name, self.save)):
            row = QHBoxLayout()
            row.addWidget(fields[0], 1)
            row.addWidget(fields[1])
            inner.addLayout(row)
        inner.addWidget(self._fault)
        inner.addSpacing(Space.S)
        buttons = QHBoxLayout()
        self.close_button.setProperty("role", "primary")
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        inner.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.saved.setAccessibleName(tr("Saved filters"))
        self.name.setAccessibleName(tr("Name for this filter"))
        for button in (self.save, self.delete, self.clear, self.close_button):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        for name, box in self.boxes.items():
            box.toggled.connect(lambda on, name=name: self._change(**{name: on}))
        self.days.activated.connect(self._days_chosen)
        for field in (self.since, self.until):
            field.dateChanged.connect(lambda _day: self._between_changed())
        self.drafted.activated.connect(lambda index: self._change(drafted=_DRAFTS[index][1]))
        self.order.activated.connect(lambda index: self._change(order=list(WorklistOrder)[index]))
        self.saved.activated.connect(self._saved_chosen)
        self.save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.saved.currentText()))
        self.clear.clicked.connect(self._clear)
        self.close_button.clicked.connect(self.accept)

    def _change(self, **conditions: object) -> None:
        if self._quiet:
            return
        self._wanted = replace(self._wanted, **conditions)
        self._show_wanted()
        self.changed.emit(self._wanted)

    @Slot(int)
    def _days_chosen(self, index: int) -> None:
        if index == _BETWEEN:
            self._between_changed()
        else:
            self._change(last_days=_DAYS[index][1], since=None, until=None)

    def _between_changed(self) -> None:
        first, last = sorted((_day(self.since), _day(self.until)))
        self._change(last_days=None, since=first, until=last)

    @Slot(int)
    def _saved_chosen(self, index: int) -> None:
        self._wanted = replace(self._filters[index].filter, search=self._wanted.search)
        self._show_wanted()
        self.changed.emit(self._wanted)

    @Slot()
    def _save(self) -> None:
        self.save_wanted.emit(self.name.text(), self._plain())

    @Slot()
    def _clear(self) -> None:
        self._wanted = self._wanted.without_conditions()
        self._show_wanted()
        self.changed.emit(self._wanted)

    def _show_wanted(self) -> None:
        wanted = self._wanted
        self._quiet = True
        for name, box in self.boxes.items():
            box.setChecked(getattr(wanted, name))
        between = wanted.since is not None or wanted.until is not None
        known = [days for _, days in _DAYS]
        self.days.setCurrentIndex(
            _BETWEEN if between else known.index(wanted.last_days if wanted.last_days in known else None)
        )
        self._between.setVisible(between)
        if between:
            self.since.setDate(QDate(wanted.since or date(2000, 1, 1)))
            self.until.setDate(QDate(wanted.until or date.today()))
        self.drafted.setCurrentIndex([value for _, value in _DRAFTS].index(wanted.drafted))
        self.order.setCurrentIndex(list(WorklistOrder).index(wanted.order))
        same = [index for index, one in enumerate(self._filters) if one.filter == self._plain()]
        self.saved.setCurrentIndex(same[0] if same else -1)
        self.delete.setEnabled(bool(same))
        self._quiet = False
        self.adjustSize()


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit(QDate.currentDate(), displayFormat="yyyy-MM-dd")
    field.setAccessibleName(name)
    return field


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())


def _caption(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "caption")
    return label
