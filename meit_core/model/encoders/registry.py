"""Encoders by kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meit_core.model.encoders.conv_transformer import ConvTransformer, ConvTransformerConfig

EncoderConfig = ConvTransformerConfig


def encoder_config(values: Mapping[str, Any]) -> EncoderConfig:
    """Read the ``encoder`` part of a pack's manifest; without a kind it is a conv-transformer."""
    return ConvTransformerConfig.from_dict(dict(values))


def build_encoder(config: EncoderConfig) -> Any:
    """Return an encoder with random weights."""
    return ConvTransformer(config)
