"""The cache that begins with the ECG: the logits of full passes, however long the text and whatever the rows do."""

from __future__ import annotations

import pytest
import torch

from tests.model.test_families import FAMILIES, ecg, fused, words


@pytest.mark.parametrize("name", FAMILIES)
@torch.no_grad()
def test_a_long_text_whose_rows_change_equals_full_passes(name: str) -> None:
    """Longer than the room that the cache takes at once, and than any sliding window here."""
    model, tokens, text = fused(name), ecg(2), words(2, 7)
    origin = torch.arange(2)
    decoding = model.decoding(tokens)
    current = text
    for step in range(45):
        stepwise = decoding.read(current)
        if step % 9 == 0:
            whole = model.write(tokens[origin], text, torch.ones_like(text))[:, -1]
            torch.testing.assert_close(stepwise, whole, atol=2e-5 * float(whole.abs().max()), rtol=1e-4)
        current = words(len(text), 1, seed=step)
        rows = {4: [1, 0, 0], 20: [2, 0], 30: [1, 1]}.get(step)
        if rows is not None:
            kept = torch.tensor(rows)
            decoding.keep(kept)
            origin, text, current = origin[kept], text[kept], current[kept]
        text = torch.cat([text, current], dim=1)


@torch.no_grad()
def test_the_ecgs_keys_are_computed_once_for_all_tokens_and_rows() -> None:
    model, computed = fused("llama"), []
    attention = model.decoder.model.layers[1].self_attn
    attention.k_proj.register_forward_hook(lambda _module, given, _out: computed.append(given[0].shape[:2]))
    decoding = model.decoding(ecg(2))
    decoding.read(words(2, 7))
    decoding.repeat(3)
    for step in range(4):
        decoding.read(words(6, 1, seed=step))
    n_ecg = ecg(2).shape[1]
    assert sorted(computed) == sorted([(2, n_ecg), (2, 7), *[(6, 1)] * 4])
