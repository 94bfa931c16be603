"""At which precision a language model's weights are held in memory. Free of torch."""

from __future__ import annotations

from enum import StrEnum


class Precision(StrEnum):
    """Of a language model's weights.

    ``INT8`` and ``NF4`` concern its linear layers; embeddings, norms and the output layer stay as they are computed.
    """

    FP32 = "fp32"
    BF16 = "bf16"
    FP16 = "fp16"
    """For graphics cards before NVIDIA's Ampere, which have no bfloat16."""
    INT8 = "int8"
    """LLM.int8 (Dettmers et al., NeurIPS 2022): rows of int8 with a scale each."""
    NF4 = "nf4"
    """4-bit NormalFloat with double quantisation (Dettmers et al., QLoRA, NeurIPS 2023)."""

    @property
    def is_quantised(self) -> bool:
        return self in (Precision.INT8, Precision.NF4)

    @property
    def label(self) -> str:
        """As people write it."""
        return self.value.upper()
