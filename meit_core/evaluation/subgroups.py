"""The same scores for groups of patients: a model that is good on average may fail the old, the young or the paced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from meit_core.evaluation.clean import clean_metrics
from meit_core.evaluation.labels import compare_texts
from meit_core.evaluation.reading import Drafted

FEWEST: Final = 10
"""Smaller groups are named with their size only."""

Belongs = Callable[[Drafted], bool]

GROUPS: Final[tuple[tuple[str, Belongs], ...]] = (
    ("women", lambda done: done.case.male == 0.0),
    ("men", lambda done: done.case.male == 1.0),
    ("under 40 years", lambda done: done.case.age_years < 40),
    ("40 to 64 years", lambda done: 40 <= done.case.age_years < 65),
    ("65 to 79 years", lambda done: 65 <= done.case.age_years < 80),
    ("80 years and over", lambda done: done.case.age_years >= 80),
    ("rate below 60/min", lambda done: done.heart_rate_bpm is not None and done.heart_rate_bpm < 60),
    ("rate 60 to 100/min", lambda done: done.heart_rate_bpm is not None and 60 <= done.heart_rate_bpm <= 100),
    ("rate above 100/min", lambda done: done.heart_rate_bpm is not None and done.heart_rate_bpm > 100),
    ("paced", lambda done: "PACE" in done.case.codes),
    ("not paced", lambda done: "PACE" not in done.case.codes),
)


def subgroup_scores(drafted: Sequence[Drafted], training_references: Sequence[str]) -> list[dict[str, Any]]:
    """Return name, size and, where the group is large enough, BLEU-4, METEOR, ROUGE-L and statement micro F1."""
    rows: list[dict[str, Any]] = []
    for name, belongs in GROUPS:
        group = [done for done in drafted if belongs(done)]
        row: dict[str, Any] = {"name": name, "n": len(group)}
        if len(group) >= FEWEST:
            texts, references = [done.text for done in group], [done.case.reference for done in group]
            clean = clean_metrics(texts, references, training_references)
            _, micro = compare_texts(texts, references).averages()
            row |= {"bleu4": clean.bleu4, "meteor": clean.meteor, "rougeL": clean.rouge_l, "micro_f1": micro}
        rows.append(row)
    return rows
