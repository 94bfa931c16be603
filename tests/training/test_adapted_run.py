"""Training adapters on a language model that is kept elsewhere: every variant, and on a 4-bit model (QLoRA)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from meit_core.errors import UserError
from meit_core.formats import read_record
from meit_core.model.decoding.generator import load_generator
from meit_core.model.ecg_input import model_input
from meit_core.model.packs.backbone_store import ENVIRONMENT_VARIABLE, Backbone, pull_backbone
from meit_core.model.packs.pack import read_pack
from meit_core.services.training import Trained, train
from tests.adapted_pack import write_backbone
from tests.training.ptbxl_folder import make_ptbxl

RECIPE = """
name = "adapted"
version = "0"
threads = 1
{top}
[data]
root = "{root}"
training_folds = [1, 2]
[encoder]
{encoder}
[fusion]
variant = "{variant}"
[backbone]
name = "{backbone}"
precision = "{precision}"
[backbone.lora]
rank = 4
dropout = 0.0
[pretrain]
objective = "{objective}"
batch = 4
[pretrain.loop]
epochs = 1
[tune]
batch = 4
precision = "bf16"
checkpointing = {checkpointing}
decoder_rate = 2e-3
[tune.loop]
epochs = 1
accumulate = 2
[generation]
max_new_tokens = 6
"""
LIGHT = 'kind = "light-conv"\nwidths = [8, 16]\nn_tokens = 4'
PAPERS = 'kind = "resnet50-1d"\nn_tokens = 1'


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ptbxl(tmp_path_factory.mktemp("ptbxl"), per_fold=6)


@pytest.fixture(autouse=True)
def few_examples_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meit_core.training.label_space.MINIMUM_CODED", 2)


@pytest.fixture
def backbone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Backbone:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "store"))
    return pull_backbone(write_backbone(tmp_path / "tiny-lm"))


def run(folder: Path, data: Path, backbone: str, **changes: str) -> Trained:
    values = {
        "top": "",
        "encoder": LIGHT,
        "variant": "meit-desktop",
        "precision": "fp32",
        "objective": "labels",
        "checkpointing": "false",
        **changes,
    }
    path = folder / "recipe.toml"
    path.write_text(RECIPE.format(root=data.as_posix(), backbone=backbone, **values), encoding="utf-8")
    return train(config=path, out=folder / "run")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variant", "changes"),
    [
        ("meit-desktop", {}),
        ("meit-desktop", {"precision": "nf4", "checkpointing": "true"}),
        ("llava-concat", {"objective": "contrastive"}),
        ("flamingo", {"checkpointing": "true"}),
        (
            "meit-paper",
            {
                "encoder": PAPERS,
                "objective": "none",
                "top": 'instructions = "one"\n[input]\nfs_hz = 200.0\nscaling = "min-max"',
            },
        ),
    ],
    ids=["desktop", "desktop-qlora", "llava", "flamingo", "paper"],
)
def test_a_run_gives_a_pack_of_adapters(
    data: Path, backbone: Backbone, tmp_path: Path, variant: str, changes: dict[str, str]
) -> None:
    done = run(tmp_path, data, backbone.name, variant=variant, **changes)
    pack = read_pack(done.pack)
    assert pack.manifest["backbone"]["sha256"] == backbone.sha256
    assert pack.manifest["fusion"]["variant"] == variant
    assert not (pack.folder / "backbone").exists()
    adapter = load_file(str(pack.folder / "adapter" / "adapter_model.safetensors"))
    assert any(float(tensor.abs().sum()) > 0 for name, tensor in adapter.items() if "lora_B" in name)
    rows = {row.part: row for row in done.parameters}
    assert rows["encoder"].trained == rows["encoder"].parameters > 0
    assert 0 < rows["decoder"].trained < rows["decoder"].parameters
    assert rows["all"].trained == sum(rows[part].trained for part in rows if part != "all")
    generator = load_generator(pack)
    record = read_record(data / "records100" / "00000" / "00013_lr")
    list(generator.stream(model_input(record, generator.input)))
    assert 0 < generator.tokens <= 6
    assert bool(generator.findings(model_input(record, generator.input))) == (variant != "meit-paper")
    scores = json.loads((tmp_path / "run" / "evaluation.json").read_text(encoding="utf-8"))
    assert scores["n"] == 6


@pytest.mark.slow
def test_an_encoder_is_taken_over_from_a_pack(data: Path, backbone: Backbone, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    first = run(tmp_path / "first", data, backbone.name)
    second = run(tmp_path / "second", data, backbone.name, top=f'encoder_from = "{first.pack.as_posix()}"')
    assert not (tmp_path / "second" / "run" / "encoder.pt").exists()
    manifest = read_pack(second.pack).manifest
    assert manifest["training"]["encoder_from"]["sha256"] == read_pack(first.pack).sha256


def test_a_language_model_that_is_not_here_is_named(data: Path, backbone: Backbone, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Meta-Llama-9 isn't on this machine"):
        run(tmp_path, data, "Meta-Llama-9", objective="none")
    (tmp_path / "run").rename(tmp_path / "old")
    with pytest.raises(UserError, match="no token for “<end>”"):
        run(
            tmp_path,
            data,
            backbone.name,
            objective="none",
            precision='fp32"\ntemplate = "{instruction} {report}<end>',
        )


def test_a_recipe_for_a_graphics_card_says_so_where_there_is_none(
    data: Path, backbone: Backbone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    with pytest.raises(UserError, match="no CUDA device here"):
        run(tmp_path, data, backbone.name, top='device = "cuda"')
    with pytest.raises(UserError, match="device abacus isn't known"):
        run(tmp_path, data, backbone.name, top='device = "abacus"')


def test_a_precision_that_does_not_exist_is_named(data: Path, backbone: Backbone, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="precision fp8 isn't known"):
        run(tmp_path, data, backbone.name, objective="none", precision="fp8")
    assert torch.is_grad_enabled()
