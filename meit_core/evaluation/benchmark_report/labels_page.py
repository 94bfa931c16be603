"""The page of zero-shot on labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from meit_core.evaluation.benchmark_report.markup import figure, page, paragraph, section, table
from meit_core.evaluation.benchmark_report.plots import Interval, interval_plot
from meit_core.evaluation.benchmark_report.words import (
    BASELINES,
    INTERVAL_NOTE,
    difference,
    facts,
    figure_of,
    heading,
    statement,
    with_interval,
)

SHOWN: Final = 4
"""So many statements of a label are named; the table that ships has all."""
_AVERAGES: Final = (("macro_f1", "macro F1"), ("micro_f1", "micro F1"), ("macro_auroc", "macro AUROC"))


def labels_page(document: Mapping[str, Any]) -> str:
    """Return the page."""
    sections = [_averages(document), _instructions(document), _labels(document), _left_out(document)]
    return page(heading(document), facts(document), [*sections, _examples(document), _method(document)])


def _averages(document: Mapping[str, Any]) -> str:
    named = {document["pack"]: document}
    if other := document.get("without_instruction_tuning"):
        named[f"{other['pack']}, without instruction tuning"] = other
    named |= {title: document["baselines"][key] for key, title in BASELINES}
    rows = [
        [name, *(with_interval(part["labels"][key], part["ci95"].get(key)) for key, _ in _AVERAGES)]
        for name, part in named.items()
    ]
    return section(
        "Labels told by the drafts",
        table(["", *(title for _, title in _AVERAGES)], rows, own=(0,)),
        paragraph(f"Macro: over {document['labels']['macro_over']}. {INTERVAL_NOTE}", "note"),
    )


def _instructions(document: Mapping[str, Any]) -> str:
    other = document.get("without_instruction_tuning")
    if other is None:
        return ""
    rows = [
        [title, difference(row["difference"], row["ci95"])]
        for key, title in _AVERAGES
        if (row := other["difference"].get(key))
    ]
    return section(
        "With and without instruction tuning",
        paragraph(
            f"Without: {other['pack']}, tuned on {other['instructions'] or 'unknown'} instructions. The differences "
            "are with minus without, on the same recordings."
        ),
        table(["", "difference (95 % interval)"], rows),
    )


def _labels(document: Mapping[str, Any]) -> str:
    per_label = sorted(document["labels"]["per_label"].items(), key=lambda item: (-item[1]["n"], item[0]))
    rows = [
        [
            name,
            _said_by(document["label_codes"][name]),
            str(row["n"]),
            figure_of(row["precision"], 2),
            figure_of(row["recall"], 2),
            with_interval(row["f1"], row["f1_ci95"]),
            with_interval(row["auroc"], row["auroc_ci95"]),
        ]
        for name, row in per_label
    ]
    plotted = [(name, [_interval(row, "auroc"), _interval(row, "f1")]) for name, row in per_label if row["n"] >= 5]
    plot = (
        interval_plot(plotted, ("AUROC of the findings head", "F1 of the drafts"), title="Labels", left=250.0)
        if plotted
        else ""
    )
    heads = ["Label", "said by any of", "n", "precision", "recall", "F1", "AUROC"]
    return section(
        "Label by label",
        figure(plot, "Labels of at least five recordings. The head may know what the draft doesn't say."),
        table(heads, rows, texts=2),
    )


def _said_by(codes: Sequence[str]) -> str:
    named = [statement(code) for code in codes]
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    return ", ".join(named[:SHOWN]) + more


def _interval(row: Mapping[str, Any], key: str) -> Interval | None:
    bounds = row[f"{key}_ci95"]
    return None if row[key] is None or bounds is None else (row[key], bounds[0], bounds[1])


def _left_out(document: Mapping[str, Any]) -> str:
    rows = [[row["label"], row["why"], str(row["n"])] for row in document["left_out"]]
    return section(
        "Not scored",
        paragraph("Only what both sides can express is scored: what the labels say and the training reports teach."),
        table(["Label", "why", "recordings"], rows, texts=2),
    )


def _examples(document: Mapping[str, Any]) -> str:
    rows = [
        [row["ecg_id"], row["reference"], row["draft"] or "(empty)", figure_of(row["score"], 2)]
        for row in document["examples"]
    ]
    return section(
        "Most and least right drafts", table(["Recording", "Labels", "Draft", "F1"], rows, texts=3, kind="texts")
    )


def _method(document: Mapping[str, Any]) -> str:
    split = document["split"]
    excluded = "; ".join(f"{n} {what} left out" for what, n in split["excluded"].items())
    lines = [
        f"Labels: {split['labels']}. {excluded}".strip(),
        "A label that a recording doesn't carry counts as absent. A draft has a label if it makes one of the "
        "statements beside it; the tables ship with the program (resources/knowledge/labels_*.json).",
        f"Baselines and expressible statements: {split['training_n']} training recordings, "
        f"{split['training_references']}.",
        f"{document['why_no_text_scores'].capitalize()}. The run took {document['seconds']:.0f} s.",
    ]
    return section("How it was measured", *(paragraph(line) for line in lines))
