"""MEIT: an ECG encoder, a projection, and a language model that sees the ECG (arXiv 2403.04945, section 3).

Shapes: b batch, p ECG tokens, t text tokens, h hidden size, v vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Protocol

import torch
from torch import Tensor, nn

from meit_core.model.decoding.rows import Decoding
from meit_core.model.encoders import Encoded
from meit_core.model.fusion.families import unwrapped
from meit_core.model.fusion.seat import EcgContext
from meit_core.model.prompt import IGNORED
from meit_core.model.sequence import Sequence

Style = tuple[int, ...]
NO_STYLE: Final[Style] = ()


class Fusion(Protocol):
    """How the ECG reaches the language model; one module of :mod:`meit_core.model.fusion` each."""

    def in_sequence(self, tokens: Tensor) -> Tensor | None:
        """Return (b, p, h) embeddings that stand before the text's in the input; ``None`` where there are none."""
        ...

    def show(self, context: EcgContext | None) -> None:
        """Let the decoder's coming passes see an ECG; ``None`` takes it away."""
        ...


@dataclass(frozen=True, slots=True)
class MeitOutput:
    """Attributes: ``loss`` scalar (``None`` without labels), ``logits`` (b, t, v), ``encoded`` of the ECGs."""

    loss: Tensor | None
    logits: Tensor
    encoded: Encoded


class MeitModel(nn.Module):
    """Encoder, projection, fusion and a Hugging Face decoder.

    Parameters
    ----------
    encoder
        (b, 12, samples) -> :class:`~meit_core.model.encoders.Encoded`.
    projector
        ``Encoded`` -> (b, p, h) ECG tokens.
    fusion
        A module of :mod:`meit_core.model.fusion`, made for this decoder.
    """

    def __init__(self, encoder: nn.Module, projector: nn.Module, fusion: nn.Module, decoder: Any) -> None:
        super().__init__()
        self.encoder: Any = encoder
        self.projector: Any = projector
        self.fusion: Any = fusion
        self.decoder = decoder

    def ecg_tokens(self, signal: Tensor, style: Style = NO_STYLE) -> tuple[Tensor, Encoded]:
        """Encode (b, 12, samples) into (b, p, h) tokens, of the type that the decoder computes in.

        Parameters
        ----------
        style
            House style that all reports are asked for in, see :class:`~meit_core.model.house_styles.HouseStyles`.
        """
        encoded = self.asked(self.encoder(signal), style)
        return self.projected(encoded), encoded

    def asked(self, encoded: Encoded, style: Style) -> Encoded:
        """Return what an encoder says together with the house style that all reports are asked for in."""
        if not any(style):
            return encoded
        styles = torch.tensor([style], device=encoded.pooled.device).expand(len(encoded.pooled), -1)
        told: Encoded = self.projector.asked(encoded, styles)
        return told

    def projected(self, encoded: Encoded) -> Tensor:
        """Turn what an encoder says into (b, p, h) tokens, of the type that the decoder computes in."""
        tokens: Tensor = self.projector(encoded)
        return tokens.to(self.decoder.get_input_embeddings().weight.dtype)

    def forward(
        self, signal: Tensor, input_ids: Tensor, attention_mask: Tensor, labels: Tensor | None = None
    ) -> MeitOutput:
        """Predict the next token at every text position.

        Parameters
        ----------
        signal
            (b, 12, samples), see :func:`~meit_core.model.ecg_input.model_input`.
        input_ids, attention_mask
            (b, t); 0 in the mask is padding, on either side. Positions count from the first real token.
        labels
            (b, t); -100 where no loss is wanted: everything up to and including the assistant tag.
        """
        tokens, encoded = self.ecg_tokens(signal)
        logits = self.write(tokens, input_ids, attention_mask)
        loss = None
        if labels is not None:
            loss = nn.functional.cross_entropy(
                logits[:, :-1].flatten(0, 1).float(), labels[:, 1:].flatten(), ignore_index=IGNORED
            )
        return MeitOutput(loss, logits, encoded)

    def write(
        self, tokens: Tensor, input_ids: Tensor, attention_mask: Tensor, *, wanted: Tensor | None = None
    ) -> Tensor:
        """Return (b, t, v) logits of text behind (b, p, h) ECG tokens.

        Parameters
        ----------
        wanted
            (b, t) of bool: compute the logits of these positions only and return (n, v). A large vocabulary's logits
            are most of the work and memory of a short report.
        """
        given = Sequence.of(self.decoder, self.fusion.in_sequence(tokens), input_ids, attention_mask)
        with self.showing(EcgContext(tokens)):
            if wanted is None:
                logits: Tensor = given.of_text(self.decoder(**given.inputs, use_cache=False).logits)
                return logits
            language = unwrapped(self.decoder)
            hidden = given.of_text(language.base_model(**given.inputs, use_cache=False).last_hidden_state)
            return _capped(language, language.get_output_embeddings()(hidden[wanted]))

    @contextmanager
    def showing(self, context: EcgContext) -> Iterator[None]:
        """Let the decoder see an ECG meanwhile."""
        self.fusion.show(context)
        try:
            yield
        finally:
            # Activation checkpointing runs the layers once more in the backward pass: they must still see it then.
            if not torch.is_grad_enabled():
                self.fusion.show(None)

    def decoding(self, tokens: Tensor) -> Decoding:
        """Begin texts behind (b, p, h) ECG tokens."""
        return Decoding(self, tokens)

    @torch.inference_mode()
    def greedy(self, tokens: Tensor, prompt_ids: Tensor, *, max_new_tokens: int) -> Iterator[Tensor]:
        """Yield the likeliest next token of each row, (b,), until the consumer stops or the limit is reached.

        Parameters
        ----------
        tokens
            (b, p, h) ECG tokens.
        prompt_ids
            (b, t), all rows of the same length.
        """
        decoding, current = self.decoding(tokens), prompt_ids
        for _ in range(max_new_tokens):
            chosen = decoding.read(current).argmax(-1)
            yield chosen
            current = chosen[:, None]


def _capped(language: Any, logits: Tensor) -> Tensor:
    """Gemma 2 squeezes its logits (Gemma team 2024, section 2); others don't."""
    cap = getattr(language.config, "final_logit_softcapping", None)
    return logits if cap is None else torch.tanh(logits / cap) * cap
