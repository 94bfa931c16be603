"""How much memory a language model needs, from its published sizes: for drafting and for training adapters.

Free of torch and of any weights. Sums of what is certain (weights, keys and values, adapters with their optimiser) and
estimates from above of what depends on kernels (activations, what libraries take). Bytes throughout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.model.language.precision import Precision
from meit_core.model.sizing.decoder_size import DecoderSize

GIB: Final = 1 << 30
CARD_OVERHEAD: Final = GIB
"""CUDA context, kernels, cuBLAS's workspace and what the allocator can't use: 0.5 to 0.9 GiB are usual."""
CPU_OVERHEAD: Final = GIB // 2
"""Python with torch and transformers, measured at 0.4 GiB."""
ENCODER_PARAMETERS: Final = 20_422_144
"""MEIT's ResNet-50 with its projection (arXiv 2403.04945), the largest encoder here."""
ENCODER_ACTIVATIONS: Final = 140 * (1 << 20)
"""What that encoder keeps of one recording of 5000 samples for the backward pass, measured at 132 MiB."""
ADAMW_BYTES: Final = 16
"""Of a trained weight in single precision: itself, its gradient and AdamW's two moments."""
NF4_BITS: Final = 4 + 8 / 64 + 32 / (64 * 256)
"""A weight, its share of an 8-bit scale for 64 weights and of a 32-bit one for 256 of those: 0.127 bits beside the 4
(Dettmers et al., QLoRA, NeurIPS 2023, section 3)."""
ACTIVATION_MARGIN: Final = 1.35
"""By which the count of what a layer keeps may be too small: kernels keep copies in single precision of their own."""
_WEIGHT_BYTES: Final = {Precision.FP32: 4.0, Precision.BF16: 2.0, Precision.FP16: 2.0, Precision.INT8: 1.0}
_SAMPLING_BYTES: Final = 24
"""Of a token of the vocabulary and a row: logits, probabilities, the same sorted with their places, all at once."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """One draft.

    Attributes
    ----------
    rows
        Drafts written side by side; 1 for greedy decoding.
    ecg_tokens, prompt_tokens, report_tokens
        Lengths; the ECG's keys and values are counted for every row.
    """

    rows: int = 24
    ecg_tokens: int = 25
    prompt_tokens: int = 64
    report_tokens: int = 128

    @property
    def tokens(self) -> int:
        return self.ecg_tokens + self.prompt_tokens + self.report_tokens


@dataclass(frozen=True, slots=True)
class Training:
    """Training of adapters, encoder and projection.

    Attributes
    ----------
    batch
        Recordings at a time; a larger batch is made of several steps.
    tokens
        ECG, prompt and report together.
    rank
        Of the adapters on all linear layers; MEIT's code has 64.
    checkpointing
        Layers are computed again in the backward pass instead of being kept (Chen et al. 2016).
    """

    batch: int = 4
    tokens: int = 217
    rank: int = 64
    checkpointing: bool = True


def weight_bytes(size: DecoderSize, precision: Precision, *, compute_bytes: int = 2) -> int:
    """Return the size of the weights in memory.

    Parameters
    ----------
    compute_bytes
        Of a number in what isn't quantised (embeddings, norms, output layer): 2 on a card, 4 on a CPU.
    """
    if not precision.is_quantised:
        return int(size.parameters * _WEIGHT_BYTES[precision])
    scales = 0
    if precision is Precision.INT8:  # one in single precision for every row
        scales = sum(4 * linear.outputs * linear.count for linear in size.linears())
    bits = NF4_BITS if precision is Precision.NF4 else 8
    return int(size.linear_parameters * bits / 8) + scales + size.other_parameters * compute_bytes


def cache_bytes_per_token(size: DecoderSize, *, compute_bytes: int = 2) -> int:
    """Return the size of one token's keys and values in all layers; sliding windows aren't taken off."""
    return 2 * size.layers * size.kv_heads * size.head_dim * compute_bytes


def drafting_bytes(
    size: DecoderSize, precision: Precision, draft: Drafting | None = None, *, on_card: bool = True
) -> int:
    """Return what drafting with a language model needs, loading included, on a card or in a CPU's memory."""
    draft = draft or Drafting()
    wide = _compute_bytes(precision, on_card)
    cache = draft.rows * draft.tokens * cache_bytes_per_token(size, compute_bytes=wide)
    at_once = max(draft.rows, draft.ecg_tokens + draft.prompt_tokens)
    queries = size.heads * size.head_dim
    passing = at_once * (4 * size.hidden + 4 * queries + 3 * size.feed_forward) * wide
    return (
        weight_bytes(size, precision, compute_bytes=wide)
        + cache
        + 2 * cache // size.layers  # a layer's cache is copied when it grows
        + passing
        + draft.rows * size.vocabulary * _SAMPLING_BYTES
        + _largest_tensor(size) * wide  # on its way in, or unpacked for a product
        + (CARD_OVERHEAD if on_card else CPU_OVERHEAD)
    )


def training_bytes(size: DecoderSize, precision: Precision, how: Training | None = None) -> int:
    """Return what training adapters on a frozen language model needs on a card, at 16 bits where nothing is quantised.

    The ECG's encoder is trained along.
    """
    how = how or Training()
    wide = _compute_bytes(precision, on_card=True)
    of_layer = activation_bytes_per_token(size, how.rank, how.tokens, compute_bytes=wide)
    of_token = size.layers * of_layer
    if how.checkpointing:
        of_token = size.layers * size.hidden * wide + 2 * of_layer  # with the gradients of the layer at hand
    logits = size.vocabulary * (wide + 4 + 4)  # as they come, in single precision, and their gradient
    trained = size.lora_parameters(how.rank) + ENCODER_PARAMETERS
    return (
        weight_bytes(size, precision, compute_bytes=wide)
        + trained * ADAMW_BYTES
        + how.batch * (how.tokens * (of_token + logits) + ENCODER_ACTIVATIONS)
        + _largest_tensor(size) * wide
        + CARD_OVERHEAD
    )


def activation_bytes_per_token(size: DecoderSize, rank: int, tokens: int, *, compute_bytes: int = 2) -> int:
    """Return what one layer keeps at most of one token for the backward pass while its adapters are trained.

    After the accounting of Korthikanti et al. (Reducing Activation Recomputation, MLSys 2023), for frozen layers with
    adapters: a frozen product keeps nothing, each adapter keeps its dropped input in single precision with the mask.
    """
    queries = size.heads * size.head_dim
    adapters = sum((5 * linear.inputs + 4 * rank) * linear.count for linear in size.linears()) // size.layers
    norms = size.traits.norms * size.hidden * (4 + compute_bytes)
    attention = 5 * queries * compute_bytes + size.heads * tokens * compute_bytes
    feed_forward = size.traits.kept * size.feed_forward * compute_bytes
    return int(ACTIVATION_MARGIN * (adapters + norms + attention + feed_forward))


def _compute_bytes(precision: Precision, on_card: bool) -> int:
    if precision in (Precision.BF16, Precision.FP16):
        return 2
    return 2 if on_card and precision.is_quantised else 4


def _largest_tensor(size: DecoderSize) -> int:
    layers = max((linear.inputs * linear.outputs for linear in size.linears()), default=0)
    return max(layers, size.vocabulary * size.hidden)
