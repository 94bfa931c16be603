"""Which backbone fits on which graphics card, for drafting and for training; writes ``resources/packs/MEMORY.md``.

``python -m meit_core.model.sizing.fit > resources/packs/MEMORY.md`` after a change of the formulas.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from meit_core.model.language.precision import Precision
from meit_core.model.sizing.decoder_size import PUBLISHED, DecoderSize
from meit_core.model.sizing.memory import GIB, Drafting, Training, drafting_bytes, training_bytes

CARDS_GIB: Final = (8, 12, 16, 24, 80)
"""Usual graphics cards."""
DRAFTING: Final = (Precision.BF16, Precision.INT8, Precision.NF4)
TRAINING: Final = (Precision.BF16, Precision.NF4)
"""Best first; training with NF4 is QLoRA."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One backbone on several cards.

    Attributes
    ----------
    drafting_bytes, training_bytes
        Needed at each precision.
    drafting, training
        The best precision that fits, by the card's GiB; ``None`` where none does.
    """

    backbone: str
    parameters: int
    drafting_bytes: Mapping[str, int]
    training_bytes: Mapping[str, int]
    drafting: Mapping[str, Precision | None]
    training: Mapping[str, Precision | None]


def fit_table(cards_gib: Iterable[float] = CARDS_GIB) -> tuple[Fit, ...]:
    """Return every published backbone, the smallest first, on these cards.

    One draft is :class:`~meit_core.model.sizing.memory.Drafting`, one step of training
    :class:`~meit_core.model.sizing.memory.Training` by their defaults.
    """
    cards = tuple(cards_gib)
    return tuple(_fit(name, size, cards) for name, size in PUBLISHED.items())


def memory_markdown() -> str:
    """Return the text of ``resources/packs/MEMORY.md``."""
    draft, train = Drafting(), Training()
    rows = fit_table()
    heads = [
        "language model",
        "parameters",
        *(f"{card} GB" for card in CARDS_GIB),
        *(f"{each.label}" for each in DRAFTING),
    ]
    training_heads = [*heads[:-3], *(each.label for each in TRAINING)]
    return "\n".join(
        [
            "# Which language model fits on which graphics card",
            "",
            "Computed from the models' published sizes, not measured. `meit packs fit` adds this machine's card.",
            "1 GB is 2^30 bytes. One gigabyte of each card is left to the driver and the libraries.",
            "",
            "## Drafting",
            "",
            f"{draft.rows} drafts side by side of {draft.ecg_tokens} ECG, {draft.prompt_tokens} prompt and "
            f"{draft.report_tokens} report tokens.",
            "The best precision that fits, then the gigabytes needed at each.",
            "",
            *_markdown(heads, (_cells(row, row.drafting, row.drafting_bytes) for row in rows)),
            "",
            "## Training adapters (QLoRA where it says NF4)",
            "",
            f"{train.batch} recordings of {train.tokens} tokens at a time, rank {train.rank} on all linear layers,",
            "with encoder, activation checkpointing and AdamW.",
            "",
            *_markdown(training_heads, (_cells(row, row.training, row.training_bytes) for row in rows)),
            "",
            "Mixtral's experts are no linear layers in transformers 5: bitsandbytes leaves them at 16 bits.",
            "",
        ]
    )


def _fit(name: str, size: DecoderSize, cards: tuple[float, ...]) -> Fit:
    def needs(of: Callable[[DecoderSize, Precision], int], among: tuple[Precision, ...]) -> dict[str, int]:
        return {each.value: of(size, each) for each in among}

    def best(needed: Mapping[str, int]) -> dict[str, Precision | None]:
        return {
            f"{card:g}": next((Precision(key) for key, value in needed.items() if value <= card * GIB), None)
            for card in cards
        }

    drafting, training = needs(drafting_bytes, DRAFTING), needs(training_bytes, TRAINING)
    return Fit(name, size.parameters, drafting, training, best(drafting), best(training))


def _cells(row: Fit, best: Mapping[str, Precision | None], needed: Mapping[str, int]) -> list[str]:
    shown = ["-" if each is None else each.label for each in best.values()]
    return [row.backbone, billions(row.parameters), *shown, *(f"{value / GIB:.1f}" for value in needed.values())]


def billions(parameters: int) -> str:
    """Return a number of parameters as people write it, for example ``6.7B``."""
    return f"{parameters / 1e9:.1f}B" if parameters >= 1e9 else f"{parameters / 1e6:.0f}M"


def _markdown(heads: list[str], rows: Iterable[list[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)]


if __name__ == "__main__":
    sys.stdout.write(memory_markdown())
