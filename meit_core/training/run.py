"""A whole training run: data, encoder, language, calibration, pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_core.knowledge.instructions import load_instructions
from meit_core.model.assembly import assemble, new_decoder
from meit_core.model.meit import MeitModel
from meit_core.model.pack import Pack
from meit_core.model.prompt import PromptTokenizer
from meit_core.training.crossfit import heads_out_of_fold
from meit_core.training.data import TrainingData, load_training_data
from meit_core.training.language import learn_language
from meit_core.training.packing import write_pack
from meit_core.training.pretrain import pretrain_encoder
from meit_core.training.recipe import Recipe
from meit_core.training.texts import train_tokenizer
from meit_core.training.tune import TuneData, learn_to_write, tune, write_reports

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
        Optimiser steps of the stage that taught the language model.

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
    encoder_config = recipe.encoder.with_heads(len(data.space.codes), data.context.width)
    for_training, for_checking = data.for_encoder()
    encoder = pretrain_encoder(
        encoder_config, recipe.pretrain, training=for_training, validation=for_checking, folder=folder, job=job
    )
    tokenizer = train_tokenizer(
        [*data.references, *data.extra_references, *load_instructions()], vocabulary=recipe.vocabulary
    )
    torch.manual_seed(recipe.tune.seed)
    decoder = new_decoder(
        recipe.decoder,
        vocabulary=tokenizer.tokenizer.get_vocab_size(),
        end_id=tokenizer.end_id,
        pad_id=tokenizer.pad_id,
    )
    model = assemble(encoder, encoder_config, recipe.fusion, decoder)
    learn = _from_heads if recipe.language is not None else _together
    best, steps = learn(model=model, tokenizer=tokenizer, recipe=recipe, data=data, score=score, folder=folder, job=job)
    pack = write_pack(folder / "pack", recipe=recipe, data=data, model=model, tokenizer=tokenizer, best=best)
    return pack, best, steps


def _from_heads(
    *,
    model: MeitModel,
    tokenizer: PromptTokenizer,
    recipe: Recipe,
    data: TrainingData,
    score: ScoreDrafts,
    folder: Path,
    job: JobContext,
) -> tuple[dict[str, float], int]:
    """The language model learns from the heads of encoders that haven't seen the recording."""
    how = recipe.language
    if how is None or recipe.crossfit is None or recipe.fusion.source != "heads":
        raise UserError(
            "The language stage needs a crossfit stage and ECG tokens made from the heads.",
            'Add [crossfit], and source = "heads" under [fusion].',
        )
    for_training, _ = data.for_encoder()
    known = heads_out_of_fold(
        model.encoder.config,
        recipe.crossfit,
        recipe.pretrain,
        data=for_training,
        folds=[case.fold for case in data.training.cases],
        folder=folder,
        job=job,
    )
    reports = data.written_reports(unvalidated=how.unvalidated, unrecorded=how.unrecorded)
    first = model.encoder.config.n_findings
    best = learn_language(
        model,
        tokenizer,
        how,
        instructions=load_instructions(),
        known=known,
        sites=for_training.context.sites,
        site_columns=slice(first + data.context.site_columns.start, first + data.context.site_columns.stop),
        reports=reports,
        evaluate=lambda averaged: score(
            _drafts(averaged, tokenizer, recipe, data), data.validation_references, data.references
        ),
        folder=folder,
        job=job,
    )
    return best, how.loop.epochs * (len(reports) // how.batch)


def _drafts(model: MeitModel, tokenizer: PromptTokenizer, recipe: Recipe, data: TrainingData) -> list[str]:
    return write_reports(
        model,
        tokenizer,
        data.validation.signals,
        prompt=recipe.generation.prompt,
        max_new_tokens=recipe.generation.max_new_tokens,
    )


def _together(
    *,
    model: MeitModel,
    tokenizer: PromptTokenizer,
    recipe: Recipe,
    data: TrainingData,
    score: ScoreDrafts,
    folder: Path,
    job: JobContext,
) -> tuple[dict[str, float], int]:
    """Encoder and language model are tuned together."""
    if recipe.writing is not None and data.extra:
        learn_to_write(
            model,
            tokenizer,
            recipe.writing,
            instructions=load_instructions(),
            findings=data.targets(data.extra),
            reports=data.extra_references,
            folder=folder,
            job=job,
        )
    for_training, _ = data.for_encoder()
    best = tune(
        model,
        tokenizer,
        recipe.tune,
        instructions=load_instructions(),
        training=TuneData(data.training.signals, for_training.findings, data.references),
        validation_signals=data.validation.signals,
        prompt=recipe.generation.prompt,
        max_new_tokens=recipe.generation.max_new_tokens,
        score=lambda drafts: score(drafts, data.validation_references, data.references),
        folder=folder,
        job=job,
    )
    return best, recipe.tune.loop.epochs * (len(data.references) // recipe.tune.batch)
