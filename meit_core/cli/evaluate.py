"""``meit evaluate``"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from meit_core.cli.options import JsonOption, PackOption, PromptOption
from meit_core.cli.output import print_json, print_table
from meit_core.cli.progress import job_at_terminal

_COLUMNS: Final = (
    ("BLEU-4", "clean", "bleu4"),
    ("METEOR", "clean", "meteor"),
    ("ROUGE-L", "clean", "rougeL"),
    ("CIDEr-D", "clean", "cider_d"),
    ("exact", "clean", "exact_match"),
    ("macro F1", "labels", "macro_f1"),
    ("micro F1", "labels", "micro_f1"),
)


class Dataset(StrEnum):
    PTBXL = "ptbxl"
    MIMIC_IV_ECG = "mimic-iv-ecg"
    MANIFEST = "manifest"


class Task(StrEnum):
    QUALITY = "quality"
    ZERO_SHOT = "zero-shot"
    NOISE = "noise"
    EXPERT = "expert"


def evaluate(
    *,
    root: Annotated[Path, typer.Option("--root", metavar="DIR", help="The data set's folder.")],
    dataset: Annotated[Dataset, typer.Option("--dataset", help="Only ptbxl is available yet.")] = Dataset.PTBXL,
    folds: Annotated[str, typer.Option("--folds", metavar="FOLDS", help="Folds to score: 9, or 9,10, or 1-8.")] = "9",
    train_root: Annotated[
        Path | None,
        typer.Option("--train-root", metavar="DIR", help="Folder of the training folds; by default --root."),
    ] = None,
    pack: PackOption = None,
    task: Annotated[Task, typer.Option("--task", help="Only quality is available yet.")] = Task.QUALITY,
    prompt: PromptOption = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help="Score the first N recordings only.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Also write the JSON document here.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Score a model pack on a data set's reports, beside three baselines."""
    chosen = parse_folds(folds)
    from meit_core.services.evaluating import evaluate as run

    with job_at_terminal("evaluating") as job:
        document = run(
            root=root,
            folds=chosen,
            train_root=train_root,
            pack=pack,
            dataset=dataset.value,
            task=task.value,
            prompt=prompt,
            limit=limit,
            output=output,
            job=job,
        )
    if as_json:
        print_json(document)
    else:
        _print_summary(document)


def parse_folds(text: str) -> frozenset[int]:
    """Return the folds of ``9``, ``9,10`` or ``1-8``.

    Raises
    ------
    typer.BadParameter
        If it is nothing like that.
    """
    folds: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,3})(?:-(\d{1,3}))?\s*", part)
        if match is None or int(match[2] or match[1]) < int(match[1]):
            raise typer.BadParameter(f"'{text}' names no folds; write 9, or 9,10, or 1-8", param_hint="--folds")
        folds.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return frozenset(folds)


def _print_summary(document: Mapping[str, Any]) -> None:
    rows = [("", *(label for label, _, _ in _COLUMNS))]
    baselines = {name.replace("_", " "): part for name, part in document["baselines"].items()}
    for name, part in {document["pack"]: document, **baselines}.items():
        rows.append((name, *(f"{part[group][key]:.3f}" for _, group, key in _COLUMNS)))
    print_table(rows)
    labels, split, unreadable = document["labels"], document["split"], document["unreadable"]
    typer.echo()
    area = labels["superclass_macro_auroc"]
    if area is not None:
        typer.echo(f"Findings head: macro AUROC of the diagnostic superclasses {area:.3f}")
    scored = f"{document['n']} recordings of folds {', '.join(map(str, split['folds']))}"
    typer.echo(f"Scored {scored}; {document['patient_overlap']} patients also in the training folds.")
    seen = set(split["folds"]).intersection(split["pack_trained_on"] or ())
    if seen:
        typer.echo(f"The pack was trained on fold {', '.join(map(str, sorted(seen)))}: these scores are no test.")
    left_out = len(unreadable["scored"])
    if left_out or split["without_report"]:
        typer.echo(f"Left out: {left_out} not readable, {split['without_report']} without a report.")
    typer.echo(f"{document['device']}, {document['seconds']:.0f} s")
