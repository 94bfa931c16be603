"""Tables of retraining: the hold-out, campaigns, runs and what came of them, and which pack drafts. All append-only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from meit_core.store.base import Base, Moment


class HoldOutRow(Base):
    """Which patients no model of this workspace is ever trained on; one row, made at the first retraining.

    ``key`` is hexadecimal, and secret: with it patients' numbers could be guessed from their hashes.
    """

    __tablename__ = "hold_out"

    pk: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    share: Mapped[float]
    created_at: Mapped[datetime] = mapped_column(Moment)


class CampaignRow(Base):
    """A named collection of studies."""

    __tablename__ = "campaigns"

    pk: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(Moment)


class CampaignStudyRow(Base):
    """A study that belongs to a campaign."""

    __tablename__ = "campaign_studies"

    campaign_pk: Mapped[int] = mapped_column(ForeignKey("campaigns.pk"), primary_key=True)
    study_pk: Mapped[int] = mapped_column(ForeignKey("studies.pk"), primary_key=True)


class TrainingRunRow(Base):
    """A retraining that was begun, with everything that was decided before it."""

    __tablename__ = "training_runs"

    pk: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(unique=True)
    username: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(Moment)
    pack: Mapped[str]
    pack_sha256: Mapped[str]
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)


class TrainingResultRow(Base):
    """What came of a run; missing while it runs or where it was given up."""

    __tablename__ = "training_results"

    run_pk: Mapped[int] = mapped_column(ForeignKey("training_runs.pk"), primary_key=True)
    finished_at: Mapped[datetime] = mapped_column(Moment)
    pack: Mapped[str]
    pack_sha256: Mapped[str]
    scores: Mapped[dict[str, Any]] = mapped_column(JSON)


class PromotionRow(Base):
    """A change of the pack that drafts in this workspace.

    ``undoes`` names the promotion that a rollback takes back; ``pack`` is then the one that drafts again. ``location``
    is a folder beside the workspace, or empty for a pack that ships with the program.
    """

    __tablename__ = "pack_promotions"

    pk: Mapped[int] = mapped_column(primary_key=True)
    pack: Mapped[str]
    pack_sha256: Mapped[str]
    location: Mapped[str]
    run_pk: Mapped[int | None] = mapped_column(ForeignKey("training_runs.pk"))
    undoes: Mapped[int | None] = mapped_column(ForeignKey("pack_promotions.pk"), unique=True)
    reason: Mapped[str]
    username: Mapped[str]
    promoted_at: Mapped[datetime] = mapped_column(Moment)
