"""The worklist narrowed and sorted, and the ways that recordings come in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from meit_core.domain.study import Priority
from meit_core.domain.worklist import WorklistFilter
from meit_desktop.language import said, tr
from meit_desktop.operations import worklist as operations
from meit_desktop.pictures.studio import Studio

_URGENT: Final = ("Clara", "Felix")
_KEPT: Final = {
    "Night shift": WorklistFilter(urgent=True, last_days=1),
    "QTc to look at": WorklistFilter(abnormal_qtc=True, drafted=False),
}


def narrowing(studio: Studio) -> None:
    """Urgent studies, the filter popup with what it leaves, a search, nothing found."""
    panel = studio.application.stage.desk.worklist
    everybody = len(panel.model.studies)
    for patient in _URGENT:
        study = studio.open(patient)
        if study.priority is not Priority.URGENT:
            studio.command("toggle_urgent")
            studio.wait_for("urgent study", lambda patient=patient: patient in panel.model.studies[0].patient.name)
    studio.wait_for("urgent chip", lambda: not panel.head.urgent.isHidden())
    studio.shoot("worklist-urgent")
    studio.window.notice.hide()
    _keep_filters(studio)
    studio.command("filter_worklist")
    popup = studio.dialog()
    studio.wait_for("saved filters", lambda: popup.saved.count() == len(_KEPT))
    popup.boxes["abnormal_rate"].click()
    popup.drafted.activated.emit(0)
    studio.wait_for("filtered list", lambda: 0 < len(panel.model.studies) < everybody)
    studio.shoot("worklist-filter")
    popup.close()
    studio.camera.settle()
    panel.head.clear.click()
    panel.search.setFocus()
    panel.search.setText("karla")
    studio.wait_for("found", lambda: 0 < len(panel.model.studies) < 3)
    studio.shoot("worklist-search")
    panel.search.setText("zebra")
    studio.wait_for("nothing found", panel.empty.isVisible)
    studio.shoot("worklist-nothing-found")
    panel.search.clear()
    studio.wait_for("whole list", lambda: len(panel.model.studies) == everybody)
    panel.view.setFocus()


def bringing_in(studio: Studio, folder: Path) -> None:
    """Files over the window, a folder to watch, and watching it."""
    veil = studio.flows.dropping.veil
    veil.invite(12)
    studio.shoot("drop")
    reason = said("The workspace is already open, on this computer since 08:15. Close it there and open it here again.")
    veil.refuse(tr("The workspace is read-only. {reason}").format(reason=reason))
    studio.shoot("drop-refused")
    veil.hide()
    folder.mkdir(exist_ok=True)
    studio.command("watch_folder")
    dialog = studio.dialog()
    dialog.folder.setText(str(folder))
    dialog.on.setChecked(True)
    studio.shoot("watched-folder")
    dialog.save.click()
    studio.wait_for("watching", lambda: bool(studio.window.footer.watch_text))
    studio.shoot("watching")
    studio.command("watch_folder")
    dialog = studio.dialog()
    dialog.on.setChecked(False)
    dialog.save.click()
    studio.wait_for("no watching", lambda: not studio.window.footer.watch_text)
    studio.window.notice.hide()


def _keep_filters(studio: Studio) -> None:
    stage = studio.application.stage
    kept: list[object] = []
    for name, wanted in _KEPT.items():
        task = operations.save_filter(lanes=stage.lanes, session=stage.session, name=name, wanted=wanted)
        task.done.connect(kept.append)
    studio.wait_for("kept filters", lambda: len(kept) == len(_KEPT))
