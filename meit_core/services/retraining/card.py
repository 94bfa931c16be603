"""The model card of a pack that was tuned on a clinic's reports: measured figures only, no text, no patient."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from meit_core.evaluation.paired import FACTUAL
from meit_core.model.packs.pack import Pack
from meit_core.services.retraining.house_prompts import CLINIC
from meit_core.services.retraining.plan import Plan

__all__ = ["FACTUAL", "HOLD_OUTS", "NAMES", "retraining_card", "retraining_facts"]

NAMES: Final = {
    "bleu1": "BLEU-1",
    "bleu4": "BLEU-4",
    "meteor": "METEOR",
    "rougeL": "ROUGE-L",
    "cider_d": "CIDEr-D",
    "exact_match": "exact match",
    "macro_f1": "statement macro F1",
    "micro_f1": "statement micro F1",
}
"""Scores that people are shown, in order."""
HOLD_OUTS: Final = {
    "clinic": "the clinic's held-out patients",
    "public": "the public held-out fold",
    "public_as_clinic": "the public held-out fold, asked for in the clinic's way",
}


def retraining_facts(
    plan: Plan, before: Pack, counts: Mapping[str, int], public: int, trained_weights: int
) -> dict[str, Any]:
    """Return the entry of the manifest that says how a pack came about."""
    return {
        "run": plan.run_id,
        "from": {"name": before.name, "version": before.version, "sha256": before.sha256},
        "as_of": plan.as_of.isoformat(),
        "since": None if plan.since is None else plan.since.isoformat(),
        "campaign": plan.campaign,
        "material": dict(counts),
        "public_recordings": public,
        "encoder": "unchanged",
        "trained_parameters": trained_weights,
        "epochs": plan.epochs,
        "rate": plan.rate,
        "batch": plan.batch,
        "public_per_report": plan.public_per_report,
        "seed": plan.seed,
    }


def retraining_card(
    name: str, before: Pack, facts: Mapping[str, Any], scores: Mapping[str, Any] | None, lost_without_public: str
) -> str:
    """Return the card's text (Markdown)."""
    material = facts["material"]
    lines = [
        f"# {name}",
        "",
        f"{before.name} {before.version} tuned on {material['reports']} signed reports of {material['patients']} "
        f"patients of one clinic, signed until {str(facts['as_of'])[:10]}"
        + (
            f", mixed with {facts['public_recordings']} recordings of PTB-XL (Wagner et al., Sci Data 7:154, 2020; "
            "CC BY 4.0). "
            if facts["public_recordings"]
            else f". {lost_without_public} "
        )
        + "The encoder, the findings head, its calibration and the tokenizer are those of that pack.",
        "",
        "**Not a medical device.** Drafts are to be read, corrected and signed by a physician.",
        "",
        f"Asked with “{CLINIC}”, its default, it writes as the clinic does; asked otherwise, as the pack before did.",
        "",
        "## Compared with the pack before",
        "",
    ]
    lines += ["Not compared yet."] if scores is None else _tables(scores)
    lines += [
        "",
        "## Limits",
        "",
        f"- {material['held_out_patients']} held-out patients of the clinic: small differences may be chance.",
        "- The clinic's reports are also the clinic's habits; where they are wrong, the pack has learnt that too.",
        "- The confidence of sentences was fitted to the pack before.",
        "- The weights may hold wordings of the clinic's reports: treat the pack as the clinic's data.",
        "",
        f"## The pack it began with\n\n{before.card}",
    ]
    return "\n".join(lines)


def _tables(scores: Mapping[str, Any]) -> list[str]:
    lines = ["95 % intervals of the difference by patient, both packs on the same recordings.", ""]
    for held, values in scores["difference"].items():
        n = scores["n"][held]
        lines += [
            f"On {HOLD_OUTS[held]} ({n['reports']} reports, {n['patients']} patients):",
            "",
            "| score | before | after | difference |",
            "|---|---|---|---|",
        ]
        for name, label in NAMES.items():
            if held == "public_as_clinic" and name not in FACTUAL:
                continue  # another wording is meant there
            score = values[name]
            low, high = score["ci95"]
            lines.append(
                f"| {label} | {score['before']:.3f} | {score['after']:.3f} | "
                f"{score['difference']:+.3f} ({low:+.3f} to {high:+.3f}) |"
            )
        lines.append("")
    return lines[:-1]
