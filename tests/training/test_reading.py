"""Readers that guess a report's words, each of recordings whose patients it hasn't seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from meit_core.errors import UserError
from meit_core.model.decoding.phrases import Phrase
from meit_core.model.encoders.measuring import MeasuringConfig, MeasuringEncoder
from meit_core.signal.beat_page import BEAT_COLUMNS, LEAD_COLUMNS, PAGE_COLUMNS
from meit_core.training.loop import LoopConfig
from meit_core.training.reading import (
    ReadingConfig,
    ReadingData,
    common_phrases,
    parts_by_patient,
    teach_readers,
    with_readers,
)

REPORTS = ["sinus rhythm. normal ecg.", "atrial fibrillation."] * 24


def encoder() -> MeasuringEncoder:
    torch.manual_seed(1)
    config = MeasuringConfig(
        widths=(8, 16), blocks_per_stage=1, attention_layers=1, attention_heads=2, n_tokens=5, n_findings=3,
        components=20, experts=2, expert_width=32, expert_dropout=0.0,
    )  # fmt: skip
    return MeasuringEncoder(config)


def test_common_phrases_are_those_of_enough_reports() -> None:
    phrases = common_phrases(["normal ecg.", "normal ecg. sinus rhythm.", "pacing."], 2)
    assert Phrase(("normal", "ecg", ".")) in phrases
    assert Phrase((".",)) in phrases
    assert Phrase((".",), 2) not in phrases
    assert not any("pacing" in phrase.words for phrase in phrases)


def test_no_phrase_in_enough_reports_is_said() -> None:
    with pytest.raises(UserError, match="No phrase is in 3 reports"):
        common_phrases(["normal ecg.", "pacing."], 3)


def test_a_patient_is_in_one_part_and_the_parts_are_of_one_size() -> None:
    patients = [str(index // 3) for index in range(90)]
    parts = parts_by_patient(patients, 3, seed=4)
    assert all(len(set(parts[start : start + 3])) == 1 for start in range(0, 90, 3))
    assert np.bincount(parts).tolist() == [30, 30, 30]


def test_what_was_learnt_by_heart_is_not_guessed_of_unseen_patients(tmp_path: Path) -> None:
    """Pages and reports have nothing to do with each other: only memory could connect them."""
    pages = np.random.default_rng(2).normal(size=(48, 12, PAGE_COLUMNS)).astype(np.float32)
    pages[..., BEAT_COLUMNS + LEAD_COLUMNS - 1 :] = 1.0  # every lead is usable, every value known
    signals = np.concatenate([np.zeros((48, 12, 1000), np.float32), pages], axis=2)
    phrases = common_phrases(REPORTS, 5)
    network = encoder()
    network.acquaint(torch.from_numpy(signals))
    network = with_readers(network, 2, len(phrases))
    guessed = teach_readers(
        network,
        ReadingConfig(loop=LoopConfig(epochs=60), readers=2, batch=12, learning_rate=5e-3, mixup=0.0),
        data=ReadingData(signals, REPORTS, np.ones(48, np.float32)),
        phrases=phrases,
        parts=np.arange(48) // 2 % 2,
        folder=tmp_path,
    )
    place = phrases.index(Phrase(("atrial", "fibrillation")))
    held = torch.tensor([False, True] * 24)
    with torch.no_grad():
        seen = network.eval().read(torch.from_numpy(pages))
    own = torch.arange(48) // 2 % 2
    of_seen = seen[1 - own, torch.arange(48)][:, place] > 0
    assert (of_seen == held).float().mean() > 0.95
    assert 0.2 < ((guessed[:, place] > 0) == held).float().mean() < 0.8


def test_readers_need_an_encoder_with_measurements(tmp_path: Path) -> None:
    signals = np.zeros((48, 12, 1000 + PAGE_COLUMNS), np.float32)
    with pytest.raises(UserError, match="without readers"):
        teach_readers(
            encoder(),
            ReadingConfig(),
            data=ReadingData(signals, REPORTS, np.ones(48, np.float32)),
            phrases=(),
            parts=np.zeros(48, np.int64),
            folder=tmp_path,
        )
