"""Signal-text contrastive pre-training: its loss, its score, and that recordings come to lie near their reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor
from torch.nn import functional

from meit_core.errors import Cancelled, UserError
from meit_core.jobs import JobContext
from meit_core.model.encoders import ConvTransformerConfig
from meit_core.training.contrastive import (
    ContrastiveConfig,
    ReportTexts,
    SignalText,
    contrastive_loss,
    retrieval_scores,
    tokenizer_for,
)
from meit_core.training.loop import LoopConfig
from meit_core.training.pretrain import EncoderData, PretrainConfig, pretrain_encoder
from meit_core.training.recipe import load_recipe
from meit_core.training.signals import Augmentation

RHYTHMS = ("sinus rhythm", "atrial fibrillation", "sinus bradycardia", "paced rhythm")
FINDINGS = ("normal ecg", "left bundle branch block", "inferior infarction", "st elevation")
WORDINGS = [f"{rhythm}. {finding}." for rhythm in RHYTHMS for finding in FINDINGS]
SMALL = ContrastiveConfig(width=32, vocabulary=320, text_width=32, text_heads=2, dropout=0.0)
ENCODER = ConvTransformerConfig(
    widths=(12, 24), blocks_per_stage=1, attention_layers=1, attention_heads=2, n_tokens=2, dropout=0.0, n_findings=8
)


QUIET = Augmentation(shift_s=2.0, noise_mv=0.0, wander_mv=0.0, lead_dropout=0.0, mask=0.0)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """These networks are so small that threads wait for each other longer than they compute."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def vectors(n: int, seed: int, width: int = 6) -> Tensor:
    return functional.normalize(torch.randn(n, width, generator=torch.Generator().manual_seed(seed)), dim=-1)


