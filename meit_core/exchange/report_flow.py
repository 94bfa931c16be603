"""The report as a stream of lines that flows from page to page; nothing in it is ever cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from meit_core.domain.draft import Draft, Support
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.identity import clock
from meit_core.exchange.palette import DANGER, MUTED
from meit_core.exchange.pen import Pen
from meit_core.exchange.typeface import MEDIUM, Face, wrap

_HEADING: Final = Face(7.5, MEDIUM, MUTED)
_ALARM: Final = Face(7.5, MEDIUM, DANGER)
_SMALL: Final = Face(7.5, ink=MUTED)
_LEADING: Final = 1.36
_MM_PER_PT: Final = 25.4 / 72
TEXT_SIZES_PT: Final = (10.5, 9.5, 8.5)
"""The largest at which everything fits beneath the sheet is taken; a text that needs more pages keeps the first."""

_REASONS_PRINTED: Final = {"heart_rate_bpm": "Rate", "pr_ms": "PR", "qrs_ms": "QRS", "qt_ms": "QT"}


@dataclass(frozen=True, slots=True)
class Line:
    """A set line and the room it takes, from the last line's baseline to its own."""

    text: str
    face: Face
    advance_mm: float


def compose(document: ReportDocument, notes: Sequence[str], width_mm: float, text_pt: float) -> list[Line]:
    """Break report, addenda, the guard's objections and notes into lines no wider than ``width_mm``."""
    body = Face(text_pt)
    gap_mm = text_pt * 0.56
    lines = [Line("Report", _HEADING, 3.0)]
    lines += paragraphs(document.text.strip() or "No report has been written yet.", body, width_mm)
    for number, addendum in enumerate(document.addenda, start=1):
        byline = f"{addendum.author}, {clock(addendum.created_at)}"
        if addendum.meaning is not None:  # printed name, time and meaning: 21 CFR 11.50(a)
            byline = f"Electronically signed by {byline}, meaning: {addendum.meaning.value}"
        lines.append(Line(f"Addendum {number}", _HEADING, gap_mm))
        lines += paragraphs(byline, _SMALL, width_mm)
        lines += paragraphs(addendum.text.strip(), body, width_mm)
    if not document.confirmed and document.drafted_by is not None:
        lines += _objections(document.drafted_by, document.text, width_mm, gap_mm)
    if notes:
        lines.append(Line("Notes", _HEADING, gap_mm))
        lines += paragraphs("\n".join(notes), _SMALL, width_mm)
    return lines


def paragraphs(text: str, face: Face, width_mm: float) -> list[Line]:
    """Break ``text`` into evenly spaced lines."""
    return [Line(line, face, face.size_pt * _LEADING * _MM_PER_PT) for line in wrap(text, face, width_mm)]


def fill_page(lines: list[Line], height_mm: float) -> tuple[list[Line], list[Line]]:
    """Split off the lines that fit into ``height_mm``, one at least; a heading never stays behind alone."""
    used_mm, count = lines[0].advance_mm, 1
    while count < len(lines) and used_mm + lines[count].advance_mm <= height_mm:
        used_mm += lines[count].advance_mm
        count += 1
    while 1 < count < len(lines) and lines[count - 1].face.font == MEDIUM:
        count -= 1
    return lines[:count], lines[count:]


def draw_lines(pen: Pen, lines: list[Line], x_mm: float, top_mm: float) -> None:
    """Write ``lines`` downwards from ``top_mm``."""
    baseline_mm = top_mm
    for line in lines:
        baseline_mm += line.advance_mm
        pen.text(x_mm, baseline_mm, line.text, line.face)


def _objections(draft: Draft, text: str, width_mm: float, gap_mm: float) -> list[Line]:
    """Contradicted sentences that are still in the text, with the evidence."""
    standing = [s for s in draft.sentences if s.support is Support.CONTRADICTED and s.text.strip() in text]
    if not standing:
        return []
    lines = [Line("Contradicted by the recording", _ALARM, gap_mm)]
    for sentence in standing:
        evidence = f" {sentence.evidence}" if sentence.evidence else ""
        quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{sentence.text.strip()}\N{RIGHT DOUBLE QUOTATION MARK}{evidence}"
        lines += paragraphs(quoted, Face(8.5), width_mm)
    return lines


def notes_on(document: ReportDocument) -> list[str]:
    """Why a measurement is absent, and what the reader of the file had to do to the data."""
    measurements = document.measurements
    reasons = [
        f"{label} not given: {measurements.reasons[field]}"
        for field, label in _REASONS_PRINTED.items()
        if getattr(measurements, field) is None and field in measurements.reasons
    ]
    return [*reasons, *(note.strip() for note in document.record.notes if note.strip())]
