"""Activation checkpointing: layers are computed again in the backward pass instead of being kept (Chen et al. 2016)."""

from __future__ import annotations

from typing import Any

from meit_core.model.fusion.families import unwrapped


def enable_checkpointing(decoder: Any) -> None:
    """Turn it on for a decoder's layers while it trains, without re-entrance: the ECG's gradient needs that."""
    unwrapped(decoder).activation_checkpointing_enable({"use_reentrant": False})
