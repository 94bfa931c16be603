"""House styles by name: whose way of writing a report can be asked for. Free of torch.

A style is named after the recorder and the site whose reports are in it, ``cs-12 e, site 1``. Both parts count by
themselves: a recorder prints a part of the report, a site's readers write another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

PARTS: Final = 2
"""Of a name that are told to a model."""


@dataclass(frozen=True)
class HouseStyles:
    """Attributes: ``names`` of the styles that a model knows, ``prompt.styles`` of its pack."""

    names: tuple[str, ...] = ()

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """All parts of the names, in alphabetical order; they are numbered from 1."""
        return tuple(sorted({part for name in self.names for part in _parts(name)}))

    def numbers(self, style: str) -> tuple[int, ...]:
        """Return :data:`PARTS` numbers: those of a style's parts, 0 for one that isn't known or not there."""
        known = [self.parts.index(part) + 1 if part in self.parts else 0 for part in _parts(style)]
        return tuple([*known, *[0] * PARTS][:PARTS])

    def knows(self, style: str) -> bool:
        """Whether anything is known of a style; not only of those that have a name here."""
        return any(self.numbers(style))


def _parts(style: str) -> Sequence[str]:
    return [part for each in style.split(",") if (part := " ".join(each.lower().split()))]
