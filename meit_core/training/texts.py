"""Reports as token batches: an instruction sampled for each, the loss on the report only."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

import torch
from torch import Tensor

from meit_core.model.prompt import IGNORED, SPECIAL_TOKENS, PromptTokenizer
from meit_core.training.processes import Share

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
    weight
        Of the mean over this batch's labels, where it is one process's share of a batch: labels here over the mean
        number in a share. Reports differ in length, so that the mean of means would be another one.
    """

    rows: Tensor
    input_ids: Tensor
    attention_mask: Tensor
    labels: Tensor
    weight: float = 1.0

    def __len__(self) -> int:
        return len(self.rows)

    def share(self, share: Share) -> TextBatch:
        """Return what is one process's of the batch."""
        if share.count == 1:
            return self
        ids, mask, labels = map(share.of, (self.input_ids, self.attention_mask, self.labels))
        weight = _labelled(labels) * share.count / _labelled(self.labels)
        return TextBatch(share.of(self.rows), ids, mask, labels, weight)

    def to(self, device: torch.device) -> TextBatch:
        """Return the batch on a device; ``rows`` stay, they index what lies in main memory."""
        ids, mask, labels = (each.to(device) for each in (self.input_ids, self.attention_mask, self.labels))
        return TextBatch(self.rows, ids, mask, labels, self.weight)


def _labelled(labels: Tensor) -> int:
    return int((labels != IGNORED).sum())


class ReportBatches:
    """Cuts a training set into batches, anew for every epoch and the same for the same seed.

    Parameters
    ----------
    among
        Which reports an epoch tells; all of them if not given.
    """

    def __init__(
        self,
        tokenizer: PromptTokenizer,
        instructions: Sequence[str],
        reports: Sequence[str],
        *,
        batch: int,
        seed: int,
        among: Callable[[int], Sequence[int]] | None = None,
    ) -> None:
        self._tokenizer = tokenizer
        self._instructions = instructions
        self._reports = reports
        self._lengths = [len(tokenizer.training_ids("", report)[0]) for report in reports]
        self._batch = batch
        self._among = among
        self._seed = seed

    def epoch(self, number: int) -> Sequence[TextBatch]:
        """Return the batches of an epoch, each made when it is taken; an incomplete last one is left out."""
        dice = random.Random(f"{self._seed}-{number}")
        order = list(range(len(self._reports)) if self._among is None else self._among(number))
        dice.shuffle(order)
        span = self._batch * _BUCKET
        batches = []
        for start in range(0, len(order), span):
            bucket = sorted(order[start : start + span], key=self._lengths.__getitem__)
            batches += [bucket[i : i + self._batch] for i in range(0, len(bucket) - self._batch + 1, self._batch)]
        dice.shuffle(batches)
        return _Epoch(self, [[(row, dice.choice(self._instructions)) for row in rows] for rows in batches])

    def collated(self, told: Sequence[tuple[int, str]]) -> TextBatch:
        """Return the reports of some rows, each with its instruction, as one batch."""
        rows = [row for row, _ in told]
        pairs = [self._tokenizer.training_ids(instruction, self._reports[row]) for row, instruction in told]
        longest = max(len(ids) for ids, _ in pairs)
        ids = torch.full((len(rows), longest), self._tokenizer.pad_id)
        labels = torch.full_like(ids, IGNORED)
        for index, (tokens, wanted) in enumerate(pairs):
            ids[index, : len(tokens)] = torch.tensor(tokens)
            labels[index, : len(wanted)] = torch.tensor(wanted)
        lengths = torch.tensor([len(tokens) for tokens, _ in pairs])
        mask = (torch.arange(longest)[None] < lengths[:, None]).long()
        return TextBatch(torch.tensor(rows), ids, mask, labels)


class _Epoch(Sequence[TextBatch]):
    """Keeps which report comes when with which instruction; a large set's tokens of a whole epoch would fill memory."""

    def __init__(self, batches: ReportBatches, told: Sequence[Sequence[tuple[int, str]]]) -> None:
        self._batches = batches
        self._told = told

    def __len__(self) -> int:
        return len(self._told)

    @overload
    def __getitem__(self, place: int) -> TextBatch: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TextBatch]: ...
    def __getitem__(self, place: int | slice) -> TextBatch | Sequence[TextBatch]:
        if isinstance(place, slice):
            return _Epoch(self._batches, self._told[place])
        return self._batches.collated(self._told[place])


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
