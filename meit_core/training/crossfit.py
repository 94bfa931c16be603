"""What the heads say of training recordings that their encoder has not seen (cross-fitting, stacked generalisation).

An encoder knows its own training recordings by heart: a language model trained on that learns that the heads are nearly
always right, and then repeats their mistakes word for word. So the training recordings are split into parts by fold,
which keeps patients apart, and each part is read by an encoder trained on the others (Wolpert, Neural Networks 5:241,
1992). These encoders are not kept: the language model learns from what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from meit_core.jobs import JobContext
from meit_core.model.encoder import EncoderConfig
from meit_core.model.projector import known_by_heads
from meit_core.training.loop import LoopConfig
from meit_core.training.pretrain import EncoderData, PretrainConfig, encode_all, pretrain_encoder


@dataclass(frozen=True, slots=True)
class CrossfitConfig:
    """Attributes: ``parts`` that the training folds are dealt into, and the ``loop`` of each part's encoder."""

    parts: int = 3
    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=13, evaluate_from=13))


def heads_out_of_fold(
    config: EncoderConfig,
    how: CrossfitConfig,
    pretrain: PretrainConfig,
    *,
    data: EncoderData,
    folds: Sequence[int],
    folder: Path,
    job: JobContext | None = None,
) -> Tensor:
    """Return (n, f + k) of :func:`~meit_core.model.projector.known_by_heads`, each row from an encoder that has not
    seen its fold.

    Parameters
    ----------
    folds
        (n,), the fold of each recording.
    folder
        Each part's encoder is checkpointed there; a resumed run goes on with the part it was at.
    """
    part_of = {fold: index % how.parts for index, fold in enumerate(sorted(set(folds)))}
    part = np.asarray([part_of[fold] for fold in folds])
    known = torch.zeros(len(part), config.n_findings + config.n_context)
    for index in range(max(part_of.values()) + 1):
        unseen = np.flatnonzero(part == index)
        encoder = pretrain_encoder(
            config,
            replace(pretrain, loop=how.loop, seed=pretrain.seed + 1 + index),
            training=data.of_rows(np.flatnonzero(part != index)),
            validation=data.of_rows(unseen),
            folder=folder,
            name=f"crossfit-{index + 1}",
            job=job,
        )
        known[torch.from_numpy(unseen)] = known_by_heads(encode_all(encoder, data.signals[unseen]))
    return known
