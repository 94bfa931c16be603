"""A lead's name, and what must be known about the lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

from meit_core.signal.sheet_geometry import Segment
from meit_desktop.plots.badge_places import INDENT_MM, badge_bottom_mm
from meit_desktop.plots.layers import Layer
from meit_desktop.plots.lead_state import LeadMark
from meit_desktop.plots.sheet_item import SheetItem
from meit_desktop.theme.icons import paint_icon
from meit_desktop.theme.tokens import Space, TypeSize

_NAME_MM: Final = 3.6
_NAME_PX: Final = (int(TypeSize.BODY), 20)
"""The name grows with the paper between these, as it would on a larger print."""
_BACKDROP_ALPHA: Final = 215
"""Where a trace can't be avoided the name stays readable, and the trace visible."""


class BadgeItem(SheetItem):
    """The name in bold; then an icon and a word for each mark, and how much of a sentence hangs on the lead.

    Attributes
    ----------
    share
        Between 0 and 1; 0 for a lead that isn't emphasised.
    """

    def __init__(self, segment: Segment, marks: Sequence[LeadMark]) -> None:
        super().__init__(Layer.BADGE)
        self.share = 0.0
        self._name_font = QFont()
        self._word_font = QFont()
        self.show_segment(segment, marks)

    def show_segment(self, segment: Segment, marks: Sequence[LeadMark]) -> None:
        """Name another one; it must be placed afterwards."""
        self.segment = segment
        self.marks = tuple(marks)
        self._bottom_mm = segment.baseline_mm

    @property
    def text(self) -> str:
        """Everything it says, for tests and screen readers."""
        return " ".join((self.segment.name, *(mark.word for mark in self.marks), *self._share_words))

    @property
    def _share_words(self) -> tuple[str, ...]:
        return (f"{self.share * 100:.0f} %",) if self.share else ()

    def show_share(self, share: float) -> None:
        """Emphasise the lead, with its share in words; 0 takes that away. It must be placed afterwards."""
        if share != self.share:
            self.share = share
            self.update()

    def place(self, segments: Sequence[Segment], row_pitch_mm: float, px_per_mm: float) -> None:
        """Choose fonts for a scale, and a height that the traces leave free."""
        self._name_font = QFont(QApplication.font())
        self._name_font.setPixelSize(round(max(_NAME_PX[0], min(_NAME_PX[1], _NAME_MM * px_per_mm))))
        self._name_font.setWeight(QFont.Weight.DemiBold)
        self._word_font = QFont(QApplication.font())
        self._word_font.setPixelSize(max(int(TypeSize.SECONDARY), self._name_font.pixelSize() - 3))
        width_px, height_px = self._size_px()
        self._bottom_mm = badge_bottom_mm(
            self.segment,
            segments,
            width_mm=width_px / px_per_mm,
            height_mm=height_px / px_per_mm,
            row_pitch_mm=row_pitch_mm,
        )
        self.update()

    def rect_px(self, anchor_px: QPointF) -> QRectF:
        """The badge's rectangle, given the view's pixel at its lower left corner."""
        width_px, height_px = self._size_px()
        return QRectF(anchor_px.x(), anchor_px.y() - height_px, width_px, height_px)

    @property
    def anchor_mm(self) -> tuple[float, float]:
        """Lower left corner on the sheet."""
        return self.segment.x_mm + INDENT_MM, self._bottom_mm

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        box = self.rect_px(painter.worldTransform().map(QPointF(*self.anchor_mm)))
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        backdrop = QColor(self.tokens.paper)
        backdrop.setAlpha(_BACKDROP_ALPHA)
        painter.setPen(QColor(self.tokens.accent) if self.share else QColor(0, 0, 0, 0))
        painter.setBrush(backdrop)
        painter.drawRoundedRect(box.adjusted(-Space.XS / 2, 0, Space.XS / 2, 0), 3, 3)
        names, words = QFontMetricsF(self._name_font), QFontMetricsF(self._word_font)
        baseline = box.bottom() - names.descent()
        painter.setFont(self._name_font)
        painter.setPen(QColor(self.tokens.trace))
        painter.drawText(QPointF(box.left(), baseline), self.segment.name)
        left = box.left() + names.horizontalAdvance(self.segment.name)
        painter.setFont(self._word_font)
        icon_px = words.height()
        for mark in self.marks:
            colour = getattr(self.tokens, mark.weight)
            left += Space.S
            middle = baseline - words.capHeight() / 2
            paint_icon(painter, mark.icon, colour, QRectF(left, middle - icon_px / 2, icon_px, icon_px))
            left += icon_px + Space.XS / 2
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(left, baseline), mark.word)
            left += words.horizontalAdvance(mark.word)
        painter.setPen(QColor(self.tokens.accent))
        for share in self._share_words:
            painter.drawText(QPointF(left + Space.S, baseline), share)
        painter.restore()

    def _size_px(self) -> tuple[float, float]:
        names, words = QFontMetricsF(self._name_font), QFontMetricsF(self._word_font)
        extra = sum(Space.S + words.height() + Space.XS / 2 + words.horizontalAdvance(mark.word) for mark in self.marks)
        extra += sum(Space.S + words.horizontalAdvance(share) for share in self._share_words)
        return names.horizontalAdvance(self.segment.name) + extra, names.height()
