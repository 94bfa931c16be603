"""The model card of a trained pack (after Mitchell et al., FAT* 2019), written from measured figures only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Template
from typing import TYPE_CHECKING, Any, Final

from meit_core.drafting.confidence import ConfidenceCurve
from meit_core.resources import resource_path
from meit_core.services.network_words import learning_sentences, network_sentences
from meit_core.services.style_words import style_sentences

if TYPE_CHECKING:
    from meit_core.model.packs.pack import Pack

_ROWS: Final = (
    ("BLEU-1", "clean", "bleu1"),
    ("BLEU-4", "clean", "bleu4"),
    ("METEOR", "clean", "meteor"),
    ("ROUGE-1", "clean", "rouge1"),
    ("ROUGE-2", "clean", "rouge2"),
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
_FEWEST_POSITIVES: Final = 5
_MISSING: Final = "not measured"


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


def confidence_curve(scores: Mapping[str, Any]) -> dict[str, float]:
    """Return the curve that makes the confidences of this evaluation hold; empty where there are none."""
    found = scores["confidence"]
    return {} if found is None else dict(found["curve"])


def write_card(
    pack: Pack,
    scores: Mapping[str, Any],
    noise: Mapping[str, Any] | None = None,
    unasked: Mapping[str, Any] | None = None,
) -> str:
    """Return the card's text (Markdown).

    Parameters
    ----------
    scores, noise
        Documents of the quality task and, where it was run, the noise task.
    unasked
        Of the quality task without house styles, where it was run.
    """
    training, labels = pack.manifest["training"], scores["labels"]
    areas, canonical = labels.get("auroc_per_label", {}), scores["canonical"]
    template = Template(resource_path("training", "model_card.md").read_text(encoding="utf-8"))
    return template.substitute(
        name=pack.name,
        version=pack.version,
        network=network_sentences(pack.manifest),
        decoding=_decoding(pack.manifest["generation"]),
        training_folds=_folds(training["training_folds"]),
        validation_folds=_folds(training["validation_folds"]),
        recordings=training["recordings"],
        patients=training["patients"],
        learning=learning_sentences(training),
        seeds=", ".join(f"{stage} {seed}" for stage, seed in training["seeds"].items()),
        folds=_folds(scores["split"]["folds"]),
        n=scores["n"],
        table=_scores_table(scores, unasked),
        verdicts=_verdicts(scores),
        distinct=scores["drafts"]["distinct"],
        macro_auroc=_figure(labels.get("macro_auroc")),
        superclass_auroc=_figure(labels.get("superclass_macro_auroc")),
        superclasses=", ".join(f"{name} {area:.3f}" for name, area in labels["auroc_per_superclass"].items()) or "none",
        afib=_figure(areas.get("AFIB")),
        paced=_figure(areas.get("PACE")),
        canonical_bleu4=_figure(canonical["bleu4"]),
        canonical_rouge=_figure(canonical["rougeL"]),
        canonical_meteor=_figure(canonical["meteor"]),
        clinical=_clinical(scores["clinical"]),
        styles=style_sentences(pack.manifest["prompt"], scores),
        confidence=_confidence(scores["confidence"]),
        statements=_statements(labels),
        subgroups=_subgroups(scores["subgroups"]),
        disturbed=_disturbed(noise),
        failures=_failures(scores["surest_mistakes"], confidence_curve(scores)),
    )


def _decoding(generation: Mapping[str, Any]) -> str:
    if generation["decoding"] == "greedy":
        written = "Decoding is greedy."
    else:
        written = (
            f"{generation['drawing']['rows']} drafts are drawn and the one that the others, the findings head and the "
            "measurements agree with is told (minimum Bayes risk)."
        )
    if "completion" not in generation:
        return written
    how = generation["completion"]
    return (
        f"{written} What findings head and readers together expect a report to state with at least {how['least']:.0%} "
        f"(the findings head alone, where there are no readers) and the text leaves out "
        f'is added in the library\'s wording, as "possible ..." below {how["hedged_below"]:.0%}.'
    )


def _scores_table(scores: Mapping[str, Any], unasked: Mapping[str, Any] | None) -> str:
    rows = []
    for label, part, key in _ROWS:
        compat = scores["compat"].get(key) if part == "clean" else None
        rows.append(
            [
                label,
                _with_interval(scores, part, key),
                *([] if unasked is None else [_with_interval(unasked, part, key)]),
                "" if compat is None else _figure(compat),
                *(_figure(scores["baselines"][name][part][key]) for _, name in _BASELINES),
            ]
        )
    heads = ["drafts (clean)", *([] if unasked is None else ["asked for in no house style"]), "drafts (compat)"]
    return _table(["", *heads, *(label for label, _ in _BASELINES)], rows)


def _with_interval(scores: Mapping[str, Any], part: str, key: str) -> str:
    low, high = scores["ci95"].get(key, (None, None))
    interval = "" if low is None else f" ({low:.3f} to {high:.3f})"
    return _figure(scores[part][key]) + interval


def _verdicts(scores: Mapping[str, Any]) -> str:
    """Say against each baseline what is better and what isn't."""
    sentences = []
    for label, name in _BASELINES:
        baseline = scores["baselines"][name]
        lost = [row for row, part, key in _ROWS if scores[part][key] <= baseline[part][key]]
        outcome = "better in every row" if not lost else f"not better in {', '.join(lost)}"
        sentences.append(f"Against *{label}*: {outcome}.")
    return " ".join(sentences)


