"""Is the model worth anything: does it beat the baselines, score by score, beyond the luck of which patients came?"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bootstrap import REPEATS, Weights, bootstrap_ci95
from meit_core.evaluation.texts import TextEvaluation

HIGHER_IS_BETTER: Final[Mapping[str, bool]] = {
    "bleu4": True,
    "meteor": True,
    "rougeL": True,
    "cider_d": True,
    "bert_f1": True,
    "macro_f1": True,
    "micro_f1": True,
    "hallucination_rate": False,
    "omission_rate": False,
    "contradiction_rate": False,
}
"""The scores that decide."""


def verdict(
    model: TextEvaluation,
    baselines: Mapping[str, TextEvaluation],
    patients: Sequence[Hashable],
    *,
    repeats: int = REPEATS,
) -> dict[str, Any]:
    """Compare a model's drafts with every baseline's on the same recordings.

    A score beats a baseline's where the 95 % interval of their difference lies on the better side of zero as a whole,
    and loses where it lies on the worse side; else the set is too small to tell. Each sample of the bootstrap draws
    patients and scores both on the recordings of those (Koehn, EMNLP 2004, for corpus scores).

    Returns
    -------
    ``beats_every_baseline``, ``text`` (one plain paragraph) and ``against``: baseline to score to ``model``,
    ``baseline``, ``difference``, ``ci95`` and ``outcome`` (``better``, ``worse`` or ``undecided``).
    """
    against = {name: _compared(model, other, patients, repeats) for name, other in baselines.items()}
    every = all(row["outcome"] == "better" for rows in against.values() for row in rows.values())
    return {"beats_every_baseline": every, "text": _in_words(against), "against": against}


def _compared(
    model: TextEvaluation, baseline: TextEvaluation, patients: Sequence[Hashable], repeats: int
) -> dict[str, dict[str, Any]]:
    once = np.ones((1, len(patients)))
    own, other = model.resampled(once), baseline.resampled(once)
    names = [name for name in HIGHER_IS_BETTER if name in own and name in other]

    def difference(weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        first, second = model.resampled(weights), baseline.resampled(weights)
        return {name: first[name] - second[name] for name in names}

    bounds = bootstrap_ci95(difference, patients, repeats=repeats)
    rows = {}
    for name in names:
        low, high = bounds[name]
        sign = 1.0 if HIGHER_IS_BETTER[name] else -1.0
        better, worse = min(sign * low, sign * high) > 0, max(sign * low, sign * high) < 0
        rows[name] = {
            "model": float(own[name][0]),
            "baseline": float(other[name][0]),
            "difference": float(own[name][0] - other[name][0]),
            "ci95": [low, high],
            "outcome": "better" if better else "worse" if worse else "undecided",
        }
    return rows


def _in_words(against: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> str:
    sentences = []
    for baseline, rows in against.items():
        lost = [name for name, row in rows.items() if row["outcome"] == "worse"]
        open_ones = [name for name, row in rows.items() if row["outcome"] == "undecided"]
        called = baseline.replace("_", " ")
        if not lost and not open_ones:
            sentences.append(f"Better than the {called} baseline on all {len(rows)} scores.")
            continue
        won = len(rows) - len(lost) - len(open_ones)
        parts = [f"Better than the {called} baseline on {won} of {len(rows)} scores"]
        parts += [f"worse on {', '.join(lost)}"] if lost else []
        parts += [f"no difference beyond chance on {', '.join(open_ones)}"] if open_ones else []
        sentences.append(f"{'; '.join(parts)}.")
    beaten = all(row["outcome"] == "better" for rows in against.values() for row in rows.values())
    first = "The model beats every baseline." if beaten else "The model does not beat every baseline."
    return " ".join([first, *sentences])
