"""ECG encoders, one module each, chosen by ``kind``."""

from meit_core.model.encoders.conv_transformer import ConvTransformerConfig
from meit_core.model.encoders.encoded import Encoded
from meit_core.model.encoders.encoder import Encoder, EncoderConfig
from meit_core.model.encoders.registry import DEFAULT_KIND, ENCODER_KINDS, build_encoder, encoder_config, settings_of

__all__ = [
    "DEFAULT_KIND",
    "ENCODER_KINDS",
    "ConvTransformerConfig",
    "Encoded",
    "Encoder",
    "EncoderConfig",
    "build_encoder",
    "encoder_config",
    "settings_of",
]
