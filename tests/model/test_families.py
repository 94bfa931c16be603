"""One fusion for every family: equal to the paper's formula written out, and nothing but that."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torch import Tensor, nn
from torch.nn.attention.bias import causal_lower_right
from transformers.pytorch_utils import Conv1D

from meit_core.errors import UserError
from meit_core.model.encoders import Encoded
from meit_core.model.fusion.concat import ConcatFusion
from meit_core.model.fusion.families import FAMILIES as KNOWN
from meit_core.model.fusion.families import family_of, unwrapped
from meit_core.model.fusion.key_value import KeyValueFusion
from meit_core.model.language.checkpointing import enable_checkpointing
from meit_core.model.language.lora import LoraSettings, add_lora, linear_layers
from meit_core.model.meit import MeitModel
from meit_core.model.variants import FusionConfig, build_fusion, variant
from tests.model.families import FAMILIES, VOCABULARY, tiny
from tests.model.reference_attention import write_out

HIDDEN = 32
N_ECG = 4
PROMPT = 7
WAYS = ("meit-desktop", "meit-paper", "llava-concat", "flamingo")


class Encoder(nn.Module):
    """Stands for an encoder: (b, 1, p * h) "signals" become tokens, with one weight to learn."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(1))

    def forward(self, signal: Tensor) -> Encoded:
        tokens = (signal * self.weight).view(len(signal), N_ECG, -1)
        return Encoded(tokens, tokens.mean(1), signal.new_zeros(len(signal), 0))


class Projection(nn.Module):
    """Hands the encoder's tokens on."""

    def forward(self, encoded: Encoded) -> Tensor:
        return encoded.tokens


def fused(name: str, how: FusionConfig | None = None, *, eager: bool = False, lora: bool = False) -> MeitModel:
    decoder = tiny(name, eager=eager)
    if lora:
        decoder = with_lora(decoder)
    how = how or variant("meit-desktop")
    torch.manual_seed(8)
    fusion = build_fusion(how, decoder)
    for parameter in fusion.parameters():  # Flamingo's gates are closed at first
        nn.init.normal_(parameter, std=0.3)
    return MeitModel(Encoder(), Projection(), fusion, decoder).eval()


def with_lora(decoder: Any) -> Any:
    return add_lora(decoder, LoraSettings(rank=2, alpha=4, dropout=0.0))


def ecg(rows: int = 2, seed: int = 1, *, of: MeitModel | None = None) -> Tensor:
    """Tokens as wide as the language model, or as its words where they stand among them (OPT-350M's are narrower)."""
    among_words = of is not None and isinstance(of.fusion, ConcatFusion)
    width = of.decoder.get_input_embeddings().weight.shape[-1] if of is not None and among_words else HIDDEN
    return torch.randn(rows, N_ECG, width, generator=torch.Generator().manual_seed(seed))


def words(rows: int = 2, length: int = 11, seed: int = 2) -> Tensor:
    return torch.randint(2, VOCABULARY, (rows, length), generator=torch.Generator().manual_seed(seed))


def plain(decoder: Any, ids: Tensor) -> Tensor:
    positions = torch.arange(ids.shape[1]).expand_as(ids)
    return decoder(input_ids=ids, attention_mask=torch.ones_like(ids), position_ids=positions, use_cache=False).logits


def test_every_known_family_is_proved_here() -> None:
    assert {tiny(name).config.model_type for name in FAMILIES} == set(KNOWN)


