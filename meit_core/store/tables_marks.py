"""Table of manual marks on the median beat. Append-only: triggers refuse anything else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from meit_core.store.base import Base, Moment


class ManualMarksRow(Base):
    """All marks that readers have set on a study's median beat at one moment; the latest row counts.

    ``marks`` holds for each mark where it stands (ms from the R peak, null where it was taken away), by whom and since
    when; an empty object means that everything is as computed again. ``figures`` is what was measured between them.
    """

    __tablename__ = "manual_marks"

    pk: Mapped[int] = mapped_column(primary_key=True)
    study_pk: Mapped[int] = mapped_column(ForeignKey("studies.pk"), index=True)
    marks: Mapped[dict[str, Any]] = mapped_column(JSON)
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    username: Mapped[str]
    printed_name: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(Moment)
