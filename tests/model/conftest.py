"""Tiny networks with random weights: every shape and path of the real ones in a few milliseconds."""

from __future__ import annotations

import pytest
import torch

from meit_core.model.assembly import DecoderConfig, assemble, new_decoder
from meit_core.model.encoders import ConvTransformerConfig, build_encoder
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer
from meit_core.model.variants import FusionConfig
from meit_core.training.texts import train_tokenizer

REPORTS = (
    "sinus rhythm. normal ecg.",
    "atrial fibrillation with rapid ventricular response. left bundle branch block.",
    "sinus bradycardia. first degree av block. inferior myocardial infarction, age undetermined.",
)
ENCODER = ConvTransformerConfig(
    widths=(8, 16), blocks_per_stage=1, attention_layers=1, attention_heads=2, n_tokens=5, n_findings=3
)
DECODER = DecoderConfig(hidden=32, layers=3, heads=4, feed_forward=48)


@pytest.fixture(autouse=True, scope="session")
def one_thread() -> None:
    """Tiny networks gain nothing from a second thread, and wait for it where the machine is busy."""
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tokenizer() -> PromptTokenizer:
    return train_tokenizer([*REPORTS, "Please write the report of this ECG."], vocabulary=400)


@pytest.fixture
def model(tokenizer: PromptTokenizer) -> MeitModel:
    torch.manual_seed(3)
    decoder = new_decoder(
        DECODER,
        vocabulary=tokenizer.tokenizer.get_vocab_size(),
        end_id=tokenizer.end_id,
        pad_id=tokenizer.pad_id,
    )
    return assemble(build_encoder(ENCODER), FusionConfig(n_summary=2), decoder).eval()


@pytest.fixture
def signal() -> torch.Tensor:
    return torch.randn(2, 12, 1000, generator=torch.Generator().manual_seed(5)) * 0.3
