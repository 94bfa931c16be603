"""Writes a report as a vector PDF: identical input gives identical bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from meit_core.errors import UserError
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.identity import identify, status_words
from meit_core.exchange.page_layout import PageLayout
from meit_core.exchange.pen import PT_PER_MM, Pen
from meit_core.exchange.typeface import register_fonts
from meit_core.exchange.whole_file import write_whole


def write_report_pdf(document: ReportDocument, path: Path) -> int:
    """Write ``document`` to ``path`` and return the number of pages.

    The file appears complete or not at all; it may be read by its owner only.

    Raises
    ------
    UserError
        If the folder doesn't exist, or gain or speed can't be printed.
    EnvironmentFault
        If the file can't be written (no permission, disk full, open elsewhere).
    """
    content, pages = render_report(document)
    write_whole(path, content, "The PDF")
    return pages


def render_report(document: ReportDocument) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages."""
    from reportlab.pdfgen.canvas import Canvas

    if document.gain_mm_per_mv <= 0 or document.speed_mm_per_s <= 0:
        raise UserError("Gain and paper speed must be positive.", "Usual values are 10 mm/mV and 25 mm/s.")
    register_fonts()
    width_mm, height_mm = document.page_size.size_mm
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(width_mm * PT_PER_MM, height_mm * PT_PER_MM), invariant=1, pageCompression=1)
    state, _ = status_words(document)
    canvas.setTitle(f"ECG report, {state.lower()}")
    canvas.setSubject(identify(document).patient_id)
    canvas.setCreator("MEIT Desktop")
    canvas.setAuthor(document.signature.printed_name if document.signature and document.confirmed else "")
    layout = PageLayout(document)
    pen = Pen(canvas, height_mm)
    for number in range(1, layout.page_count + 1):
        layout.draw(pen, number)
    canvas.save()
    return buffer.getvalue(), layout.page_count
