"""How often each house says what readers guess that anyone would say.

Shapes: n recordings, u phrases and statements, h parts of house styles' names, k parts of one name.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor

_PULL: Final = 0.75
"""Of a bias towards none, against the information of the reports: three reports that could go either way."""
_ROUNDS: Final = 8
_LONGEST_STEP: Final = 1.0


@torch.no_grad()
def house_wording(guessed: Tensor, held: Tensor, weights: Tensor, parts: Tensor, n_parts: int) -> Tensor:
    """Return (h + 1, u) biases of the guesses, those of an unknown part zero; a house's parts add up.

    The likeliest bias of each under a normal prior (logistic regression with an offset, part by part by
    Newton's method).

    Parameters
    ----------
    guessed
        (n, u) logits of readers that haven't seen the recording's patient.
    held
        (n, u) of bool: whether the report holds the phrase, or makes the statement.
    weights
        (n,) what a report counts.
    parts
        (n, k) from 1; 0 where a part isn't known.
    """
    wording = torch.zeros(n_parts + 1, guessed.shape[1])
    said, counts = held.float(), weights[:, None]
    for _ in range(_ROUNDS):
        for part in range(1, n_parts + 1):
            own = (parts == part).any(dim=1)
            likely = torch.sigmoid(guessed[own] + wording[parts[own]].sum(1))
            slope = (counts[own] * (said[own] - likely)).sum(0) - _PULL * wording[part]
            bend = (counts[own] * likely * (1 - likely)).sum(0) + _PULL
            wording[part] += (slope / bend).clamp(-_LONGEST_STEP, _LONGEST_STEP)
    return wording
