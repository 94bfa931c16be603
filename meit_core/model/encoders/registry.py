"""Encoders by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Final, Protocol

from torch import nn

from meit_core.errors import UserError
from meit_core.model.encoders.conv_transformer import ConvTransformer, ConvTransformerConfig
from meit_core.model.encoders.light_conv import LightConv, LightConvConfig
from meit_core.model.encoders.patch_transformer import PatchTransformer, PatchTransformerConfig
from meit_core.model.encoders.resnet50_1d import ResNet50, ResNetConfig
from meit_core.model.encoders.state_space import StateSpace, StateSpaceConfig


class EncoderConfig(Protocol):
    """Settings of one kind of encoder."""

    @property
    def kind(self) -> str: ...

    @property
    def n_tokens(self) -> int: ...

    @property
    def n_findings(self) -> int: ...

    def to_dict(self) -> dict[str, Any]:
        """Return what a pack says of it: ``kind`` and the kind's own settings."""
        ...

    def with_findings(self, n_findings: int) -> EncoderConfig:
        """Return the same with a findings head of another size."""
        ...


_KINDS: Final[Mapping[str, tuple[Any, Any]]] = MappingProxyType(
    {
        config.kind: (config, encoder)
        for config, encoder in (
            (ConvTransformerConfig, ConvTransformer),
            (ResNetConfig, ResNet50),
            (LightConvConfig, LightConv),
            (PatchTransformerConfig, PatchTransformer),
            (StateSpaceConfig, StateSpace),
        )
    }
)
ENCODER_KINDS: Final = tuple(_KINDS)
DEFAULT_KIND: Final = ConvTransformerConfig.kind


def encoder_config(values: Mapping[str, Any]) -> EncoderConfig:
    """Read an encoder's settings, from a pack's manifest or a recipe; without a ``kind`` it is a conv-transformer.

    Raises
    ------
    UserError
        If there is no such kind or setting; names it and what there is.
    """
    kind = str(values.get("kind", DEFAULT_KIND))
    if kind not in _KINDS:
        raise UserError(f"There is no encoder of the kind {kind}.", f"Choose one of: {', '.join(_KINDS)}.")
    config = _KINDS[kind][0]
    given = {name: value for name, value in values.items() if name != "kind"}
    known = [field.name for field in fields(config)]
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise UserError(f"An encoder of the kind {kind} has no setting {unknown[0]}.", f"Known: {', '.join(known)}.")
    built: EncoderConfig = config.from_dict(given)
    return built


def build_encoder(config: EncoderConfig) -> nn.Module:
    """Return an encoder with random weights.

    It maps (b, 12, t) to :class:`~meit_core.model.encoders.encoded.Encoded` and has the attributes ``config``,
    ``width`` (of a token), ``pooled_width``, ``n_tokens`` and ``n_findings``.
    """
    encoder: nn.Module = _KINDS[config.kind][1](config)
    return encoder
