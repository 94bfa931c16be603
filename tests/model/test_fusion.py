"""The fusion as the paper has it: in every layer the ECG's keys and values stand before the text's."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn

from meit_core.errors import UserError
from meit_core.model.backbones import adapter_for
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer


def text_ids(tokenizer: PromptTokenizer) -> Tensor:
    ids, _ = tokenizer.training_ids("Please write the report of this ECG.", "sinus rhythm. normal ecg.")
    return torch.tensor([ids])


def rotated(x: Tensor, positions: Tensor, theta: float) -> Tensor:
    """Rotary position as in RoFormer (Su et al. 2021), halves layout as LLaMA's."""
    half = x.shape[-1] // 2
    angles = positions[:, None] * theta ** (-torch.arange(half) / half)
    cos, sin = torch.cos(angles), torch.sin(angles)
    first, second = x[..., :half], x[..., half:]
    return torch.cat([first * cos - second * sin, second * cos + first * sin], dim=-1)


def written_out(model: MeitModel, ecg: Tensor, ids: Tensor) -> Tensor:
    """The decoder computed by hand for one row: softmax(Q [K_e; K_t]^T / sqrt(d)) [V_e; V_t], layer by layer."""
    decoder = model.decoder.model
    t = ids.shape[1]
    x = decoder.embed_tokens(ids)[0]
    mask = torch.cat([torch.zeros(t, ecg.shape[1]), torch.full((t, t), -math.inf).triu(1)], dim=1)
    theta = model.decoder.config.rope_parameters["rope_theta"]
    for layer in decoder.layers:
        attention = layer.self_attn
        d = attention.head_dim

        def heads(y: Tensor, d: int = d) -> Tensor:
            return y.view(y.shape[0], -1, d).transpose(0, 1)

        h, e = layer.input_layernorm(x), layer.input_layernorm(ecg[0])
        place = torch.arange(t).float()
        q = rotated(heads(attention.q_proj(h)), place, theta)
        k = torch.cat([heads(attention.k_proj(e)), rotated(heads(attention.k_proj(h)), place, theta)], dim=1)
        v = torch.cat([heads(attention.v_proj(e)), heads(attention.v_proj(h))], dim=1)
        weights = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(d) + mask, dim=-1)
        x = x + attention.o_proj((weights @ v).transpose(0, 1).flatten(1))
        x = x + layer.mlp(layer.post_attention_layernorm(x))
    return model.decoder.lm_head(decoder.norm(x))


@torch.no_grad()
def test_logits_equal_the_formula_written_out(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor) -> None:
    ids = text_ids(tokenizer)
    ecg, _ = model.ecg_tokens(signal[:1])
    logits = model.write(ecg, ids, torch.ones_like(ids))[0]
    torch.testing.assert_close(logits, written_out(model, ecg, ids), atol=1e-4, rtol=1e-4)


@torch.no_grad()
def test_every_layer_sees_the_ecg(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor) -> None:
    cache = model.prefix(model.ecg_tokens(signal)[0])
    layers = model.adapter.layers(model.decoder)
    assert len(cache.layers) == len(layers) == 3
    assert all(layer.keys.shape == (2, 4, 7, 8) for layer in cache.layers)  # 2 summary and 5 temporal tokens


# peft 0.21 reads a property that transformers 5.23 renamed; harmless until transformers 6.
@pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing:FutureWarning")
def test_a_low_rank_adapter_reaches_the_ecg_keys(model: MeitModel, signal: Tensor) -> None:
    peft = pytest.importorskip("peft")
    ecg, _ = model.ecg_tokens(signal)
    before = model.prefix(ecg).layers[0].keys.detach().clone()
    config = peft.LoraConfig(r=2, target_modules=["k_proj", "v_proj"], init_lora_weights=False)
    wrapped = MeitModel(model.encoder, model.projector, peft.get_peft_model(model.decoder, config)).eval()
    assert not torch.allclose(wrapped.prefix(ecg).layers[0].keys, before)


def test_the_report_loss_teaches_encoder_projection_and_decoder(
    model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor
) -> None:
    ids, labels = tokenizer.training_ids("Describe.", "atrial fibrillation.")
    model.train()
    out = model(signal[:1], torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.long), torch.tensor([labels]))
    assert out.loss is not None
    out.loss.backward()
    parts = (model.encoder.stem[0], model.projector.temporal[1], model.projector.summary[1], model.decoder.lm_head)
    assert all(float(part.weight.grad.abs().sum()) > 0 for part in parts)


@torch.no_grad()
def test_padding_changes_nothing(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor) -> None:
    ids = text_ids(tokenizer)
    n = ids.shape[1]
    alone = model(signal[:1], ids, torch.ones_like(ids)).logits[0]
    padding = torch.full((1, 6), tokenizer.pad_id)
    mask = torch.cat([torch.ones_like(ids), torch.zeros_like(padding)], dim=1)
    right = model(signal[:1], torch.cat([ids, padding], dim=1), mask).logits[0, :n]
    left = model(signal[:1], torch.cat([padding, ids], dim=1), mask.flip(1)).logits[0, -n:]
    torch.testing.assert_close(right, alone, atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(left, alone, atol=1e-5, rtol=1e-4)


@torch.no_grad()
def test_greedy_writing_equals_the_full_forward_pass(
    model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor
) -> None:
    prompt = torch.tensor([tokenizer.prompt_ids("Write the report.")]).expand(2, -1)
    ecg, _ = model.ecg_tokens(signal)
    streamed = torch.stack(list(model.greedy(ecg, prompt, max_new_tokens=6)), dim=1)
    ids = prompt
    for _ in range(6):
        ids = torch.cat([ids, model.write(ecg, ids, torch.ones_like(ids))[:, -1:].argmax(-1)], dim=1)
    assert torch.equal(streamed, ids[:, prompt.shape[1] :])


def test_different_ecgs_give_different_predictions(
    model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor
) -> None:
    ids = text_ids(tokenizer).expand(2, -1)
    with torch.no_grad():
        logits = model(signal, ids, torch.ones_like(ids)).logits
    assert not torch.allclose(logits[0], logits[1], atol=1e-4)


def test_an_unknown_family_is_refused_in_plain_words() -> None:
    class Strange(nn.Module):
        class config:  # noqa: N801 - as Hugging Face names it
            model_type = "marvin"

    with pytest.raises(UserError, match="marvin"):
        adapter_for(Strange())
