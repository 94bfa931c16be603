"""Who works on which workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from meit_core.domain.users import User
from meit_desktop.language import tr

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

    @property
    def may_rate(self) -> bool:
        return self.user.may_rate and not self.read_only

    @property
    def why_not_write(self) -> str:
        """One sentence for who may not write here, empty for who may."""
        if self.read_only:
            return tr("Read-only workspace: this report can be read and printed, not changed.")
        return "" if self.user.may_sign else tr("You are signed in to rate; a reader writes and signs reports.")
