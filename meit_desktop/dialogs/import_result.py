"""What came of an import: what is new, what was there, what could not be read and why."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from meit_core.domain.importing import ImportResult
from meit_desktop.dialogs.quarantine import ROOM_LINES, QuarantineTable
from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import counted, tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens


class ImportResultDialog(Sheet):
    """Three counts with icon and word; below them the unreadable files."""

    def __init__(self, result: ImportResult, tokens: Tokens, parent: QWidget | None = None) -> None:
        title = counted(
            "%n study imported in {seconds} s", "%n studies imported in {seconds} s", len(result.imported)
        ).format(seconds=f"{result.seconds:.1f}")
        super().__init__(title, parent, window_title=tr("Import finished"))
        counts = QHBoxLayout()
        counts.setSpacing(Space.XL)
        for icon, colour, told, number in (
            ("confirmed", tokens.ok, tr("{number} new"), len(result.imported)),
            ("info", tokens.muted, tr("{number} already here"), len(result.duplicates)),
            ("warning", tokens.warn, tr("{number} unreadable"), len(result.quarantined)),
        ):
            counts.addLayout(_count(icon, colour, told.format(number=number), tokens))
        counts.addStretch(1)
        self.column.addLayout(counts)
        if result.quarantined:
            self.say(
                tr("Unreadable files were left unchanged. They stay listed under File, Show unreadable files."),
                muted=True,
            )
            self.table = QuarantineTable(result.quarantined)
            self.table.hideColumn(3)  # they were all tried just now
            self.column.addWidget(self.table, 1)
            self.take_room(*ROOM_LINES)
        self.end_with_close()


def _count(icon: str, colour: str, text: str, tokens: Tokens) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.XS)
    picture = QLabel()
    picture.setPixmap(themed_icon(icon, tokens, colour).pixmap(16, 16))
    row.addWidget(picture)
    row.addWidget(QLabel(text))
    return row