@pytest.mark.parametrize("eager", [False, True], ids=["sdpa", "eager"])
@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_without_an_ecg_the_language_model_is_what_it_was(name: str, eager: bool) -> None:
    ids = words()
    before = plain(tiny(name, eager=eager), ids)
    model = fused(name, eager=eager)
    model.write(ecg(), ids, torch.ones_like(ids))  # shown once, and gone again
    torch.testing.assert_close(plain(model.decoder, ids), before, atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("layer_norm", [True, False], ids=["desktop", "paper"])
@pytest.mark.parametrize("eager", [False, True], ids=["sdpa", "eager"])
@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_logits_equal_the_formula_written_out(name: str, eager: bool, layer_norm: bool) -> None:
    ids, tokens = words(), ecg()
    model = fused(name, variant("meit-desktop", layer_norm=layer_norm), eager=eager)
    logits = model.write(tokens, ids, torch.ones_like(ids))
    reference = tiny(name)
    write_out(reference, tokens, layer_norm=layer_norm)
    expected = plain(reference, ids)
    torch.testing.assert_close(logits, expected, atol=1e-5 * float(expected.abs().max()), rtol=1e-5)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_padding_on_either_side_changes_nothing(name: str, way: str) -> None:
    model, ids = fused(name, variant(way)), words(1)
    tokens = ecg(1, of=model)
    alone = model.write(tokens, ids, torch.ones_like(ids))[0]
    padding = torch.full((1, 3), model.decoder.config.pad_token_id)
    mask = torch.cat([torch.ones_like(ids), torch.zeros_like(padding)], dim=1)
    right = model.write(tokens, torch.cat([ids, padding], dim=1), mask)[0, : ids.shape[1]]
    left = model.write(tokens, torch.cat([padding, ids], dim=1), mask.flip(1))[0, 3:]
    limit = 2e-5 * float(alone.abs().max())
    torch.testing.assert_close(right, alone, atol=limit, rtol=1e-4)
    torch.testing.assert_close(left, alone, atol=limit, rtol=1e-4)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_decoding_step_by_step_equals_the_full_pass(name: str, way: str) -> None:
    """Beyond the sliding window too: 7 words of prompt and 6 written, windows of 5."""
    model, ids = fused(name, variant(way)), words(2, PROMPT)
    tokens = ecg(of=model)
    decoding = model.decoding(tokens)
    current, written = ids, ids
    for _ in range(6):
        stepwise = decoding.read(current)
        whole = model.write(tokens, written, torch.ones_like(written))[:, -1]
        torch.testing.assert_close(stepwise, whole, atol=2e-5 * float(whole.abs().max()), rtol=1e-4)
        current = whole.argmax(-1, keepdim=True)
        written = torch.cat([written, current], dim=1)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_rows_may_be_repeated_dropped_and_reordered(name: str, way: str) -> None:
    model, ids = fused(name, variant(way)), words(2, PROMPT)
    tokens = ecg(of=model)
    decoding = model.decoding(tokens)
    decoding.read(ids)
    decoding.repeat(2)  # 0 0 1 1
    decoding.keep(torch.tensor([3, 0, 0]))  # 1 0 0
    following = words(3, 1, seed=4)
    stepwise = decoding.read(following)
    origin = torch.tensor([1, 0, 0])
    text = torch.cat([ids[origin], following], dim=1)
    whole = model.write(tokens[origin], text, torch.ones_like(text))[:, -1]
    torch.testing.assert_close(stepwise, whole, atol=2e-5 * float(whole.abs().max()), rtol=1e-4)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_the_left_padded_prompt_of_a_batch_is_read_right(name: str, way: str) -> None:
    model, ids = fused(name, variant(way)), words(2, PROMPT)
    tokens = ecg(of=model)
    mask = torch.ones_like(ids)
    mask[1, :3] = 0
    decoding = model.decoding(tokens)
    decoding.read(ids, mask)
    following = words(2, 1, seed=4)
    batched = decoding.read(following)[1]
    text = torch.cat([ids[1:, 3:], following[1:]], dim=1)
    alone = model.write(tokens[1:], text, torch.ones_like(text))[0, -1]
    torch.testing.assert_close(batched, alone, atol=2e-5 * float(alone.abs().max()), rtol=1e-4)


@pytest.mark.parametrize("checkpointing", [False, True], ids=["kept", "checkpointed"])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FAMILIES)
def test_gradients_reach_the_ecg_and_the_adapters_and_nothing_else(name: str, way: str, checkpointing: bool) -> None:
    model = fused(name, variant(way), lora=True)
    if checkpointing:
        enable_checkpointing(model.decoder)
    model.train()
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    ids = words()
    signal = ecg(of=model).flatten(1)[:, None]
    out = model(signal, ids, torch.ones_like(ids), ids)
    assert out.loss is not None
    out.loss.backward()
    assert float(model.encoder.weight.grad.abs()) > 0
    assert all(p.grad is not None and float(p.grad.abs().sum()) > 0 for p in model.fusion.parameters())
    for parameter_name, parameter in model.decoder.named_parameters():
        assert parameter.requires_grad == ("lora_" in parameter_name), parameter_name
    reached = {n for n, p in model.decoder.named_parameters() if p.grad is not None and float(p.grad.abs().sum()) > 0}
    assert any("lora_B" in n for n in reached)
    assert all("lora_" in n for n in reached)


