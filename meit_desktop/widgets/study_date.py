"""When a study was recorded, in words."""

from __future__ import annotations

from meit_core.domain.study import Study
from meit_desktop.language import tr


def study_date(study: Study) -> str:
    """Date and time in ISO order, so that no reader takes the month for the day."""
    return f"{study.acquired_at:%Y-%m-%d %H:%M}" if study.acquired_at else tr("date unknown")
