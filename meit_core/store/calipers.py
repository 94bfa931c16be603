"""Calipers of a study: sets are appended, the latest counts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.calipers import AmplitudeCaliper, Caliper, CaliperSet, IntervalMeaning, TimeCaliper
from meit_core.domain.users import User
from meit_core.store.base import now
from meit_core.store.tables_calipers import CaliperSetRow
from meit_core.store.tables_studies import StudyRow


def add(session: Session, study: StudyRow, calipers: Sequence[Caliper], *, author: User) -> CaliperSet:
    """Append a set, which counts from now on."""
    row = CaliperSetRow(
        study_pk=study.pk,
        calipers=[_to_json(caliper) for caliper in calipers],
        username=author.username,
        printed_name=author.printed_name,
        saved_at=now(),
    )
    session.add(row)
    session.flush()
    return _set(row)


def of_study(session: Session, study_pk: int) -> CaliperSet | None:
    """Return the set that counts; ``None`` where nobody has saved any."""
    latest = select(CaliperSetRow).where(CaliperSetRow.study_pk == study_pk).order_by(CaliperSetRow.pk.desc()).limit(1)
    row = session.scalars(latest).first()
    return None if row is None else _set(row)


def content_hash(calipers: Sequence[Caliper]) -> str:
    """Return the SHA-256 of the calipers as they are stored."""
    stored = json.dumps([_to_json(caliper) for caliper in calipers], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(stored.encode()).hexdigest()


def _set(row: CaliperSetRow) -> CaliperSet:
    return CaliperSet(tuple(_from_json(stored) for stored in row.calipers), row.printed_name, row.saved_at)


def _to_json(caliper: Caliper) -> dict[str, Any]:
    return {"kind": "time" if isinstance(caliper, TimeCaliper) else "amplitude"} | asdict(caliper)


def _from_json(stored: Mapping[str, Any]) -> Caliper:
    fields = {name: value for name, value in stored.items() if name != "kind"}
    if stored["kind"] == "amplitude":
        return AmplitudeCaliper(**fields)
    return TimeCaliper(**fields | {"meaning": IntervalMeaning(fields["meaning"])})
