"""The stage that learns report English from findings, before any recording is seen."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from meit_core.errors import UserError
from meit_core.model.assembly import DecoderConfig, assemble, new_decoder
from meit_core.model.encoders import ConvTransformerConfig, build_encoder
from meit_core.model.variants import FusionConfig
from meit_core.training.language import from_scratch
from meit_core.training.loop import LoopConfig
from meit_core.training.pretrain import PretrainConfig
from meit_core.training.recipe import DataConfig, Recipe
from meit_core.training.run import run
from meit_core.training.tune import TuneConfig, learn_to_write
from tests.training.ptbxl_folder import make_ptbxl

REPORTS = ["sinus rhythm. normal ecg.", "atrial fibrillation."] * 8
ENCODER = ConvTransformerConfig(
    widths=(8, 16), blocks_per_stage=1, attention_layers=1, attention_heads=2, n_tokens=4, n_findings=2
)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_decoder_in_16_bit_learns_to_write_too(tmp_path: Path, dtype: torch.dtype) -> None:
    sizes = DecoderConfig(hidden=48, layers=1, heads=4, feed_forward=64, attention_dropout=0.0)
    tokenizer = from_scratch(sizes, REPORTS, vocabulary=320, seed=1).tokenizer
    decoder = new_decoder(sizes, vocabulary=tokenizer.vocabulary, end_id=tokenizer.end_id, pad_id=tokenizer.pad_id).to(
        dtype
    )
    model = assemble(build_encoder(ENCODER), FusionConfig(n_summary=2, dropout=0.0), decoder)
    how = TuneConfig(LoopConfig(12, average_decay=0.0, log_every=1), batch=8, language_rate=1e-2)
    findings = np.eye(2, dtype=np.float32)[np.arange(16) % 2]
    best = learn_to_write(
        model, tokenizer, how, instructions=["Report."], findings=findings, reports=REPORTS, folder=tmp_path
    )
    assert best["epoch"] == 12
    losses = [json.loads(line)["loss"] for line in (tmp_path / "write.jsonl").read_text().splitlines()]
    assert losses[-1] < 0.6 * losses[0]
    assert model.decoder.lm_head.weight.dtype is dtype


def test_writing_from_findings_needs_an_encoder_that_has_some(tmp_path: Path) -> None:
    recipe = Recipe(
        "x",
        "1",
        DataConfig(str(make_ptbxl(tmp_path / "ptbxl", per_fold=2)), training_folds=(1, 2)),
        device="cpu",
        encoder=ENCODER,
        pretrain=PretrainConfig("none"),
        writing=TuneConfig(),
    )
    with pytest.raises(UserError, match=r"no findings head\. Leave the table writing out, or pre-train the encoder"):
        run(recipe, folder=tmp_path / "run", score=lambda *_: {"selection": 0.0})
