"""Which statements contain which, and which can't both be true, from ``resources/knowledge/hierarchy.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Any

from meit_core.resources import resource_path


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """How statements are related.

    Attributes
    ----------
    above
        All statements that a statement contains, itself among them.
    together
        Statements that hold where all of one set hold.
    exclusive
        Groups of which at most one can be true at a time.
    judgements
        Statements that sum a report up or compare it, and are no findings.
    normal
        Statements that something is as it should be.
    """

    above: Mapping[str, frozenset[str]]
    together: tuple[tuple[str, frozenset[str]], ...]
    exclusive: tuple[frozenset[str], ...]
    judgements: frozenset[str]
    normal: frozenset[str]

    def contained(self, codes: Iterable[str]) -> frozenset[str]:
        """Return what is true where these statements are: they and all that they contain."""
        said = frozenset(code for each in codes for code in self.above.get(each, (each,)))
        more = [code for code, parts in self.together if parts <= said and code not in said]
        return self.contained({*said, *more}) if more else said

    def specific(self, codes: AbstractSet[str]) -> frozenset[str]:
        """Return the statements that no other of them contains; of two that contain each other both stay."""
        return frozenset(
            code
            for code in codes
            if not any(code in self._above(other) and other not in self._above(code) for other in codes)
        )

    def rivals(self, code: str) -> frozenset[str]:
        """Return the members of exclusive groups that can't be true where ``code`` is."""
        own = self._above(code)
        return frozenset(rival for group in self.exclusive if group & own for rival in group - own)

    def _above(self, code: str) -> frozenset[str]:
        return self.above.get(code, frozenset((code,)))


@cache
def load_hierarchy() -> Hierarchy:
    """Read the hierarchy and work out what contains what over any number of steps."""
    document: dict[str, Any] = json.loads(resource_path("knowledge", "hierarchy.json").read_text(encoding="utf-8"))
    direct: dict[str, list[str]] = document["kinds"]
    return Hierarchy(
        above={code: _all_above(code, direct) for code in direct},
        together=tuple((code, frozenset(parts)) for code, ways in document["together"].items() for parts in ways),
        exclusive=tuple(map(frozenset, document["exclusive"])),
        judgements=frozenset(document["judgements"]),
        normal=frozenset(document["normal"]),
    )


def _all_above(code: str, direct: Mapping[str, list[str]]) -> frozenset[str]:
    reached, waiting = {code}, [code]
    while waiting:
        for other in direct.get(waiting.pop(), ()):
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return frozenset(reached)
