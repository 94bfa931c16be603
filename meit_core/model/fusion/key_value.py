"""MEIT's own way: ECG tokens become keys and values in front of the text's, in every self-attention layer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from torch import Tensor, nn

from meit_core.model.fusion.attention import EAGER, SDPA
from meit_core.model.fusion.families import family_of, unwrapped
from meit_core.model.fusion.gaze import Gaze
from meit_core.model.fusion.seat import SEAT, EcgContext, Seat, Stage


class KeyValueFusion(nn.Module):
    """Has no weights of its own: each layer's projections make the ECG's keys and values.

    As in MEIT's released code no position is put on them, the text's positions start at 0, every query sees them, and
    a sliding window moves over the text alone.

    Parameters
    ----------
    decoder
        A Hugging Face causal language model of a known family; PEFT may wrap it before or after.
    layer_norm
        Whether the layer's own input normalisation is applied to the ECG tokens first. The released code doesn't; with
        it training starts many times faster.
    """

    def __init__(self, decoder: Any, *, layer_norm: bool = True) -> None:
        super().__init__()
        model = unwrapped(decoder)
        family = family_of(model)
        self._stage = Stage()
        for index, layer in enumerate(family.layers(model)):
            attention = family.attention(layer)
            norm = family.norm(layer) if layer_norm else None
            setattr(attention, SEAT, Seat(index, self._stage, attention, family.keys_and_values, norm))
            if family.seat is not None:
                family.seat(attention)
        if family.seat is None:
            model.config._attn_implementation = _implementation(model)

    def in_sequence(self, tokens: Tensor) -> Tensor | None:  # noqa: ARG002 - other fusions return embeddings
        """Return embeddings that go before the text's: none."""
        return None

    def show(self, context: EcgContext | None) -> None:
        """Put an ECG before the text of the coming passes; ``None`` takes it away."""
        self._stage.context = context

    @contextmanager
    def watched(self) -> Iterator[Gaze]:
        """Take down meanwhile how much attention the text gives to the ECG, in every layer that can tell."""
        self._stage.gaze = Gaze()
        try:
            yield self._stage.gaze
        finally:
            self._stage.gaze = None


def _implementation(model: Any) -> str:
    eager = str(model.config._attn_implementation).endswith("eager") or not model._supports_sdpa
    return EAGER if eager else SDPA
