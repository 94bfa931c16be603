"""A cache in which the ECG's keys and values stand before the text's, so that a new token costs what it costs anyway.

Shapes: r rows, k key/value heads, p ECG tokens, s text keys, d head size.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import torch
from torch import Tensor
from transformers import DynamicCache
from transformers.cache_utils import DynamicLayer, DynamicSlidingWindowLayer

from meit_core.model.fusion.families import family_of, unwrapped
from meit_core.model.fusion.seat import EcgContext, KeysAndValues, Seat, seat_of

_ROOM: Final = 32
"""Tokens that are written before the keys and values are copied to a longer place."""


def cache_behind(decoder: Any, context: EcgContext) -> DynamicCache:
    """Return an empty cache for a decoder; layers with a seat begin it with the ECG shown at their first pass.

    The attention learns from ``context`` which layers do so.
    """
    cache = DynamicCache(config=decoder.config)
    model = unwrapped(decoder)
    family = family_of(model)
    seats = [seat_of(family.attention(layer)) for layer in family.layers(model)]
    fronted = set()
    for index, seat in enumerate(seats[: len(cache.layers)]):
        layer = None if seat is None else _fronted(cache.layers[index], seat)
        if layer is not None:
            cache.layers[index] = layer
            fronted.add(index)
    context.in_cache = frozenset(fronted)
    return cache


def _fronted(layer: Any, seat: Seat) -> DynamicLayer | None:
    """Return the layer that takes another one's place; ``None`` for kinds that are not known here."""
    if type(layer) is DynamicLayer:
        return _Fronted(seat.front)
    if type(layer) is DynamicSlidingWindowLayer:
        return _FrontedWindow(seat.front, layer.sliding_window)
    return None


class _Fronted(DynamicLayer):
    """Keys and values are (r, k, p + s, d); the length that Hugging Face makes masks and positions for is s.

    They are views of longer tensors with room for text to come: Hugging Face's own layer copies everything for every
    token, which is a fifth of the time of a hundred short rows.
    """

    def __init__(self, front: Callable[[], KeysAndValues | None]) -> None:
        super().__init__()
        self._front = front
        self._n_front = 0
        self._with_room: KeysAndValues | None = None

    def lazy_initialization(self, key_states: Tensor, value_states: Tensor) -> None:
        super().lazy_initialization(key_states, value_states)
        self.keys, self.values, self._n_front = _begun(self._front, key_states, value_states)

    def update(self, key_states: Tensor, value_states: Tensor, *_: Any, **__: Any) -> KeysAndValues:
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
        before, now = self.keys.shape[-2], self.keys.shape[-2] + key_states.shape[-2]
        if self._with_room is None or now > self._with_room[0].shape[-2]:
            self._with_room = _roomy(self.keys, now + _ROOM), _roomy(self.values, now + _ROOM)
        keys, values = self._with_room
        keys[..., before:now, :] = key_states
        values[..., before:now, :] = value_states
        self.keys, self.values = keys[..., :now, :], values[..., :now, :]
        return self.keys, self.values

    def get_seq_length(self) -> int:
        return max(0, int(super().get_seq_length()) - self._n_front)

    def batch_repeat_interleave(self, repeats: int) -> None:
        super().batch_repeat_interleave(repeats)
        self._with_room = None

    def batch_select_indices(self, indices: Tensor) -> None:
        super().batch_select_indices(indices)
        self._with_room = None


def _roomy(x: Tensor, length: int) -> Tensor:
    """Return (r, k, length, d) that begins with (r, k, n, d)."""
    longer = x.new_empty((*x.shape[:-2], length, x.shape[-1]))
    longer[..., : x.shape[-2], :] = x
    return longer


class _FrontedWindow(DynamicSlidingWindowLayer):
    """The window moves over the text; the ECG stays."""

    def __init__(self, front: Callable[[], KeysAndValues | None], sliding_window: int) -> None:
        super().__init__(sliding_window)
        self._front = front
        self._n_front = 0

    def lazy_initialization(self, key_states: Tensor, value_states: Tensor) -> None:
        super().lazy_initialization(key_states, value_states)
        self.keys, self.values, self._n_front = _begun(self._front, key_states, value_states)

    def update(self, key_states: Tensor, value_states: Tensor, *_: Any, **__: Any) -> KeysAndValues:
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
        self.cumulative_length += key_states.shape[-2]
        keys = torch.cat([self.keys, key_states], dim=-2)
        values = torch.cat([self.values, value_states], dim=-2)
        self.keys, self.values = self._in_window(keys), self._in_window(values)
        return keys, values

    def _in_window(self, x: Tensor) -> Tensor:
        """Return what the next token sees of (r, k, p + s, d): the ECG and the last ``sliding_window - 1`` of text."""
        p, most = self._n_front, self.sliding_window - 1
        surplus = x.shape[-2] - p - most
        return x if surplus <= 0 else torch.cat([x[..., :p, :], x[..., p + surplus :, :]], dim=-2)


def _begun(
    front: Callable[[], KeysAndValues | None], key_states: Tensor, value_states: Tensor
) -> tuple[Tensor, Tensor, int]:
    found = front()
    if found is None:
        return key_states[..., :0, :], value_states[..., :0, :], 0
    keys, values = found
    return keys.to(key_states.dtype), values.to(value_states.dtype), keys.shape[-2]
