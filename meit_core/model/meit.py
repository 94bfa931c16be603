"""MEIT: ECG tokens as keys and values in front of the text's, in every self-attention layer (arXiv 2403.04945, 3.3).

Shapes: b batch, p ECG tokens, t text tokens, h hidden size, v vocabulary.

Departures from the released code, each because it trains better or says more: several temporal tokens instead of one
pooled vector, the layer's own input norm before its projections, a full-width projection instead of one vector tiled
over the heads. As there, no rotary position is put on ECG keys and the text's positions start at 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from transformers import DynamicCache

from meit_core.model.backbones import adapter_for
from meit_core.model.encoder import EcgEncoder, Encoded
from meit_core.model.projector import EcgProjector


@dataclass(frozen=True, slots=True)
class MeitOutput:
    """Attributes: ``loss`` scalar (``None`` without labels), ``logits`` (b, t, v), ``encoded`` of the ECGs."""

    loss: Tensor | None
    logits: Tensor
    encoded: Encoded


class MeitModel(nn.Module):
    """Encoder, projection and a Hugging Face decoder, fused."""

    def __init__(self, encoder: EcgEncoder, projector: EcgProjector, decoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.projector = projector
        self.decoder = decoder
        self.adapter = adapter_for(decoder)

    def ecg_tokens(self, signal_mv: Tensor) -> tuple[Tensor, Encoded]:
        """Encode (b, 12, 1000) mV into (b, p, h) tokens."""
        encoded = self.encoder(signal_mv)
        return self.projector(encoded), encoded

    def prefix(self, tokens: Tensor) -> DynamicCache:
        """Return a cache that holds, for every layer, that layer's own keys and values of (b, p, h) ECG tokens.

        Made anew for every forward pass: the decoder appends the text's keys to it.
        """
        cache = DynamicCache()
        for index, layer in enumerate(self.adapter.layers(self.decoder)):
            keys, values = self.adapter.keys_and_values(layer, self.adapter.norm(layer)(tokens))
            cache.update(keys, values, index)
        return cache

    def forward(
        self, signal_mv: Tensor, input_ids: Tensor, attention_mask: Tensor, labels: Tensor | None = None
    ) -> MeitOutput:
        """Predict the next token at every text position.

        Parameters
        ----------
        signal_mv
            (b, 12, 1000).
        input_ids, attention_mask
            (b, t); 0 in the mask is padding. Positions count from the first real token.
        labels
            (b, t); -100 where no loss is wanted: everything up to and including the assistant tag.
        """
        tokens, encoded = self.ecg_tokens(signal_mv)
        logits = self.write(tokens, input_ids, attention_mask)
        loss = None
        if labels is not None:
            loss = nn.functional.cross_entropy(
                logits[:, :-1].flatten(0, 1).float(), labels[:, 1:].flatten(), ignore_index=-100
            )
        return MeitOutput(loss, logits, encoded)

    def write(self, tokens: Tensor, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Return (b, t, v) logits of text behind (b, p, h) ECG tokens."""
        ecg_mask = attention_mask.new_ones(tokens.shape[:2])
        out = self.decoder(
            input_ids=input_ids,
            past_key_values=self.prefix(tokens),
            attention_mask=torch.cat([ecg_mask, attention_mask], dim=1),
            position_ids=(attention_mask.cumsum(-1) - 1).clamp_min(0),
            use_cache=True,
        )
        logits: Tensor = out.logits
        return logits

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
        cache = self.prefix(tokens)
        b, position = prompt_ids.shape
        n_ecg = tokens.shape[1]
        current = prompt_ids
        positions = torch.arange(position, device=current.device)[None].expand(b, -1)
        for _ in range(max_new_tokens):
            mask = current.new_ones((b, n_ecg + position))
            out = self.decoder(
                input_ids=current,
                past_key_values=cache,
                attention_mask=mask,
                position_ids=positions,
                use_cache=True,
                logits_to_keep=1,
            )
            chosen = out.logits[:, -1].argmax(-1)
            yield chosen
            current = chosen[:, None]
            positions = current.new_full((b, 1), position)
            position += 1
