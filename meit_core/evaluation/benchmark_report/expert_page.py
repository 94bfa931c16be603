"""The page of the expert task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meit_core.evaluation.benchmark_report.markup import figure, page, paragraph, section, table
from meit_core.evaluation.benchmark_report.plots import interval_plot
from meit_core.evaluation.benchmark_report.words import figure_of, sentence


def expert_page(document: Mapping[str, Any]) -> str:
    """Return the page."""
    facts = [
        f"{document['ratings']} ratings of {document['drafts']} drafts of {document['studies']} studies by "
        f"{document['raters']} raters",
        f"Campaign {document['campaign']}" if document["campaign"] else "All studies of the workspace",
    ]
    return page("Expert ratings", facts, [_means(document), _agreement(document), _method(document)])


def _means(document: Mapping[str, Any]) -> str:
    models = list(document["models"])
    criteria = document["criteria"]
    rows = []
    for model in models:
        means = document["models"][model]["means"]
        cells = []
        for criterion in criteria:
            known = means[criterion]
            bounds = known["ci95"]
            cells.append(f"{known['mean']:.2f}" + (f" ({bounds[0]:.2f}–{bounds[1]:.2f})" if bounds else ""))
        rows.append([model, str(document["models"][model]["drafts"]), *cells])
    plot = interval_plot(
        [
            (
                sentence(criterion),
                [
                    (known["mean"], *(known["ci95"] or (known["mean"], known["mean"])))
                    for model in models
                    if (known := document["models"][model]["means"][criterion])
                ],
            )
            for criterion in criteria
        ],
        models,
        title="Mean scores",
        longest=5.0,
        left=210.0,
    )
    heads = ["Model", "drafts", *(sentence(criterion) for criterion in criteria)]
    note = "1 to 5. Intervals: patients drawn again 1,000 times; none where only one patient was rated."
    shown = figure(plot, "Mean scores with 95 % intervals by patient.") if models else ""
    return section("Means", shown, table(heads, rows), paragraph(note, "note"))


def _agreement(document: Mapping[str, Any]) -> str:
    rows = [
        [
            sentence(criterion),
            str(row["drafts_rated_twice"]),
            figure_of(row["alpha_ordinal"], 2),
            figure_of(row["icc_2_1"], 2),
            figure_of(row["weighted_kappa"], 2),
            figure_of(row["exact_agreement"], 2),
        ]
        for criterion, row in document["agreement"].items()
    ]
    heads = ["Criterion", "drafts rated twice or more", "alpha", "ICC(2,1)", "weighted kappa", "same score"]
    return section("Do raters agree?", table(heads, rows), paragraph(document["agreement_is"], "note"))


def _method(document: Mapping[str, Any]) -> str:
    return section("How it was measured", paragraph(document["method"]))
