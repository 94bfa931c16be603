"""What a decoder is given: text, and the ECG before it where the fusion puts it into the sequence.

Shapes: b batch, p ECG tokens in the sequence (0 for most fusions), t text tokens, n = p + t, h hidden size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Sequence:
    """The input of one pass.

    Attributes
    ----------
    inputs
        ``input_ids`` or ``inputs_embeds``, with ``attention_mask`` (b, n) and ``position_ids`` (b, n), for the decoder.
    places
        (b, t) where each text token stands; ``None`` where the sequence is the text.
    """

    inputs: dict[str, Tensor]
    places: Tensor | None = None

    @classmethod
    def of(cls, decoder: Any, before: Tensor | None, input_ids: Tensor, mask: Tensor) -> Sequence:
        """Put (b, p, h) embeddings, if any, before (b, t) text.

        Padding goes to the far left: between ECG and text it would fill a sliding window.
        """
        if before is None:
            return cls({"input_ids": input_ids, "attention_mask": mask, "position_ids": positions(mask)})
        words = decoder.get_input_embeddings()(input_ids)
        embedded = torch.cat([before.to(words.dtype), words], dim=1)
        seen = torch.cat([mask.new_ones(before.shape[:2]), mask], dim=1)
        order = seen.argsort(dim=1, stable=True)  # padding first, the rest as it was
        seen = seen.gather(1, order)
        embedded = embedded.gather(1, order[..., None].expand_as(embedded))
        places = order.argsort(dim=1)[:, before.shape[1] :]
        inputs = {"inputs_embeds": embedded, "attention_mask": seen, "position_ids": positions(seen)}
        return cls(inputs, places)

    def of_text(self, output: Tensor) -> Tensor:
        """Return the (b, t, ...) part of the decoder's (b, n, ...) output that belongs to the text, in its order."""
        if self.places is None:
            return output
        return output.gather(1, self.places[..., None].expand(-1, -1, output.shape[-1]))


def positions(mask: Tensor) -> Tensor:
    """Return (b, n) positions that count from the first real token."""
    return (mask.cumsum(-1) - 1).clamp_min(0)
