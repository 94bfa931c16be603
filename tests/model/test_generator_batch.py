"""A pack's generator: each way of decoding, streamed and side by side."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from meit_core.domain.record import EcgRecord, Signal
from meit_core.drafting.preference import preference
from meit_core.errors import UserError
from meit_core.model.decoding.generator import Generator, load_generator
from meit_core.model.decoding.writing import BeamConfig, DrawingConfig, SampleConfig, Writing
from meit_core.model.ecg_input import model_input
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import find_pack
from meit_core.model.prompt import PromptTokenizer
from meit_core.signal.measure import measure
from meit_core.signal.simulator import demo_cases
from tests.model.conftest import REPORTS
from tests.model.test_drawing import learnt
from tests.model.test_families import ecg, fused, words

WAYS = {
    "greedy": None,
    "beam": BeamConfig(beams=3),
    "sample": SampleConfig(temperature=1.0, seed=3),
    "consensus": DrawingConfig(rows=6, temperature=1.2, seed=4),
}
PROMPT = "Report."


def generator(model: MeitModel, tokenizer: PromptTokenizer, way: str, *, most: int = 60) -> Generator:
    return Generator(model, tokenizer, (), default_prompt=PROMPT, writing=Writing(most, WAYS[way]))  # type: ignore[arg-type]


def signals(n: int = 5) -> Signal:
    chance = np.random.default_rng(2)
    return (chance.standard_normal((n, 12, 1000)) * np.linspace(0, 3, n)[:, None, None]).astype(np.float32)


@pytest.fixture
def told(model: MeitModel, tokenizer: PromptTokenizer) -> MeitModel:
    return learnt(model, tokenizer, REPORTS)


@pytest.mark.parametrize("way", WAYS)
def test_side_by_side_as_alone(told: MeitModel, tokenizer: PromptTokenizer, way: str) -> None:
    each = generator(told, tokenizer, way)
    together = each.write(signals(), batch=3)
    for signal, written in zip(signals(), together, strict=True):
        text = "".join(each.stream(signal))
        assert text == written.text and text
        assert (each.tokens, each.hit_limit, each.drawn) == (written.tokens, written.cut_off, written.drawn)


@pytest.mark.parametrize("way", WAYS)
def test_the_limit_counts_new_tokens(told: MeitModel, tokenizer: PromptTokenizer, way: str) -> None:
    each = generator(told, tokenizer, way, most=3)
    assert len(tokenizer.prompt_ids(PROMPT)) > 3
    text = "".join(each.stream(signals(1)[0]))
    assert each.hit_limit and each.tokens == 3 and text
    assert [written.cut_off for written in each.write(signals(2))] == [True, True]


@pytest.mark.parametrize("way", WAYS)
def test_every_token_can_be_the_last(told: MeitModel, tokenizer: PromptTokenizer, way: str) -> None:
    """One piece for every token, so that whoever reads them may stop after each."""
    each = generator(told, tokenizer, way)
    seen = []
    for _ in each.stream(signals(1)[0]):
        seen.append(each.tokens)
    assert set(range(1, max(seen) + 1)) <= set(seen)


@pytest.mark.parametrize("way", ["greedy", "sample"])
def test_text_comes_token_by_token(told: MeitModel, tokenizer: PromptTokenizer, way: str) -> None:
    each = generator(told, tokenizer, way)
    pieces = [piece for piece in each.stream(signals(1)[0]) if piece]
    assert len(pieces) > 3 and "".join(pieces) in REPORTS


def test_a_beam_tells_its_text_at_the_end(told: MeitModel, tokenizer: PromptTokenizer) -> None:
    *before, last = generator(told, tokenizer, "beam").stream(signals(1)[0])
    assert not any(before) and last in REPORTS


def test_a_draw_is_the_same_every_time(told: MeitModel, tokenizer: PromptTokenizer) -> None:
    first, second = ("".join(generator(told, tokenizer, "sample").stream(signals(1)[0])) for _ in range(2))
    assert first == second


def test_each_recording_has_its_own_preference(told: MeitModel, tokenizer: PromptTokenizer) -> None:
    asked: list[list[str]] = [[], []]
    prefer = [lambda text, to=to: float(bool(to.append(text))) for to in asked]
    generator(told, tokenizer, "consensus").write(signals(2), None, prefer, batch=2)
    assert asked[0] and asked[1]


@pytest.mark.parametrize("prompt", [None, "", "  "])
def test_an_empty_prompt_is_the_default(told: MeitModel, tokenizer: PromptTokenizer, prompt: str | None) -> None:
    each = generator(told, tokenizer, "greedy")
    assert "".join(each.stream(signals(1)[0], prompt)) == "".join(each.stream(signals(1)[0], PROMPT))


@pytest.mark.parametrize("way", WAYS)
def test_a_model_that_repeats_itself_is_stopped(model: MeitModel, tokenizer: PromptTokenizer, way: str) -> None:
    learnt(model, tokenizer, ("sinus rhythm. normal ecg." + " sinus rhythm. normal ecg." * 4,))
    each = generator(model, tokenizer, way, most=80)
    streamed = "".join(each.stream(signals(1)[0]))
    text = streamed if each.retold is None else each.retold
    assert not each.hit_limit
    if way != "consensus":  # there the reports came to their own end, and agree
        assert text == "sinus rhythm. normal ecg."
    assert each.write(signals(1))[0].text == text


@pytest.mark.parametrize(
    ("generation", "way"),
    [
        ({}, None),
        ({"decoding": "greedy"}, None),
        ({"decoding": "beam", "beam": {"beams": 5, "length_penalty": 0.8}}, BeamConfig(5, 0.8)),
        ({"decoding": "sample", "sample": {"seed": 4}}, SampleConfig(seed=4)),
        ({"decoding": "consensus", "drawing": {"rows": 8}}, DrawingConfig(rows=8)),
    ],
)
def test_the_pack_chooses_the_way(generation: dict[str, Any], way: object) -> None:
    assert Writing.of_manifest({"max_new_tokens": 40, **generation}) == Writing(40, way)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "generation",
    [{"decoding": "telepathy"}, {"decoding": "beam", "beam": {"width": 3}}, {"decoding": "consensus"}],
)
def test_what_the_pack_may_not_ask_for_is_said(generation: dict[str, Any]) -> None:
    with pytest.raises(UserError):
        Writing.of_manifest({"max_new_tokens": 40, **generation})


@pytest.mark.parametrize("name", ["llama", "gpt2", "bloom", "mistral"])
@torch.no_grad()
def test_a_stream_equals_full_passes_over_the_growing_text(name: str) -> None:
    """Mistral's window of 5 is shorter than the text: nothing of the ECG may leave it."""
    model, tokens, text = fused(name), ecg(1), words(1, 7)
    streamed = torch.cat(list(model.greedy(tokens, text, max_new_tokens=12)))
    for token in streamed:
        logits = model.write(tokens, text, torch.ones_like(text))[0, -1]
        assert int(logits.argmax()) == int(token)
        text = torch.cat([text, token.view(1, 1)], dim=1)


