"""How a study's place in its life looks: an icon and a word, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.study import StudyStatus
from meit_desktop.language import marked
from meit_desktop.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class StatusLook:
    """Attributes: icon name, word, and the token (``accent``, ``muted``, ``warn``, ``ok``) that colours the icon.

    The word is English: it is translated where it is shown.
    """

    icon: str
    word: str
    state: str

    def colour(self, tokens: Tokens) -> str:
        colour: str = getattr(tokens, self.state)
        return colour


STATUS_LOOKS: Final[dict[StudyStatus, StatusLook]] = {
    StudyStatus.UNREAD: StatusLook("unread", marked("Unread"), "accent"),
    StudyStatus.DRAFTED: StatusLook("draft", marked("Drafted"), "accent"),
    StudyStatus.UNCONFIRMED: StatusLook("edit", marked("Unconfirmed"), "warn"),
    StudyStatus.CONFIRMED: StatusLook("confirmed", marked("Confirmed"), "ok"),
    StudyStatus.AMENDED: StatusLook("history", marked("Amended"), "ok"),
}
