"""Who works on which workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from meit_core.domain.users import User

if TYPE_CHECKING:
    from meit_core.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in user on an open workspace; operations take it whole."""

    workspace: Workspace
    user: User
    demo: bool = False

    @property
    def read_only(self) -> bool:
        return self.workspace.read_only

    @property
    def may_write(self) -> bool:
        """A reader on a workspace that takes changes."""
        return self.user.may_sign and not self.read_only
