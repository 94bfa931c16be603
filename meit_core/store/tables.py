"""All tables, loaded: importing this makes :data:`METADATA` complete."""

from meit_core.store import (
    tables_calipers,
    tables_log,
    tables_marks,
    tables_people,
    tables_reports,
    tables_studies,
    tables_training,
)
from meit_core.store.base import Base

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "tables_calipers",
    "tables_log",
    "tables_marks",
    "tables_people",
    "tables_reports",
    "tables_studies",
    "tables_training",
]
