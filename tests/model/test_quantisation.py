"""8-bit and 4-bit language models, on a CPU too: near the original, able to learn, the same when loaded again."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.language.lora import LoraSettings, add_lora
from meit_core.model.language.quantisation import Precision, load_decoder, prepare_for_training
from tests.model.families import VOCABULARY, tiny
from tests.model.language_models import write_model

pytest.importorskip("bitsandbytes")
# peft 0.21 reads a property that transformers 5.23 renamed; harmless until transformers 6.
pytestmark = pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing:FutureWarning")

QUANTISED = (Precision.INT8, Precision.NF4)
FARTHEST = {Precision.INT8: 0.02, Precision.NF4: 0.25}
"""Root mean square difference of the logits as a share of their own spread. Of a random network of two layers: measured
0.005 (llama) and 0.003 (gpt2) for int8, 0.15 and 0.03 for NF4; a trained one is nearer."""


@pytest.fixture(params=["llama", "gpt2"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return write_model(tmp_path / request.param, request.param)


@pytest.fixture
def ids() -> Tensor:
    return torch.tensor([[1, 2, 3, 4, 5, 6, 7, 8], [8, 1, 7, 2, 6, 3, 5, 4]])


@torch.no_grad()
def logits(decoder: Any, ids: Tensor) -> Tensor:
    return decoder.eval()(input_ids=ids).logits.float()


def spread(difference: Tensor, reference: Tensor) -> float:
    return float(difference.square().mean().sqrt() / reference.std())


@pytest.mark.parametrize("precision", QUANTISED)
def test_a_quantised_model_says_nearly_the_same(folder: Path, ids: Tensor, precision: Precision) -> None:
    exact = logits(load_decoder(folder, device="cpu", precision=Precision.FP32), ids)
    rough = logits(load_decoder(folder, device="cpu", precision=precision), ids)
    assert not torch.equal(rough, exact)
    assert spread(rough - exact, exact) < FARTHEST[precision]


@pytest.mark.parametrize("precision", QUANTISED)
def test_linear_layers_are_quantised_and_nothing_else(folder: Path, precision: Precision) -> None:
    """GPT-2's Conv1D counts as one."""
    decoder = load_decoder(folder, device="cpu", precision=precision)
    kinds = {name: type(module).__name__ for name, module in decoder.named_modules()}
    wanted = "Linear4bit" if precision is Precision.NF4 else "Linear8bitLt"
    assert {kind for name, kind in kinds.items() if name.endswith(("_proj", "c_attn", "c_fc"))} == {wanted}
    assert not {"Conv1D"} & set(kinds.values())
    assert kinds["lm_head"] == "Linear"
    assert {each.dtype for each in decoder.get_input_embeddings().parameters()} == {torch.float32}


def test_four_bits_take_an_eighth_of_single_precision(folder: Path) -> None:
    sizes = {}
    for precision in (Precision.FP32, Precision.NF4):
        layers = load_decoder(folder, device="cpu", precision=precision).base_model
        layers = layers.layers if hasattr(layers, "layers") else layers.h
        sizes[precision] = sum(each.numel() * each.element_size() for each in layers.parameters() if each.ndim == 2)
    assert sizes[Precision.FP32] == 8 * sizes[Precision.NF4]


@pytest.mark.parametrize("precision", [Precision.BF16, Precision.FP16])
def test_sixteen_bits_hold_sixteen_bits(folder: Path, ids: Tensor, precision: Precision) -> None:
    decoder = load_decoder(folder, device="cpu", precision=precision)
    assert {each.element_size() for each in decoder.parameters()} == {2}
    exact = logits(load_decoder(folder, device="cpu", precision=Precision.FP32), ids)
    assert spread(logits(decoder, ids) - exact, exact) < 0.02


@pytest.mark.parametrize(
    ("precision", "checkpointing"),
    [(Precision.NF4, False), (Precision.NF4, True), (Precision.INT8, False), (Precision.BF16, True)],
)
def test_adapters_learn_on_a_quantised_model(
    folder: Path, ids: Tensor, precision: Precision, checkpointing: bool
) -> None:
    pytest.importorskip("peft")
    decoder = load_decoder(folder, device="cpu", precision=precision)
    prepare_for_training(decoder, checkpointing=checkpointing)
    torch.manual_seed(4)
    adapted = add_lora(decoder, LoraSettings(rank=4, alpha=16, dropout=0.0)).train()
    learning = [each for each in adapted.parameters() if each.requires_grad]
    before = [each.detach().clone() for each in adapted.parameters() if not each.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=2e-2)
    losses = []
    for _ in range(12):
        loss = adapted(input_ids=ids, labels=ids, use_cache=False).loss
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < 0.93 * losses[0]  # the output layer is random and frozen
    frozen = [each for each in adapted.parameters() if not each.requires_grad]
    assert all(torch.equal(old, new) for old, new in zip(before, frozen, strict=True))


