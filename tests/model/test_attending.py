"""Where a finished report's sentences looked: weights that are the attention's own, spread over time."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from meit_core.model.assembly import assemble, new_decoder
from meit_core.model.decoding.attending import attended_stretches
from meit_core.model.encoders import build_encoder
from meit_core.model.fusion.attention import EAGER, SDPA
from meit_core.model.fusion.gaze import Gaze
from meit_core.model.fusion.key_value import KeyValueFusion
from meit_core.model.fusion.seat import EcgContext
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer
from meit_core.model.variants import variant
from tests.model.conftest import DECODER, ENCODER
from tests.model.families import FAMILIES, VOCABULARY, tiny

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


def looked(name: str, *, eager: bool) -> Gaze:
    """What a family's tiny model does with 4 ECG tokens before 11 words."""
    decoder = tiny(name, eager=eager)
    fusion = KeyValueFusion(decoder)
    chance = torch.Generator().manual_seed(2)
    ids = torch.randint(2, VOCABULARY, (2, 11), generator=chance)
    tokens = torch.randn(2, 4, 32, generator=chance)
    with torch.no_grad(), fusion.watched() as gaze:
        fusion.show(EcgContext(tokens))
        decoder(input_ids=ids, attention_mask=torch.ones_like(ids))
        fusion.show(None)
    return gaze


@pytest.mark.parametrize("name", [name for name in FAMILIES if name not in ("gpt_neo", "gptj", "bloom")])
def test_every_family_that_asks_for_our_attention_tells_where_it_looked(name: str) -> None:
    fast, own = looked(name, eager=False), looked(name, eager=True)
    assert len(fast.layers) == len(own.layers) == 3
    for layer in own.layers:
        assert layer.shape == (2, 11, 4)
    # Gemma 2 caps its scores in eager attention only, as Hugging Face's fast kernel can't.
    tolerance = 0.05 if name == "gemma2" else 1e-5
    torch.testing.assert_close(fast.mean(), own.mean(), atol=tolerance, rtol=0)


@pytest.mark.parametrize("name", ["gpt_neo", "gptj", "bloom"])
def test_families_that_compute_attention_by_themselves_tell_nothing(name: str) -> None:
    assert looked(name, eager=True).layers == []
