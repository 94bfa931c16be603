"""Labels and scrolling pages of the report column, and changing how one looks after it is on the screen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget


def wrapped_label(text: str = "", *, role: str = "", state: str = "") -> QLabel:
    """A label that wraps at the column's width and shows its text as it is, never as markup."""
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    # Ignored: the longest word of a report must not decide how wide the column is.
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if role:
        label.setProperty("role", role)
    if state:
        label.setProperty("state", state)
    return label


def scrolled(page: QWidget) -> QScrollArea:
    """Put a page into a column that scrolls up and down where the page is higher than the room."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumHeight(3 * page.fontMetrics().lineSpacing())
    area.setWidget(page)
    page.setAutoFillBackground(False)
    return area


def set_look(widget: QWidget, **properties: Any) -> None:
    """Set style properties (``role``, ``state``) on a widget that is shown already: Qt reads them only once."""
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, properties[name])
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def clock_time(moment: datetime) -> str:
    """Local time of day with seconds; a time without zone is taken as it is."""
    return _local(moment).strftime("%H:%M:%S")


def date_and_time(moment: datetime) -> str:
    """Local date and time in ISO order, so that no reader takes the month for the day."""
    return _local(moment).strftime("%Y-%m-%d %H:%M:%S")


def _local(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone()
