"""Draw several drafts of each of several recordings at once.

Shapes: n recordings, p ECG tokens, t prompt tokens, h hidden size.
"""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor

from meit_core.model.decoding.consensus import Prefer
from meit_core.model.decoding.drafts import Drafts
from meit_core.model.decoding.sampling import RowSampler
from meit_core.model.decoding.writing import DrawingConfig
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer


class Drawing:
    """The drafts of recordings on their way.

    Parameters
    ----------
    tokens
        (n, p, h) ECG tokens.
    prompt_ids
        (1, t).
    prefer
        What speaks for or against a draft, for each recording; nothing if not given.
    expected
        How like a draft is to what is expected of each recording's report; nothing is if not given.

    Attributes
    ----------
    drafts
        Of each recording.
    """

    def __init__(
        self,
        model: MeitModel,
        tokenizer: PromptTokenizer,
        tokens: Tensor,
        prompt_ids: Tensor,
        *,
        how: DrawingConfig,
        max_new_tokens: int,
        prefer: Sequence[Prefer | None] = (),
        expected: Sequence[Prefer | None] = (),
    ) -> None:
        self._sampler = RowSampler(
            model, tokens, prompt_ids, rows=how.rows, temperature=how.temperature, top_p=how.top_p, seed=how.seed
        )
        self._n_rows = how.rows
        nothing = [None] * len(tokens)
        self.drafts = tuple(
            Drafts(tokenizer, how.rows, max_new_tokens=max_new_tokens, prefer=each, expected=likeness)
            for each, likeness in zip(prefer or nothing, expected or nothing, strict=True)
        )
        self._under_way = list(self.drafts)

    @property
    def is_over(self) -> bool:
        return not self._under_way

    def step(self) -> None:
        """Draw every draft's next token; recordings whose drafts are over then make room."""
        for drafts, drawn in zip(self._under_way, self._sampler.step().split(self._n_rows), strict=True):
            drafts.take(drawn.tolist())
            drafts.settle()
        going = [place for place, drafts in enumerate(self._under_way) if not drafts.are_over]
        if going and len(going) < len(self._under_way):
            self._sampler.go_on_with(going)
        self._under_way = [self._under_way[place] for place in going]
