"""How much of its attention each text token gives to each ECG token, kept while somebody asks for it.

Shapes: r rows, n heads, k key/value heads, q queries, s keys, p ECG tokens, d head size.
"""

from __future__ import annotations

from torch import Tensor


class Gaze:
    """Attention weights on the ECG, layer by layer.

    Attributes
    ----------
    layers
        (r, q, p) for each layer that has attended so far: the mean over its heads.
    """

    def __init__(self) -> None:
        self.layers: list[Tensor] = []

    def take(self, weights: Tensor, n_ecg: int) -> None:
        """Keep what falls on the ECG of (r, n, q, s) attention weights."""
        self.layers.append(weights[..., :n_ecg].float().mean(dim=1))

    def compute(self, query: Tensor, key: Tensor, mask: Tensor, n_ecg: int, scaling: float | None) -> None:
        """Work the weights out from (r, n, q, d) queries and (r, k, s, d) keys, for a kernel that keeps none.

        Parameters
        ----------
        mask
            Of bool, or added to the scores; one that goes with (r, n, q, s).
        scaling
            The layer's own; one over the root of the head size where it names none.
        """
        key = key.repeat_interleave(query.shape[1] // key.shape[1], dim=1)
        scale = query.shape[-1] ** -0.5 if scaling is None else scaling
        scores = (query @ key.transpose(-1, -2)).float() * scale
        if mask.dtype is not scores.dtype and not mask.is_floating_point():
            scores = scores.masked_fill(~mask[..., : key.shape[2]], float("-inf"))
        else:
            scores = scores + mask[..., : key.shape[2]]
        self.take(scores.softmax(dim=-1), n_ecg)

    def mean(self) -> Tensor:
        """Return (r, q, p): the mean over the layers."""
        total = self.layers[0]
        for weights in self.layers[1:]:
            total = total + weights
        return total / len(self.layers)
