"""Expert ratings of a workspace: export, import, means and agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from meit_core.domain.audit import AuditAction
from meit_core.domain.rating import GivenRating
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services.workspace import Workspace, open_workspace


@dataclass(frozen=True, slots=True)
class RatingsExported:
    """Attributes: the file, how many rows, raters and drafts, and whether raters are named in it."""

    path: Path
    ratings: int
    raters: int
    drafts: int
    named: bool


@dataclass(frozen=True, slots=True)
class RatingsImported:
    """Attributes: how many ratings are new, and how many were there already."""

    imported: int
    duplicates: int
    raters: int


def export_ratings(
    ws: Workspace,
    *,
    actor: User,
    path: Path,
    campaign: str | None = None,
    names: bool = False,
    comments: bool = False,
) -> RatingsExported:
    """Write the ratings that count to a CSV or JSON-lines file; administrators only.

    Parameters
    ----------
    campaign
        Ratings of its studies; all without it.
    names
        Write raters' usernames; without it ``rater-01`` and so on, in the order of their first rating.
    comments
        Write raters' comments, which may name somebody.

    Raises
    ------
    UserError
        There are no ratings, no such campaign, or the file's name fits no format.
    PermissionRefused
        The actor is no administrator.
    """
    from meit_core.exchange.rating_file import write_ratings
    from meit_core.store import audit, ratings, rights

    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
        found = _some(ratings.given(session, campaign=campaign))
    shown = found if names else blinded(found)
    write_ratings(path, shown, comments=comments)
    done = RatingsExported(
        path, len(shown), len({each.rater for each in shown}), len({each.draft for each in shown}), names
    )
    if not ws.read_only:
        with ws.store.writing() as session:
            audit.append(
                session,
                AuditAction.RATINGS_EXPORTED,
                campaign or "all studies",
                actor=actor,
                ratings=done.ratings,
                names=names,
                comments=comments,
            )
    return done


def import_ratings(ws: Workspace, *, actor: User, path: Path) -> RatingsImported:
    """Take ratings of this workspace's drafts from a file, all or none; administrators only.

    Rows that are already here as they stand are counted as duplicates. A rating keeps the rater of its row; its time is
    that of the import.

    Raises
    ------
    UserError
        The file can't be read, a row is wrong, or a draft isn't in this workspace.
    PermissionRefused
        The actor is no administrator.
    """
    from meit_core.exchange.rating_file import read_ratings
    from meit_core.store import audit, drafts, ratings, rights

    lines = read_ratings(path)
    with ws.store.writing() as session:
        rights.require_administrator(session, actor)
        known = {(each.draft, each.rater): (each.scores, each.comment) for each in ratings.given(session)}
        rows = drafts.rows_by_id(session, {line.draft for line in lines})
        missing = sum(line.draft not in rows for line in lines)
        if missing:
            raise UserError(
                f"{missing} of {len(lines)} ratings in {path.name} are of drafts that aren't in this workspace.",
                "Nothing was imported; open the workspace in which the drafts were written.",
            )
        new = [line for line in lines if known.get((line.draft, line.rater)) != (line.scores, line.comment)]
        for line in new:
            ratings.add(session, rows[line.draft], rater=line.rater, scores=line.scores, comment=line.comment)
        raters = len({line.rater for line in lines})
        if new:
            audit.append(session, AuditAction.RATINGS_IMPORTED, path.name, actor=actor, ratings=len(new), raters=raters)
    return RatingsImported(len(new), len(lines) - len(new), raters)


def rating_agreement(ws: Workspace, *, actor: User, campaign: str | None = None) -> dict[str, Any]:
    """Return means with intervals by criterion and model, and agreement figures; names nobody.

    Raises
    ------
    UserError
        There are no ratings, or no such campaign.
    PermissionRefused
        The actor may only rate: raters are not to see what others think.
    """
    from meit_core.evaluation.expert import evaluate_ratings
    from meit_core.store import ratings, rights

    with ws.store.reading() as session:
        rights.require_reader(session, actor)
        found = ratings.given(session, campaign=campaign)
    return evaluate_ratings(_some(found), campaign=campaign)


def expert_document(workspace: Path | None, *, campaign: str | None = None) -> dict[str, Any]:
    """Return the expert task's document for a workspace's file, for the operator of the command line."""
    from meit_core.services.users import operator

    with open_workspace(workspace) as opened:
        return rating_agreement(opened, actor=operator(), campaign=campaign)


def blinded(found: Sequence[GivenRating]) -> tuple[GivenRating, ...]:
    """Return ratings with numbers instead of raters' names."""
    numbers = {rater: number for number, rater in enumerate(dict.fromkeys(each.rater for each in found), start=1)}
    return tuple(replace(each, rater=f"rater-{numbers[each.rater]:02d}") for each in found)


def _some(found: tuple[GivenRating, ...]) -> tuple[GivenRating, ...]:
    if not found:
        raise UserError("There are no ratings here yet.", "Rate drafts in the application, or import ratings.")
    return found
