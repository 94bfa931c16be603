"""What a self-attention layer knows of the ECG: its seat, and the ECG that stands before the text right now.

Shapes: b recordings, r rows of text, p ECG tokens, h hidden size, k key/value heads, d head size.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor, nn

from meit_core.model.fusion.gaze import Gaze

SEAT: Final = "meit_seat"
"""Attribute of an attention module that holds its :class:`Seat`."""

KeysAndValues = tuple[Tensor, Tensor]


class EcgContext:
    """ECG tokens before the text of one or several rows.

    Keys and values are computed by each layer the first time it needs them. Where no gradient is wanted they are kept:
    once per recording, however many tokens are written.

    Parameters
    ----------
    tokens
        (b, p, h).
    rows
        (r,) recording of each row of text; every recording once, in order, if not given.

    Attributes
    ----------
    in_cache
        Layers whose cache begins with the ECG, see :mod:`~meit_core.model.fusion.front_cache`.
    """

    def __init__(self, tokens: Tensor, rows: Tensor | None = None) -> None:
        self.tokens = tokens
        self.rows = rows
        self.in_cache: frozenset[int] = frozenset()
        self._per_recording: dict[int, KeysAndValues] = {}
        self._per_row: dict[int, KeysAndValues] = {}

    @property
    def n_rows(self) -> int:
        return len(self.tokens) if self.rows is None else len(self.rows)

    def repeated(self, times: int) -> EcgContext:
        """Return a context in which every row stands ``times`` times, one after the other."""
        rows = torch.arange(self.n_rows, device=self.tokens.device).repeat_interleave(times)
        return self.selected(rows)

    def selected(self, rows: Tensor) -> EcgContext:
        """Return a context of these rows, (r',); what was computed for the recordings is taken along."""
        chosen = EcgContext(self.tokens, rows if self.rows is None else self.rows[rows])
        chosen._per_recording = self._per_recording
        chosen.in_cache = self.in_cache
        return chosen

    def per_row(self, index: int, compute: Callable[[Tensor], KeysAndValues]) -> KeysAndValues:
        """Return layer ``index``'s keys and values for every row, (r, k, p, d) each."""
        if torch.is_grad_enabled():
            return self._by_row(compute(self.tokens))
        if index not in self._per_row:
            if index not in self._per_recording:
                self._per_recording[index] = compute(self.tokens)
            self._per_row[index] = self._by_row(self._per_recording[index])
        return self._per_row[index]

    def _by_row(self, of_recordings: KeysAndValues) -> KeysAndValues:
        keys, values = of_recordings
        return of_recordings if self.rows is None else (keys[self.rows], values[self.rows])


class Stage:
    """Which ECG stands before the text now; shared by all seats of a decoder.

    Attributes
    ----------
    context
        ``None`` while the decoder is a plain language model.
    gaze
        Takes down where the layers look; ``None`` while nobody asks.
    """

    def __init__(self) -> None:
        self.context: EcgContext | None = None
        self.gaze: Gaze | None = None

    def __deepcopy__(self, memo: dict[int, Any]) -> Stage:
        copied = Stage()  # a copied model has its own, empty stage: tensors under way can't be copied
        memo[id(self)] = copied
        return copied


@dataclass(slots=True)
class Seat:
    """One layer's place in the fusion.

    Attributes
    ----------
    index
        Number of the layer.
    keys_and_values
        Of the layer's family, see :class:`~meit_core.model.fusion.families.Family`.
    norm
        Applied to the ECG tokens before the projections; ``None`` for the paper's way.
    """

    index: int
    stage: Stage
    attention: nn.Module
    keys_and_values: Callable[[Any, Tensor], KeysAndValues]
    norm: nn.Module | None

    @property
    def n_cached(self) -> int:
        """Number of ECG tokens that the cache has already put before the text."""
        context = self.stage.context
        return context.tokens.shape[1] if context is not None and self.index in context.in_cache else 0

    def front(self) -> KeysAndValues | None:
        """Return keys and values that stand before the text's, (r, k, p, d) each; ``None`` without an ECG."""
        context = self.stage.context
        return None if context is None else context.per_row(self.index, self._compute)

    def _compute(self, tokens: Tensor) -> KeysAndValues:
        return self.keys_and_values(self.attention, tokens if self.norm is None else self.norm(tokens))


def seat_of(attention: nn.Module) -> Seat | None:
    """Return an attention module's seat, if it has one."""
    seat: Seat | None = getattr(attention, SEAT, None)
    return seat
