"""``meit evaluate``"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from meit_core.cli.evaluation_summary import print_summary
from meit_core.cli.options import JsonOption, PackOption, PromptOption, WorkspaceOption
from meit_core.cli.output import print_json
from meit_core.cli.progress import job_at_terminal


class Dataset(StrEnum):
    PTBXL = "ptbxl"
    MIMIC_IV_ECG = "mimic-iv-ecg"
    MANIFEST = "manifest"
    LUDB = "ludb"
    CINC2021 = "cinc2021"


class TrainDataset(StrEnum):
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
    root: Annotated[
        Path | None, typer.Option("--root", metavar="DIR", help="The data set's folder; not needed for expert.")
    ] = None,
    dataset: Annotated[
        Dataset, typer.Option("--dataset", help="What is scored; ludb and cinc2021 have labels, for zero-shot.")
    ] = Dataset.PTBXL,
    folds: Annotated[str, typer.Option("--folds", metavar="FOLDS", help="Folds to score: 9, or 9,10, or 1-8.")] = "9",
    train_root: Annotated[
        Path | None,
        typer.Option("--train-root", metavar="DIR", help="Folder of the training folds; by default --root."),
    ] = None,
    train_dataset: Annotated[
        TrainDataset | None,
        typer.Option("--train-dataset", help="Kind of --train-root; by default the pack's own, or --dataset."),
    ] = None,
    pack: PackOption = None,
    without_instructions: Annotated[
        str | None,
        typer.Option(
            "--without-instructions",
            metavar="NAME_OR_PATH",
            help="For zero-shot: the pack tuned without diverse instructions, to compare with.",
        ),
    ] = None,
    task: Annotated[Task, typer.Option("--task", help="Which of the four tasks.")] = Task.QUALITY,
    prompt: PromptOption = None,
    house_styles: Annotated[
        bool,
        typer.Option(
            help="For quality: ask for each report in the house style that the data set names, if it is known.",
        ),
    ] = True,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help="Score the first N recordings only.")
    ] = None,
    bert_model: Annotated[
        Path | None,
        typer.Option("--bert-model", metavar="DIR", help="Folder of the model for BERTScore, e.g. roberta-large."),
    ] = None,
    workspace: WorkspaceOption = None,
    campaign: Annotated[
        str | None, typer.Option("--campaign", metavar="NAME", help="For expert: ratings of this campaign's studies.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the JSON document here, and the drafts beside it."),
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE.html", help="Write a page with tables and plots here.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Run one task of the benchmark: quality, zero-shot, noise or expert."""
    chosen = parse_folds(folds)
    from meit_core.services.evaluating import evaluate as run

    with job_at_terminal("evaluating") as job:
        document = run(
            root=root,
            folds=chosen,
            train_root=train_root,
            train_dataset=None if train_dataset is None else train_dataset.value,
            pack=pack,
            without_instructions=without_instructions,
            dataset=dataset.value,
            task=task.value,
            prompt=prompt,
            house_styles=house_styles,
            limit=limit,
            bert_model=bert_model,
            workspace=workspace,
            campaign=campaign,
            output=output,
            report=report,
            job=job,
        )
    if as_json:
        print_json(document)
    else:
        print_summary(document)


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