@pytest.mark.parametrize("way", ("meit-desktop", "flamingo"))
@pytest.mark.parametrize("name", FAMILIES)
def test_activation_checkpointing_gives_the_same_gradients(name: str, way: str) -> None:
    gradients = []
    for checkpointing in (False, True):
        model = fused(name, variant(way)).train()
        for module in model.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
        if checkpointing:
            enable_checkpointing(model.decoder)
        ids = words()
        loss = model(ecg().flatten(1)[:, None], ids, torch.ones_like(ids), ids).loss
        assert loss is not None
        loss.backward()
        gradients.append(torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None]))
    assert gradients[0].shape == gradients[1].shape
    scale = float(gradients[0].abs().max())
    torch.testing.assert_close(gradients[1], gradients[0], atol=1e-5 * scale, rtol=1e-4)


@pytest.mark.parametrize("name", FAMILIES)
def test_adapters_sit_on_every_linear_layer(name: str) -> None:
    plain_model = tiny(name)
    expected = {n for n, m in plain_model.named_modules() if isinstance(m, nn.Linear | Conv1D)}
    output = plain_model.get_output_embeddings()
    expected -= {n for n, m in plain_model.named_modules() if m is output}
    assert set(linear_layers(plain_model)) == expected
    adapted = with_lora(plain_model)
    wrapped = {n.removesuffix(".lora_A") for n, m in unwrapped(adapted).named_modules() if n.endswith(".lora_A")}
    assert expected <= wrapped
    if name == "mixtral":
        assert any(".experts" in n for n in wrapped)


@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_adapters_reach_the_ecgs_own_keys(name: str) -> None:
    model, ids = fused(name, lora=True), words()
    before = model.write(ecg(), ids, torch.ones_like(ids))
    language = unwrapped(model.decoder)
    family = family_of(language)
    attention = family.attention(family.layers(language)[0])
    keys, _ = family.keys_and_values(attention, ecg())
    for parameter_name, parameter in model.decoder.named_parameters():
        if "lora_B" in parameter_name:
            nn.init.normal_(parameter, std=0.3)
    assert not torch.allclose(family.keys_and_values(attention, ecg())[0], keys)
    assert not torch.allclose(model.write(ecg(), ids, torch.ones_like(ids)), before)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_bfloat16_stays_near_single_precision(name: str, way: str) -> None:
    model, ids = fused(name, variant(way)), words()
    tokens = ecg(of=model)
    exact = model.write(tokens, ids, torch.ones_like(ids))
    model.decoder.to(torch.bfloat16)
    model.fusion.to(torch.bfloat16)
    rough = model.write(tokens.to(torch.bfloat16), ids, torch.ones_like(ids)).float()
    assert torch.isfinite(rough).all()
    agreement = nn.functional.cosine_similarity(rough.flatten(), exact.flatten(), dim=0)
    assert float(agreement) > 0.98


