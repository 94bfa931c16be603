"""New reports mixed with old ones: a model that sees only the new forgets the rest (McCloskey & Cohen 1989)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

from meit_core.model.prompt import PromptTokenizer
from meit_core.training.texts import ReportBatches, TextBatch

_BUCKET: Final = 8
"""Batches that are sorted by length together."""


class MixedBatches:
    """Every epoch all new reports and a fresh share of the old ones, shuffled together; the same for the same seed.

    Rows of a batch count through the new reports first, then the old ones. The new ones are always asked for by one
    instruction, the old ones by any of theirs: the instruction then tells which way of writing is wanted.

    Parameters
    ----------
    old_per_new
        Old reports for each new one in an epoch; fewer where there are not so many.
    """

    def __init__(
        self,
        tokenizer: PromptTokenizer,
        *,
        new: Sequence[str],
        new_instruction: str,
        old: Sequence[str],
        old_instructions: Sequence[str],
        old_per_new: float,
        batch: int,
        seed: int,
    ) -> None:
        reports = [*new, *old]
        self._reports = ReportBatches(tokenizer, old_instructions, reports, batch=batch, seed=seed)
        self._lengths = [len(tokenizer.training_ids("", report)[0]) for report in reports]
        self._new, self._new_instruction = len(new), new_instruction
        self._old_instructions = old_instructions
        self._old_per_epoch = min(len(old), round(old_per_new * len(new)))
        self._batch = batch
        self._seed = seed

    def epoch(self, number: int) -> list[TextBatch]:
        """Return the batches of an epoch; the last one may be smaller."""
        dice = random.Random(f"{self._seed}-{number}")
        rows = [*range(self._new), *self._old_rows(number)]
        dice.shuffle(rows)
        batches = []
        for start in range(0, len(rows), self._batch * _BUCKET):
            bucket = sorted(rows[start : start + self._batch * _BUCKET], key=self._lengths.__getitem__)
            batches += [bucket[place : place + self._batch] for place in range(0, len(bucket), self._batch)]
        dice.shuffle(batches)
        return [self._reports.collated([(row, self._instruction(row, dice)) for row in batch]) for batch in batches]

    def _instruction(self, row: int, dice: random.Random) -> str:
        return self._new_instruction if row < self._new else dice.choice(self._old_instructions)

    def _old_rows(self, number: int) -> list[int]:
        """Go through the old reports in a shuffled circle, so that all are met before one is met again."""
        n_old = len(self._lengths) - self._new
        circle = list(range(self._new, len(self._lengths)))
        random.Random(f"{self._seed}-old").shuffle(circle)
        start = number * self._old_per_epoch
        return [circle[(start + step) % n_old] for step in range(self._old_per_epoch)]
