"""Users: names, roles, password hashes (argon2id) and the pause after failed attempts."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meit_core.domain.users import Role, User
from meit_core.errors import PermissionRefused, UserError
from meit_core.store.base import now
from meit_core.store.tables_people import UserRow

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MOST_ATTEMPTS: Final = 5
PAUSE: Final = timedelta(minutes=15)
"""A pause, not a lock for ever: otherwise anybody could shut a department's only administrator out."""


def add(session: Session, *, username: str, printed_name: str, role: Role, password: str) -> User:
    """Register a user.

    Raises
    ------
    UserError
        The name is taken.
    """
    if _row(session, username) is not None:
        raise UserError(f"There is already a user named {username}.", "Choose another user name.")
    row = UserRow(
        username=username.lower(),
        printed_name=printed_name,
        role=role,
        password_hash=_hasher().hash(password),
        created_at=now(),
    )
    session.add(row)
    session.flush()
    return _user(row)


def any_user(session: Session) -> bool:
    """Whether anybody is registered."""
    return session.scalar(select(UserRow.pk).limit(1)) is not None


def find(session: Session, username: str) -> User | None:
    """Return a user by name, in any case of letters."""
    row = _row(session, username)
    return None if row is None else _user(row)


def all_users(session: Session) -> list[User]:
    """Return everybody, by name."""
    return [_user(row) for row in session.scalars(select(UserRow).order_by(UserRow.username))]


def check_password(session: Session, username: str, password: str) -> User | None:
    """Return the user whose password this is, or ``None`` after counting the failed attempt.

    An unknown name takes as long as a wrong password, so that names can't be found out by the clock.

    Raises
    ------
    PermissionRefused
        The account is locked, or paused after :data:`MOST_ATTEMPTS` failed attempts in a row.
    """
    row = _row(session, username)
    if row is None:
        _matches(_hash_of_nothing(), password)
        return None
    if row.locked:
        raise PermissionRefused("This account is locked.", "Ask an administrator of this workspace to unlock it.")
    if row.refused_until is not None and now() < row.refused_until:
        raise _paused(row)
    if _matches(row.password_hash, password):
        row.failed_attempts, row.refused_until = 0, None
        if _hasher().check_needs_rehash(row.password_hash):
            row.password_hash = _hasher().hash(password)
        return _user(row)
    row.failed_attempts += 1
    if row.failed_attempts >= MOST_ATTEMPTS:
        row.failed_attempts, row.refused_until = 0, now() + PAUSE
    return None


def set_locked(session: Session, username: str, locked: bool) -> User:
    """Lock or unlock a user; unlocking also ends a pause.

    Raises
    ------
    UserError
        There is no such user, or nobody could administer the workspace any more.
    """
    row = _row(session, username)
    if row is None:
        raise UserError(f"There is no user named {username}.", "Check the name in the list of users.")
    if locked and row.role is Role.ADMIN and not row.locked and _active_administrators(session) == 1:
        raise UserError("This is the only administrator.", "Add another administrator first.")
    row.locked = locked
    if not locked:
        row.failed_attempts, row.refused_until = 0, None
    session.flush()
    return _user(row)


def _row(session: Session, username: str) -> UserRow | None:
    return session.scalar(select(UserRow).where(UserRow.username == username.strip().lower()))


def _active_administrators(session: Session) -> int:
    query = select(func.count()).select_from(UserRow).where(UserRow.role == Role.ADMIN, UserRow.locked.is_(False))
    return session.scalar(query) or 0


def _paused(row: UserRow) -> PermissionRefused:
    until = f"{row.refused_until.astimezone():%H:%M}" if row.refused_until else "later"
    return PermissionRefused(
        f"Too many wrong passwords: this account is paused until {until}.",
        "Wait, or ask an administrator of this workspace to unlock it.",
    )


def _user(row: UserRow) -> User:
    return User(row.username, row.printed_name, row.role, row.locked)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()  # argon2id with the library's defaults, RFC 9106's low-memory profile


@cache
def _hash_of_nothing() -> str:
    return _hasher().hash("")


def _matches(password_hash: str, password: str) -> bool:
    from argon2.exceptions import VerificationError

    try:
        return _hasher().verify(password_hash, password)
    except VerificationError:
        return False
