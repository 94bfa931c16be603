"""One study's row: status, name, and what must not be overlooked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from meit_core.domain.record import Sex
from meit_core.domain.study import Priority, Study, StudyStatus
from meit_desktop.language import marked, tr
from meit_desktop.models.worklist_model import STUDY_ROLE
from meit_desktop.theme.icons import paint_icon
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.status_look import STATUS_LOOKS

_ICON_PX = 16
_SEX_LETTERS: Final = {Sex.FEMALE: marked("F", "sex"), Sex.MALE: marked("M", "sex")}


class WorklistDelegate(QStyledItemDelegate):
    """Draws by hand: a widget per row would not survive a hundred thousand studies."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens
        self.two_lines = False
        self._icons: dict[tuple[str, str, float, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        line_px = QFontMetrics(option.font).height()
        lines = 2 if self.two_lines else 1
        return QSize(0, lines * line_px + (14 if self.two_lines else 13))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        study: Study = index.data(STUDY_ROLE)
        painter.save()
        self._paint_ground(painter, option)
        area = option.rect.adjusted(10, 0, -Space.S, 0)
        look = STATUS_LOOKS[study.status]
        icon_px = max(_ICON_PX, QFontMetrics(option.font).height())
        first = QRect(area.left(), area.top(), area.width(), area.height())
        if self.two_lines:
            first.setHeight(area.height() // 2 + 3)
        top = first.center().y() - icon_px / 2 + 1
        self._paint_icon(painter, look.icon, look.colour(self.tokens), QRectF(area.left(), top, icon_px, icon_px))
        first.setLeft(area.left() + icon_px + Space.S)
        small = self._small(option.font)
        if self.two_lines:
            second = QRect(first.left(), first.bottom() - 3, first.width(), area.bottom() - first.bottom())
            self._paint_second(painter, study, second, small)
            self._paint_first(painter, study, first, fonts=(option.font, small), right_text=_person(study))
        else:
            # One word fits beside a name. The status keeps its icon, and its word is in the tip and for screen readers.
            word = "" if study.priority is Priority.URGENT else tr(look.word)
            self._paint_first(painter, study, first, fonts=(option.font, small), right_text=word)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected:
            painter.fillRect(option.rect, QColor(self.tokens.selection))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(self.tokens.accent))
        elif hovered:
            painter.fillRect(option.rect, QColor(self.tokens.hover))

    def _paint_first(
        self, painter: QPainter, study: Study, area: QRect, *, fonts: tuple[QFont, QFont], right_text: str
    ) -> None:
        """Name at the left; at the right a word, and before it the marks that must survive eliding."""
        font, small = fonts
        right = area.right()
        painter.setFont(small)
        painter.setPen(QColor(self.tokens.muted))
        width = QFontMetrics(small).horizontalAdvance(right_text)
        painter.drawText(QRect(right - width, area.top(), width + 1, area.height()), _RIGHT, right_text)
        right -= width + 6 if right_text else 0
        if study.simulated:
            right = self._paint_tag(painter, tr("SIM"), area, right, small)
        if study.priority is Priority.URGENT:
            right = self._paint_urgent(painter, area, right, small)
        name_font = QFont(font)
        if study.status is StudyStatus.UNREAD:
            name_font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(name_font)
        painter.setPen(QColor(self.tokens.text))
        name = study.patient.name or study.patient.patient_id or study.source_name
        room = right - area.left()
        shown = QFontMetrics(name_font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(area.left(), area.top(), room, area.height()), _LEFT, shown)

    def _paint_second(self, painter: QPainter, study: Study, area: QRect, small: QFont) -> None:
        parts = [tr(STATUS_LOOKS[study.status].word), _short_time(study), study.patient.patient_id]
        painter.setFont(small)
        painter.setPen(QColor(self.tokens.muted))
        text = "  ".join(part for part in parts if part)
        shown = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, shown)

    def _paint_tag(self, painter: QPainter, text: str, area: QRect, right: int, small: QFont) -> int:
        """A hairline box with a short word; returns where the room left of it ends."""
        metrics = QFontMetrics(small)
        width, height = metrics.horizontalAdvance(text) + 6, metrics.height()
        box = QRectF(right - width + 0.5, area.center().y() - height / 2 + 0.5, width - 1, height)
        painter.setFont(small)
        painter.setPen(QColor(self.tokens.field_border))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(self.tokens.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return right - width - Space.XS

    def _paint_urgent(self, painter: QPainter, area: QRect, right: int, small: QFont) -> int:
        metrics = QFontMetrics(small)
        word, size = tr("Urgent"), metrics.height()
        width = metrics.horizontalAdvance(word)
        painter.setFont(small)
        painter.setPen(QColor(self.tokens.danger))
        painter.drawText(QRect(right - width, area.top(), width + 1, area.height()), _RIGHT, word)
        right -= width + 2
        corner = QPointF(right - size, area.center().y() - size / 2 + 1)
        self._paint_icon(painter, "warning", self.tokens.danger, QRectF(corner.x(), corner.y(), size, size))
        return right - size - Space.XS

    def _paint_icon(self, painter: QPainter, name: str, colour: str, target: QRectF) -> None:
        """Draw an icon that was drawn before from memory: rows are painted again with every step through the list."""
        ratio = painter.device().devicePixelRatioF()
        key = (name, colour, target.width(), ratio)
        if key not in self._icons:
            pixmap = QPixmap((target.size() * ratio).toSize())
            pixmap.fill(Qt.GlobalColor.transparent)
            inner = QPainter(pixmap)
            paint_icon(inner, name, colour, QRectF(pixmap.rect()))
            inner.end()
            pixmap.setDevicePixelRatio(ratio)
            self._icons[key] = pixmap
        painter.drawPixmap(target.topLeft(), self._icons[key])

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPixelSize(round(QFontMetrics(font).height() * 0.7))
        return small


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _short_time(study: Study) -> str:
    return f"{study.acquired_at:%Y-%m-%d %H:%M}" if study.acquired_at else ""


def _person(study: Study) -> str:
    age = tr("{age} y").format(age=f"{study.age_years:.0f}") if study.age_years is not None else ""
    sex = tr(_SEX_LETTERS.get(study.patient.sex, ""), "sex")
    return " ".join(part for part in (sex, age) if part)
