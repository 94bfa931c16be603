"""Encoders by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Final

from meit_core.errors import UserError
from meit_core.model.encoders.conv_transformer import ConvTransformer, ConvTransformerConfig
from meit_core.model.encoders.encoder import Encoder, EncoderConfig
from meit_core.model.encoders.light_conv import LightConv, LightConvConfig
from meit_core.model.encoders.measuring import MeasuringConfig, MeasuringEncoder
from meit_core.model.encoders.patch_transformer import PatchTransformer, PatchTransformerConfig
from meit_core.model.encoders.resnet50_1d import ResNet50, ResNetConfig
from meit_core.model.encoders.state_space import StateSpace, StateSpaceConfig

_KINDS: Final[Mapping[str, tuple[Any, Any]]] = MappingProxyType(
    {
        config.kind: (config, encoder)
        for config, encoder in (
            (ConvTransformerConfig, ConvTransformer),
            (MeasuringConfig, MeasuringEncoder),
            (ResNetConfig, ResNet50),
            (LightConvConfig, LightConv),
            (PatchTransformerConfig, PatchTransformer),
            (StateSpaceConfig, StateSpace),
        )
    }
)
ENCODER_KINDS: Final = tuple(_KINDS)
DEFAULT_KIND: Final = ConvTransformerConfig.kind


def settings_of(values: Mapping[str, Any]) -> Any:
    """Return the class of the settings of a ``kind``; without one of a conv-transformer's.

    Raises
    ------
    UserError
        If there is no such kind.
    """
    kind = str(values.get("kind", DEFAULT_KIND))
    if kind not in _KINDS:
        raise UserError(f"There is no encoder of the kind {kind}.", f"Choose one of: {', '.join(_KINDS)}.")
    return _KINDS[kind][0]


def encoder_config(values: Mapping[str, Any]) -> EncoderConfig:
    """Read an encoder's settings, from a pack's manifest or a recipe; without a ``kind`` it is a conv-transformer.

    Raises
    ------
    UserError
        If there is no such kind or setting; names it and what there is.
    """
    config = settings_of(values)
    given = {name: value for name, value in values.items() if name != "kind"}
    known = [field.name for field in fields(config)]
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise UserError(
            f"An encoder of the kind {config.kind} has no setting {unknown[0]}.", f"Known: {', '.join(known)}."
        )
    built: EncoderConfig = config.from_dict(given)
    return built


def build_encoder(config: EncoderConfig) -> Encoder:
    """Return an encoder with random weights."""
    encoder: Encoder = _KINDS[config.kind][1](config)
    return encoder
