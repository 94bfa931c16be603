"""What came of an import: what is new, what was there, what could not be read and why."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from meit_core.domain.importing import ImportResult
from meit_desktop.dialogs.quarantine import QuarantineTable
from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens


class ImportResultDialog(Sheet):
    """Three counts with icon and word; below them the unreadable files."""

    def __init__(self, result: ImportResult, tokens: Tokens, parent: QWidget | None = None) -> None:
        title = f"{_counted(len(result.imported), 'study', 'studies')} imported in {result.seconds:.1f} s"
        super().__init__(title, parent, window_title="Import finished")
        counts = QHBoxLayout()
        counts.setSpacing(Space.XL)
        for icon, colour, number, told in (
            ("confirmed", tokens.ok, len(result.imported), "new"),
            ("info", tokens.muted, len(result.duplicates), "already here"),
            ("warning", tokens.warn, len(result.quarantined), "unreadable"),
        ):
            counts.addLayout(_count(icon, colour, f"{number} {told}", tokens))
        counts.addStretch(1)
        self.column.addLayout(counts)
        if result.quarantined:
            self.say(
                "Unreadable files were left unchanged. They stay listed under File, Show unreadable files.", muted=True
            )
            self.table = QuarantineTable(result.quarantined)
            self.table.hideColumn(3)  # they were all tried just now
            self.column.addWidget(self.table, 1)
            self.take_room(52, 26)
        self.end_with_close()


def _count(icon: str, colour: str, text: str, tokens: Tokens) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.XS)
    picture = QLabel()
    picture.setPixmap(themed_icon(icon, tokens, colour).pixmap(16, 16))
    row.addWidget(picture)
    row.addWidget(QLabel(text))
    return row


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
