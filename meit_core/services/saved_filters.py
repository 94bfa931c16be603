"""Filters of the worklist that a reader has given names; they belong to the reader and lie in the workspace."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from meit_core.domain.users import User
from meit_core.domain.worklist import SavedFilter, WorklistFilter
from meit_core.errors import UserError
from meit_core.services.workspace import Workspace
from meit_core.store import rights, settings

MOST: Final = 50
LONGEST_NAME: Final = 40


def list_filters(ws: Workspace, *, actor: User) -> tuple[SavedFilter, ...]:
    """Return the actor's filters by name."""
    with ws.store.reading() as session:
        return _filters(session, actor)


def save_filter(ws: Workspace, *, actor: User, name: str, wanted: WorklistFilter) -> tuple[SavedFilter, ...]:
    """Keep a filter under a name, in place of an earlier one of that name, and return all.

    Raises
    ------
    UserError
        No name or too long a one, too many filters, or the workspace can't be changed now.
    """
    name = " ".join(name.split())
    if not name:
        raise UserError("The filter has no name.", "Give it one, such as Night shift.")
    if len(name) > LONGEST_NAME:
        raise UserError("The name is too long.", f"Take at most {LONGEST_NAME} letters.")
    with ws.store.writing() as session:
        rights.require_rater(session, actor)
        others = [one for one in _filters(session, actor) if one.name.casefold() != name.casefold()]
        if len(others) >= MOST:
            raise UserError(f"There are {MOST} saved filters already.", "Delete one that isn't used.")
        return _put(session, actor, [*others, SavedFilter(name, wanted)])


def delete_filter(ws: Workspace, *, actor: User, name: str) -> tuple[SavedFilter, ...]:
    """Forget a filter and return the others; raises like :func:`save_filter`."""
    with ws.store.writing() as session:
        rights.require_rater(session, actor)
        return _put(session, actor, [one for one in _filters(session, actor) if one.name != name])


def _filters(session: Session, actor: User) -> tuple[SavedFilter, ...]:
    kept = settings.get(session, _key(actor), [])
    return tuple(SavedFilter(str(one["name"]), WorklistFilter.from_json(one["filter"])) for one in kept)


def _put(session: Session, actor: User, filters: list[SavedFilter]) -> tuple[SavedFilter, ...]:
    ordered = sorted(filters, key=lambda one: one.name.casefold())
    kept = [{"name": one.name, "filter": one.filter.to_json()} for one in ordered]
    settings.put(session, _key(actor), kept)
    return tuple(ordered)


def _key(actor: User) -> str:
    return f"worklist_filters/{actor.username}"
