"""A whole model pack, small enough to make and load in a moment, that has learnt one report by heart."""

from __future__ import annotations

from pathlib import Path

import torch

from meit_core.knowledge.casing import sentence_case
from meit_core.knowledge.parser import split_sentences
from meit_core.model.assembly import assemble, network_manifest, new_decoder, save_network
from meit_core.model.encoders import build_encoder
from meit_core.model.findings import FindingOutput, save_findings
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import Pack, seal_pack
from meit_core.model.prompt import PromptTokenizer
from meit_core.model.variants import FusionConfig
from meit_core.training.texts import train_tokenizer
from tests.model.conftest import DECODER, ENCODER, REPORTS

PROMPT = "Please write the report of this ECG."
REPORT = REPORTS[0]
DRAFT = " ".join(sentence_case(sentence) for sentence in split_sentences(REPORT))
"""The same as it is drafted: with capitals."""
STEPS = 100


def write_tiny_pack(folder: Path, *, max_new_tokens: int = 24) -> Pack:
    """Write a sealed pack that drafts :data:`REPORT` for every recording."""
    tokenizer = train_tokenizer([*REPORTS, PROMPT], vocabulary=400)
    torch.manual_seed(3)
    decoder = new_decoder(
        DECODER,
        vocabulary=tokenizer.tokenizer.get_vocab_size(),
        end_id=tokenizer.end_id,
        pad_id=tokenizer.pad_id,
    )
    fusion = FusionConfig(n_summary=2)
    (folder / "tokenizer").mkdir(parents=True)
    model = assemble(build_encoder(ENCODER), fusion, decoder).eval()
    _learn_by_heart(model, tokenizer)
    save_network(model, folder)
    tokenizer.tokenizer.save(str(folder / "tokenizer" / "tokenizer.json"))
    outputs = [FindingOutput(code, code.lower(), threshold=0.4) for code in ("SR", "AFIB", "NORM")]
    save_findings(outputs, folder / "findings.json")
    (folder / "MODEL_CARD.md").write_text("# tiny\n\nKnows one report, for tests.\n", encoding="utf-8")
    return seal_pack(
        folder,
        {
            "name": folder.name,
            "version": "0",
            **network_manifest(ENCODER, fusion),
            "prompt": {"default": PROMPT},
            "generation": {"max_new_tokens": max_new_tokens},
        },
    )


def _learn_by_heart(model: MeitModel, tokenizer: PromptTokenizer) -> None:
    """Overfit the decoder to the one report, whatever the recording."""
    ids, labels = (torch.tensor([values] * 4) for values in tokenizer.training_ids(PROMPT, REPORT))
    chance = torch.Generator().manual_seed(5)
    optimiser = torch.optim.Adam(model.decoder.parameters(), lr=1e-2)
    for _ in range(STEPS):
        signals = torch.randn(4, 12, 1000, generator=chance) * torch.tensor([0.0, 0.1, 0.3, 1.0])[:, None, None]
        loss = model(signals, ids, torch.ones_like(ids), labels).loss
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