@pytest.fixture(scope="module")
def bundled() -> Generator:
    return load_generator(find_pack())


@pytest.fixture(scope="module")
def demo() -> list[EcgRecord]:
    return [case.simulate().record for case in demo_cases()]


def test_the_bundled_pack_writes_the_same_in_company(bundled: Generator, demo: list[EcgRecord]) -> None:
    chosen = demo[:4]
    given = np.stack([model_input(record) for record in chosen])
    prefer = [
        preference(findings, findings, measure(record), record.patient.sex)
        for findings, record in zip(bundled.findings_of_all(given), chosen, strict=True)
    ]
    for signal, each, written in zip(given, prefer, bundled.write(given, None, prefer), strict=True):
        assert "".join(bundled.stream(signal, None, each)) == written.text
        assert (bundled.tokens, bundled.drawn) == (written.tokens, written.drawn)


def test_the_bundled_pack_reads_the_ecg(bundled: Generator, demo: list[EcgRecord]) -> None:
    """Other recordings give other texts, swapped ones swapped texts, and exchanged leads another text."""
    given = np.stack([model_input(record) for record in demo[:4]])
    texts = [written.text for written in bundled.write(given)]
    assert len(set(texts)) > 1
    assert [written.text for written in bundled.write(given[::-1].copy())] == texts[::-1]
    upside_down = np.ascontiguousarray(given[:, ::-1])
    assert [written.text for written in bundled.write(upside_down)] != texts
