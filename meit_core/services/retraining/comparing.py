"""The pack before and the pack after, drafting the same held-out recordings as the product drafts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.evaluation.paired import compare_drafts
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
    watched
        Scores of which none may be worse.
    """

    name: str
    references: Sequence[str]
    patients: Sequence[str]
    training_reports: Sequence[str]
    watched: Sequence[str] = WATCHED


@dataclass(frozen=True, slots=True)
class Compared:
    """Attributes: a hold-out, and the drafts of either pack in its order."""

    held: HoldOutSet
    before: Sequence[str]
    after: Sequence[str]


def draft_texts(
    pack: Path, records: Iterable[EcgRecord], total: int, job: JobContext, *, prompt: str | None = None
) -> list[str]:
    """Draft recordings with a pack, guard and consensus included; an empty text where nothing could be written.

    Raises
    ------
    UserError
        The pack can't be loaded.
    Cancelled
        The job was asked to stop.
    """
    from meit_core.drafting.local_engine import LocalEngine

    drafted = LocalEngine(pack).draft_many(records, prompt=prompt, job=job, total=total)
    # The capitals are the screen's; references are in lower case too.
    return ["" if isinstance(each, UserError) else each.text.lower() for each in drafted]


def comparison(compared: Sequence[Compared]) -> dict[str, Any]:
    """Return ``before``, ``after`` and ``difference`` by hold-out and score, and what is ``worse`` and ``better``."""
    document: dict[str, Any] = {"n": {}, "before": {}, "after": {}, "difference": {}, "watched": {}}
    worse, better = [], []
    for each in compared:
        held = each.held
        scores = compare_drafts(each.before, each.after, held.references, held.training_reports, patients=held.patients)
        difference = {name: score.as_dict() for name, score in scores.items()}
        document["n"][held.name] = {"reports": len(held.references), "patients": len(set(held.patients))}
        document["before"][held.name] = {name: score["before"] for name, score in difference.items()}
        document["after"][held.name] = {name: score["after"] for name, score in difference.items()}
        document["difference"][held.name] = difference
        document["watched"][held.name] = {name: difference[name] for name in held.watched}
        worse += [f"{name} on {held.name}" for name in held.watched if scores[name].is_worse]
        better += [f"{name} on {held.name}" for name in held.watched if scores[name].is_better]
    return {**document, "worse": worse, "better": better}
