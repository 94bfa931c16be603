"""Reports as token batches: an instruction sampled for each, the loss on the report only."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from meit_core.model.prompt import IGNORED, SPECIAL_TOKENS, PromptTokenizer

_BUCKET = 16
"""Batches that are sorted by length together: little padding, and still a new mixture every epoch."""


@dataclass(frozen=True, slots=True)
class TextBatch:
    """Reports of one step.

    Attributes
    ----------
    rows
        (b,) index of each report in the training set.
    input_ids, attention_mask, labels
        (b, t), padded on the right.
    """

    rows: Tensor
    input_ids: Tensor
    attention_mask: Tensor
    labels: Tensor

    def to(self, device: torch.device) -> TextBatch:
        """Return the batch on a device; ``rows`` stay, they index what lies in main memory."""
        texts = (each.to(device) for each in (self.input_ids, self.attention_mask, self.labels))
        return TextBatch(self.rows, *texts)


class ReportBatches:
    """Cuts a training set into batches, anew for every epoch and the same for the same seed."""

    def __init__(
        self, tokenizer: PromptTokenizer, instructions: Sequence[str], reports: Sequence[str], *, batch: int, seed: int
    ) -> None:
        self._tokenizer = tokenizer
        self._instructions = instructions
        self._reports = reports
        self._lengths = [len(tokenizer.training_ids("", report)[0]) for report in reports]
        self._batch = batch
        self._seed = seed

    def epoch(self, number: int) -> list[TextBatch]:
        """Return the batches of an epoch; an incomplete last one is left out."""
        dice = random.Random(f"{self._seed}-{number}")
        order = list(range(len(self._reports)))
        dice.shuffle(order)
        span = self._batch * _BUCKET
        batches = []
        for start in range(0, len(order), span):
            bucket = sorted(order[start : start + span], key=self._lengths.__getitem__)
            batches += [bucket[i : i + self._batch] for i in range(0, len(bucket) - self._batch + 1, self._batch)]
        dice.shuffle(batches)
        return [self._collated(rows, dice) for rows in batches]

    def _collated(self, rows: Sequence[int], dice: random.Random) -> TextBatch:
        pairs = [self._tokenizer.training_ids(dice.choice(self._instructions), self._reports[row]) for row in rows]
        longest = max(len(ids) for ids, _ in pairs)
        ids = torch.full((len(rows), longest), self._tokenizer.pad_id)
        labels = torch.full_like(ids, IGNORED)
        for index, (tokens, wanted) in enumerate(pairs):
            ids[index, : len(tokens)] = torch.tensor(tokens)
            labels[index, : len(wanted)] = torch.tensor(wanted)
        lengths = torch.tensor([len(tokens) for tokens, _ in pairs])
        mask = (torch.arange(longest)[None] < lengths[:, None]).long()
        return TextBatch(torch.tensor(rows), ids, mask, labels)


def train_tokenizer(texts: Sequence[str], *, vocabulary: int) -> PromptTokenizer:
    """Fit a byte-level BPE on report English; lower-cases, and can write any input."""
    from tokenizers import Tokenizer, decoders, normalizers, pre_tokenizers
    from tokenizers.models import BPE
    from tokenizers.trainers import BpeTrainer

    tokenizer = Tokenizer(BPE())
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=list(SPECIAL_TOKENS),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return PromptTokenizer(tokenizer)
