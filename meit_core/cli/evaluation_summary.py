"""What ``meit evaluate`` prints for people, task by task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import typer

from meit_core.cli.output import print_table

_COLUMNS: Final = (
    ("BLEU-4", "clean", "bleu4"),
    ("METEOR", "clean", "meteor"),
    ("ROUGE-L", "clean", "rougeL"),
    ("CIDEr-D", "clean", "cider_d"),
    ("exact", "clean", "exact_match"),
    ("macro F1", "labels", "macro_f1"),
    ("micro F1", "labels", "micro_f1"),
)


def print_summary(document: Mapping[str, Any]) -> None:
    """Print a task's main figures."""
    if document["task"] == "expert":
        _print_expert(document)
        return
    if document["task"] == "noise":
        _print_noise(document)
    elif document["clean"] is None:
        _print_labels(document)
    else:
        _print_texts(document)
    typer.echo(f"{document['device']}, {document['seconds']:.0f} s")


def _print_texts(document: Mapping[str, Any]) -> None:
    rows = [("", *(label for label, _, _ in _COLUMNS))]
    for name, part in _rows_of(document).items():
        rows.append((name, *(f"{part[group][key]:.3f}" for _, group, key in _COLUMNS)))
    print_table(rows)
    labels, split, unreadable = document["labels"], document["split"], document["unreadable"]
    typer.echo()
    area = labels["superclass_macro_auroc"]
    if area is not None:
        typer.echo(f"Findings head: macro AUROC of the diagnostic superclasses {area:.3f}")
    scored = f"{document['n']} recordings of folds {', '.join(map(str, split['folds']))}"
    typer.echo(f"Scored {scored}; {document['patient_overlap']} patients also in the training folds.")
    seen = set(split["folds"]).intersection(split.get("pack_trained_on") or ())
    if seen:
        typer.echo(f"The pack was trained on fold {', '.join(map(str, sorted(seen)))}: these scores are no test.")
    left_out = len(unreadable["scored"])
    if left_out or split["without_report"]:
        typer.echo(f"Left out: {left_out} not readable, {split['without_report']} without a report.")


def _print_labels(document: Mapping[str, Any]) -> None:
    rows: list[tuple[str, ...]] = [("", "macro F1", "micro F1", "macro AUROC")]
    for name, part in _rows_of(document).items():
        labels = part["labels"]
        rows.append((name, *(_figure(labels[key]) for key in ("macro_f1", "micro_f1", "macro_auroc"))))
    print_table(rows)
    typer.echo()
    table: list[tuple[str, ...]] = [("label", "n", "precision", "recall", "F1", "AUROC")]
    for name, row in sorted(document["labels"]["per_label"].items(), key=lambda item: -item[1]["n"]):
        figures = (_figure(row[key]) for key in ("precision", "recall", "f1", "auroc"))
        table.append((name, str(row["n"]), *figures))
    print_table(table)
    typer.echo()
    typer.echo(f"Scored {document['n']} recordings of {document['dataset']}, which the pack has not learnt from.")
    if document["left_out"]:
        named = ", ".join(f"{row['label']} ({row['n']})" for row in document["left_out"])
        typer.echo(f"Not scored, since one side can't express it: {named}.")


def _print_noise(document: Mapping[str, Any]) -> None:
    rows = [("", *(label for label, _, _ in _COLUMNS), "refused")]
    for row in document["conditions"]:
        figures = (f"{row[group][key]:.3f}" for _, group, key in _COLUMNS)
        rows.append((row["name"], *figures, f"{row['refused']:.0%}"))
    print_table(rows)
    typer.echo()


def _print_expert(document: Mapping[str, Any]) -> None:
    from meit_core.cli.ratings import print_ratings

    print_ratings(document)


def _rows_of(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the pack's scores, those without instruction tuning, and the baselines', by name."""
    rows = {document["pack"]: document}
    if other := document.get("without_instruction_tuning"):
        rows[f"{other['pack']}, without instruction tuning"] = other
    return rows | {name.replace("_", " "): part for name, part in document["baselines"].items()}


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
