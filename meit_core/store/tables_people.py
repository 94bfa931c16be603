"""Tables of users and patients."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from meit_core.domain.record import Sex
from meit_core.domain.users import Role
from meit_core.store.base import Base, Moment, words


class UserRow(Base):
    """A person who may sign in; ``username`` is kept in lower case."""

    __tablename__ = "users"

    pk: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    printed_name: Mapped[str]
    role: Mapped[Role] = mapped_column(words(Role))
    password_hash: Mapped[str]
    locked: Mapped[bool] = mapped_column(default=False)
    failed_attempts: Mapped[int] = mapped_column(default=0)
    refused_until: Mapped[datetime | None] = mapped_column(Moment)
    created_at: Mapped[datetime] = mapped_column(Moment)


class PatientRow(Base):
    """A person who was recorded.

    ``number`` is the hospital's and not unique: two files that give one number to people who can't be the same are
    kept apart, and a recording without a number gets a patient of its own. ``sort_name`` is the name in lower case
    without accents.
    """

    __tablename__ = "patients"

    pk: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    sort_name: Mapped[str] = mapped_column(default="", index=True)
    sex: Mapped[Sex] = mapped_column(words(Sex))
    birth_date: Mapped[date | None]
