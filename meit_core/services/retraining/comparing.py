"""The pack before and the pack after, drafting the same held-out recordings as the product drafts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.evaluation.paired import PairedScore, compare_drafts
from meit_core.jobs import JobContext

WATCHED: Final = ("bleu4", "rougeL", "macro_f1", "micro_f1")
"""Scores of which none may be worse on either hold-out: two for the wording, two for what is said."""
LEAST_COMPARED: Final = 5
"""Reports; fewer say nothing."""


@dataclass(frozen=True, slots=True)
class HoldOutSet:
    """Reports of recordings that neither pack was trained on.

    Attributes
    ----------
    training_reports
        Of the same source; they give CIDEr-D's document frequencies.
    """

    name: str
    references: Sequence[str]
    patients: Sequence[str]
    training_reports: Sequence[str]


def draft_texts(pack: Path, records: Iterable[EcgRecord], total: int, job: JobContext) -> list[str]:
    """Draft recordings with a pack, guard and consensus included; an empty text where nothing could be written.

    Raises
    ------
    UserError
        The pack can't be loaded.
    Cancelled
        The job was asked to stop.
    """
    from meit_core.drafting.local_engine import LocalEngine

    drafted = LocalEngine(pack).draft_many(records, job=job, total=total)
    # The capitals are the screen's; references are in lower case too.
    return ["" if isinstance(each, UserError) else each.text.lower() for each in drafted]


def comparison(sets: Sequence[HoldOutSet], drafts: Mapping[str, tuple[Sequence[str], Sequence[str]]]) -> dict[str, Any]:
    """Return ``before``, ``after`` and ``difference`` by hold-out and score, and what is ``worse`` and ``better``.

    Parameters
    ----------
    drafts
        By the hold-out's name: those of the pack before and of the pack after.
    """
    document: dict[str, Any] = {"n": {}, "before": {}, "after": {}, "difference": {}, "watched": {}}
    worse, better = [], []
    for held in sets:
        before, after = drafts[held.name]
        scores = compare_drafts(before, after, held.references, held.training_reports, patients=held.patients)
        document["n"][held.name] = {"reports": len(held.references), "patients": len(set(held.patients))}
        document["before"][held.name] = {name: round(score.before, 4) for name, score in scores.items()}
        document["after"][held.name] = {name: round(score.after, 4) for name, score in scores.items()}
        document["difference"][held.name] = {name: score.as_dict() for name, score in scores.items()}
        document["watched"][held.name] = {name: document["difference"][held.name][name] for name in WATCHED}
        worse += _named(held, scores, "is_worse")
        better += _named(held, scores, "is_better")
    return {**document, "worse": worse, "better": better}


def _named(held: HoldOutSet, scores: Mapping[str, PairedScore], which: str) -> list[str]:
    return [f"{name} on {held.name}" for name in WATCHED if getattr(scores[name], which)]
