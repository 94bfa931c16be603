"""People who use a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    READER = "reader"
    """Reads, edits, signs, rates."""
    RATER = "rater"
    """Rates only."""
    ADMIN = "admin"
    """Everything a reader may, plus users, model packs and retraining."""


@dataclass(frozen=True, slots=True)
class User:
    username: str
    printed_name: str
    role: Role
    locked: bool = False

    @property
    def may_sign(self) -> bool:
        return not self.locked and self.role in (Role.READER, Role.ADMIN)

    @property
    def may_rate(self) -> bool:
        return not self.locked

    @property
    def may_administer(self) -> bool:
        return not self.locked and self.role is Role.ADMIN
