"""Every screen and state as a PNG, from a workspace made for the purpose."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from meit_desktop.language import tr
from meit_desktop.pictures import scenes, viewer_scenes, worklist
from meit_desktop.pictures.attending import attending
from meit_desktop.pictures.camera import Camera, PictureMissing
from meit_desktop.pictures.comparing import comparing
from meit_desktop.pictures.files import write_import_folder
from meit_desktop.pictures.marking import marking
from meit_desktop.pictures.measuring import measuring
from meit_desktop.pictures.studio import Studio

PASSWORD = "correct horse"


class Gallery:
    """Makes one set of pictures, in the language that is spoken now."""

    def __init__(
        self, app: QApplication, camera: Camera, *, size: tuple[int, int], theme: str, text_percent: int
    ) -> None:
        self._app, self._size, self._theme, self._text_percent = app, size, theme, text_percent
        self.camera = camera

    def write(self, work: Path) -> None:
        """Go through all states; ``work`` is for workspaces and files."""
        demo = work / "demo.meit"
        self._write_first_start(work)
        with self._studio(work, demo, demo=True) as studio:
            studio.start()
            studio.camera.settle()
            studio.shoot("opening")
            studio.wait_for_list()
            scenes.read_and_draft(studio)
            measuring(studio)
            scenes.sign_and_amend(studio)
            comparing(studio)
            attending(studio)
            marking(studio)
            scenes.faults_of_the_model(studio)
            self._import(studio, work)
            worklist.narrowing(studio)
            worklist.bringing_in(studio, work / "ecg-inbox")
            scenes.house_style(studio)
            scenes.retraining(studio)
            viewer_scenes.enlarged_lead(studio)
            viewer_scenes.calibration(studio)
            viewer_scenes.keys(studio)
            viewer_scenes.high_contrast(studio)
            scenes.overlays(studio)
        self._write_model_missing(work, demo)
        self._write_read_only(work, demo)
        self._write_refused(work)

    @contextmanager
    def _studio(self, work: Path, path: Path, *, demo: bool, model: str = "rehearsed") -> Iterator[Studio]:
        studio = Studio(
            self._app,
            self.camera,
            folder=work,
            path=path,
            demo=demo,
            size=self._size,
            theme=self._theme,
            text_percent=self._text_percent,
            model=model,
        )
        try:
            yield studio
        finally:
            studio.close()

    def _write_first_start(self, work: Path) -> None:
        """First administrator, empty worklist, sign in."""
        path = work / "own.meit"
        with self._studio(work, path, demo=False, model="slow") as studio:
            window = studio.window
            studio.start()
            studio.wait_for("first start", lambda: window.page is window.first_admin)
            page = window.first_admin
            for field, text in (
                (page.printed_name, "Dr. Jane Doe"),
                (page.username, "doe"),
                (page.password, PASSWORD),
                (page.repeated, PASSWORD),
            ):
                field.setText(text)
            studio.shoot("first-start")
            page.create.click()
            studio.wait_for("empty worklist", lambda: window.page is window.desk)
            studio.wait_for("empty list", lambda: window.desk.empty.title == tr("Nothing to read yet"))
            studio.wait_for("model starting", studio.script.holding.is_set)
            studio.shoot("empty-worklist")
            studio.script.go_on()
            studio.command("sign_out")
            studio.wait_for("sign in", lambda: window.page is window.sign_in)
            window.sign_in.username.setText("doe")
            window.sign_in.password.setText("something else")
            window.sign_in.enter.click()
            studio.wait_for("refusal", lambda: not window.sign_in.fault.isHidden())
            studio.shoot("sign-in")

    def _import(self, studio: Studio, work: Path) -> None:
        """Import result, bad signal, quarantine."""
        folder = write_import_folder(work / "incoming")
        studio.window.files_dropped.emit((folder,))
        studio.wait_for("import", lambda: studio.window.work.isHidden() and studio.flows.importing.is_idle)
        studio.shoot("import-result")
        studio.dialog().close()
        model = studio.application.stage.desk.worklist.model
        bad = lambda: [study for study in model.studies if study.source_name == "ward-3-bed-14.csv"]  # noqa: E731
        studio.wait_for("imported studies", lambda: bool(bad()))
        studio.flows.reading.open(bad()[0].study_id)
        studio.wait_for("bad signal", lambda: studio.flows.reading.study_id == bad()[0].study_id)
        studio.shoot("bad-signal")
        studio.command("show_quarantine")
        studio.wait_for("quarantine", lambda: studio.dialog_shown)
        studio.shoot("quarantine")
        studio.dialog().close()

    def _write_model_missing(self, work: Path, demo: Path) -> None:
        with self._studio(work, demo, demo=True, model="missing") as studio:
            studio.start()
            studio.wait_for_list()
            studio.open("Emma")
            studio.wait_for(
                "no model", lambda: studio.window.footer.model_text == tr("No model: reports are written by hand")
            )
            studio.command("draft")
            studio.wait_for("refusal", lambda: not studio.report.is_drafting)
            studio.shoot("model-missing")

    def _write_read_only(self, work: Path, demo: Path) -> None:
        """Somebody else has the workspace open."""
        from meit_core.services.workspace import open_workspace

        with open_workspace(demo), self._studio(work, demo, demo=True) as studio:
            studio.start()
            studio.wait_for_list()
            studio.open("Clara")
            studio.shoot("read-only")

    def _write_refused(self, work: Path) -> None:
        path = work / "damaged.meit"
        path.write_bytes(b"not a workspace")
        with self._studio(work, path, demo=False) as studio:
            studio.start()
            studio.wait_for("refusal", lambda: not studio.window.opening.retry.isHidden())
            studio.shoot("workspace-refused")


def write_pictures(
    app: QApplication, folder: Path, *, size: tuple[int, int], theme: str, text_percent: int = 100
) -> int:
    """Write the pictures into ``folder`` and return the exit status."""
    with tempfile.TemporaryDirectory(prefix="meit-pictures-") as work:
        gallery = Gallery(app, Camera(folder), size=size, theme=theme, text_percent=text_percent)
        try:
            gallery.write(Path(work))
        except PictureMissing as missing:
            print(f"The picture of '{missing}' could not be taken.", file=sys.stderr)  # noqa: T201
            return 1
    print(f"{len(gallery.camera.names)} pictures in {folder}")  # noqa: T201
    return 0
