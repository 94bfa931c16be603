"""A report that a model wrote. Free of torch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A report.

    Attributes
    ----------
    tokens
        Computed one after the other for it.
    cut_off
        Whether it ended at the length limit rather than at the end token.
    repeated
        Whether it was ended where it began to repeat itself.
    drawn
        Texts it was chosen from; empty where there was only one.
    """

    text: str
    tokens: int
    cut_off: bool = False
    repeated: bool = False
    drawn: tuple[str, ...] = ()
