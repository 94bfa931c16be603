"""The bundled fonts: registration, measuring, line breaking."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final, NamedTuple

from meit_core.exchange.palette import TEXT, Ink
from meit_core.resources import resource_path

REGULAR: Final = "Roboto"
MEDIUM: Final = "Roboto-Medium"
_FILES: Final = {REGULAR: "Roboto-Regular.ttf", MEDIUM: "Roboto-Medium.ttf"}
MM_PER_PT: Final = 25.4 / 72


class Face(NamedTuple):
    """How a piece of text looks."""

    size_pt: float
    font: str = REGULAR
    ink: Ink = TEXT


@cache
def register_fonts() -> None:
    """Make the bundled fonts known to reportlab, once per process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource_path("fonts", file))))


@cache
def _covered(font: str) -> frozenset[int]:
    from reportlab.pdfbase import pdfmetrics

    register_fonts()
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


def printable(text: str, font: str = REGULAR) -> str:
    """Return ``text`` with nothing that a page can't show.

    Control characters become spaces; a character without a glyph becomes its base letter where Unicode
    knows one (a rare accent is lost rather than the letter), otherwise the replacement mark.
    """
    covered = _covered(font)
    shown: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        if ord(character) in covered:
            shown.append(character)
        elif unicodedata.category(character) in ("Cc", "Zs", "Zl", "Zp"):
            shown.append(" ")
        elif unicodedata.category(character) not in ("Mn", "Cf"):
            base = unicodedata.normalize("NFKD", character)[0]
            shown.append(base if ord(base) in covered else "\N{REPLACEMENT CHARACTER}")
    return "".join(shown)


def width_mm(text: str, face: Face) -> float:
    """Set width of already printable text."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_fonts()
    return float(stringWidth(text, face.font, face.size_pt)) * MM_PER_PT


def wrap(text: str, face: Face, limit_mm: float) -> list[str]:
    """Break ``text`` into lines no wider than ``limit_mm``; a word longer than a line is broken, never cut off."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in printable(paragraph, face.font).split():
            candidate = f"{line} {word}" if line else word
            if width_mm(candidate, face) <= limit_mm:
                line = candidate
                continue
            if line:
                lines.append(line)
            line = word
            while width_mm(line, face) > limit_mm:
                head = _longest_fitting(line, face, limit_mm)
                lines.append(line[:head])
                line = line[head:]
        lines.append(line)
    return lines


def _longest_fitting(word: str, face: Face, limit_mm: float) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if width_mm(word[:middle], face) <= limit_mm:
            low = middle
        else:
            high = middle - 1
    return low


def shrink_to_fit(text: str, face: Face, smallest_pt: float, limit_mm: float) -> Face:
    """Largest size, from the face's own down to ``smallest_pt``, at which ``text`` fits on one line."""
    wanted_mm = width_mm(printable(text, face.font), face)
    if wanted_mm <= limit_mm:
        return face
    return face._replace(size_pt=max(smallest_pt, face.size_pt * limit_mm / wanted_mm))
