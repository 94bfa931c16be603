"""Train a model pack and write its card."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meit_core.jobs import JobContext

if TYPE_CHECKING:
    from meit_core.model.language.lora import PartSize


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of a run.

    Attributes
    ----------
    pack
        Its folder.
    steps
        Of the optimiser in the tuning stage.
    best
        Scores of the epoch that was kept.
    seconds
        Wall time.
    parameters
        ``part``, ``parameters`` and ``trained`` of each part of the model, and of ``all``.
    """

    pack: Path
    steps: int
    best: dict[str, float]
    seconds: float
    parameters: tuple[PartSize, ...]


def train(*, config: Path, out: Path, resume: bool = False, job: JobContext | None = None) -> Trained:
    """Train what the recipe in ``config`` says; checkpoints, logs, curves and ``pack`` go to the folder ``out``.

    Where ``accelerate launch`` started several processes, each calls this; the first one writes and scores the pack.

    Parameters
    ----------
    resume
        Go on with an interrupted run in ``out``. Without it a folder that holds a run is refused, never overwritten.

    Raises
    ------
    UserError
        If a setting is wrong or another one than the interrupted run's, data are missing or damaged, or training
        diverges.
    EnvironmentFault
        If the disk is full; the last checkpoint is whole.
    Cancelled
        If the job was cancelled; what was learnt is saved.
    """
    from meit_core.datasets.opening import kind_at
    from meit_core.services.evaluating import evaluate
    from meit_core.services.model_card import card_figures, confidence_curve, write_card
    from meit_core.training.disk import told_when_full
    from meit_core.training.packing import complete_card
    from meit_core.training.processes import is_first_process
    from meit_core.training.recipe import load_recipe
    from meit_core.training.run import run
    from meit_core.training.run_folder import claim

    started = time.monotonic()
    recipe = load_recipe(config)
    with told_when_full():
        if is_first_process():
            claim(out, config, recipe, resume=resume)
        done = run(recipe, folder=out, score=score_drafts, job=job)
        pack = done.pack
        if is_first_process():
            scores = evaluate(
                dataset=kind_at(Path(recipe.data.root)),
                root=Path(recipe.data.root),
                folds=recipe.data.validation_folds,
                pack=pack.folder,
                output=out / "evaluation.json",
                job=job,
            )
            card = write_card(pack, scores)
            pack = complete_card(pack, card, card_figures(scores), confidence_curve(scores))
    return Trained(pack.folder, done.steps, done.best, round(time.monotonic() - started, 1), done.parameters)


def speaks_for_all() -> bool:
    """Whether this process is to show progress and results: of several that were launched, the first one."""
    from meit_core.training.processes import is_first_process

    return is_first_process()


def score_drafts(
    drafts: Sequence[str], references: Sequence[str], training_references: Sequence[str]
) -> dict[str, Any]:
    """Score validation drafts; the epoch with the highest ``selection``, the mean of four scores, is kept.

    Two of the four ask whether the text is like the reference (BLEU-4, ROUGE-L), two whether it says the right things
    (macro and micro F1 of its statements): fluent and wrong must not win.
    """
    from meit_core.evaluation.clean import clean_metrics
    from meit_core.evaluation.labels import compare_texts

    clean = clean_metrics(drafts, references, training_references)
    macro_f1, micro_f1 = compare_texts(drafts, references).averages()
    scores = {
        "bleu4": clean.bleu4,
        "meteor": clean.meteor,
        "rougeL": clean.rouge_l,
        "cider_d": clean.cider_d,
        "macro_f1": macro_f1,
        "micro_f1": micro_f1,
    }
    return {"selection": (clean.bleu4 + clean.rouge_l + macro_f1 + micro_f1) / 4, **scores}
