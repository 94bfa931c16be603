"""A whole training run: data, encoder, language, calibration, pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from transformers.utils.logging import disable_progress_bar

from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_core.knowledge.instructions import load_instructions
from meit_core.model.assembly import assemble, load_encoder
from meit_core.model.ecg_input import InputConfig
from meit_core.model.encoders import build_encoder
from meit_core.model.encoders.measuring import MeasuringConfig, MeasuringEncoder
from meit_core.model.findings import load_findings
from meit_core.model.house_styles import HouseStyles
from meit_core.model.language.lora import PartSize, parameter_table
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import Pack, find_pack, read_pack
from meit_core.model.prompt import MEIT_TEMPLATE, PromptTokenizer
from meit_core.model.variants import FusionConfig
from meit_core.training.data import TrainingData, load_training_data
from meit_core.training.device import training_device
from meit_core.training.disturbed import WithCopies, make_copies
from meit_core.training.experts import teach_experts, with_experts
from meit_core.training.language import Language, from_scratch, pretrained
from meit_core.training.learnt import load_learnt
from meit_core.training.loop import last_step
from meit_core.training.packing import write_pack
from meit_core.training.pretrain import NO_PRETRAINING, EncoderData, pretrain_encoder
from meit_core.training.processes import Processes, start_processes
from meit_core.training.reading import (
    Guesses,
    ReadingData,
    common_phrases,
    common_statements,
    parts_by_patient,
    teach_readers,
    with_readers,
)
from meit_core.training.recipe import Recipe
from meit_core.training.signals import Recordings, as_signals
from meit_core.training.tune import Checks, TuneData, learn_to_write, tune
from meit_core.training.wording import house_wording

ScoreDrafts = Callable[[Sequence[str], Sequence[str], Sequence[str]], dict[str, float]]
"""Drafts, references, training references -> scores with ``selection`` among them."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run came to.

    Attributes
    ----------
    pack
        Sealed, in ``pack`` of the run's folder.
    best
        Scores of the epoch that was kept.
    steps
        Optimiser steps of the tuning stage.
    parameters
        Of each part of the model, and how many of them were trained.
    """

    pack: Pack
    best: dict[str, float]
    steps: int
    parameters: tuple[PartSize, ...]


def run(recipe: Recipe, *, folder: Path, score: ScoreDrafts, job: JobContext | None = None) -> Run:
    """Train what the recipe says.

    A run that was interrupted goes on at its last finished epoch when it is started again with the same folder.

    Parameters
    ----------
    score
        Scores the validation drafts; the epoch with the highest ``selection`` is kept.

    Raises
    ------
    UserError
        If data are missing or damaged, or training diverges.
    """
    job = job or JobContext()
    disable_progress_bar()  # of the library that saves the language model: progress is the job's
    folder.mkdir(parents=True, exist_ok=True)
    if recipe.threads:
        torch.set_num_threads(recipe.threads)
    processes = start_processes(recipe.device)
    device = training_device(recipe.device)
    data = load_training_data(recipe.data, job, recipe.input)
    if recipe.experts_for:
        return _experts(recipe, data, folder, job, processes)
    instructions = load_instructions() if recipe.instructions == "diverse" else (recipe.generation.prompt,)
    encoder = _encoder(recipe, data, folder, device, job, processes=processes)
    extra_reports = [case.reference for case in data.extra]
    styles = HouseStyles(data.styles(recipe.tune.least_in_style))
    recipe = replace(recipe, fusion=replace(recipe.fusion, n_house=len(styles.parts)))
    texts = [*data.references, *extra_reports, *instructions]
    signals = _signals(recipe, data, folder, job, processes=processes)
    encoder, guesses = _readers(recipe, encoder, data, folder, job, signals=signals, processes=processes)
    frozen = None if recipe.tune.encoder_rate else deepcopy(encoder).requires_grad_(requires_grad=False)
    model, language = _model(recipe, encoder, texts, device)
    own_styles = _numbered(styles, data.training)
    if guesses is not None:
        model.projector.impression.acquaint(guesses.unseen_phrases)
        if own_styles is not None:
            model.projector.house.acquaint(_wording(guesses, data, own_styles, recipe))
    tokenizer = language.tokenizer
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
            processes=processes,
        )
    best = tune(
        model,
        tokenizer,
        recipe.tune,
        instructions=instructions,
        training=TuneData(
            signals,
            data.targets(data.training.cases),
            data.references,
            confirmed=_confirmed(data),
            guessed=None if guesses is None else guesses.unseen_phrases,
            further_reports=extra_reports if recipe.tune.borrowed else (),
            further_findings=data.targets(data.extra) if recipe.tune.borrowed and data.extra else None,
            styles=own_styles,
        ),
        validation=Checks(data.validation.signals, _numbered(styles, data.validation)),
        prompt=recipe.generation.prompt,
        max_new_tokens=recipe.generation.max_new_tokens,
        score=lambda drafts: score(drafts, data.validation_references, data.references),
        folder=folder,
        job=job,
        processes=processes,
    )
    if processes.is_first:
        if processes.sharded:  # no process has the whole model: it is put together anew, with what it learnt
            whole = frozen or build_encoder(encoder.config)
            model, language = _model(recipe, whole, texts, torch.device("cpu"))
            load_learnt(model, torch.load(folder / "tune.pt", map_location="cpu", weights_only=True))
        write_pack(
            folder / "pack", recipe=recipe, data=data, model=model, language=language, best=best, guesses=guesses
        )
    processes.wait()
    pack = read_pack(folder / "pack")
    processes.leave()
    return Run(pack, best, last_step(folder, "tune"), parameter_table(model))


def _confirmed(data: TrainingData) -> npt.NDArray[np.float32]:
    return np.array([case.confirmed for case in data.training.cases], dtype=np.float32)


def _numbered(styles: HouseStyles, recordings: Recordings) -> Tensor | None:
    """Return the (n, k) house styles of reports; ``None`` where none is to be learnt."""
    return torch.tensor([styles.numbers(case.style) for case in recordings.cases]) if styles.names else None


def _wording(guesses: Guesses, data: TrainingData, styles: Tensor, recipe: Recipe) -> Tensor:
    """Learn what each house says more or less often than readers guess; of the recordings, not of their copies."""
    weights = torch.from_numpy(np.where(_confirmed(data) > 0, 1.0, recipe.tune.unconfirmed).astype(np.float32))
    held = guesses.held(data.references)
    return house_wording(guesses.unseen[: len(held)], held, weights, styles, recipe.fusion.n_house)


def _signals(recipe: Recipe, data: TrainingData, folder: Path, job: JobContext, *, processes: Processes) -> WithCopies:
    """Return the training recordings, with disturbed copies where the recipe has any."""
    signals, how = as_signals(data.training.signals), recipe.disturbing
    if how is None:
        return WithCopies(signals)
    if processes.is_first:
        make_copies(data.training, recipe.input, how, folder, job)
    processes.wait()
    return WithCopies(signals, make_copies(data.training, recipe.input, how, folder, job), how.share)


def _readers(
    recipe: Recipe,
    encoder: Any,
    data: TrainingData,
    folder: Path,
    job: JobContext,
    *,
    signals: WithCopies,
    processes: Processes,
) -> tuple[Any, Guesses | None]:
    """Teach readers, where the recipe has any: the encoder with them, what they guess, and how they guessed it unseen.

    Raises
    ------
    UserError
        If the encoder isn't given measurements.
    """
    how = recipe.reading
    if how is None:
        return encoder, None
    if not isinstance(encoder, MeasuringEncoder):
        raise UserError(
            f"An encoder of the kind {encoder.config.kind} has no measurements to read from.",
            f"Set encoder.kind = {MeasuringConfig.kind}, or leave the table reading out.",
        )
    phrases, statements = common_phrases(data.references, how.least), common_statements(data.references, how.least)
    encoder = with_readers(encoder, how.readers, len(phrases), len(statements))
    unseen = teach_readers(
        encoder,
        how,
        data=ReadingData(
            signals,
            data.references,
            np.where(_confirmed(data) > 0, 1.0, recipe.tune.unconfirmed).astype(np.float32),
        ),
        phrases=phrases,
        statements=statements,
        parts=parts_by_patient([case.patient_id for case in data.training.cases], how.readers, how.seed),
        folder=folder,
        job=job,
        processes=processes,
    )
    return encoder, Guesses(phrases, statements, unseen)


def _experts(recipe: Recipe, data: TrainingData, folder: Path, job: JobContext, processes: Processes) -> Run:
    """Put experts on measurements beside a pack's encoder, and write the pack anew.

    Raises
    ------
    UserError
        If the recipe's encoder has no experts, or the pack knows other findings than these recordings teach.
    """
    if not isinstance(recipe.encoder, MeasuringConfig):
        raise UserError(
            f"An encoder of the kind {recipe.encoder.kind} has no experts.",
            f"Set encoder.kind = {MeasuringConfig.kind}.",
        )
    base = find_pack(recipe.experts_for)
    fusion = FusionConfig(**base.manifest["fusion"])
    if fusion != replace(recipe.fusion, n_house=fusion.n_house):
        raise UserError(f"The ECG meets the text of {base.name} in another way.", "Set the table fusion as the pack's.")
    _check_findings(base, data)
    model = with_experts(base, recipe.encoder.with_findings(len(data.space.codes)))
    training, validation = (
        EncoderData(each.signals, data.targets(each.cases), np.empty((len(each.cases), 0), dtype=np.float32))
        for each in (data.training, data.validation)
    )
    best = teach_experts(
        model.encoder,
        recipe.pretrain,
        training=training,
        validation=validation,
        folder=folder,
        job=job,
        processes=processes,
    )
    if processes.is_first:
        template = str(base.manifest["prompt"].get("template", MEIT_TEMPLATE))
        language = Language(model.decoder, PromptTokenizer.load(base.folder / "tokenizer", template))
        recipe = replace(recipe, fusion=fusion)
        write_pack(folder / "pack", recipe=recipe, data=data, model=model, language=language, best=best)
    processes.wait()
    pack = read_pack(folder / "pack")
    processes.leave()
    return Run(pack, best, last_step(folder, "experts"), parameter_table(model))


def _check_findings(pack: Pack, data: TrainingData) -> None:
    """Check that a pack's encoder learnt the findings that these recordings teach.

    Raises
    ------
    UserError
        If it didn't.
    """
    known = tuple(output.code for output in load_findings(pack.folder / "findings.json"))
    if known != data.space.codes:
        raise UserError(
            f"The encoder of {pack.name} knows other findings than these recordings teach.",
            "Leave encoder_from and experts_for out, or train on the pack's own recordings.",
        )


def _model(recipe: Recipe, encoder: Any, texts: Sequence[str], device: torch.device) -> tuple[MeitModel, Language]:
    """Put the network together as it is before it is tuned, on a device."""
    language = _language(recipe, texts, device)
    torch.manual_seed(recipe.tune.seed)
    model = assemble(encoder, recipe.fusion, language.decoder)
    for part in (model.encoder, model.projector, model.fusion):  # a quantised decoder is where it was loaded
        part.to(device)
    return model, language


def _encoder(
    recipe: Recipe, data: TrainingData, folder: Path, device: torch.device, job: JobContext, *, processes: Processes
) -> Any:
    """Take over a pack's encoder, pre-train one, or start from random weights.

    Raises
    ------
    UserError
        If the pack's encoder learnt other findings or is given recordings in another way, or a stage asks for findings
        that the encoder doesn't have.
    """
    if not recipe.encoder_from and recipe.pretrain.objective == NO_PRETRAINING:
        if recipe.writing is not None:
            raise UserError(
                "The writing stage tells findings, but an encoder without pre-training has no findings head.",
                "Leave the table writing out, or pre-train the encoder.",
            )
        torch.manual_seed(recipe.pretrain.seed)
        return build_encoder(recipe.encoder.with_findings(0))
    if not recipe.encoder_from:
        training, validation = data.for_encoder(job)
        config = recipe.encoder.with_findings(len(data.space.codes))
        return pretrain_encoder(
            config,
            recipe.pretrain,
            training=training,
            validation=validation,
            folder=folder,
            device=device,
            job=job,
            processes=processes,
        )
    pack = find_pack(recipe.encoder_from)
    given = InputConfig.from_dict(pack.manifest.get("input", {}))
    if given != recipe.input:
        settings = ", ".join(f"{name} = {value}" for name, value in given.to_dict().items())
        raise UserError(
            f"The encoder of {pack.name} is given recordings in another way than the settings say.",
            f"Set in the table input: {settings}.".replace("True", "true").replace("False", "false"),
        )
    _check_findings(pack, data)
    return load_encoder(pack.manifest, pack.folder)


def _language(recipe: Recipe, texts: Sequence[str], device: torch.device) -> Language:
    if recipe.backbone is None:
        made = from_scratch(recipe.decoder, texts, vocabulary=recipe.vocabulary, seed=recipe.tune.seed)
        made.decoder.to(device)
        return made
    return pretrained(recipe.backbone, seed=recipe.tune.seed, device=device.type)
