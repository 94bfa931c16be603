"""Several drafts drawn side by side, and one of them told."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from meit_core.model.decoding.drafts import Drafts
from meit_core.model.decoding.drawing import Drawing
from meit_core.model.decoding.sampling import RowSampler, nucleus
from meit_core.model.decoding.writing import DrawingConfig
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer
from tests.model.conftest import REPORTS


def learnt(model: MeitModel, tokenizer: PromptTokenizer, reports: tuple[str, ...], steps: int = 150) -> MeitModel:
    """Teach the decoder to write these reports, each as often as the others."""
    pairs = [tokenizer.training_ids("Report.", report) for report in reports]
    longest = max(len(ids) for ids, _ in pairs)
    ids = torch.tensor([row + [tokenizer.pad_id] * (longest - len(row)) for row, _ in pairs])
    labels = torch.tensor([row + [-100] * (longest - len(row)) for _, row in pairs])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row, _ in pairs])
    optimiser = torch.optim.Adam(model.decoder.parameters(), lr=1e-2)
    for _ in range(steps):
        loss = model(torch.zeros(len(pairs), 12, 1000), ids, mask, labels).loss
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return model.eval()


@pytest.fixture
def prompt(tokenizer: PromptTokenizer) -> Tensor:
    return torch.tensor([tokenizer.prompt_ids("Report.")])


@torch.no_grad()
def flat(model: MeitModel) -> Tensor:
    return model.ecg_tokens(torch.zeros(1, 12, 1000))[0]


def drawing(model: MeitModel, tokenizer: PromptTokenizer, prompt: Tensor, **settings: object) -> Drawing:
    how = DrawingConfig(rows=16, temperature=1.0, seed=4)
    return Drawing(model, tokenizer, flat(model), prompt, how=how, **{"max_new_tokens": 60} | settings)  # type: ignore[arg-type]


def drawn(*how: object, **settings: object) -> Drafts:
    """Draw to the end."""
    under_way = drawing(*how, **settings)  # type: ignore[arg-type]
    while not under_way.is_over:
        under_way.step()
    return under_way.drafts[0]


@torch.no_grad()
def test_a_cold_draw_is_the_greedy_text(model: MeitModel, prompt: Tensor) -> None:
    ecg = flat(model)
    cold = RowSampler(model, ecg, prompt, rows=3, temperature=1e-4, top_p=1.0, seed=1)
    tokens = torch.stack([cold.step() for _ in range(8)], dim=1)
    greedy = torch.stack(list(model.greedy(ecg, prompt, max_new_tokens=8)), dim=1)
    assert torch.equal(tokens, greedy.expand(3, -1))


@torch.no_grad()
def test_kept_rows_go_on_from_their_own_past(model: MeitModel, prompt: Tensor) -> None:
    """After ``keep`` a row predicts what the model predicts behind that row's own text."""
    ecg = flat(model)
    sampler = RowSampler(model, ecg, prompt, rows=4, temperature=1.0, top_p=1.0, seed=2)
    written = torch.stack([sampler.step() for _ in range(5)], dim=1)
    assert len({tuple(row) for row in written.tolist()}) > 1
    kept = torch.tensor([2, 2, 0])
    sampler.keep(kept)
    sampler.step()
    ids = torch.cat([prompt.expand(3, -1), written[kept]], dim=1)
    whole = model.write(ecg.expand(3, -1, -1), ids, torch.ones_like(ids))[:, -1]
    torch.testing.assert_close(sampler._logits, whole, atol=1e-4, rtol=1e-4)


def test_what_is_told_is_one_of_the_drafts_and_the_same_every_time(
    model: MeitModel, tokenizer: PromptTokenizer, prompt: Tensor
) -> None:
    learnt(model, tokenizer, REPORTS)
    first = drawn(model, tokenizer, prompt)
    told = first.told()
    assert told.text in first.texts and told.text in REPORTS
    assert not told.cut_off and not told.repeated and 0 < first.tokens <= 60
    assert drawn(model, tokenizer, prompt).told() == told