@pytest.mark.parametrize("way", WAYS)
@torch.no_grad()
def test_another_ecg_gives_other_words(way: str) -> None:
    model, ids, tokens = fused("llama-grouped", variant(way)), words(1).expand(2, -1), ecg()
    mask = torch.ones_like(ids)
    first, second = model.write(tokens, ids, mask)
    swapped = model.write(tokens.flip(0), ids, mask)
    assert not torch.allclose(first, second, atol=1e-3)
    torch.testing.assert_close(swapped, torch.stack([second, first]), atol=1e-5, rtol=1e-4)


@torch.no_grad()
def test_the_order_of_ecg_tokens_matters_only_where_they_stand_in_the_sequence() -> None:
    """No position is put on ECG keys, as in the paper's code: what the tokens say carries their time."""
    ids, tokens = words(), ecg()
    mask = torch.ones_like(ids)
    for way, ordered in {"meit-desktop": False, "llava-concat": True, "flamingo": False}.items():
        model = fused("llama", variant(way))
        same = torch.allclose(model.write(tokens, ids, mask), model.write(tokens.flip(1), ids, mask), atol=1e-4)
        assert same != ordered, way


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(FAMILIES),
    way=st.sampled_from(WAYS),
    lengths=st.lists(st.integers(1, 9), min_size=1, max_size=3),
    left=st.booleans(),
)
@torch.no_grad()
def test_a_batch_says_what_its_rows_say_alone(name: str, way: str, lengths: list[int], left: bool) -> None:
    model, longest = fused(name, variant(way)), max(lengths)
    tokens, ids = ecg(len(lengths), of=model), words(len(lengths), longest)
    place = torch.arange(longest)[None]
    counts = torch.tensor(lengths)[:, None]
    mask = (place >= longest - counts if left else place < counts).long()
    together = model.write(tokens, ids, mask)
    assert together.shape == (len(lengths), longest, VOCABULARY)
    for row in range(len(lengths)):
        real = mask[row].bool()
        alone = model.write(tokens[row : row + 1], ids[row : row + 1, real], torch.ones(1, int(real.sum()), dtype=int))
        limit = 2e-5 * float(alone.abs().max())
        torch.testing.assert_close(together[row, real], alone[0], atol=limit, rtol=1e-4)


def test_wanted_positions_are_those_of_the_full_pass() -> None:
    for name in FAMILIES:
        model, ids, tokens = fused(name), words(), ecg()
        wanted = torch.zeros_like(ids, dtype=torch.bool)
        wanted[0, 3:6] = wanted[1, 8] = True
        with torch.no_grad():
            some = model.write(tokens, ids, torch.ones_like(ids), wanted=wanted)
            whole = model.write(tokens, ids, torch.ones_like(ids))
        torch.testing.assert_close(some, whole[wanted], atol=1e-5 * float(whole.abs().max()), rtol=1e-5)


def test_an_unknown_family_is_refused_in_plain_words() -> None:
    class Strange(nn.Module):
        class config:  # noqa: N801 - as Hugging Face names it
            model_type = "marvin"

    with pytest.raises(UserError, match="marvin"):
        KeyValueFusion(Strange())


@pytest.mark.parametrize("name", ["llama-grouped", "gpt2"])
@torch.no_grad()
def test_the_mask_that_lets_a_card_take_its_flash_kernel_is_the_same_mask(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids, tokens = words(), ecg()
    model = fused(name)
    expected = model.write(tokens, ids, torch.ones_like(ids))
    asked = []

    def lower_right(q: int, keys: int, _query: Tensor) -> Any:
        asked.append((q, keys))
        return causal_lower_right(q, keys)

    monkeypatch.setattr("meit_core.model.fusion.attention._causal", lower_right)
    torch.testing.assert_close(
        model.write(tokens, ids, torch.ones_like(ids)), expected, atol=1e-5 * float(expected.abs().max()), rtol=1e-5
    )
    assert asked.count((ids.shape[1], ids.shape[1] + N_ECG)) == 3
