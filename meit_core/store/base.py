"""What all tables share: naming of constraints, moments in UTC, words of an enum."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import BigInteger, Dialect, Enum, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_LONGEST_WORD: Final = 16


class Base(DeclarativeBase):
    """Mapped tables. Constraints have names, without which SQLite's tables can't be migrated later."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept as microseconds since 1970 in UTC: exact, and sorted by the database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value.astimezone(UTC) - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else _EPOCH + int(value) * _MICROSECOND


def words(kind: type[StrEnum]) -> Enum:
    """Column type for one of an enum's words, kept as text so that a look with any SQL tool makes sense."""
    return Enum(
        kind, native_enum=False, length=_LONGEST_WORD, values_callable=lambda members: [m.value for m in members]
    )


def new_id() -> str:
    """Return a fresh identifier: 16 hexadecimal digits, unique for practical purposes across workspaces."""
    return secrets.token_hex(8)


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)
