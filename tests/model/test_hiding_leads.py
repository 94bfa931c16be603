"""Which leads a sentence hangs on: hidden one by one and shown alone, with numbers that can be worked out by hand."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from meit_core.model.decoding import hiding_leads
from meit_core.model.decoding.hiding_leads import lead_effects
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer

SENTENCES = ("sinus rhythm.", "normal ecg.")


def ids_of(tokenizer: PromptTokenizer) -> Tensor:
    return torch.tensor([tokenizer.prompt_ids("Please write the report of this ECG.")])


def likelihood(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor, text: str, sentence: str) -> float:
    """Of one sentence in a text, token by token and one recording at a time: the slow way."""
    before = tokenizer.prompt_ids("Please write the report of this ECG.")
    report, places = tokenizer.report_ids(text)
    start = text.index(sentence)
    with torch.no_grad():
        tokens, _ = model.ecg_tokens(signal)
        given = torch.tensor([before + report])
        logits = model.write(tokens, given, torch.ones_like(given))[0].log_softmax(-1)
    own = [at for at, (first, last) in enumerate(places) if first < start + len(sentence) and last > start]
    return sum(float(logits[len(before) + at - 1, report[at]]) for at in own)


def test_a_lead_counts_by_what_is_lost_without_it_and_gained_with_it_alone(
    model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor
) -> None:
    recording = signal[:1]
    of_text, _ = lead_effects(model, tokenizer, recording, prompt_ids=ids_of(tokenizer), sentences=SENTENCES)
    text = " ".join(SENTENCES)
    for sentence, effects in zip(SENTENCES, of_text, strict=True):
        assert len(effects) == 12
        for lead in (0, 7):
            without, alone = recording.clone(), torch.zeros_like(recording)
            without[:, lead] = 0.0
            alone[:, lead] = recording[:, lead]
            whole, hidden, only, nothing = (
                likelihood(model, tokenizer, given, text, sentence)
                for given in (recording, without, alone, torch.zeros_like(recording))
            )
            assert effects[lead] == pytest.approx((whole - hidden + only - nothing) / 2, abs=1e-4)


def test_findings_are_asked_in_the_same_pass(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor) -> None:
    of_text, of_findings = lead_effects(
        model, tokenizer, signal[:1], prompt_ids=ids_of(tokenizer), sentences=(), outputs=(1, 0)
    )
    assert of_text == ()
    with torch.no_grad():
        whole, nothing = (model.ecg_tokens(given)[1].finding_logits[0] for given in (signal[:1], 0 * signal[:1]))
        alone = torch.zeros_like(signal[:1])
        alone[:, 3] = signal[:1, 3]
        without = signal[:1] - alone
        only, hidden = (model.ecg_tokens(given)[1].finding_logits[0] for given in (alone, without))
    for effects, output in zip(of_findings, (1, 0), strict=True):
        expected = float(whole[output] - hidden[output] + only[output] - nothing[output]) / 2
        assert effects[3] == pytest.approx(expected, abs=1e-4)


def test_a_flat_lead_does_nothing(model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor) -> None:
    recording = signal[:1].clone()
    recording[:, 5] = 0.0
    of_text, _ = lead_effects(model, tokenizer, recording, prompt_ids=ids_of(tokenizer), sentences=SENTENCES)
    assert [effects[5] for effects in of_text] == pytest.approx([0.0, 0.0], abs=1e-5)


def test_nobody_waits_for_a_model_that_is_slow(
    model: MeitModel, tokenizer: PromptTokenizer, signal: Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hiding_leads, "LONGEST_S", 0.0)
    assert lead_effects(model, tokenizer, signal[:1], prompt_ids=ids_of(tokenizer), sentences=SENTENCES) == ((), ())
