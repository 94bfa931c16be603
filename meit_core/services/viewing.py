"""Put the tracing as it is being looked at on paper, into a picture or into words."""

from __future__ import annotations

from pathlib import Path

from meit_core.domain.audit import AuditAction
from meit_core.domain.drawing import Drawing
from meit_core.domain.sheet_view import SheetView
from meit_core.domain.study import StudyDetail, StudyId
from meit_core.domain.users import User
from meit_core.exchange import measurement_text as words
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.svg import render_svg
from meit_core.exchange.view_page import draw_view as draw
from meit_core.exchange.whole_file import write_whole
from meit_core.services.workspace import Workspace
from meit_core.store import audit, rights


def draw_view(
    *, detail: StudyDetail, view: SheetView, with_name: bool = True, page_mm: tuple[float, float] | None = None
) -> Drawing:
    """Draw a study's tracing as it is looked at, at true scale and without any report.

    Parameters
    ----------
    with_name
        False leaves out everything that names the patient.
    page_mm
        The paper; ``None`` for a picture.

    Raises
    ------
    UserError
        The sheet is larger than the paper.
    """
    return draw(_document(detail), view, with_name=with_name, page_mm=page_mm)


def measurement_text(*, detail: StudyDetail, with_name: bool = True) -> str:
    """Return a study's measurements as plain text."""
    return words.measurement_text(_document(detail), with_name=with_name)


def svg_of(drawing: Drawing) -> str:
    """Return a drawing as SVG in millimetres."""
    return render_svg(drawing, title="12-lead ECG")


def write_picture(*, path: Path, content: bytes) -> None:
    """Write a picture's bytes, whole or not at all.

    Raises
    ------
    UserError
        The folder doesn't exist.
    EnvironmentFault
        The file can't be written.
    """
    write_whole(path, content, "The picture")


def note_view_left(ws: Workspace, *, actor: User, study_id: StudyId, form: str, with_name: bool) -> None:
    """Write into the audit log that a tracing leaves the workspace; on a read-only one only the right is checked.

    Parameters
    ----------
    form
        ``printer``, ``png``, ``svg``, ``clipboard`` or ``text``.

    Raises
    ------
    PermissionRefused
        The actor rates only, or is locked.
    """
    with ws.store.reading() as session:
        rights.require_reader(session, actor)
    if not ws.read_only:
        with ws.store.writing() as session:
            audit.append(session, AuditAction.TRACING_EXPORTED, study_id, actor=actor, format=form, with_name=with_name)


def _document(detail: StudyDetail) -> ReportDocument:
    return ReportDocument(record=detail.record, measurements=detail.measurements, study=detail.study)
