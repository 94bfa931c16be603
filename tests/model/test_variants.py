"""The named variants, whole: the paper's component by component, its rivals, and what is kept of each in a pack."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from meit_core.errors import UserError
from meit_core.knowledge.instructions import paper_prompts
from meit_core.model.assembly import assemble, load_network, network_manifest, save_network
from meit_core.model.encoders import build_encoder, encoder_config
from meit_core.model.fusion.concat import ConcatFusion
from meit_core.model.fusion.cross_attention import CrossAttentionFusion
from meit_core.model.fusion.key_value import KeyValueFusion
from meit_core.model.fusion.seat import SEAT
from meit_core.model.projectors import EcgProjector, PaperProjector
from meit_core.model.variants import VARIANTS, FusionConfig, variant
from meit_core.resources import resource_path
from meit_core.training.recipe import load_recipe
from tests.model.families import VOCABULARY, tiny

ENCODER = {"kind": "light-conv", "widths": [8, 16], "n_tokens": 3, "n_findings": 4}
RECIPES = sorted(path.stem for path in resource_path("training").glob("*.toml"))


def whole(name: str, how: FusionConfig, encoder: Mapping[str, Any] = MappingProxyType(ENCODER)) -> Any:
    torch.manual_seed(6)
    return assemble(build_encoder(encoder_config(encoder)), how, tiny(name)).eval()


def inputs() -> tuple[Tensor, Tensor, Tensor]:
    chance = torch.Generator().manual_seed(4)
    ids = torch.randint(2, VOCABULARY, (2, 9), generator=chance)
    return torch.randn(2, 12, 400, generator=chance) * 0.3, ids, torch.ones_like(ids)


@pytest.mark.parametrize("family", ["llama-grouped", "gpt2", "opt-post-norm", "gemma3"])
@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_learns_from_the_report_through_all_its_parts(name: str, family: str) -> None:
    model = whole(family, variant(name)).train()
    for block in getattr(model.fusion, "blocks", {}).values():  # Flamingo's gates are closed at first
        nn.init.ones_(block.attention_gate)
        nn.init.ones_(block.feed_forward_gate)
    signal, ids, mask = inputs()
    loss = model(signal, ids, mask, ids).loss
    loss.backward()
    for part in (model.encoder, model.projector):
        assert any(p.grad is not None and float(p.grad.abs().sum()) > 0 for p in part.parameters())
    assert all(p.grad is not None and float(p.grad.abs().sum()) > 0 for p in model.fusion.parameters())


@pytest.mark.parametrize("name", VARIANTS)
@torch.no_grad()
def test_every_variant_is_the_same_after_saving_and_loading(name: str, tmp_path: Path) -> None:
    model = whole("llama-grouped", variant(name))
    for parameter in model.fusion.parameters():
        nn.init.normal_(parameter, std=0.2)
    for value in model.state_dict().values():  # what is written is half precision
        value.copy_(value.half())
    save_network(model, tmp_path)
    manifest = {**network_manifest(model.encoder.config, variant(name)), "backbone": {"folder": "backbone"}}
    again = load_network(manifest, tmp_path, device="cpu")
    signal, ids, mask = inputs()
    torch.testing.assert_close(again(signal, ids, mask).logits, model(signal, ids, mask).logits, atol=1e-5, rtol=1e-4)


@torch.no_grad()
def test_flamingo_begins_as_the_plain_language_model() -> None:
    model, plain = whole("llama", variant("flamingo")), tiny("llama")
    signal, ids, mask = inputs()
    torch.testing.assert_close(model(signal, ids, mask).logits, plain(input_ids=ids, attention_mask=mask).logits)


def test_flamingos_gates_can_open() -> None:
    model = whole("llama", variant("flamingo")).train()
    signal, ids, mask = inputs()
    model(signal, ids, mask, ids).loss.backward()
    assert all(float(block.attention_gate.grad.abs()) > 0 for block in model.fusion.blocks.values())


def test_the_papers_variant_component_by_component() -> None:
    """meit_reference, sections 1 and 2, and the checklist in section 10."""
    model = whole("llama", variant("meit-paper"), {"kind": "resnet50-1d", "n_tokens": 1})
    assert isinstance(model.projector, PaperProjector)
    assert isinstance(model.fusion, KeyValueFusion)
    assert not list(model.fusion.parameters())  # the language model's own projections make keys and values
    seats = [getattr(layer.self_attn, SEAT) for layer in model.decoder.model.layers]
    assert [seat.norm for seat in seats] == [None, None, None]  # every layer, no norm
    with torch.no_grad():
        tokens, _ = model.ecg_tokens(inputs()[0])
        attention = model.decoder.model.layers[0].self_attn
        keys, values = seats[0].keys_and_values(attention, tokens)
    assert tokens.shape == (2, 1, 32)  # one token
    tiles = tokens[:, 0].view(2, 4, 8)
    assert torch.equal(tiles, tiles[:, :1].expand_as(tiles))  # tiled over the four heads
    torch.testing.assert_close(tiles[:, 0].norm(dim=-1), torch.ones(2))  # of unit length
    torch.testing.assert_close(keys.transpose(1, 2).flatten(2), attention.k_proj(tokens))  # no rotary position
    torch.testing.assert_close(values.transpose(1, 2).flatten(2), attention.v_proj(tokens))


def test_the_papers_recipe_has_the_papers_settings() -> None:
    """meit_reference, sections 3.3, 3.4, 4 and 5."""
    recipe = load_recipe(resource_path("training", "meit-paper.toml"))
    assert (recipe.input.fs_hz, recipe.input.scaling, recipe.input.n_samples) == (500.0, "min-max", 5000)
    assert (recipe.encoder.kind, recipe.encoder.n_tokens, recipe.pretrain.objective) == ("resnet50-1d", 1, "none")
    assert recipe.fusion == variant("meit-paper")
    assert recipe.backbone is not None
    lora = recipe.backbone.lora
    assert (lora.rank, lora.alpha, lora.dropout) == (64, 128, 0.1)
    assert recipe.backbone.template == "<|user|>\n{instruction}\n<|assistant|>\n{report}<|end|>"
    tune, loop = recipe.tune, recipe.tune.loop
    assert tune.batch * loop.accumulate == 64
    assert {tune.encoder_rate, tune.language_rate} == {2e-5}
    assert (loop.schedule, loop.warm_up, loop.epochs, loop.weight_decay, loop.clip) == ("linear", 0.03, 5, 0.0, 0.0)
    assert loop.average_decay == tune.findings_weight == tune.label_smoothing == 0.0
    assert recipe.instructions == "one"
    assert recipe.generation.prompt == paper_prompts()["ptbxl"]
    assert (recipe.generation.max_new_tokens, recipe.generation.drawing) == (128, None)


@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_that_ships_can_be_read(name: str) -> None:
    assert load_recipe(resource_path("training", f"{name}.toml")).name


def test_the_rivals_differ_from_ours_in_the_way_of_fusion_only() -> None:
    """An ablation changes one thing (the paper's Table 5)."""
    ours = VARIANTS["meit-desktop"]
    for name, way in {"llava-concat": "concat", "flamingo": "cross-attention"}.items():
        rival = VARIANTS[name]
        assert rival.way == way
        assert rival == FusionConfig(variant=name, way=way, n_summary=ours.n_summary, dropout=ours.dropout)
    kinds = {name: type(whole("llama", how).fusion) for name, how in VARIANTS.items() if name != "meit-paper"}
    assert kinds == {
        "meit-desktop": KeyValueFusion,
        "llava-concat": ConcatFusion,
        "flamingo": CrossAttentionFusion,
    }
    assert isinstance(whole("llama", ours).projector, EcgProjector)


def test_what_does_not_exist_is_named() -> None:
    with pytest.raises(UserError, match="no fusion variant meit-hospital"):
        variant("meit-hospital")
    with pytest.raises(UserError, match="no way of fusion called osmosis"):
        whole("llama", variant("meit-desktop", way="osmosis"))
    with pytest.raises(UserError, match="no projection origami"):
        whole("llama", variant("meit-desktop", projection="origami"))


def test_a_language_model_whose_heads_do_not_divide_its_width_is_refused_for_the_papers_way() -> None:
    decoder = tiny("qwen3")
    decoder.config.head_dim = 24
    encoder = build_encoder(encoder_config(ENCODER))
    with pytest.raises(UserError, match="tiles a vector of 24 over a width of 32"):
        assemble(encoder, variant("meit-paper"), decoder)
