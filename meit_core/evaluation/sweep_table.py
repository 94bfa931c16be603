"""One table of a sweep: every row's scores, and its differences to the first row on the same recordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from meit_core.evaluation.bootstrap import REPEATS
from meit_core.evaluation.draft_file import StoredDraft
from meit_core.evaluation.paired import PairedScore, compare_drafts

COLUMNS: Final = (
    ("bleu4", "BLEU-4"),
    ("meteor", "METEOR"),
    ("rougeL", "ROUGE-L"),
    ("cider_d", "CIDEr-D"),
    ("macro_f1", "macro F1"),
    ("micro_f1", "micro F1"),
)


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """A variant that was trained and scored.

    Attributes
    ----------
    document
        Of ``meit evaluate``.
    """

    name: str
    drafts: Sequence[StoredDraft]
    document: Mapping[str, Any]


def differences_to_first(
    rows: Sequence[ScoredRow], training_references: Sequence[str], *, repeats: int = REPEATS
) -> dict[str, dict[str, Any]]:
    """Return for every row but the first ``n`` and the paired difference of each score, with its interval.

    Only recordings that both rows drafted are compared; ``n`` counts them.
    """
    first, *others = rows
    known = {draft.ecg_id: draft for draft in first.drafts}
    table = {}
    for row in others:
        pairs = [(known[draft.ecg_id], draft) for draft in row.drafts if draft.ecg_id in known]
        scores: dict[str, PairedScore] = compare_drafts(
            [before.draft for before, _ in pairs],
            [after.draft for _, after in pairs],
            [after.reference for _, after in pairs],
            training_references,
            patients=[after.patient_id for _, after in pairs],
            repeats=repeats,
        )
        table[row.name] = {"n": len(pairs), **{name: score.as_dict() for name, score in scores.items()}}
    return table


def markdown_table(document: Mapping[str, Any]) -> str:
    """Return the sweep's table for a log or a page: scores, and differences to the first row below them."""
    heads = ["", *(title for _, title in COLUMNS), "AUROC", "minutes"]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for row in document["rows"]:
        if "failed" in row:
            lines.append(f"| {row['name']} | {row['failed']}" + " | " * (len(heads) - 1) + "|")
            continue
        values = {**row["clean"], **row["labels"]}
        area = values["superclass_macro_auroc"]
        cells = [f"{values[key]:.3f}" for key, _ in COLUMNS]
        cells += ["-" if area is None else f"{area:.3f}", f"{row['seconds'] / 60:.0f}"]
        lines.append(f"| {row['name']} | {' | '.join(cells)} |")
        if against := row.get("against_first"):
            cells = [_difference(against[key]) for key, _ in COLUMNS]
            lines.append(f"| to {document['first']} | {' | '.join(cells)} | | |")
    return "\n".join(lines) + "\n"


def _difference(score: Mapping[str, Any]) -> str:
    low, high = score["ci95"]
    return f"{score['difference']:+.3f} ({low:+.3f} to {high:+.3f})"
