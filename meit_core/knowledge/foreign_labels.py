"""Labels of data sets that have no reports, and the statements that say the same: shipped tables, to be audited."""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Final

from meit_core.resources import resource_path

TABLES: Final = ("ludb", "cinc2021")


@dataclass(frozen=True, slots=True)
class ForeignLabel:
    """One label.

    Attributes
    ----------
    name
        In the library's language.
    sources
        How the data set writes it: the beginning of a line, or a SNOMED CT id.
    codes
        Statements of which any says it.
    """

    name: str
    sources: tuple[str, ...]
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class LabelMap:
    """A data set's labels.

    Attributes
    ----------
    whole
        Whether a source is all that the data set writes (an id), or the beginning of a line.
    left_out
        What the data set says and no statement can, with the reason.
    """

    labels: tuple[ForeignLabel, ...]
    whole: bool
    left_out: Mapping[str, str]

    def name_of(self, source: str) -> str | None:
        """Return the label of what the data set writes; the longest beginning that fits decides."""
        fitting = [
            (len(known), label.name)
            for label in self.labels
            for known in label.sources
            if source == known or (not self.whole and source.startswith(known))
        ]
        return max(fitting)[1] if fitting else None

    def said_by(self, codes: AbstractSet[str]) -> frozenset[str]:
        """Return the labels that a set of statements says."""
        return frozenset(label.name for label in self.labels if label.codes & codes)


@cache
def load_label_map(dataset: str) -> LabelMap:
    """Return the table of ``ludb`` or ``cinc2021``."""
    document = json.loads(resource_path("knowledge", f"labels_{dataset}.json").read_text(encoding="utf-8"))
    labels = tuple(
        ForeignLabel(row["label"], tuple(row["sources"]), frozenset(row["codes"])) for row in document["labels"]
    )
    return LabelMap(labels, document["match"] == "whole", {row["source"]: row["why"] for row in document["left_out"]})
