"""Campaigns: named collections of studies, which only ever grow."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meit_core.domain.study import StudyId
from meit_core.store import studies
from meit_core.store.base import now
from meit_core.store.tables_training import CampaignRow, CampaignStudyRow


def extend(session: Session, name: str, study_ids: Sequence[StudyId], *, author: str) -> int:
    """Put studies into a campaign, which is made where there is none; returns how many are new in it.

    Raises
    ------
    UserError
        There is no such study.
    """
    campaign = session.scalar(select(CampaignRow).where(CampaignRow.name == name))
    if campaign is None:
        campaign = CampaignRow(name=name, created_by=author, created_at=now())
        session.add(campaign)
        session.flush()
    added = 0
    for study_id in dict.fromkeys(study_ids):
        study_pk = studies.row_of(session, study_id).pk
        if session.get(CampaignStudyRow, (campaign.pk, study_pk)) is None:
            session.add(CampaignStudyRow(campaign_pk=campaign.pk, study_pk=study_pk))
            added += 1
    session.flush()
    return added


def sizes(session: Session) -> dict[str, int]:
    """Return the number of studies of every campaign, by name."""
    query = (
        select(CampaignRow.name, func.count(CampaignStudyRow.study_pk))
        .outerjoin(CampaignStudyRow, CampaignStudyRow.campaign_pk == CampaignRow.pk)
        .group_by(CampaignRow.pk)
        .order_by(CampaignRow.name)
    )
    return {name: int(count) for name, count in session.execute(query)}
