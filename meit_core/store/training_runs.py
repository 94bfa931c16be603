"""Retrainings: what was begun, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.training import RunId, TrainingRun
from meit_core.errors import UserError
from meit_core.store.base import now
from meit_core.store.tables_training import TrainingResultRow, TrainingRunRow


def begin(session: Session, run: TrainingRun) -> TrainingRun:
    """Keep what was decided."""
    session.add(
        TrainingRunRow(
            run_id=run.run_id,
            username=run.username,
            started_at=run.started_at,
            pack=run.pack_before,
            pack_sha256=run.pack_before_sha256,
            settings=dict(run.settings),
        )
    )
    session.flush()
    return run


def finish(session: Session, run_id: RunId, *, pack: str, pack_sha256: str, scores: Mapping[str, Any]) -> TrainingRun:
    """Keep what came of a run; once.

    Raises
    ------
    UserError
        There is no such run here, or its result is kept already and is another one.
    """
    row = row_of(session, run_id)
    kept = session.get(TrainingResultRow, row.pk)
    if kept is not None and kept.pack_sha256 != pack_sha256:
        raise UserError("Another result of this run is on record.", "Start a new run with 'meit retrain'.")
    if kept is None:
        kept = TrainingResultRow(
            run_pk=row.pk, finished_at=now(), pack=pack, pack_sha256=pack_sha256, scores=dict(scores)
        )
        session.add(kept)
        session.flush()
    return _run(row, kept)


def latest(session: Session, *, limit: int = 50) -> list[TrainingRun]:
    """Return runs, the newest first."""
    query = (
        select(TrainingRunRow, TrainingResultRow)
        .outerjoin(TrainingResultRow, TrainingResultRow.run_pk == TrainingRunRow.pk)
        .order_by(TrainingRunRow.pk.desc())
        .limit(limit)
    )
    return [_run(row, result) for row, result in session.execute(query)]


def with_pack(session: Session, pack_sha256: str) -> TrainingRun | None:
    """Return the run that made a pack, if one of this workspace did."""
    query = (
        select(TrainingRunRow, TrainingResultRow)
        .join(TrainingResultRow, TrainingResultRow.run_pk == TrainingRunRow.pk)
        .where(TrainingResultRow.pack_sha256 == pack_sha256)
        .order_by(TrainingRunRow.pk.desc())
        .limit(1)
    )
    found = session.execute(query).first()
    return None if found is None else _run(found[0], found[1])


def row_of(session: Session, run_id: str) -> TrainingRunRow:
    """Return a run's row.

    Raises
    ------
    UserError
        There is no such run.
    """
    row = session.scalar(select(TrainingRunRow).where(TrainingRunRow.run_id == run_id))
    if row is None:
        raise UserError("This run isn't one of this workspace.", "Choose another folder with --out, or start anew.")
    return row


def _run(row: TrainingRunRow, result: TrainingResultRow | None) -> TrainingRun:
    return TrainingRun(
        run_id=RunId(row.run_id),
        username=row.username,
        started_at=row.started_at,
        pack_before=row.pack,
        pack_before_sha256=row.pack_sha256,
        settings=row.settings,
        finished_at=None if result is None else result.finished_at,
        pack="" if result is None else result.pack,
        pack_sha256="" if result is None else result.pack_sha256,
        scores=None if result is None else result.scores,
    )
