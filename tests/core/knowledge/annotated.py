"""Sentences annotated by hand, and how the parser does on them by family of statements."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from meit_core.knowledge.parser import parse_sentence
from meit_core.knowledge.statements import statements_by_code

FOLDER = Path(__file__).parent
SAMPLE = FOLDER / "parser_sample.tsv"
UNSEEN = FOLDER / "parser_sample_unseen.tsv"

OCCURRENCES = {"often": 10_978, "some": 1_090, "once": 880}
"""How often the sentences of each stratum of the sample occur in all, see the file's head."""

Said = Mapping[str, tuple[str, str | None]]
"""Code to certainty and, for infarctions, age."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence and what a reader takes it to say."""

    stratum: str
    occurrences: int
    text: str
    said: Said


@dataclass(slots=True)
class Agreement:
    """Statements found, missed and made up; and how many of those found have the right certainty and age."""

    found: float = 0.0
    missed: float = 0.0
    extra: float = 0.0
    certainty: float = 0.0
    aged: int = 0
    age: int = 0
    negated: int = 0
    negated_found: int = 0
    hedged: int = 0
    hedged_found: int = 0
    sentences: int = 0
    exact: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.extra) if self.found + self.extra else 0.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        both = 2 * self.found + self.missed + self.extra
        return 2 * self.found / both if both else 0.0


def read(path: Path) -> list[Annotated]:
    """Read an annotated file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return [
            Annotated(row["stratum"], int(row["occurrences"]), row["sentence"], _said(row["statements"] or ""))
            for row in rows
        ]


def _said(statements: str) -> dict[str, tuple[str, str | None]]:
    parts = [statement.split(":") for statement in statements.split()]
    return {code: (certainty, age[0] if age else None) for code, certainty, *age in parts}


def parsed(text: str) -> dict[str, tuple[str, str | None]]:
    """Return what the parser takes a sentence to say."""
    return {
        mention.code: (mention.certainty.value, mention.age and mention.age.value) for mention in parse_sentence(text)
    }


def agreement(sentences: Iterable[Annotated], family: str | None = None, *, by_occurrence: bool = False) -> Agreement:
    """Compare parser and reader.

    Parameters
    ----------
    family
        Category of the statement library; all without it.
    by_occurrence
        Weigh each sentence so that the sample stands for all sentences of the reports and not for all distinct ones.
    """
    library = statements_by_code()
    sentences = list(sentences)
    drawn: Counter[str] = Counter()
    for sentence in sentences:
        drawn[sentence.stratum] += sentence.occurrences
    result = Agreement()
    for sentence in sentences:
        weight = (
            sentence.occurrences * OCCURRENCES[sentence.stratum] / drawn[sentence.stratum] if by_occurrence else 1.0
        )
        want, got = (
            {code: value for code, value in said.items() if family in (None, library[code].category)}
            for said in (sentence.said, parsed(sentence.text))
        )
        common = want.keys() & got.keys()
        result.found += weight * len(common)
        result.missed += weight * len(want.keys() - got.keys())
        result.extra += weight * len(got.keys() - want.keys())
        result.certainty += weight * sum(want[code][0] == got[code][0] for code in common)
        result.aged += sum(age is not None for _, age in want.values())
        result.age += sum(want[code][1] is not None and want[code][1] == got[code][1] for code in common)
        for code, (certainty, _) in want.items():
            right = code in got and got[code][0] == certainty
            if certainty == "excluded":
                result.negated, result.negated_found = result.negated + 1, result.negated_found + right
            elif certainty != "definite":
                result.hedged, result.hedged_found = result.hedged + 1, result.hedged_found + right
        result.sentences += 1
        result.exact += want == got
        if want != got:
            result.wrong.append(sentence.text)
    return result
