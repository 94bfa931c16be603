"""How fast meit-mini's recipe learns, and how much of the time goes to anything but the model.

Signals are noise and reports are drawn from a few sentences: neither changes what is computed, only their sizes do.
"""

from __future__ import annotations

import dataclasses
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from meit_core.knowledge.instructions import load_instructions
from meit_core.model.assembly import assemble
from meit_core.model.encoders import build_encoder
from meit_core.resources import resource_path
from meit_core.training.device import training_device
from meit_core.training.language import from_scratch
from meit_core.training.loop import LoopConfig
from meit_core.training.pretrain import EncoderData, pretrain_encoder
from meit_core.training.recipe import Recipe, load_recipe
from meit_core.training.tune import TuneData, tune
from tests.benchmarks.rows import Row

STEPS = 8
"""In an epoch; the first of two epochs warms up."""
MOST_OUTSIDE = 5.0  # percent
_FINDINGS, _AUXILIARY = 78, 15  # meit-mini's outputs
_SENTENCES = (
    "sinus rhythm.",
    "left axis deviation.",
    "premature ventricular contraction(s).",
    "non-specific st segment and t wave changes.",
    "inferior myocardial infarction, age undetermined.",
    "left ventricular hypertrophy by voltage.",
    "complete right bundle branch block.",
    "otherwise normal ecg.",
)


def measure() -> Iterator[Row]:
    recipe = load_recipe(resource_path("training", "meit-mini-base.toml"))
    with tempfile.TemporaryDirectory() as folder:
        yield from _rows("encoder", recipe.pretrain.batch, _encoder(recipe, Path(folder)))
        yield from _rows("tune", recipe.tune.batch, _tuning(recipe, Path(folder)))


def _rows(stage: str, batch: int, line: dict[str, float]) -> Iterator[Row]:
    where = f"{torch.get_num_threads()} threads, {training_device('auto')}"
    how = f"meit-mini's sizes, batches of {batch}, {where}: {STEPS} steps after {STEPS}"
    speed, outside = line["samples_per_second"], 100 * line["outside"]
    yield Row(f"training, {stage}", speed, "ECGs/s", None, STEPS * batch, how, lower_is_better=False)
    what = "share of the time outside forward, backward and optimiser"
    yield Row(f"training, {stage}, outside", outside, "%", MOST_OUTSIDE, STEPS, f"{how}: {what}")


def _encoder(recipe: Recipe, folder: Path) -> dict[str, float]:
    how = dataclasses.replace(recipe.pretrain, loop=_short(recipe.pretrain.loop))
    n = STEPS * how.batch
    pretrain_encoder(
        recipe.encoder.with_findings(_FINDINGS),
        how,
        training=_recordings(n),
        validation=_recordings(8),
        folder=folder,
        device=training_device("auto"),
    )
    return _last_line(folder, "encoder")


def _tuning(recipe: Recipe, folder: Path) -> dict[str, float]:
    how = dataclasses.replace(recipe.tune, loop=_short(recipe.tune.loop))
    n, device = STEPS * how.batch, training_device("auto")
    reports, instructions = _reports(n), load_instructions()
    language = from_scratch(recipe.decoder, [*reports, *instructions], vocabulary=recipe.vocabulary, seed=1)
    model = assemble(build_encoder(recipe.encoder.with_findings(_FINDINGS)), recipe.fusion, language.decoder).to(device)
    known = _recordings(n)
    tune(
        model,
        language.tokenizer,
        how,
        instructions=instructions,
        training=TuneData(known.signals, known.findings, reports),
        validation_signals=known.signals[:1],
        prompt=recipe.generation.prompt,
        max_new_tokens=1,
        score=lambda _: {"selection": 0.0},
        folder=folder,
    )
    return _last_line(folder, "tune")


def _short(loop: LoopConfig) -> LoopConfig:
    return dataclasses.replace(loop, epochs=2, evaluate_from=2, log_every=STEPS)


def _recordings(n: int) -> EncoderData:
    dice = np.random.default_rng(1)
    return EncoderData(
        dice.normal(0, 0.2, (n, 12, 1000)).astype(np.float32),
        (dice.random((n, _FINDINGS)) < 0.1).astype(np.float32),
        dice.normal(size=(n, _AUXILIARY)).astype(np.float32),
    )


def _reports(n: int) -> list[str]:
    """Of about 13 words, as PTB-XL's."""
    dice = random.Random(1)
    return [" ".join(dice.sample(_SENTENCES, dice.choice((2, 3, 4)))) for _ in range(n)]


def _last_line(folder: Path, stage: str) -> dict[str, float]:
    line: dict[str, float] = json.loads((folder / f"{stage}.steps.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    return line
