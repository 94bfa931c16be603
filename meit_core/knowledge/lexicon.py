"""The parser's vocabulary, read once from ``resources/knowledge/lexicon.json`` and compiled."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from meit_core.resources import resource_path

_TERRITORY_SLOT = "{territory}"
_TERRITORY_LIST_SLOT = "{territories}"


class Certainty(StrEnum):
    """How sure a report is of what it says."""

    DEFINITE = "definite"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"


class Age(StrEnum):
    """How old a report calls an infarction, hedged or not."""

    ACUTE = "acute"
    RECENT = "recent"
    OLD = "old"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording and the statement codes it stands for.

    Attributes
    ----------
    suggests
        Codes that the wording makes possible without stating them: voltage criteria for hypertrophy aren't hypertrophy.
    family
        ``infarction``, ``ischemia`` or ``injury``: the code then depends on the territory the wording names.
    """

    pattern: re.Pattern[str]
    codes: tuple[str, ...]
    suggests: tuple[str, ...]
    family: str | None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that change how sure the report is of what follows them, or of what comes before."""

    pattern: re.Pattern[str]
    certainty: Certainty
    looks_back: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    phrases: tuple[Phrase, ...]
    cues: tuple[Cue, ...]
    territories: Mapping[str, Mapping[str, str]]
    territory_pattern: re.Pattern[str]
    ages: Mapping[Age, re.Pattern[str]]
    without_code: re.Pattern[str]


@cache
def load_lexicon() -> Lexicon:
    """Read and compile the lexicon."""
    document: dict[str, Any] = json.loads(resource_path("knowledge", "lexicon.json").read_text(encoding="utf-8"))
    territories: dict[str, dict[str, str]] = document["territories"]
    names = sorted((name for name in territories if name), key=len, reverse=True)
    one = f"(?:{'|'.join(names)})"
    several = rf"{one}(?:(?:, | and |, and ){one})+"

    def compiled(pattern: str) -> re.Pattern[str]:
        filled = pattern.replace(_TERRITORY_LIST_SLOT, several).replace(_TERRITORY_SLOT, one)
        return re.compile(rf"(?<![a-z0-9])(?:{filled})(?![a-z0-9])")

    return Lexicon(
        phrases=tuple(
            Phrase(
                compiled(entry["pattern"]),
                tuple(entry.get("codes", ())),
                tuple(entry.get("suggests", ())),
                entry.get("family"),
            )
            for entry in document["phrases"]
        ),
        cues=tuple(
            Cue(compiled("|".join(sorted(words, key=len, reverse=True))), Certainty(certainty), direction == "after")
            for direction, groups in document["certainty"].items()
            for certainty, words in groups.items()
        ),
        territories=territories,
        territory_pattern=re.compile(rf"\b{one}\b"),
        ages={Age(age): compiled(pattern) for age, pattern in document["ages"].items()},
        without_code=re.compile("|".join(f"(?:{pattern})" for pattern in document["without_code"])),
    )
