"""Statements that fit what is being typed, shown above the field."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meit_desktop.language import tr
from meit_desktop.models.statement_search import ACRONYM_ROLE, StatementModel
from meit_desktop.theme.tokens import Space, Tokens

MOST_SUGGESTIONS = 6
_BORDER_PX = 1


class AcronymDelegate(QStyledItemDelegate):
    """Draws the acronym to type next time at the right, lighter."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        acronym = index.data(ACRONYM_ROLE)
        width = option.fontMetrics.horizontalAdvance(acronym)  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        # The row's background spans the whole width, its text stops before the acronym.
        background = QStyleOptionViewItem(option)
        self.initStyleOption(background, index)
        background.text = ""  # type: ignore[attr-defined]
        style = self.parent().style()  # type: ignore[attr-defined]
        style.drawControl(style.ControlElement.CE_ItemViewItem, background, painter, self.parent())
        painter.save()
        painter.setPen(QColor(self._tokens.text))
        room = rect.adjusted(Space.S, 0, -(width + Space.L), 0)
        label = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())  # type: ignore[attr-defined]
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), label)
        painter.setPen(QColor(self._tokens.muted))
        painter.drawText(
            rect.adjusted(0, 0, -Space.S, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), acronym
        )
        painter.restore()


class Suggestions(QListView):
    """A short list that lies over the report, so that nothing moves while somebody types.

    Signals
    -------
    chosen(str)
        A wording was clicked.
    """

    chosen = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._model = StatementModel(self, MOST_SUGGESTIONS)
        self._delegate = AcronymDelegate(tokens, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Statements of the library"))
        self.clicked.connect(lambda index: self.chosen.emit(index.data()))
        self.set_theme(tokens)
        self.hide()

    def suggest(self, typed: str, field: QWidget) -> None:
        """Show what fits above ``field``; nothing typed or nothing found hides the list."""
        if not typed.strip():
            self.hide()
            return
        self._model.search(typed)
        if self._model.rowCount() == 0:
            self.hide()
            return
        self.setCurrentIndex(QModelIndex())
        self.place_above(field)
        self.raise_()
        self.show()

    def place_above(self, field: QWidget) -> None:
        """Lie above the field, as high as the suggestions need and the room allows."""
        height = self._model.rowCount() * self.sizeHintForRow(0) + 2 * _BORDER_PX
        top_left = field.mapTo(self.parentWidget(), QPoint(0, -height - Space.XS))
        top = max(top_left.y(), 0)
        self.setGeometry(top_left.x(), top, field.width(), height + top_left.y() - top)

    @property
    def wordings(self) -> tuple[str, ...]:
        """What is offered now."""
        if self.isHidden():
            return ()
        return tuple(self._model.statement(row).label for row in range(self._model.rowCount()))

    @property
    def selected(self) -> str | None:
        """The wording the reader walked to."""
        index = self.currentIndex()
        return index.data() if not self.isHidden() and index.isValid() else None

    def walk(self, step: int) -> None:
        """Go up or down; beyond the first nothing is selected again."""
        row = self.currentIndex().row() + step if self.currentIndex().isValid() else (0 if step > 0 else -1)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._delegate.set_theme(tokens)
        self.setStyleSheet(f"QListView {{ border: {_BORDER_PX}px solid {tokens.muted}; }}")

    def sizeHint(self) -> QSize:
        return QSize(200, 100)