def test_the_first_sentence_is_settled_before_the_drafts_are_finished(
    model: MeitModel, tokenizer: PromptTokenizer, prompt: Tensor
) -> None:
    learnt(model, tokenizer, (REPORTS[2],))
    under_way = drawing(model, tokenizer, prompt)
    while not under_way.drafts[0].opening:
        under_way.step()
    assert under_way.drafts[0].opening == "sinus bradycardia."
    assert not under_way.is_over


def told_of(tokenizer: PromptTokenizer, texts: list[str], wanted: str) -> Drafts:
    """Let drafts come to be token by token, of which a reader would like the one that begins as wanted."""
    drafts = Drafts(
        tokenizer, len(texts), max_new_tokens=60, prefer=lambda text: 9.0 if text.startswith(wanted) else 0.0
    )
    rows = [[*tokenizer.report_ids(text)[0], tokenizer.end_id] for text in texts]
    for place in range(max(map(len, rows))):
        drafts.take([row[min(place, len(row) - 1)] for row in rows])
        drafts.settle()
    return drafts


def test_a_sentence_that_nearly_all_drafts_begin_with_stays_told(tokenizer: PromptTokenizer) -> None:
    most, few = "sinus rhythm. normal ecg.", "atrial fibrillation. normal ecg."
    drafts = told_of(tokenizer, [most] * 8 + [few] * 2, "atrial")
    assert drafts.opening == "sinus rhythm."
    assert drafts.told().text == most
    assert drafts.texts.count(few) == 2


def test_no_sentence_is_told_early_that_many_drafts_do_not_begin_with(tokenizer: PromptTokenizer) -> None:
    most, few = "sinus rhythm. normal ecg.", "atrial fibrillation. normal ecg."
    drafts = told_of(tokenizer, [most] * 7 + [few] * 3, "atrial")
    assert not drafts.opening
    assert drafts.told().text == few


def test_a_preference_decides_between_drafts(model: MeitModel, tokenizer: PromptTokenizer, prompt: Tensor) -> None:
    same_opening = ("sinus rhythm. normal ecg.", "sinus rhythm. left bundle branch block.")
    learnt(model, tokenizer, same_opening)
    for wanted in same_opening:
        asked = drawn(model, tokenizer, prompt, prefer=[lambda text, wanted=wanted: float(text == wanted)])
        assert asked.told().text == wanted


def test_a_draft_that_never_ends_is_cut_off(model: MeitModel, tokenizer: PromptTokenizer, prompt: Tensor) -> None:
    learnt(model, tokenizer, REPORTS)
    short = drawn(model, tokenizer, prompt, max_new_tokens=2)
    assert short.told().text and short.told().cut_off and short.tokens == 2


def test_recordings_draw_the_same_in_company(model: MeitModel, tokenizer: PromptTokenizer, prompt: Tensor) -> None:
    """Some are over before the others and make room for them."""
    learnt(model, tokenizer, REPORTS)
    chance = torch.Generator().manual_seed(8)
    with torch.no_grad():
        tokens = torch.randn(5, 7, 32, generator=chance) * 4  # unlike what it learnt: drafts of any length
    how = DrawingConfig(rows=4, temperature=1.5, seed=4)
    together = Drawing(model, tokenizer, tokens, prompt, how=how, max_new_tokens=60)
    while not together.is_over:
        together.step()
    assert len({drafts.tokens for drafts in together.drafts}) > 1
    for place, drafts in enumerate(together.drafts):
        alone = Drawing(model, tokenizer, tokens[place : place + 1], prompt, how=how, max_new_tokens=60)
        while not alone.is_over:
            alone.step()
        assert alone.drafts[0].texts == drafts.texts
        assert (alone.drafts[0].told(), alone.drafts[0].tokens) == (drafts.told(), drafts.tokens)


def test_the_tail_is_never_drawn() -> None:
    probabilities = torch.tensor([[0.05, 0.6, 0.3, 0.05], [0.97, 0.01, 0.01, 0.01]])
    assert nucleus(probabilities, 0.9).tolist() == [
        [0.0, pytest.approx(0.6), pytest.approx(0.3), 0.0],
        [pytest.approx(0.97), 0.0, 0.0, 0.0],
    ]
    assert torch.equal(nucleus(probabilities, 1.1), probabilities)
