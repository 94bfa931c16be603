"""A whole training run on a tiny data set: what comes out is a pack that drafts and can be evaluated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from meit_core.errors import Cancelled, UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.model.decoding.generator import load_generator
from meit_core.model.ecg_input import model_input
from meit_core.model.packs.pack import read_pack
from meit_core.services.training import train
from tests.training.ptbxl_folder import KINDS, make_ptbxl
from tests.training.tiny_recipe import NETWORK

RECIPE = f"""{NETWORK}[pretrain]
batch = 4
learning_rate = 5e-3
[pretrain.loop]
epochs = 6
[tune]
batch = 4
language_rate = 6e-3
encoder_rate = 1e-3
[tune.loop]
epochs = {{epochs}}
evaluate_from = {{epochs}}
[generation]
max_new_tokens = 60
[generation.drawing]
rows = 6
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ptbxl(tmp_path_factory.mktemp("ptbxl"), per_fold=8)


@pytest.fixture(autouse=True)
def few_examples_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meit_core.training.label_space.MINIMUM_CODED", 2)


def recipe(folder: Path, data: Path, epochs: int) -> Path:
    path = folder / "recipe.toml"
    path.write_text(RECIPE.format(root=data.as_posix(), epochs=epochs), encoding="utf-8")
    return path


@pytest.mark.slow
def test_a_trained_pack_tells_two_rhythms_apart(data: Path, tmp_path: Path) -> None:
    done = train(config=recipe(tmp_path, data, 60), out=tmp_path / "run")
    pack = read_pack(done.pack)
    generator = load_generator(pack)
    reports = [
        "".join(generator.stream(model_input(read_record(data / "records100" / "00000" / f"{number:05d}_lr"))))
        for number in (17, 18)  # of the validation fold
    ]
    assert reports == [KINDS[0][2], KINDS[1][2]]
    assert pack.manifest["generation"]["decoding"] == "consensus" and len(generator.drawn) == 6
    assert done.best["bleu4"] > 0.9
    assert pack.manifest["training"]["metrics"]["n"] == 8
    assert "| BLEU-4 |" in pack.card
    scores = json.loads((tmp_path / "run" / "evaluation.json").read_text(encoding="utf-8"))
    assert scores["patient_overlap"] == 0


@pytest.mark.slow
def test_an_interrupted_run_goes_on_to_the_same_weights(data: Path, tmp_path: Path) -> None:
    config = recipe(tmp_path, data, 4)
    whole = train(config=config, out=tmp_path / "whole")
    job = JobContext(lambda _, message: job.cancel() if message.startswith("tune: epoch 3") else None)
    with pytest.raises(Cancelled):
        train(config=config, out=tmp_path / "broken", job=job)
    with pytest.raises(UserError, match="already holds a training run"):
        train(config=config, out=tmp_path / "broken")
    resumed = train(config=config, out=tmp_path / "broken", resume=True)
    first, second = (
        torch.load(run.pack.parent / "tune.last.pt", weights_only=True)["model"] for run in (whole, resumed)
    )
    assert all(torch.equal(first[name], second[name]) for name in first)
    epochs = [json.loads(line)["epoch"] for line in (tmp_path / "broken" / "tune.jsonl").read_text().splitlines()]
    assert epochs == [1, 2, 3, 4]
