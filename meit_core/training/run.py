"""A whole training run: data, encoder, language, calibration, pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from meit_core.jobs import JobContext
from meit_core.knowledge.instructions import load_instructions
from meit_core.model.assembly import assemble, new_decoder
from meit_core.model.pack import Pack
from meit_core.training.data import load_training_data
from meit_core.training.packing import write_pack
from meit_core.training.pretrain import pretrain_encoder
from meit_core.training.recipe import Recipe
from meit_core.training.texts import train_tokenizer
from meit_core.training.tune import TuneData, learn_to_write, tune

ScoreDrafts = Callable[[Sequence[str], Sequence[str], Sequence[str]], dict[str, float]]
"""Drafts, references, training references -> scores with ``selection`` among them."""


def run(
    recipe: Recipe, *, folder: Path, score: ScoreDrafts, job: JobContext | None = None
) -> tuple[Pack, dict[str, float], int]:
    """Train what the recipe says.

    A run that was interrupted goes on at its last finished epoch when it is started again with the same folder.

    Parameters
    ----------
    score
        Scores the validation drafts; the epoch with the highest ``selection`` is kept.

    Returns
    -------
    pack
        Sealed, in ``folder/pack``.
    best
        Scores of the epoch that was kept.
    steps
        Optimiser steps of the tuning stage.

    Raises
    ------
    UserError
        If data are missing or damaged, or training diverges.
    """
    job = job or JobContext()
    folder.mkdir(parents=True, exist_ok=True)
    if recipe.threads:
        torch.set_num_threads(recipe.threads)
    data = load_training_data(recipe.data, job)
    encoder_config = recipe.encoder.with_findings(len(data.space.codes))
    for_training, for_checking = data.for_encoder()
    encoder = pretrain_encoder(
        encoder_config, recipe.pretrain, training=for_training, validation=for_checking, folder=folder, job=job
    )

    instructions = load_instructions()
    extra_reports = [case.reference for case in data.extra]
    tokenizer = train_tokenizer([*data.references, *extra_reports, *instructions], vocabulary=recipe.vocabulary)
    torch.manual_seed(recipe.tune.seed)
    decoder = new_decoder(
        recipe.decoder,
        vocabulary=tokenizer.tokenizer.get_vocab_size(),
        end_id=tokenizer.end_id,
        pad_id=tokenizer.pad_id,
    )
    model = assemble(encoder, encoder_config, recipe.fusion, decoder)
    if recipe.writing is not None and data.extra:
        learn_to_write(
            model,
            tokenizer,
            recipe.writing,
            instructions=instructions,
            findings=data.targets(data.extra),
            reports=extra_reports,
            folder=folder,
            job=job,
        )
    best = tune(
        model,
        tokenizer,
        recipe.tune,
        instructions=instructions,
        training=TuneData(data.training.signals, for_training.findings, data.references),
        validation_signals=data.validation.signals,
        prompt=recipe.generation.prompt,
        max_new_tokens=recipe.generation.max_new_tokens,
        score=lambda drafts: score(drafts, data.validation_references, data.references),
        folder=folder,
        job=job,
    )
    pack = write_pack(folder / "pack", recipe=recipe, data=data, model=model, tokenizer=tokenizer, best=best)
    return pack, best, recipe.tune.loop.epochs * (len(data.references) // recipe.tune.batch)
