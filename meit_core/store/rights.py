"""Who may do what, decided by what the workspace knows about the user now, not when they signed in."""

from __future__ import annotations

from sqlalchemy.orm import Session

from meit_core.domain.users import User
from meit_core.errors import PermissionRefused
from meit_core.store import users

_ASK = "Ask an administrator of this workspace."


def require_reader(session: Session, actor: User) -> User:
    """Return the actor as registered now.

    Somebody who isn't registered, such as the operator of the command line, acts with the role they come with: whoever
    can start this program on the file could also change the file.

    Raises
    ------
    PermissionRefused
        The actor is locked, or rates only.
    """
    present = _present(session, actor)
    if not present.may_sign:
        raise PermissionRefused("Your role doesn't allow this: it is for rating drafts only.", _ASK)
    return present


def require_rater(session: Session, actor: User) -> User:
    """Like :func:`require_reader`, for everybody who may rate."""
    return _present(session, actor)


def require_administrator(session: Session, actor: User) -> User:
    """Like :func:`require_reader`, for administrators."""
    present = _present(session, actor)
    if not present.may_administer:
        raise PermissionRefused("Only an administrator may do this.", _ASK)
    return present


def _present(session: Session, actor: User) -> User:
    present = users.find(session, actor.username) or actor
    if present.locked:
        raise PermissionRefused("Your account is locked.", _ASK)
    return present
