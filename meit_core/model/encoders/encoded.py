"""What an encoder makes of recordings.

Shapes: b batch, p tokens, c channels, d pooled width, f findings, u phrases, s statements.
"""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor


class Encoded(NamedTuple):
    """What the encoder makes of a batch of recordings; a tuple, in which libraries that cut weights up find tensors.

    Attributes
    ----------
    tokens
        (b, p, c), one per stretch of time, in order.
    pooled
        (b, 2c): attention-weighted and plain mean over time.
    finding_logits
        (b, f), before temperature.
    opinions
        (o, b, f): the logits of those whose mean that is, each of whom learns alone; ``None`` where it is one.
    phrases
        (b, u) logits of the words that the recording's report may hold; ``None`` where nobody guesses them.
    statements
        (b, s) logits of what the report may state, by those who guess its words; s may be 0.
    styles
        (b, k) house styles that are asked for, as :class:`~meit_core.model.house_styles.HouseStyles` numbers them;
        ``None`` where none is. Not the encoder's.
    """

    tokens: Tensor
    pooled: Tensor
    finding_logits: Tensor
    opinions: Tensor | None = None
    phrases: Tensor | None = None
    statements: Tensor | None = None
    styles: Tensor | None = None
