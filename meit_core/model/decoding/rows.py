"""Text under way behind ECGs: the one place where a cache grows token by token.

Shapes: b recordings, r rows of text, p ECG tokens, t new tokens, h hidden size, v vocabulary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from meit_core.model.fusion.front_cache import cache_behind
from meit_core.model.fusion.seat import EcgContext
from meit_core.model.sequence import Sequence, positions

if TYPE_CHECKING:
    from meit_core.model.meit import MeitModel


class Decoding:
    """Rows of text, each behind its recording's ECG.

    The ECG is encoded, and its keys and values are computed, once per recording, however many rows look at it.

    Parameters
    ----------
    tokens
        (b, p, h) ECG tokens. There is one row per recording at first.

    Attributes
    ----------
    n_rows
        Rows now.
    """

    def __init__(self, model: MeitModel, tokens: Tensor) -> None:
        self._model = model
        self._context = EcgContext(tokens)
        self._cache = cache_behind(model.decoder, self._context)
        self._unread = model.fusion.in_sequence(tokens)
        self._mask = torch.ones(len(tokens), 0, dtype=torch.long, device=tokens.device)

    @property
    def n_rows(self) -> int:
        return self._context.n_rows

    @torch.inference_mode()
    def read(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Take (r, t) tokens in and return what may follow the last one, (r, v).

        Parameters
        ----------
        mask
            (r, t), 0 for padding, which must be on the left; only the prompt is ever padded.
        """
        model = self._model
        new = torch.ones_like(ids) if mask is None else mask
        before, self._unread = self._unread, None
        given = Sequence.of(model.decoder, before, ids, new).inputs
        self._mask = torch.cat([self._mask, given["attention_mask"]], dim=1)
        given["attention_mask"] = self._mask
        given["position_ids"] = positions(self._mask)[:, -given["position_ids"].shape[1] :]
        with model.showing(self._context):
            out = model.decoder(**given, past_key_values=self._cache, use_cache=True, logits_to_keep=1)
        logits: Tensor = out.logits[:, -1]
        return logits

    def repeat(self, times: int) -> None:
        """Let every row stand ``times`` times, one after the other."""
        self._cache.batch_repeat_interleave(times)
        self._mask = self._mask.repeat_interleave(times, dim=0)
        self._context = self._context.repeated(times)

    def keep(self, rows: Tensor) -> None:
        """Go on with these rows, (r',); a row may be named several times, and each then goes its own way."""
        self._cache.batch_select_indices(rows)
        self._mask = self._mask[rows]
        self._context = self._context.selected(rows)
