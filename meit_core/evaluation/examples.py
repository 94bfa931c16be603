"""Drafts beside their reports, the best and the worst: figures alone tell nobody what a model writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.draft_file import StoredDraft
from meit_core.evaluation.labels import LabelTable
from meit_core.knowledge.parser import split_sentences

EACH: Final = 6


def best_and_worst(
    drafts: Sequence[StoredDraft], likeness: npt.NDArray[np.float64], labels: LabelTable, each: int = EACH
) -> list[dict[str, Any]]:
    """Return the best and then the worst drafts, no reference twice.

    Ranked by the mean of ``likeness`` and the F1 of the draft's statements; of equals the longer report first, since
    "sinus rhythm. normal ecg." is easily right.

    Parameters
    ----------
    likeness
        (n,) in [0, 1], ROUGE-L for example.
    """
    hits, both = (labels.said * labels.true).sum(axis=1), (labels.said + labels.true).sum(axis=1)
    f1 = np.where(both > 0, 2 * hits / np.maximum(both, 1), 1.0)
    scores = (likeness + f1) / 2
    length = [len(split_sentences(draft.reference)) for draft in drafts]
    order = sorted(range(len(drafts)), key=lambda row: (-scores[row], -length[row]))
    best = _distinct(drafts, order, each, frozenset())
    worst_first = sorted(range(len(drafts)), key=lambda row: (scores[row], -length[row]))
    worst = _distinct(drafts, worst_first, each, frozenset(drafts[row].reference for row in best))
    return [
        {
            "which": which,
            "ecg_id": drafts[row].ecg_id,
            "reference": drafts[row].reference,
            "draft": drafts[row].draft,
            "score": round(float(scores[row]), 3),
        }
        for which, rows in (("best", best), ("worst", worst))
        for row in rows
    ]


def _distinct(drafts: Sequence[StoredDraft], order: Sequence[int], most: int, seen: frozenset[str]) -> list[int]:
    kept: dict[str, int] = {}
    for row in order:
        if drafts[row].reference not in seen:
            kept.setdefault(drafts[row].reference, row)
        if len(kept) == most:
            break
    return list(kept.values())
