"""Beam search: equal to Hugging Face's on the same fused decoder, and with one beam to greedy decoding."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from meit_core.errors import UserError
from meit_core.model.decoding.beams import BeamSearch
from meit_core.model.decoding.writing import BeamConfig
from meit_core.model.fusion.seat import EcgContext
from meit_core.model.meit import MeitModel
from tests.model.families import END
from tests.model.test_families import ecg, fused, words

NEW = 9


def searched(model: MeitModel, tokens: Tensor, prompt: Tensor, **how: Any) -> BeamSearch:
    search = BeamSearch(model, tokens, prompt, how=BeamConfig(**how), end_id=END, max_new_tokens=NEW)
    while not search.is_over:
        search.step()
    return search


@torch.inference_mode()
def by_hugging_face(model: MeitModel, tokens: Tensor, prompt: Tensor, *, beams: int, length_penalty: float) -> Any:
    """Return the text without the end token, and its score."""
    with model.showing(EcgContext(tokens).repeated(beams)):
        found = model.decoder.generate(
            prompt,
            attention_mask=torch.ones_like(prompt),
            num_beams=beams,
            length_penalty=length_penalty,
            early_stopping=False,
            do_sample=False,
            max_new_tokens=NEW,
            eos_token_id=END,
            pad_token_id=0,
            return_dict_in_generate=True,
            output_scores=True,
        )
    text = found.sequences[0, prompt.shape[1] :].tolist()
    return tuple(text[: text.index(END)] if END in text else text), float(found.sequences_scores[0])


def ending(model: MeitModel, likelier: float = 3.0) -> MeitModel:
    """Raise the end token's logit, so that texts of several lengths compete."""
    output = model.decoder.get_output_embeddings()
    output.bias = torch.nn.Parameter(torch.zeros(len(output.weight)))
    output.bias.data[END] = likelier
    return model


@pytest.mark.parametrize("length_penalty", [0.0, 1.0, 2.0])
@pytest.mark.parametrize("beams", [2, 4])
@pytest.mark.parametrize("name", ["llama-grouped", "gpt2", "bloom", "mistral"])
def test_it_finds_what_hugging_face_finds(name: str, beams: int, length_penalty: float) -> None:
    model = fused(name)
    lengths = set()
    for seed in range(6):
        ending(model, likelier=seed)
        tokens, prompt = ecg(1, seed=seed), words(1, 7, seed=seed + 20)
        best = searched(model, tokens, prompt, beams=beams, length_penalty=length_penalty).best
        text, score = by_hugging_face(model, tokens, prompt, beams=beams, length_penalty=length_penalty)
        assert best.tokens == text
        assert best.worth == pytest.approx(score, rel=1e-4, abs=1e-5)
        assert best.cut_off == (len(text) == NEW)
        lengths.add(len(text))
    assert len(lengths) > 1  # the end token played its part


@pytest.mark.parametrize("name", ["llama-grouped", "gpt2", "bloom", "mistral"])
def test_one_beam_is_greedy(name: str) -> None:
    model, tokens, prompt = ending(fused(name)), ecg(1), words(1, 7)
    greedy = [int(token) for token in model.greedy(tokens, prompt, max_new_tokens=NEW)]
    expected = greedy[: greedy.index(END)] if END in greedy else greedy
    search = searched(model, tokens, prompt, beams=1)
    assert list(search.best.tokens) == expected
    assert search.n_steps == min(len(expected) + 1, NEW)


def test_more_beams_find_a_likelier_text() -> None:
    model = ending(fused("llama-grouped"))
    gains = []
    for seed in range(6):
        tokens, prompt = ecg(1, seed=seed), words(1, 7, seed=seed)
        narrow, wide = (searched(model, tokens, prompt, beams=beams, length_penalty=0.0).best for beams in (1, 6))
        gains.append(wide.worth - narrow.worth)
    assert min(gains) > -1e-4 and max(gains) > 0.1


def test_no_beam_is_refused() -> None:
    with pytest.raises(UserError, match="at least one beam"):
        BeamConfig(beams=0)
