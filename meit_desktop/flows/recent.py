"""Workspaces and folders that were used lately, in the File menu."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMenu

from meit_desktop.flows.importing import ImportFlow
from meit_desktop.flows.opening import OpeningFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.session import Session
from meit_desktop.settings import RECENT_FOLDERS, RECENT_WORKSPACES, Setting

KEPT: Final = 8


class RecentFlow(QObject):
    """Remembers places, never single recordings: their names may be patients'."""

    def __init__(
        self,
        stage: Stage,
        opening: OpeningFlow,
        settle: Callable[[Callable[[], None]], None],
        importing: ImportFlow,
    ) -> None:
        super().__init__()
        self._stage, self._opening, self._settle, self._importing = stage, opening, settle, importing
        self.workspaces = QMenu(tr("Open recent workspace"), stage.window)
        self.folders = QMenu(tr("Import from recent folder"), stage.window)
        opening.session_started.connect(self._opened)
        importing.taken.connect(self._imported_from)
        table = stage.window.actions_table
        menu = table.menus["File"]
        menu.insertMenu(table["show_quarantine"], self.folders)
        menu.insertMenu(table["lock"], self.workspaces)
        if stage.current is not None:
            self._opened(stage.current)
        self._fill()

    @Slot()
    def choose_workspace(self) -> None:
        """Ask for another workspace and open it."""
        dialog = QFileDialog(self._stage.window, tr("Open a workspace"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_workspace(Path(name)))
        dialog.open()

    def open_workspace(self, path: Path) -> None:
        """Leave this workspace, once the text on the screen is safe, and open another."""
        if self._stage.current is None:
            self._opening.open_path(path)
        else:
            self._settle(lambda: self._opening.open_path(path))

    @Slot(object)
    def _opened(self, session: Session) -> None:
        if not session.demo:
            self._remember(RECENT_WORKSPACES, session.workspace.path)
        self._fill()

    @Slot(tuple)
    def _imported_from(self, paths: tuple[Path, ...]) -> None:
        for path in reversed(paths[:KEPT]):
            self._remember(RECENT_FOLDERS, path if path.suffix == "" else path.parent)
        self._fill()

    def _remember(self, setting: Setting[str], path: Path) -> None:
        places = [str(path), *(place for place in _read(self._stage, setting) if place != str(path))]
        self._stage.settings.set(setting, json.dumps(places[:KEPT]))

    def _fill(self) -> None:
        _list(self.workspaces, _read(self._stage, RECENT_WORKSPACES), self.open_workspace)
        _list(self.folders, _read(self._stage, RECENT_FOLDERS), self._import)

    def _import(self, path: Path) -> None:
        if self._stage.current is not None:
            self._importing.import_paths((path,))


def _read(stage: Stage, setting: Setting[str]) -> list[str]:
    """What is remembered; a damaged entry counts as nothing."""
    try:
        places = json.loads(stage.settings.get(setting))
    except ValueError:
        return []
    return [place for place in places if isinstance(place, str)] if isinstance(places, list) else []


def _list(menu: QMenu, places: Sequence[str], choose: Callable[[Path], None]) -> None:
    menu.clear()
    for place in places:
        action = menu.addAction(place.replace("&", "&&"))
        action.triggered.connect(lambda _=False, path=Path(place): choose(path))
    menu.setEnabled(bool(places))
