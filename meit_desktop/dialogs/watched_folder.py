"""Name the folder whose new recordings are imported by themselves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from meit_core.domain.watching import WatchedFolder
from meit_core.errors import UserError
from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import said, tr


class WatchedFolderDialog(Sheet):
    """Signals: chosen(Path, bool) the folder, and whether to watch it."""

    chosen = Signal(object, bool)

    def __init__(self, folder: WatchedFolder | None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Watch a folder"), parent)
        self.say(
            tr(
                "Recordings that come into this folder, or into folders in it, are imported by themselves while "
                "somebody is signed in. A file is taken once it has stopped growing, a WFDB header once its signal "
                "file is there. The files stay where they are, unchanged; what can't be read is listed under File, "
                "Show unreadable files."
            )
        )
        self.folder = QLineEdit(placeholderText=tr("Folder"))
        self.folder.setAccessibleName(tr("Folder to watch"))
        self.browse = QPushButton(tr("Choose…"), autoDefault=False)
        self.browse.clicked.connect(self._browse)
        self.on = QCheckBox(tr("Import new recordings from this folder"))
        if folder is not None:
            self.folder.setText(str(folder.folder))
            self.on.setChecked(folder.on)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        self.column.addLayout(row)
        self.column.addWidget(self.on)
        if folder is not None and folder.decided_by:
            self.say(
                tr("Last decided by {decided_by}. Every change is in the audit log.").format(
                    decided_by=folder.decided_by
                ),
                muted=True,
            )
        self._fault = QLabel(wordWrap=True, visible=False)
        self._fault.setProperty("state", "danger")
        self.column.addWidget(self._fault)
        self.cancel, self.save = self.end_with_save(self._save)
        self.folder.textChanged.connect(lambda _text: self._may_save())
        self.on.toggled.connect(lambda _on: self._may_save())
        self._may_save()
        self.take_room(36, 17)

    def refuse(self, fault: UserError) -> None:
        """Say why this folder can't be watched; everything can be corrected."""
        self._fault.setText(said(fault))
        self._fault.show()
        self._may_save()

    @Slot()
    def _browse(self) -> None:
        dialog = QFileDialog(self, tr("Folder to watch"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    @Slot(str)
    def _take(self, folder: str) -> None:
        self.folder.setText(folder)
        self.on.setChecked(True)

    def _may_save(self) -> None:
        self.save.setEnabled(bool(self.folder.text().strip()))

    @Slot()
    def _save(self) -> None:
        self.save.setEnabled(False)
        self._fault.hide()
        self.chosen.emit(Path(self.folder.text().strip()), self.on.isChecked())
