"""Packs that refer to a language model kept elsewhere: loaded whole at every precision, or refused in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from meit_core.drafting.local_engine import load_pack
from meit_core.errors import UserError
from meit_core.model.assembly import load_network
from meit_core.model.decoding.generator import load_generator
from meit_core.model.language.quantisation import Precision
from meit_core.model.packs.backbone_store import ENVIRONMENT_VARIABLE, Backbone, pull_backbone
from meit_core.model.packs.pack import CHECKSUMS, MANIFEST, Pack, seal_pack
from meit_core.model.sizing.need import need_of
from tests.adapted_pack import adapted_network, write_adapted_pack, write_backbone

pytest.importorskip("peft")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("store")
        patch.setenv(ENVIRONMENT_VARIABLE, str(folder))
        yield folder


@pytest.fixture(scope="module")
def backbone(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Backbone:
    return pull_backbone(write_backbone(tmp_path_factory.mktemp("models") / "tiny-instruct"))


@pytest.fixture(scope="module")
def pack(backbone: Backbone, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return write_adapted_pack(tmp_path_factory.mktemp("packs") / "adapted", backbone)


@pytest.fixture
def question() -> tuple[Tensor, Tensor, Tensor]:
    ids = torch.tensor([[5, 9, 30, 41, 7]])
    return torch.randn(1, 12, 1000, generator=torch.Generator().manual_seed(5)), ids, torch.ones_like(ids)


def resealed(pack: Pack, folder: Path, **changes: Any) -> Pack:
    """Return a copy of a pack whose manifest says something else."""
    for path in pack.folder.rglob("*"):
        if path.is_file() and path.name not in (MANIFEST, CHECKSUMS):
            target = folder / path.relative_to(pack.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return seal_pack(folder, {**pack.manifest, **changes})


def test_only_the_adapters_are_in_the_pack(pack: Pack, backbone: Backbone) -> None:
    files = {path.relative_to(pack.folder).as_posix() for path in pack.folder.rglob("*") if path.is_file()}
    assert {"adapter/adapter_config.json", "adapter/adapter_model.safetensors"} <= files
    assert not any(file.startswith("backbone") for file in files)
    assert pack.backbone == backbone.reference


def test_the_adapters_are_small_and_tell_nothing_of_the_machine_that_trained_them(pack: Pack, tmp_path: Path) -> None:
    adapter = pack.folder / "adapter"
    assert str(tmp_path) not in (adapter / "adapter_config.json").read_text(encoding="utf-8")
    dtypes = {tensor.dtype for tensor in load_file(str(adapter / "adapter_model.safetensors")).values()}
    assert dtypes == {torch.float16}


@pytest.mark.parametrize("precision", [Precision.FP32, Precision.INT8, Precision.NF4])
def test_saved_and_loaded_networks_say_the_same(
    backbone: Backbone, question: tuple[Tensor, ...], precision: Precision, tmp_path: Path
) -> None:
    if precision.is_quantised:
        pytest.importorskip("bitsandbytes")
    pack = write_adapted_pack(tmp_path / "adapted", backbone, precision=precision)
    with torch.no_grad():
        said = adapted_network(backbone, precision)(*question).logits
        again = load_network(pack.manifest, pack.folder, device="cpu", precision=precision)(*question).logits
    assert float((said - again).abs().max()) < 0.02 * float(said.std())  # the encoder is stored in half precision


@torch.no_grad()
def test_a_pack_runs_at_sixteen_bits_too(pack: Pack, question: tuple[Tensor, ...]) -> None:
    exact = load_network(pack.manifest, pack.folder, device="cpu", precision=Precision.FP32)(*question).logits
    half = load_network(pack.manifest, pack.folder, device="cpu", precision=Precision.BF16)(*question).logits.float()
    assert float((half - exact).square().mean().sqrt() / exact.std()) < 0.03


def test_it_drafts_through_the_engine_at_the_wished_precision(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("bitsandbytes")
    monkeypatch.setenv("MEIT_DEVICE", "cpu")
    monkeypatch.setenv("MEIT_PRECISION", "nf4")
    loaded = load_pack(pack.folder)
    assert loaded.info.device == "cpu (asked for by MEIT_DEVICE, NF4 asked for by MEIT_PRECISION)"
    monkeypatch.delenv("MEIT_PRECISION")
    assert load_pack(pack.folder).info.device == "cpu (asked for by MEIT_DEVICE)"


def test_its_need_is_that_of_its_language_model(pack: Pack) -> None:
    need = need_of(pack)
    assert need is not None
    assert Precision.FP32 not in need.on_card  # one that is kept elsewhere runs at 16 bits at most
    assert need.on_card[Precision.BF16] > need.on_card[Precision.NF4]


def test_a_missing_language_model_is_named(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "empty"))
    with pytest.raises(UserError, match="needs the language model tiny-instruct, which isn't on this machine"):
        load_pack(pack.folder)


def test_an_adapter_of_another_language_model_is_refused(pack: Pack, tmp_path: Path) -> None:
    wider = pull_backbone(write_backbone(tmp_path / "wider", hidden=128))
    odd = resealed(pack, tmp_path / "odd", backbone=wider.reference)
    with pytest.raises(UserError, match="The adapter in this pack doesn't fit the language model wider"):
        load_network(odd.manifest, odd.folder, device="cpu")


def test_an_adapter_for_other_layers_is_refused(pack: Pack, tmp_path: Path) -> None:
    odd = resealed(pack, tmp_path / "odd")
    config = odd.folder / "adapter" / "adapter_config.json"
    values = json.loads(config.read_text(encoding="utf-8"))
    config.write_text(json.dumps({**values, "target_modules": ["c_attn"]}), encoding="utf-8")
    with pytest.raises(UserError, match="doesn't fit the language model tiny-instruct"):
        load_network(odd.manifest, odd.folder, device="cpu")
    (odd.folder / "adapter" / "adapter_model.safetensors").unlink()
    with pytest.raises(UserError, match="doesn't fit the language model tiny-instruct"):
        load_network(odd.manifest, odd.folder, device="cpu")


def test_a_tokenizer_that_knows_more_than_the_model_is_refused(pack: Pack, tmp_path: Path) -> None:
    odd = resealed(pack, tmp_path / "odd")
    file = odd.folder / "tokenizer" / "tokenizer.json"
    values = json.loads(file.read_text(encoding="utf-8"))
    words = values["model"]["vocab"]
    words["surplus"] = len(words)
    file.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(UserError, match=r"tokenizer of this pack has \d+ tokens, but its language model knows only"):
        load_generator(odd)
