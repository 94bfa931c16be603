"""The page of a sweep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meit_core.evaluation.benchmark_report.markup import figure, page, paragraph, section, table
from meit_core.evaluation.benchmark_report.plots import interval_plot
from meit_core.evaluation.benchmark_report.words import BASELINES, difference, figure_of, with_interval
from meit_core.evaluation.sweep_table import COLUMNS


def sweep_page(document: Mapping[str, Any]) -> str:
    """Return the page."""
    trained = [row for row in document["rows"] if "failed" not in row]
    split = document["split"]
    facts = [
        document["about"],
        f"{len(document['rows'])} variants of {document['base']}, scored on fold "
        f"{', '.join(map(str, split['folds']))}, trained on folds {', '.join(map(str, split['training_folds']))}",
    ]
    return page(
        f"Sweep: {document['name']}",
        facts,
        [_scores(document, trained), _differences(document, trained), _rows(document)],
    )


def _scores(document: Mapping[str, Any], trained: list[Mapping[str, Any]]) -> str:
    def value(row: Mapping[str, Any], key: str) -> float:
        return float({**row["clean"], **row["labels"]}[key])

    shown = [(key, title) for key, title in COLUMNS if key != "cider_d"]
    plot = interval_plot(
        [(title, [(value(row, key), *row["ci95"][key]) for row in trained]) for key, title in shown],
        [row["name"] for row in trained],
        title="Scores of all variants",
    )
    rows = [[row["name"], *(with_interval(value(row, key), row["ci95"][key]) for key, _ in COLUMNS)] for row in trained]
    for key, title in BASELINES:
        if key in document["baselines"]:
            baseline = {**document["baselines"][key]["clean"], **document["baselines"][key]["labels"]}
            rows.append([f"baseline: {title}", *(figure_of(baseline[name]) for name, _ in COLUMNS)])
    heads = ["", *(title for _, title in COLUMNS)]
    return section(
        "Scores",
        figure(plot, "Clean scores with 95 % intervals by patient."),
        table(heads, rows, own=(0,), kind="wide"),
    )


def _differences(document: Mapping[str, Any], trained: list[Mapping[str, Any]]) -> str:
    rows = [
        [
            row["name"],
            *(difference(against[key]["difference"], against[key]["ci95"]) for key, _ in COLUMNS),
        ]
        for row in trained
        if (against := row.get("against_first"))
    ]
    return section(
        f"Differences to {document['first']}",
        table(["", *(title for _, title in COLUMNS)], rows, kind="wide"),
        paragraph(
            f"Intervals: {document['interval']}. One run of each variant: another seed would move all of them.", "note"
        ),
    )


def _rows(document: Mapping[str, Any]) -> str:
    def settings(changes: Mapping[str, Any]) -> str:
        said = (f"without {name}" if value is None else f"{name} = {value}" for name, value in changes.items())
        return "; ".join(said) or "–"

    rows = [
        [
            row["name"],
            row["about"],
            row.get("failed") or settings(row["changes"]),
            "–" if "failed" in row else f"{row['seconds'] / 60:.0f}",
        ]
        for row in document["rows"]
    ]
    return section(
        "Variants",
        paragraph(f"All rows: {settings(document['common'])}."),
        table(["", "What", "Changed", "minutes"], rows, texts=3, kind="texts"),
    )
