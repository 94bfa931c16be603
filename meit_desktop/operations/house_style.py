"""The house style in which drafts are asked for: which there are, and which one is set."""

from __future__ import annotations

from dataclasses import dataclass

from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes


@dataclass(frozen=True, slots=True)
class HouseStyleChoice:
    """Attributes: ``now`` the style that is set, empty for none; ``known`` those that the pack that drafts knows."""

    now: str
    known: tuple[str, ...]


def look(*, lanes: Lanes, session: Session) -> Task:
    """See what can be chosen; the result is a :class:`HouseStyleChoice`."""

    def work(_job: JobContext) -> HouseStyleChoice:
        from meit_core.services import house_style

        return HouseStyleChoice(
            house_style.read_house_style(session.workspace), house_style.known_styles(session.workspace)
        )

    return lanes.database.submit("read the house style", work)


def choose(*, lanes: Lanes, session: Session, style: str) -> Task:
    """Ask for all drafts from now on in a style, in none where it is empty; the result is the style."""

    def work(_job: JobContext) -> str:
        from meit_core.services import house_style

        return house_style.set_house_style(session.workspace, actor=session.user, style=style)

    return lanes.database.submit("set the house style", work)
