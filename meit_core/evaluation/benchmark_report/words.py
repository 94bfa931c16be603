"""Figures and names as the pages write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from meit_core.knowledge.statements import statements_by_code

METRICS: Final = (
    ("bleu1", "BLEU-1"),
    ("bleu2", "BLEU-2"),
    ("bleu3", "BLEU-3"),
    ("bleu4", "BLEU-4"),
    ("meteor", "METEOR"),
    ("rouge1", "ROUGE-1"),
    ("rouge2", "ROUGE-2"),
    ("rougeL", "ROUGE-L"),
    ("cider_d", "CIDEr-D"),
    ("bert_precision", "BERTScore precision"),
    ("bert_recall", "BERTScore recall"),
    ("bert_f1", "BERTScore F1"),
    ("exact_match", "same text"),
)
BASELINES: Final = (
    ("most_frequent", "most frequent report"),
    ("nearest_neighbour", "nearest neighbour"),
    ("findings_template", "findings as a list"),
)
TASKS: Final = {"quality": "Quality of drafts", "zero-shot": "Zero-shot", "noise": "Noise", "expert": "Expert ratings"}
JOINT: Final = "\u2060"
SPACE: Final = "\u00a0"
"""A joint and a space at which no line is broken."""
INTERVAL_NOTE: Final = "In brackets 95 % intervals: patients drawn again 1,000 times."


def figure_of(value: float | None, digits: int = 3) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def with_interval(value: float | None, bounds: Sequence[float] | None) -> str:
    """Return ``0.412 (0.391–0.433)``, which may be broken in front of the bracket only."""
    if value is None or not bounds:
        return figure_of(value)
    return f"{value:.3f} ({bounds[0]:.3f}{JOINT}–{JOINT}{bounds[1]:.3f})"


def difference(value: float, bounds: Sequence[float]) -> str:
    """Return ``+0.021 (−0.004 to +0.046)``."""
    return f"{value:+.3f} ({bounds[0]:+.3f}{SPACE}to {bounds[1]:+.3f})".replace("-", "−")


def statement(code: str) -> str:
    """Return a code's wording, or the code where it has none (superclasses)."""
    known = statements_by_code()
    return known[code].label if code in known else code


def sentence(name: str) -> str:
    """Return ``hallucination_rate`` as ``Hallucination rate``."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def readable(text: str) -> str:
    """Return a text with the scores' titles instead of their keys."""
    titles = {**dict(METRICS), "macro_f1": "macro F1", "micro_f1": "micro F1"}
    return re.sub(
        r"\b[a-z]+[0-9A-Z]?(?:_[a-z0-9]+)*\b",
        lambda found: titles.get(found[0], found[0].replace("_", " ") if "_" in found[0] else found[0]),
        text,
    )


def heading(document: Mapping[str, Any]) -> str:
    return f"{TASKS[document['task']]}: {document['pack']} on {document['dataset']}"


def facts(document: Mapping[str, Any]) -> list[str]:
    """Return the lines below the title: what was scored, by what, and whether it can count as a test."""
    split = document["split"]
    folds = ", ".join(map(str, split["folds"])) if split.get("folds") else ""
    lines = [f"{document['n']} recordings" + (f" of fold {folds}" if folds else "")]
    if trained := document.get("trained_on"):
        lines[0] += f"; the pack learnt from {trained['dataset']} alone, nothing was tuned on these"
    else:
        lines[0] += f"; {document['patient_overlap']} patients also in the training folds"
    seen = set(split.get("folds") or ()).intersection(split.get("pack_trained_on") or ())
    if seen:
        lines.append(f"The pack was trained on fold {', '.join(map(str, sorted(seen)))}: these scores are no test.")
    lines.append(f"Pack {document['pack']}, SHA-256 {document['pack_sha256'][:16]}…, {document['device']}")
    return lines