def recordings(n: int, seed: int) -> EncoderData:
    """Return n recordings whose beat tells the rhythm and whose strongest lead tells the finding."""
    dice = np.random.default_rng(seed)
    kinds = dice.permutation(np.arange(n) % len(WORDINGS))
    signals = dice.normal(0, 0.05, (n, 12, 160)).astype(np.float32)
    time = np.arange(160)
    for row, kind in enumerate(kinds):
        beat = np.sin(2 * np.pi * (time + dice.integers(160)) * (2 + 3 * (kind // 4)) / 160)
        signals[row, 3 * (kind % 4)] += beat.astype(np.float32)
    findings = np.concatenate([np.eye(4)[kinds // 4], np.eye(4)[kinds % 4]], axis=1).astype(np.float32)
    unknown = np.full((n, 2), np.nan, dtype=np.float32)
    return EncoderData(signals, findings, unknown, [WORDINGS[kind] for kind in kinds])


def train(folder: Path, *, objective: str = "contrastive", job: JobContext | None = None, epochs: int = 12) -> Any:
    folder.mkdir(exist_ok=True)
    how = PretrainConfig(
        objective,
        LoopConfig(epochs, average_decay=0.9),
        batch=32,
        learning_rate=1e-2,
        mixup=0.0,
        augmentation=QUIET,
        contrastive=SMALL,
    )
    data = {"training": recordings(128, 1), "validation": recordings(48, 2)}
    return pretrain_encoder(ENCODER, how, folder=folder, job=job, **data)


def log(folder: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (folder / "encoder.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_loss_is_the_two_way_cross_entropy_written_out() -> None:
    signals, texts, scale = vectors(3, 1), vectors(3, 2), torch.tensor(5.0)
    belonging = torch.tensor([[1.0, 0, 1], [0, 1, 0], [1, 0, 1]])  # the first and the third report are the same
    p = (scale * signals @ texts.T).softmax(1).log()
    q = (scale * signals @ texts.T).softmax(0).log()
    onward = -((p[0, 0] + p[0, 2]) / 2 + p[1, 1] + (p[2, 0] + p[2, 2]) / 2) / 3
    back = -((q[0, 0] + q[2, 0]) / 2 + q[1, 1] + (q[0, 2] + q[2, 2]) / 2) / 3
    torch.testing.assert_close(contrastive_loss(signals, texts, belonging, scale), (onward + back) / 2)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=2, max_size=8), st.integers(0, 99))
def test_the_loss_knows_no_order_and_no_less_than_what_repetition_leaves_open(which: list[int], seed: int) -> None:
    n, groups = len(which), torch.tensor(which)
    signals, texts, scale = vectors(n, seed), vectors(4, seed + 100)[groups], torch.tensor(9.0)
    belonging = (groups[:, None] == groups[None]).float()
    loss = contrastive_loss(signals, texts, belonging, scale)
    order = torch.randperm(n, generator=torch.Generator().manual_seed(seed))
    shuffled = contrastive_loss(signals[order], texts[order], belonging[order][:, order], scale)
    torch.testing.assert_close(shuffled, loss)
    assert loss >= belonging.sum(1).log().mean() - 1e-5  # the entropy of the targets


def test_repeated_reports_leave_nothing_to_push_apart() -> None:
    which = torch.tensor([0, 1, 0, 2])
    place = torch.eye(6)[which]
    belonging = (which[:, None] == which[None]).float()
    loss = contrastive_loss(place, place, belonging, torch.tensor(100.0))
    torch.testing.assert_close(loss, belonging.sum(1).log().mean())  # no lower loss exists


def test_ranks_are_scored_by_hand() -> None:
    similarity = torch.tensor([[0.9, 0.1, 0.2], [0.5, 0.4, 0.3], [0.1, 0.3, 0.2]])
    # ranks 1, 2 and 2
    assert retrieval_scores(similarity, torch.tensor([0, 1, 2]))["mrr"] == pytest.approx((1 + 1 / 2 + 1 / 2) / 3)
    many = torch.arange(20.0).flip(0).expand(2, -1)
    assert retrieval_scores(many, torch.tensor([9, 10]))["recall_at_10"] == 0.5


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 99))
def test_the_score_is_a_share_that_knows_no_order_of_reports(n: int, m: int, seed: int) -> None:
    dice = torch.Generator().manual_seed(seed)
    similarity, which = torch.randn(n, m, generator=dice), torch.randint(m, (n,), generator=dice)
    scores = retrieval_scores(similarity, which)
    assert 1 / m - 1e-6 <= scores["mrr"] <= 1
    order = torch.randperm(m, generator=dice)
    assert retrieval_scores(similarity[:, order], order.argsort()[which]) == pytest.approx(scores)


def test_a_space_in_which_all_is_alike_finds_nothing() -> None:
    scores = retrieval_scores(torch.ones(40, 39), torch.zeros(40, dtype=torch.long))
    assert scores == {"mrr": pytest.approx(1 / 20), "recall_at_10": 0.0}


@torch.no_grad()
def test_a_report_reads_the_same_beside_a_longer_one() -> None:
    torch.manual_seed(1)
    tokenizer = tokenizer_for(WORDINGS, SMALL)
    space = SignalText(8, SMALL, tokenizer).eval()
    alone, beside = (
        ReportTexts.of(reports, tokenizer, 64)
        for reports in ([WORDINGS[0]], [WORDINGS[0], f"{WORDINGS[5]} {WORDINGS[10]}"])
    )
    torch.testing.assert_close(space.texts(beside.ids)[:1], space.texts(alone.ids), atol=1e-5, rtol=1e-4)
    cut = ReportTexts.of(["", " ".join(WORDINGS)], tokenizer, 16)
    assert cut.ids.shape == (2, 16)
    assert torch.isfinite(space.texts(cut.ids)).all()


def test_each_wording_is_kept_once() -> None:
    texts = ReportTexts.of([WORDINGS[2], WORDINGS[0], WORDINGS[2]], tokenizer_for(WORDINGS, SMALL), 64)
    assert texts.which.tolist() == [0, 1, 0]
    assert len(texts.ids) == 2
    assert texts.same(torch.tensor([0, 1, 2])).tolist() == [[1, 0, 1], [0, 1, 0], [1, 0, 1]]


def test_recordings_come_to_lie_near_their_reports(tmp_path: Path) -> None:
    encoder = train(tmp_path / "run")
    scores = max(log(tmp_path / "run"), key=lambda line: line["selection"])
    chance = sum(1 / rank for rank in range(1, 17)) / 16  # of 16 reports in any order
    assert chance < 0.22
    assert scores["mrr"] > 0.8
    assert scores["selection"] == scores["mrr"]
    assert "macro_auroc" not in scores
    assert type(encoder).__name__ == "ConvTransformer"  # what only training needed is gone
    assert not encoder.training


def test_an_interrupted_run_goes_on_to_the_same_weights(tmp_path: Path) -> None:
    whole = train(tmp_path / "whole", epochs=4)
    job = JobContext(lambda _, message: job.cancel() if message.startswith("encoder: epoch 3") else None)
    with pytest.raises(Cancelled):
        train(tmp_path / "broken", job=job, epochs=4)
    resumed = train(tmp_path / "broken", epochs=4)
    for first, second in zip(whole.state_dict().values(), resumed.state_dict().values(), strict=True):
        assert torch.equal(first, second)


def test_labels_and_reports_teach_together(tmp_path: Path) -> None:
    train(tmp_path / "run", objective="labels+contrastive")
    scores = max(log(tmp_path / "run"), key=lambda line: line["selection"])
    assert scores["macro_auroc"] > 0.9
    assert scores["mrr"] > 0.6
    assert scores["selection"] == pytest.approx((scores["macro_auroc"] + scores["mrr"]) / 2)


def test_labels_alone_need_no_reports(tmp_path: Path) -> None:
    train(tmp_path / "run", objective="labels", epochs=1)
    assert {"selection", "macro_auroc"} == log(tmp_path / "run")[0].keys() - {"epoch", "step", "loss", "seconds"}


def test_a_recipe_names_the_objective(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    head = 'name = "x"\nversion = "1"\n[data]\nroot = "."\n[pretrain]\nobjective = '
    path.write_text(f'{head}"labels+contrastive"\n[pretrain.contrastive]\nwidth = 64', encoding="utf-8")
    how = load_recipe(path).pretrain
    assert how.uses_labels
    assert how.uses_reports
    assert how.contrastive.width == 64
    path.write_text(f'{head}"masking"', encoding="utf-8")
    with pytest.raises(UserError, match="can't be pre-trained on masking"):
        load_recipe(path)