def _confidence(found: Mapping[str, Any] | None) -> str:
    if found is None:
        return "Sentences carry no confidence."
    return (
        f"A sentence's confidence: expected calibration error {found['ece_refitted']:.3f} over {found['n']} sentences "
        f"(curve fitted on half of the patients, scored on the other), {found['right']:.0%} of which the report has."
    )


def _clinical(rates: Mapping[str, Any]) -> str:
    def share(name: str) -> str:
        return "not measured" if rates.get(name) is None else f"{rates[name]:.1%}"

    return (
        f"Of the statements in the drafts {share('hallucination_rate')} are neither in the report nor in the data "
        f"set's codes ({share('certain_hallucination_rate')} of those told without a hedge). Of the statements in the "
        f"reports the drafts leave out {share('omission_rate')}. {share('false_normal_rate')} of the drafts call an "
        "ECG normal whose report and codes have findings."
    )


def _statements(labels: Mapping[str, Any]) -> str:
    areas = {**labels.get("auroc_per_statement", {}), **labels.get("auroc_per_label", {})}
    frequent = {code: row for code, row in labels["per_label"].items() if row["n"] >= _FEWEST_POSITIVES}
    rows = [
        [code, str(row["n"]), *(_figure(row[name]) for name in ("precision", "recall", "f1")), _area(areas.get(code))]
        for code, row in sorted(frequent.items(), key=lambda item: -item[1]["n"])
    ]
    return _table(["statement", "reports", "precision", "recall", "F1", "AUROC"], rows)


def _subgroups(groups: Sequence[Mapping[str, Any]]) -> str:
    names = ("bleu4", "meteor", "rougeL", "micro_f1")
    rows = [
        [group["name"], str(group["n"]), *(_figure(group[name]) if name in group else "too few" for name in names)]
        for group in groups
    ]
    return _table(["group", "n", "BLEU-4", "METEOR", "ROUGE-L", "micro F1"], rows)


def _disturbed(noise: Mapping[str, Any] | None) -> str:
    if noise is None:
        return "Not measured."
    rows = [
        [
            row["name"],
            *(_figure(row["clean"][name]) for name in ("bleu4", "meteor", "rougeL")),
            _figure(row["labels"]["micro_f1"]),
            f"{row['refused']:.0%}",
        ]
        for row in noise["conditions"]
    ]
    heads = ["", "BLEU-4", "METEOR", "ROUGE-L", "micro F1", "refused"]
    return f"The first {noise['n']} of the recordings above.\n\n{_table(heads, rows)}"


def _failures(mistakes: Sequence[Mapping[str, Any]], curve: Mapping[str, float]) -> str:
    """List the mistakes with the confidence that the pack's curve gives them from now on."""
    told = ConfidenceCurve(**curve).probability
    return (
        "\n".join(
            f"- “{each['sentence']}” ({told(each['confidence']):.0%}) where the report says: “{each['reference']}”"
            for each in mistakes
        )
        or "- none carried a confidence"
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in [heads, ["---"] * len(heads), *rows])


def _figure(value: float | None) -> str:
    return _MISSING if value is None else f"{value:.3f}"


def _area(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _folds(folds: Sequence[int]) -> str:
    return str(folds[0]) if len(folds) == 1 else f"{folds[0]} to {folds[-1]}"
