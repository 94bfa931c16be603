"""The whole model on real tokens: what learns, what padding does, how writing goes on (families: test_families)."""

from __future__ import annotations

import torch
from torch import Tensor

from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer


def text_ids(tokenizer: PromptTokenizer) -> Tensor:
    ids, _ = tokenizer.training_ids("Please write the report of this ECG.", "sinus rhythm. normal ecg.")
    return torch.tensor([ids])


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
