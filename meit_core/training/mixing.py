"""New reports mixed with old ones: a model that sees only the new forgets the rest (McCloskey & Cohen 1989)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import torch

from meit_core.model.prompt import PromptTokenizer
from meit_core.training.texts import ReportBatches, TextBatch


class MixedBatches:
    """Every epoch all new reports and a fresh share of the old ones, shuffled together; the same for the same seed.

    Rows of a batch count through the new reports first, then the old ones.

    Parameters
    ----------
    old_per_new
        Old reports for each new one in an epoch; fewer where there are not so many.
    """

    def __init__(
        self,
        tokenizer: PromptTokenizer,
        instructions: Sequence[str],
        *,
        new: Sequence[str],
        old: Sequence[str],
        old_per_new: float,
        batch: int,
        seed: int,
    ) -> None:
        self._tokenizer = tokenizer
        self._instructions = instructions
        self._reports = [*new, *old]
        self._new = len(new)
        self._old_per_epoch = min(len(old), round(old_per_new * len(new)))
        self._batch = min(batch, self._new + self._old_per_epoch)
        self._seed = seed

    def epoch(self, number: int) -> list[TextBatch]:
        """Return the batches of an epoch."""
        rows = [*range(self._new), *self._old_rows(number)]
        texts = [self._reports[row] for row in rows]
        batches = ReportBatches(self._tokenizer, self._instructions, texts, batch=self._batch, seed=self._seed)
        place = torch.tensor(rows)
        return [replace(batch, rows=place[batch.rows]) for batch in batches.epoch(number)]

    def _old_rows(self, number: int) -> list[int]:
        """Go through the old reports in a shuffled circle, so that all are met before one is met again."""
        n_old = len(self._reports) - self._new
        circle = list(range(self._new, len(self._reports)))
        random.Random(f"{self._seed}-old").shuffle(circle)
        start = number * self._old_per_epoch
        return [circle[(start + step) % n_old] for step in range(self._old_per_epoch)]
