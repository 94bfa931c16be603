"""Filtering the worklist beyond search and status, with filters that have names; marking studies urgent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from meit_core.domain.study import Priority, Study
from meit_core.domain.worklist import WorklistFilter
from meit_desktop.flows.reading import ReadingFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import said, tr
from meit_desktop.operations import worklist as operations
from meit_desktop.tasks.lane import Task
from meit_desktop.theme.tokens import Space

if TYPE_CHECKING:
    from meit_desktop.dialogs.worklist_filter import WorklistFilterPopup

_IN_THE_MENU = ("toggle_urgent", "next_unread", "draft", "sign", "pdf")
"""Commands for a study that its row offers, too."""


class FilterFlow(QObject):
    """Opens the popup beside the list and keeps filters in the workspace.

    Signals
    -------
    priority_changed(Study)
        A study stands elsewhere in the list now.
    """

    priority_changed = Signal(object)

    def __init__(self, stage: Stage, reading: ReadingFlow) -> None:
        super().__init__()
        self._stage, self._reading = stage, reading
        panel = stage.desk.worklist
        panel.filters_wanted.connect(self.show)
        panel.menu_wanted.connect(self._show_menu)

    @Slot()
    def show(self) -> None:
        """Show all conditions beside the list."""
        from meit_desktop.dialogs.worklist_filter import WorklistFilterPopup

        if self._stage.current is None:
            return
        desk = self._stage.desk
        desk.set_worklist_shown(True)
        head = desk.worklist.head
        popup = WorklistFilterPopup(head.wanted, self._stage.window)
        popup.changed.connect(head.ask)
        popup.save_wanted.connect(lambda name, wanted: self._save(popup, name, wanted))
        popup.delete_wanted.connect(lambda name: self._delete(popup, name))
        popup.finished.connect(desk.worklist.view.setFocus)
        popup.open_at(head.mapToGlobal(QPoint(head.width() + Space.XS, Space.S)), self._stage.window)
        self._answer(popup, operations.list_filters(lanes=self._stage.lanes, session=self._stage.session))

    @Slot()
    def toggle_urgent(self) -> None:
        """Mark the study on the desk urgent, or routine again."""
        if self._reading.detail is None or self._stage.current is None:
            return
        study = self._reading.detail.study
        model = self._stage.desk.worklist.model
        row = model.row_of(study.study_id)
        study = study if row is None else model.studies[row]  # the row is the newer one right after a change
        urgent = study.priority is not Priority.URGENT
        task = operations.set_urgent(
            lanes=self._stage.lanes, session=self._stage.session, study_id=study.study_id, urgent=urgent
        )
        task.done.connect(self._prioritised)
        task.failed.connect(self._stage.window.notice.show_fault)

    @Slot(object)
    def _prioritised(self, study: Study) -> None:
        self._stage.desk.worklist.model.update_study(study)
        urgent = study.priority is Priority.URGENT
        key = self._stage.window.actions_table.key("toggle_urgent")
        told = (
            tr("Marked urgent: it stands first in the list. Press {key} to take it back.")
            if urgent
            else tr("Marked routine. Press {key} to take it back.")
        )
        self._stage.window.notice.show_message(told.format(key=key), "ok")
        self.priority_changed.emit(study)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self._stage.window)
        table = self._stage.window.actions_table
        for name in _IN_THE_MENU:
            menu.addAction(table[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _save(self, popup: WorklistFilterPopup, name: str, wanted: WorklistFilter) -> None:
        stage = self._stage
        task = operations.save_filter(lanes=stage.lanes, session=stage.session, name=name, wanted=wanted)
        task.done.connect(lambda _filters: popup.name.clear())
        self._answer(popup, task)

    def _delete(self, popup: WorklistFilterPopup, name: str) -> None:
        stage = self._stage
        self._answer(popup, operations.delete_filter(lanes=stage.lanes, session=stage.session, name=name))

    def _answer(self, popup: WorklistFilterPopup, task: Task) -> None:
        """Show what came of it, unless the popup has been closed meanwhile."""
        gone = []
        popup.destroyed.connect(lambda: gone.append(True))
        task.done.connect(lambda filters: None if gone else popup.show_saved(filters))
        task.failed.connect(lambda fault: None if gone else popup.refuse(said(fault)))
