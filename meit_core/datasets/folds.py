"""Ten folds for every data set: 1 to 8 train, 9 chooses, 10 tests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

FOLDS: Final = 10
TRAIN, VALIDATION, TEST = "train", "validation", "test"
SPLITS: Final[Mapping[str, tuple[int, ...]]] = {TRAIN: tuple(range(1, 9)), VALIDATION: (9,), TEST: (10,)}
"""As PTB-XL's authors recommend for its ``strat_fold`` (Wagner et al. 2020, Sci Data 7:154)."""


def fold_of(patient_id: str, seed: int = 0) -> int:
    """Return a patient's fold, 1 to 10, by a hash of id and seed.

    It depends on nothing else: a patient is never in two folds, and nobody changes folds when recordings are added.
    """
    digest = hashlib.blake2b(f"{seed}:{patient_id}".encode(), digest_size=8).digest()
    return 1 + int.from_bytes(digest, "big") % FOLDS


def split_of(fold: int) -> str:
    """Return ``train``, ``validation`` or ``test``.

    Raises
    ------
    ValueError
        If it isn't one of the ten folds.
    """
    for split, folds in SPLITS.items():
        if fold in folds:
            return split
    raise ValueError(f"{fold} is no fold from 1 to {FOLDS}")
