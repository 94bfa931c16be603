"""Where a finished report's sentences looked: weights that are the attention's own, spread over time."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from meit_core.model.assembly import assemble, new_decoder
from meit_core.model.decoding.attending import attended_stretches
from meit_core.model.encoders import build_encoder
from meit_core.model.fusion.attention import EAGER, SDPA
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer
from meit_core.model.variants import variant
from tests.model.conftest import DECODER, ENCODER

SENTENCES = ("sinus rhythm.", "normal ecg.")


def prompt_ids(tokenizer: PromptTokenizer) -> Tensor:
    return torch.tensor([tokenizer.prompt_ids("Please write the report of this ECG.")])


def attended(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor) -> tuple[tuple[float, ...], ...]:
    with torch.no_grad():
        tokens, _ = model.ecg_tokens(signal[:1])
    return attended_stretches(model, tokenizer, tokens, prompt_ids(tokenizer), SENTENCES)


def test_each_sentence_has_shares_of_all_stretches(
    model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor
) -> None:
    found = attended(model, tokenizer, signal)
    assert len(found) == len(SENTENCES)
    for weights in found:
        assert len(weights) == ENCODER.n_tokens  # the summary tokens stand for no stretch of time
        assert sum(weights) == pytest.approx(1.0, abs=1e-5)
        assert min(weights) > 0
    assert found[0] != found[1]


def test_the_weights_are_those_the_family_itself_computes(
    model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor
) -> None:
    """The fast kernel keeps none, so they are worked out beside it: eager attention hands out its own."""
    assert model.decoder.config._attn_implementation == SDPA
    fast = attended(model, tokenizer, signal)
    model.decoder.config._attn_implementation = EAGER
    for one, other in zip(fast, attended(model, tokenizer, signal), strict=True):
        assert one == pytest.approx(other, abs=1e-5)


def test_nobody_is_watched_afterwards(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor) -> None:
    with model.fusion.watched() as gaze:
        pass
    attended(model, tokenizer, signal)
    ids = prompt_ids(tokenizer)
    with torch.no_grad():
        model.write(model.ecg_tokens(signal[:1])[0], ids, torch.ones_like(ids))
    assert gaze.layers == []


def test_later_sentences_do_not_change_what_an_earlier_one_looked_at(
    model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor
) -> None:
    with torch.no_grad():
        tokens, _ = model.ecg_tokens(signal[:1])
    ids = prompt_ids(tokenizer)
    alone = attended_stretches(model, tokenizer, tokens, ids, SENTENCES[:1])
    both = attended_stretches(model, tokenizer, tokens, ids, SENTENCES)
    assert alone[0] == pytest.approx(both[0], abs=1e-4)


@pytest.mark.parametrize("name", ["llava-concat", "flamingo", "meit-paper"])
def test_a_variant_that_cannot_tell_says_nothing(name: str, tokenizer: PromptTokenizer, signal: Tensor) -> None:
    """No attention of its own on the ECG, or one token for the whole recording."""
    torch.manual_seed(3)
    decoder = new_decoder(
        DECODER,
        vocabulary=tokenizer.tokenizer.get_vocab_size(),
        end_id=tokenizer.end_id,
        pad_id=tokenizer.pad_id,
    )
    assert attended(assemble(build_encoder(ENCODER), variant(name), decoder).eval(), tokenizer, signal) == ()


def test_an_empty_report_looked_nowhere(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor) -> None:
    with torch.no_grad():
        tokens, _ = model.ecg_tokens(signal[:1])
    assert attended_stretches(model, tokenizer, tokens, prompt_ids(tokenizer), ()) == ()
