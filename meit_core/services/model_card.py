"""The model card of a trained pack (after Mitchell et al., FAT* 2019), written from measured figures only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Template
from typing import TYPE_CHECKING, Any, Final

from meit_core.resources import resource_path

if TYPE_CHECKING:
    from meit_core.model.pack import Pack

_ROWS: Final = (
    ("BLEU-1", "clean", "bleu1"),
    ("BLEU-4", "clean", "bleu4"),
    ("METEOR", "clean", "meteor"),
    ("ROUGE-L", "clean", "rougeL"),
    ("CIDEr-D", "clean", "cider_d"),
    ("exact match", "clean", "exact_match"),
    ("statement macro F1", "labels", "macro_f1"),
    ("statement micro F1", "labels", "micro_f1"),
)
_BASELINES: Final = (
    ("most frequent report", "most_frequent"),
    ("nearest neighbour", "nearest_neighbour"),
    ("findings as a list", "findings_template"),
)


def card_figures(scores: Mapping[str, Any]) -> dict[str, Any]:
    """Return the figures of an evaluation that belong into the pack's manifest."""
    labels = scores["labels"]
    return {
        "folds": scores["split"]["folds"],
        "n": scores["n"],
        "clean": {name: round(value, 4) for name, value in scores["clean"].items()},
        "labels": {
            name: round(labels[name], 4)
            for name in ("macro_f1", "micro_f1", "macro_auroc", "superclass_macro_auroc")
            if labels.get(name) is not None
        },
    }


def write_card(pack: Pack, scores: Mapping[str, Any]) -> str:
    """Return the card's text (Markdown)."""
    training, labels = pack.manifest["training"], scores["labels"]
    baseline = scores["baselines"]["most_frequent"]["clean"]
    template = Template(resource_path("training", "model_card.md").read_text(encoding="utf-8"))
    return template.substitute(
        name=pack.name,
        version=pack.version,
        million_parameters=f"{pack.manifest['parameters'] / 1e6:.1f}",
        training_folds=_folds(training["training_folds"]),
        validation_folds=_folds(training["validation_folds"]),
        recordings=training["recordings"],
        patients=training["patients"],
        further_reports=training["further_reports"],
        folds=_folds(scores["split"]["folds"]),
        n=scores["n"],
        table=_table(scores),
        gain_bleu4=f"{scores['clean']['bleu4'] - baseline['bleu4']:+.3f}",
        gain_rouge=f"{scores['clean']['rougeL'] - baseline['rougeL']:+.3f}",
        distinct=scores["drafts"]["distinct"],
        macro_auroc=_figure(labels.get("macro_auroc")),
        superclass_auroc=_figure(labels.get("superclass_macro_auroc")),
    )


def _table(scores: Mapping[str, Any]) -> str:
    heads = ["", "drafts", *(label for label, _ in _BASELINES)]
    columns = [scores, *(scores["baselines"][name] for _, name in _BASELINES)]
    rows = [[label, *(_figure(column[part][key]) for column in columns)] for label, part, key in _ROWS]
    return "\n".join("| " + " | ".join(row) + " |" for row in [heads, ["---"] * len(heads), *rows])


def _figure(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.3f}"


def _folds(folds: Sequence[int]) -> str:
    return str(folds[0]) if len(folds) == 1 else f"{folds[0]} to {folds[-1]}"
