"""Who answers for the report: the signature after 21 CFR 11.50, or the plain statement that nobody does yet."""

from __future__ import annotations

from typing import Final

from meit_core.domain.report import Signature
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.identity import clock, status_words
from meit_core.exchange.palette import DANGER, MUTED, OK
from meit_core.exchange.report_flow import Line, paragraphs
from meit_core.exchange.typeface import MEDIUM, Face

SHORT_HASH: Final = 12
_SMALL: Final = Face(7.5, ink=MUTED)


def compose_signature(document: ReportDocument, width_mm: float) -> list[Line]:
    """Lines of the signature block, broken to ``width_mm``."""
    signature = document.signature if document.confirmed else None
    lines = _signed(signature, width_mm) if signature else _unsigned(document, width_mm)
    draft = document.drafted_by
    if draft is not None:
        pack = f"Drafted by {draft.pack}, pack {draft.pack_sha256[:SHORT_HASH]}"
        edited = ", edited by the reader" if document.text.strip() != draft.text.strip() else ""
        first, *more = paragraphs(pack + edited, _SMALL, width_mm)
        lines += [Line(first.text, first.face, 5.5), *more]
    return lines


def _signed(signature: Signature, width_mm: float) -> list[Line]:
    """Printed name, date and time, and meaning: the three parts of 21 CFR 11.50(a)."""
    return [
        Line("Electronically signed", Face(7.5, MEDIUM, OK), 3.0),
        *paragraphs(signature.printed_name, Face(11, MEDIUM), width_mm),
        *paragraphs(clock(signature.signed_at, seconds=True), Face(9), width_mm),
        *paragraphs(f"Meaning: {signature.meaning.value}", Face(9), width_mm),
        *paragraphs(f"Text SHA-256 {signature.content_sha256[:SHORT_HASH]}", _SMALL, width_mm),
    ]


def _unsigned(document: ReportDocument, width_mm: float) -> list[Line]:
    state, warning = status_words(document)
    return [
        Line(state, Face(11, MEDIUM, DANGER), 3.8),
        *paragraphs(warning, Face(9, MEDIUM, DANGER), width_mm),
        *paragraphs("Not for clinical use until a physician has read the tracing and signed.", Face(9), width_mm),
    ]
