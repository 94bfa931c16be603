"""Top of every page: letterhead, state of the report, patient and study."""

from __future__ import annotations

from typing import Final

from meit_core.exchange.document import ReportDocument
from meit_core.exchange.identity import JOINT, clock, identify, status_words
from meit_core.exchange.palette import BORDER, DANGER, HAIRLINE_MM, MUTED, OK
from meit_core.exchange.pen import Pen
from meit_core.exchange.typeface import MEDIUM, Face, shrink_to_fit, width_mm, wrap

_CLINIC: Final = Face(9, MEDIUM)
_NAME: Final = Face(15, MEDIUM)
_BODY: Final = Face(9)
_QUIET: Final = Face(9, ink=MUTED)
_SMALLEST_NAME_PT: Final = 9.0
_NAME_WIDTH_MM: Final = 150.0
_LINE_MM: Final = 4.2
_MOST_LINES: Final = 6
"""More of a name, an id or a file name than this goes to the notes, so that the header can't push out the report."""
_FIRST_BASELINE_MM: Final = 11.5


class HeaderBlock:
    """Letterhead and identity; a name too long for its line is wrapped, so the height is known only after layout.

    Attributes
    ----------
    left_over
        What found no room here and has to be printed elsewhere.
    """

    def __init__(self, document: ReportDocument, left_mm: float, width_mm: float) -> None:
        self._document = document
        self._identity = identify(document)
        self._left_mm = left_mm
        self._right_mm = left_mm + width_mm
        self._name = shrink_to_fit(self._identity.name, _NAME, _SMALLEST_NAME_PT, _NAME_WIDTH_MM)
        name_lines = wrap(self._identity.name, self._name, _NAME_WIDTH_MM)
        person_lines = wrap(self._identity.person, _QUIET, _NAME_WIDTH_MM)
        study_lines = self._study(width_mm - _NAME_WIDTH_MM - 8)
        self._name_lines = name_lines[:_MOST_LINES]
        self._person_lines = person_lines[:_MOST_LINES]
        self._study_lines = study_lines[:_MOST_LINES]
        self.left_over = [
            " ".join(lines)
            for lines in (
                name_lines[_MOST_LINES:],
                person_lines[_MOST_LINES:],
                [line for line, _ in study_lines[_MOST_LINES:]],
            )
            if lines
        ]
        self._person_y_mm = _FIRST_BASELINE_MM + 4.7 + _LINE_MM * (len(self._name_lines) - 1)
        left_end_mm = self._person_y_mm + _LINE_MM * (len(self._person_lines) - 1)
        right_end_mm = _FIRST_BASELINE_MM + _LINE_MM * (len(self._study_lines) - 1)
        self.height_mm = max(left_end_mm, right_end_mm) + 3.0

    def _study(self, limit_mm: float) -> list[tuple[str, Face]]:
        who = self._identity
        recorded = f"Recorded {clock(who.acquired_at)}" if who.acquired_at else "Recording time not given"
        rows = [
            ("SIMULATED RECORDING, no real patient" if who.simulated else "", _BODY._replace(font=MEDIUM, ink=DANGER)),
            (recorded, _BODY),
            (JOINT.join(part for part in (who.device, who.source) if part), _QUIET),
        ]
        return [(line, face) for row, face in rows if row for line in wrap(row, face, limit_mm)]

    def draw(self, pen: Pen, top_mm: float) -> None:
        """Draw with the upper edge at ``top_mm``."""
        self._draw_letterhead(pen, top_mm)
        first_mm = top_mm + _FIRST_BASELINE_MM
        for index, line in enumerate(self._name_lines):
            pen.text(self._left_mm, first_mm + _LINE_MM * index, line, self._name)
        for index, line in enumerate(self._person_lines):
            pen.text(self._left_mm, top_mm + self._person_y_mm + _LINE_MM * index, line, _QUIET)
        for index, (line, face) in enumerate(self._study_lines):
            pen.text_right(self._right_mm, first_mm + _LINE_MM * index, line, face)

    def _draw_letterhead(self, pen: Pen, top_mm: float) -> None:
        baseline_mm = top_mm + 2.8
        words = JOINT.join(part for part in status_words(self._document) if part)
        state = _CLINIC._replace(ink=OK if self._document.confirmed else DANGER)
        pen.text_right(self._right_mm, baseline_mm, words, state)
        name, *address = self._document.clinic.splitlines() or ["12-lead ECG report"]
        rest = JOINT.join(address)
        room_mm = self._right_mm - self._left_mm - width_mm(words, state) - 10
        clinic = shrink_to_fit(f"{name}{JOINT}{rest}", _CLINIC, 3, room_mm)
        end_mm = pen.text(self._left_mm, baseline_mm, name, clinic)
        pen.text(end_mm + 3, baseline_mm, rest, Face(clinic.size_pt, ink=MUTED))
        pen.lines([[(self._left_mm, top_mm + 4.8), (self._right_mm, top_mm + 4.8)]], BORDER, HAIRLINE_MM)
