"""The page of the noise task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meit_core.evaluation.benchmark_report.markup import figure, page, paragraph, section, table
from meit_core.evaluation.benchmark_report.plots import Interval, Point, curve_plot
from meit_core.evaluation.benchmark_report.words import INTERVAL_NOTE, facts, figure_of, heading, with_interval

_SHOWN = (("clean", "rougeL", "ROUGE-L"), ("labels", "micro_f1", "statements, micro F1"))


def noise_page(document: Mapping[str, Any]) -> str:
    """Return the page."""
    first = document["conditions"][0]
    sections = []
    for group, key, title in _SHOWN:
        undisturbed = _interval(first, group, key)
        figures = []
        for unit, curves in _curves(document, group, key).items():
            falling = unit.startswith("dB")
            plot = curve_plot(curves, title=title, x_title=unit, undisturbed=undisturbed, falling=falling)
            direction = (
                "The noise grows to the right." if falling else "MEIT's own noise; its figure calls 1 − x an SNR."
            )
            figures.append(figure(plot, f"{title} with 95 % intervals by patient. {direction}"))
        sections.append(section(f"{title[:1].upper()}{title[1:]} under noise", *figures))
    return page(heading(document), facts(document), [*sections, _table(document), _method(document)])


def _curves(document: Mapping[str, Any], group: str, key: str) -> dict[str, dict[str, list[Point]]]:
    """Return unit -> kind -> points, of the kinds that come at several strengths."""
    curves: dict[str, dict[str, list[Point]]] = {}
    for row in document["conditions"]:
        if row["kind"]:
            value, low, high = _interval(row, group, key)
            kinds = curves.setdefault(row["unit"], {})
            kinds.setdefault(row["kind"], []).append(Point(row["level"], value, low, high))
    return {
        unit: kept
        for unit, kinds in curves.items()
        if (kept := {kind: points for kind, points in kinds.items() if len(points) > 1})
    }


def _interval(row: Mapping[str, Any], group: str, key: str) -> Interval:
    low, high = row["ci95"][key]
    return row[group][key], low, high


def _table(document: Mapping[str, Any]) -> str:
    rows = [
        [
            row["name"],
            figure_of(row["clean"]["bleu4"]),
            figure_of(row["clean"]["meteor"]),
            with_interval(row["clean"]["rougeL"], row["ci95"]["rougeL"]),
            figure_of(row["labels"]["macro_f1"]),
            with_interval(row["labels"]["micro_f1"], row["ci95"]["micro_f1"]),
            figure_of(row["findings_template"]["labels"]["micro_f1"]),
            f"{row['refused']:.0%}",
        ]
        for row in document["conditions"]
    ]
    heads = ["", "BLEU-4", "METEOR", "ROUGE-L", "macro F1", "micro F1", "micro F1 of the findings as a list", "refused"]
    return section("Every condition", table(heads, rows, own=(0,)), paragraph(INTERVAL_NOTE, "note"))


def _method(document: Mapping[str, Any]) -> str:
    return section(
        "How it was measured",
        paragraph(
            "The same recordings under every condition, with the same noise in every run. Noise in decibels is put on "
            "at 500 Hz, in each lead as far below the lead's own power as the figure says: muscle noise between 20 and "
            "150 Hz, electrode motion between 1 and 10 Hz, baseline wander below 0.5 Hz, mains as one sine."
        ),
        paragraph(
            "The paper's noise is one stretch of white noise, the same in all leads; its length is drawn up to the "
            "share given and its size up to a tenth of the recording's range."
        ),
        paragraph(
            "Refused: the product said that the signal is too bad for a report, instead of drafting. Such a draft "
            f"counts as it stands. The run took {document['seconds']:.0f} s."
        ),
    )
