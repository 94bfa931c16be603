"""Table of calipers. Append-only: triggers refuse anything else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from meit_core.store.base import Base, Moment


class CaliperSetRow(Base):
    """All calipers of a study at one moment; the latest row counts, the earlier ones show who set what before."""

    __tablename__ = "caliper_sets"

    pk: Mapped[int] = mapped_column(primary_key=True)
    study_pk: Mapped[int] = mapped_column(ForeignKey("studies.pk"), index=True)
    calipers: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    username: Mapped[str]
    printed_name: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(Moment)
