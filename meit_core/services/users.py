"""Users of a workspace: the first administrator, signing in, adding and locking."""

from __future__ import annotations

import getpass
import re
from typing import Final

from meit_core.domain.audit import AuditAction
from meit_core.domain.users import Role, User
from meit_core.errors import PermissionRefused, UserError
from meit_core.services.workspace import Workspace
from meit_core.store import audit, rights, users

SHORTEST_PASSWORD: Final = 8
_USERNAME: Final = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}", re.IGNORECASE)


def operator() -> User:
    """Return who acts at the command line: the person logged in at this computer, as an administrator.

    Whoever may run commands on a workspace's file owns it. The name can't be a registered user's, so that the audit
    log always tells the two apart, and having no password in the workspace an operator can't sign.
    """
    try:
        login = getpass.getuser()
    except (OSError, KeyError):  # no name for this number, as in some containers
        login = "unknown"
    return User(f"os:{login}", f"{login} (command line)", Role.ADMIN)


def needs_first_admin(ws: Workspace) -> bool:
    """Whether nobody is registered yet."""
    with ws.store.reading() as session:
        return not users.any_user(session)


def create_first_admin(ws: Workspace, *, username: str, printed_name: str, password: str) -> User:
    """Register the first user, an administrator.

    Raises
    ------
    PermissionRefused
        There are users already.
    UserError
        The name or password can't be used.
    """
    username, printed_name = _checked(username, printed_name, password)
    with ws.store.writing() as session:
        if users.any_user(session):
            raise PermissionRefused("This workspace already has users.", "Ask an administrator to add you.")
        user = users.add(session, username=username, printed_name=printed_name, role=Role.ADMIN, password=password)
        audit.append(session, AuditAction.USER_ADDED, user.username, actor=user, role=user.role)
    return user


def sign_in(ws: Workspace, *, username: str, password: str) -> User:
    """Check a password and return its user.

    On a read-only workspace failed attempts can't be counted, and nothing can be signed or changed either.

    Raises
    ------
    PermissionRefused
        Wrong name or password (which of them isn't said), a locked account, or a pause after several wrong passwords.
    """
    if ws.read_only:
        with ws.store.reading() as session:
            user = users.check_password(session, username, password)
            session.rollback()
    else:
        with ws.store.writing() as session:
            user = users.check_password(session, username, password)
            action = AuditAction.SIGN_IN_REFUSED if user is None else AuditAction.SIGNED_IN
            # A name that isn't known may be a password typed into the wrong field: it is not written down.
            known = user or users.find(session, username)
            audit.append(session, action, known.username if known else "", actor=known or "")
    if user is None:
        raise PermissionRefused("The user name or password is wrong.", "Type both again.")
    return user


def confirm_password(ws: Workspace, *, actor: User, password: str) -> User:
    """Check the actor's password again, as a signature requires (21 CFR 11.200(a)).

    Raises
    ------
    PermissionRefused
        Wrong password, or the account is locked or paused.
    """
    with ws.store.writing() as session:
        user = users.check_password(session, actor.username, password)
        if user is None:
            audit.append(session, AuditAction.SIGN_IN_REFUSED, actor.username, actor=actor, purpose="signature")
    if user is None:
        raise PermissionRefused("The password is wrong.", "Nothing was signed. Type it again.")
    return user


def add_user(ws: Workspace, *, actor: User, username: str, printed_name: str, role: Role, password: str) -> User:
    """Register a user; administrators only.

    Raises
    ------
    UserError
        The name is taken, or name or password can't be used.
    PermissionRefused
        The actor isn't an administrator.
    """
    username, printed_name = _checked(username, printed_name, password)
    with ws.store.writing() as session:
        administrator = rights.require_administrator(session, actor)
        user = users.add(session, username=username, printed_name=printed_name, role=role, password=password)
        audit.append(session, AuditAction.USER_ADDED, user.username, actor=administrator, role=user.role)
    return user


def list_users(ws: Workspace, *, actor: User) -> list[User]:
    """Return everybody, by name; administrators only."""
    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
        return users.all_users(session)


def set_locked(ws: Workspace, *, actor: User, username: str, locked: bool) -> User:
    """Lock a user out or let them in again, which also ends a pause after wrong passwords; administrators only.

    Raises
    ------
    UserError
        There is no such user, or it is the only administrator.
    PermissionRefused
        The actor isn't an administrator.
    """
    with ws.store.writing() as session:
        administrator = rights.require_administrator(session, actor)
        user = users.set_locked(session, username, locked)
        action = AuditAction.USER_LOCKED if locked else AuditAction.USER_UNLOCKED
        audit.append(session, action, user.username, actor=administrator)
    return user


def _checked(username: str, printed_name: str, password: str) -> tuple[str, str]:
    username, printed_name = username.strip(), " ".join(printed_name.split())
    if not _USERNAME.fullmatch(username):
        raise UserError(
            "This user name can't be used.", "Use up to 64 letters, digits, dots, dashes or underscores, no spaces."
        )
    if not printed_name:
        raise UserError("The printed name is missing.", "Type the name that shall stand under reports.")
    if len(password) < SHORTEST_PASSWORD:
        raise UserError(f"The password has fewer than {SHORTEST_PASSWORD} characters.", "Choose a longer one.")
    return username, printed_name
