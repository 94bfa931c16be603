"""Print, save and copy the tracing as it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from meit_core.domain.drawing import Drawing
from meit_core.domain.sheet_view import SheetView
from meit_core.domain.study import StudyDetail
from meit_core.jobs import JobContext
from meit_desktop.plots.drawing_painter import picture_of
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes

if TYPE_CHECKING:
    from meit_core.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves: a study's tracing, as it is shown, with or without the patient's name."""

    detail: StudyDetail
    view: SheetView
    with_name: bool


@dataclass(frozen=True, slots=True, eq=False)
class Copied:
    """A picture, and the same as SVG."""

    image: QImage
    svg: str


def draw_for_paper(*, lanes: Lanes, session: Session, leaving: Leaving, page_mm: tuple[float, float]) -> Task:
    """Draw the tracing for paper of a size."""

    def work(_job: JobContext) -> Drawing:
        from meit_core.services import viewing

        drawing = viewing.draw_view(
            detail=leaving.detail, view=leaving.view, with_name=leaving.with_name, page_mm=page_mm
        )
        _note(session, leaving, "printer")
        return drawing

    return lanes.files.submit("draw tracing", work)


def save_view(*, lanes: Lanes, session: Session, leaving: Leaving, path: Path) -> Task:
    """Write the tracing as PNG at 300 dpi or, to a name that ends so, as SVG; the result is the path."""

    def work(_job: JobContext) -> Path:
        from meit_core.services import viewing

        form = "svg" if path.suffix.lower() == ".svg" else "png"
        drawing = viewing.draw_view(detail=leaving.detail, view=leaving.view, with_name=leaving.with_name)
        content = viewing.svg_of(drawing).encode() if form == "svg" else _png(picture_of(drawing))
        _note(session, leaving, form)
        viewing.write_picture(path=path, content=content)
        return path

    return lanes.files.submit("save tracing", work)


def copy_view(*, lanes: Lanes, session: Session, leaving: Leaving) -> Task:
    """Make the tracing's picture for the clipboard."""

    def work(_job: JobContext) -> Copied:
        from meit_core.services import viewing

        drawing = viewing.draw_view(detail=leaving.detail, view=leaving.view, with_name=leaving.with_name)
        copied = Copied(picture_of(drawing), viewing.svg_of(drawing))
        _note(session, leaving, "clipboard")
        return copied

    return lanes.files.submit("copy tracing", work)


def copy_measurements(*, lanes: Lanes, session: Session, leaving: Leaving) -> Task:
    """Put the measurements into words for the clipboard."""

    def work(_job: JobContext) -> str:
        from meit_core.services import viewing

        text = viewing.measurement_text(detail=leaving.detail, with_name=leaving.with_name)
        _note(session, leaving, "text")
        return text

    return lanes.files.submit("copy measurements", work)


def _note(session: Session, leaving: Leaving, form: str) -> None:
    from meit_core.services import viewing

    workspace: Workspace = session.workspace
    study_id = leaving.detail.study.study_id
    viewing.note_view_left(workspace, actor=session.user, study_id=study_id, form=form, with_name=leaving.with_name)


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())
