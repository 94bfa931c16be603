"""The page of the quality task, and of zero-shot on reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from meit_core.evaluation.benchmark_report.markup import figure, page, paragraph, section, table
from meit_core.evaluation.benchmark_report.plots import Interval, bar_plot, calibration_plot, interval_plot
from meit_core.evaluation.benchmark_report.words import (
    BASELINES,
    INTERVAL_NOTE,
    METRICS,
    difference,
    facts,
    figure_of,
    heading,
    readable,
    sentence,
    statement,
    with_interval,
)
from meit_core.evaluation.hallucination import RATES

SHOWN_FINDINGS: Final = 28
_PLOTTED: Final = (
    ("bleu4", "BLEU-4"),
    ("meteor", "METEOR"),
    ("rougeL", "ROUGE-L"),
    ("macro_f1", "statements, macro F1"),
    ("micro_f1", "statements, micro F1"),
)


def texts_page(document: Mapping[str, Any]) -> str:
    """Return the page."""
    return page(
        heading(document),
        facts(document),
        [
            paragraph(readable(document.get("verdict", {}).get("text", "")), "lead"),
            _scores(document),
            _instructions(document),
            _clinical(document),
            _findings(document),
            _head(document),
            _subgroups(document),
            _calibration(document),
            _examples(document["examples"]),
            _method(document),
        ],
    )


def _scores(document: Mapping[str, Any]) -> str:
    baselines = document["baselines"]
    series = [document["pack"], *(title for name, title in BASELINES if name in baselines)]
    parts = [document, *(baselines[name] for name, _ in BASELINES if name in baselines)]
    plot = interval_plot(
        [(title, [_interval(part, key) for part in parts]) for key, title in _PLOTTED],
        series,
        title="Scores of the pack and of the baselines",
    )
    rows = [
        [
            title,
            with_interval(document["clean"][key], document["ci95"].get(key)),
            figure_of(document["compat"].get(key)),
            *(figure_of(baselines[name]["clean"][key]) for name, _ in BASELINES if name in baselines),
        ]
        for key, title in METRICS
        if key in document["clean"]
    ]
    rows += [
        [
            title,
            with_interval(document["labels"][key], document["ci95"].get(key)),
            "–",
            *(figure_of(baselines[name]["labels"][key]) for name, _ in BASELINES if name in baselines),
        ]
        for key, title in (("macro_f1", "Statements, macro F1"), ("micro_f1", "Statements, micro F1"))
    ]
    heads = ["", f"{document['pack']}, clean", "compat", *series[1:]]
    return section(
        "Scores",
        figure(plot, "Dots are scores, lines their 95 % intervals by patient. All from 0 to 1, clean."),
        table(heads, rows),
        paragraph(
            "Clean: report text only, over the whole set, document frequencies from the training reports. Compat: the "
            "way of the paper's released code, which leaves a tag in both texts, averages over batches and has no "
            f"document frequencies; only for comparison with its figures. The baselines are clean. {INTERVAL_NOTE}",
            "note",
        ),
    )


def _interval(part: Mapping[str, Any], key: str) -> Interval | None:
    value = part["clean"].get(key, part["labels"].get(key))
    bounds = part["ci95"].get(key)
    return None if value is None or bounds is None else (value, bounds[0], bounds[1])


def _instructions(document: Mapping[str, Any]) -> str:
    other = document.get("without_instruction_tuning")
    if other is None:
        return ""
    rows = [
        [title, figure_of(row["after"]), figure_of(row["before"]), difference(row["difference"], row["ci95"])]
        for key, title in (*METRICS, ("macro_f1", "Statements, macro F1"), ("micro_f1", "Statements, micro F1"))
        if (row := other["difference"].get(key))
    ]
    return section(
        "With and without instruction tuning",
        paragraph(f"Without: {other['pack']}, tuned on {other['instructions'] or 'unknown'} instructions."),
        table(["", "with", "without", "difference (95 % interval)"], rows),
    )


def _clinical(document: Mapping[str, Any]) -> str:
    clinical = document.get("clinical")
    if not clinical:
        return ""
    baselines = document["baselines"]
    named = [(name, title) for name, title in BASELINES if "clinical" in baselines.get(name, {})]
    rows = [
        [
            sentence(rate),
            with_interval(clinical[rate], document["ci95"].get(rate)),
            *(figure_of(baselines[name]["clinical"][rate]) for name, _ in named),
        ]
        for rate in RATES
        if rate in clinical
    ]
    most = [
        [statement(row["code"]), kind, str(row["n"])]
        for kind, key in (("invented", "most_invented"), ("left out", "most_omitted"))
        for row in clinical.get(key, ())
    ]
    meanings = [[sentence(name), words] for name, words in clinical.get("definitions", {}).items()]
    return section(
        "What is invented, left out and turned round",
        table(["Lower is better", document["pack"], *(title for _, title in named)], rows),
        table(["Mostly", "is", "drafts"], most, texts=2),
        table(["Rate", "is"], meanings, texts=2),
    )


def _findings(document: Mapping[str, Any]) -> str:
    per_label = sorted(document["labels"]["per_label"].items(), key=lambda item: (-item[1]["n"], item[0]))
    often = [(code, row) for code, row in per_label if row["n"]][:SHOWN_FINDINGS]
    areas = document["labels"].get("auroc_per_label", {}) | document["labels"].get("auroc_per_statement", {})
    rows = [
        [
            statement(code),
            str(row["n"]),
            *(figure_of(row[key], 2) for key in ("precision", "recall", "f1")),
            figure_of(areas.get(code), 2),
        ]
        for code, row in often
    ]
    plot = bar_plot(
        [(statement(code), row["f1"], f"{row['f1']:.2f}   n {row['n']}") for code, row in often],
        title="F1 of the commonest statements",
    )
    rest = sum(1 for _, row in per_label if row["n"]) - len(often)
    more = f" {rest} rarer ones are in the JSON document." if rest > 0 else ""
    return section(
        "Finding by finding",
        figure(plot, f"F1 of the statements that the reports make most often, drafts against reports.{more}"),
        table(["Statement", "reports", "precision", "recall", "F1", "AUROC of the head"], rows),
    )


def _head(document: Mapping[str, Any]) -> str:
    areas = document["labels"].get("auroc_per_superclass") or {}
    rows = [[name, figure_of(area)] for name, area in areas.items()]
    mean = document["labels"].get("superclass_macro_auroc")
    if mean is not None:
        rows.append(["mean", figure_of(mean)])
    return section("Findings head, diagnostic superclasses", table(["Superclass", "AUROC"], rows))


def _subgroups(document: Mapping[str, Any]) -> str:
    keys = (("bleu4", "BLEU-4"), ("meteor", "METEOR"), ("rougeL", "ROUGE-L"), ("micro_f1", "micro F1"))
    rows = [
        [row["name"], str(row["n"]), *(figure_of(row.get(key)) for key, _ in keys)]
        for row in document.get("subgroups", ())
    ]
    note = "Groups that are too small have no scores. Without intervals: look at large differences only."
    heads = ["Group", "n", *(title for _, title in keys)]
    return section("Groups of patients", table(heads, rows), paragraph(note, "note")) if rows else ""


def _calibration(document: Mapping[str, Any]) -> str:
    known = document.get("confidence")
    if not known:
        return ""
    mistakes = [
        [row["sentence"], f"{row['confidence']:.0%}", row["reference"]] for row in document.get("surest_mistakes", ())
    ]
    plot = calibration_plot(known["bins"], title="Confidence and how often it holds") if "bins" in known else ""
    return section(
        "Confidence of sentences",
        figure(
            plot,
            f"{known['n']} sentences; {known['right']:.0%} are right, that is: the report makes their statements too. "
            f"Upwards: share that is right. On the dashed line the confidences hold. Expected calibration error "
            f"{known['ece']:.3f}; {known['ece_refitted']:.3f} after fitting the curve on the other half of the "
            "patients.",
        ),
        table(["Surest mistakes", "confidence", "report"], mistakes, texts=3, kind="texts"),
    )


def _examples(rows: Sequence[Mapping[str, Any]]) -> str:
    parts = []
    for which, title in (("best", "Best"), ("worst", "Worst")):
        chosen = [
            [row["ecg_id"], row["reference"], row["draft"] or "(empty)", figure_of(row["score"], 2)]
            for row in rows
            if row["which"] == which
        ]
        parts.append(table(["Recording", "Report", "Draft", "score"], chosen, texts=3, caption=title, kind="texts"))
    note = "Score: mean of ROUGE-L and the F1 of the statements. Every report is shown once at most."
    return section("Best and worst drafts", *parts, paragraph(note, "note"))


def _method(document: Mapping[str, Any]) -> str:
    split = document["split"]
    titles = {**dict(METRICS), "bleu": "BLEU"}
    rows = [[titles.get(name, sentence(name)), str(words)] for name, words in document["implementation"].items()]
    if "bert_score" in document:
        rows.append(["BERTScore", str(document["bert_score"])])
    unreadable = document["unreadable"]
    lines = [
        f"References: {split['references']}. {split['training_n']} training recordings of folds "
        f"{', '.join(map(str, split['training_folds']))} give document frequencies and baselines.",
        f"{len(unreadable['scored'])} recordings could not be read and {split['without_report']} have no report; "
        "they are not scored.",
        f"{document['drafts']['distinct']} different drafts; {document['drafts']['empty']} empty, "
        f"{document['drafts']['cut_off']} cut off. The run took {document['seconds']:.0f} s.",
    ]
    return section("How it was measured", *(paragraph(line) for line in lines), table(["", "Method"], rows, texts=2))
