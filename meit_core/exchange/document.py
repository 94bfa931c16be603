"""What goes onto a printed report, independent of how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from meit_core.domain.display_filter import UNFILTERED, DisplayFilter
from meit_core.domain.draft import Draft
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.report import ReportRevision, Signature
from meit_core.domain.study import Study, StudyStatus


class PageSize(StrEnum):
    """Paper, always landscape."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in mm."""
        return (297.0, 210.0) if self is PageSize.A4 else (279.4, 215.9)


@dataclass(frozen=True, slots=True, eq=False)
class ReportDocument:
    """One report to print.

    Attributes
    ----------
    study
        ``None`` for a recording that is in no workspace; patient and date then come from the record.
    text
        The report as it stands, without addenda.
    drafted_by
        The draft the text began with, if any; its model and pack are printed.
    signature
        The signature that confirms ``text``; without it every page is marked as unconfirmed.
    addenda
        Revisions added after signing, oldest first.
    display_filter
        How the tracing is printed; named on every page.
    clinic
        Letterhead: the first line is the name, further lines follow smaller.
    """

    record: EcgRecord
    measurements: Measurements
    study: Study | None = None
    text: str = ""
    drafted_by: Draft | None = None
    signature: Signature | None = None
    addenda: Sequence[ReportRevision] = ()
    status: StudyStatus = StudyStatus.DRAFTED
    clinic: str = ""
    gain_mm_per_mv: float = 10.0
    speed_mm_per_s: float = 25.0
    display_filter: DisplayFilter = UNFILTERED
    page_size: PageSize = PageSize.A4

    @property
    def confirmed(self) -> bool:
        return self.signature is not None and self.status in (StudyStatus.CONFIRMED, StudyStatus.AMENDED)
