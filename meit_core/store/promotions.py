"""Which pack drafts: a history that only grows, in which a rollback takes the last promotion back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.training import Promotion, RunId
from meit_core.errors import UserError
from meit_core.store import training_runs
from meit_core.store.base import now
from meit_core.store.tables_training import PromotionRow, TrainingRunRow


def current(session: Session) -> Promotion | None:
    """Return the promotion in force; ``None`` where the program's own pack drafts."""
    standing = _standing(session)
    return _promotion(session, standing[-1]) if standing else None


def add(
    session: Session,
    *,
    pack: str,
    pack_sha256: str,
    location: str,
    author: str,
    reason: str = "",
    run_id: RunId | None = None,
) -> Promotion:
    """Let a pack draft from now on."""
    row = PromotionRow(
        pack=pack,
        pack_sha256=pack_sha256,
        location=location,
        run_pk=None if run_id is None else training_runs.row_of(session, run_id).pk,
        reason=reason,
        username=author,
        promoted_at=now(),
    )
    session.add(row)
    session.flush()
    return _promotion(session, row)


def roll_back(session: Session, *, shipped: tuple[str, str], author: str) -> tuple[Promotion, Promotion | None]:
    """Take the promotion in force back; returns it and the one that is in force again, if any.

    Parameters
    ----------
    shipped
        Name and hash of the program's own pack, which drafts where no promotion is left.

    Raises
    ------
    UserError
        There is none to take back.
    """
    standing = _standing(session)
    if not standing:
        raise UserError("The program's own pack is in use; there is nothing to go back to.", "See 'meit packs list'.")
    undone, before = standing[-1], standing[-2] if len(standing) > 1 else None
    session.add(
        PromotionRow(
            pack=before.pack if before else shipped[0],
            pack_sha256=before.pack_sha256 if before else shipped[1],
            location=before.location if before else "",
            run_pk=before.run_pk if before else None,
            undoes=undone.pk,
            reason="",
            username=author,
            promoted_at=now(),
        )
    )
    session.flush()
    return _promotion(session, undone), None if before is None else _promotion(session, before)


def history(session: Session) -> list[Promotion]:
    """Return every pack that a promotion or a rollback put in force, the newest first."""
    rows = session.scalars(select(PromotionRow).order_by(PromotionRow.pk.desc()))
    return [_promotion(session, row) for row in rows.all()]


def _standing(session: Session) -> list[PromotionRow]:
    """Promotions that no rollback took back, oldest first."""
    rows = session.scalars(select(PromotionRow).order_by(PromotionRow.pk)).all()
    undone = {row.undoes for row in rows}
    return [row for row in rows if row.undoes is None and row.pk not in undone]


def _promotion(session: Session, row: PromotionRow) -> Promotion:
    run = None if row.run_pk is None else session.get(TrainingRunRow, row.run_pk)
    return Promotion(
        number=row.pk,
        pack=row.pack,
        pack_sha256=row.pack_sha256,
        location=row.location,
        username=row.username,
        promoted_at=row.promoted_at,
        reason=row.reason,
        run_id=None if run is None else RunId(run.run_id),
    )