def test_learning_goes_on_after_an_evaluation(folder: Path, ids: Tensor) -> None:
    """bitsandbytes repacks 4-bit layers in ``eval`` on some CPUs, and such layers pass no gradient on."""
    pytest.importorskip("peft")
    decoder = load_decoder(folder, device="cpu", precision=Precision.NF4)
    prepare_for_training(decoder)
    adapted = add_lora(decoder, LoraSettings(rank=4, dropout=0.0))
    logits(adapted, ids)
    adapted.train()(input_ids=ids, labels=ids, use_cache=False).loss.backward()
    first = [each for name, each in adapted.named_parameters() if each.requires_grad and ".0." in name]
    assert first and all(each.grad is not None for each in first)
    assert any(float(each.grad.abs().sum()) > 0 for each in first if each.grad is not None)


def test_norms_hold_single_precision_while_layers_compute_in_half(folder: Path, ids: Tensor) -> None:
    decoder = load_decoder(folder, device="cpu", precision=Precision.BF16)
    before = logits(decoder, ids)
    prepare_for_training(decoder)
    norms = [each for each in decoder.modules() if "norm" in type(each).__name__.lower()]
    assert {parameter.dtype for norm in norms for parameter in norm.parameters()} == {torch.float32}
    assert decoder(input_ids=ids).logits.dtype == torch.bfloat16
    assert spread(logits(decoder, ids) - before, before) < 0.02
    assert not any(parameter.requires_grad for parameter in decoder.parameters())


def test_the_gradient_reaches_what_comes_before_the_first_layer(folder: Path, ids: Tensor) -> None:
    decoder = load_decoder(folder, device="cpu", precision=Precision.NF4)
    prepare_for_training(decoder, checkpointing=True)
    before = decoder.train().get_input_embeddings()(ids).detach().requires_grad_()
    decoder(inputs_embeds=before, use_cache=False).logits.square().mean().backward()
    assert before.grad is not None and float(before.grad.abs().sum()) > 0


@pytest.mark.parametrize("precision", QUANTISED)
def test_a_saved_adapter_says_the_same_when_it_is_loaded_again(
    folder: Path, ids: Tensor, precision: Precision, tmp_path: Path
) -> None:
    peft = pytest.importorskip("peft")
    config = peft.LoraConfig(r=4, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM")
    adapted = peft.get_peft_model(load_decoder(folder, device="cpu", precision=precision), config)
    said = logits(adapted, ids)
    adapted.save_pretrained(str(tmp_path / "adapter"))
    again = load_decoder(folder, device="cpu", precision=precision)
    assert torch.equal(logits(peft.PeftModel.from_pretrained(again, str(tmp_path / "adapter")), ids), said)


@pytest.mark.parametrize("name", ["gpt_neo", "gptj", "gpt_neox", "opt", "bloom", "mistral", "qwen2", "gemma2", "phi3"])
def test_every_family_loads_in_four_bits(name: str, tmp_path: Path) -> None:
    tiny(name).save_pretrained(str(tmp_path))
    decoder = load_decoder(tmp_path, device="cpu", precision=Precision.NF4)
    kinds = [type(module).__name__ for module in decoder.modules() if isinstance(module, nn.Linear)]
    assert kinds.count("Linear") == 1 and "Linear4bit" in kinds  # the output layer only
    assert torch.isfinite(logits(decoder, torch.tensor([[2, 3, 4]]))).all()


def test_the_experts_of_a_mixture_stay_as_they_are(tmp_path: Path) -> None:
    tiny("mixtral").save_pretrained(str(tmp_path))
    decoder = load_decoder(tmp_path, device="cpu", precision=Precision.NF4)
    experts = [each for each in decoder.parameters() if each.ndim == 3]
    assert experts and {each.dtype for each in experts} == {torch.float32}
    assert VOCABULARY in decoder.get_input_embeddings().weight.shape


def test_a_missing_shard_and_a_missing_library_are_said_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_model(tmp_path / "sharded", shard_size="100KB")
    gone = sorted(folder.glob("model-*.safetensors"))[0]
    gone.unlink()
    with pytest.raises(UserError, match=f"the file {gone.name} is missing"):
        load_decoder(folder, device="cpu", precision=Precision.FP32)
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "bitsandbytes" else found(name))
    with pytest.raises(EnvironmentFault, match="library bitsandbytes"):
        load_decoder(write_model(tmp_path / "whole"), device="cpu", precision=Precision.NF4)
