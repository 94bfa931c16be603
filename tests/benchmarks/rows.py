"""One line of the benchmark table: what was measured, against which limit, how."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A measured figure.

    Attributes
    ----------
    limit
        The goal; ``None`` for a figure that is only reported.
    n
        Repetitions or items behind the figure (a median unless ``how`` says otherwise).
    """

    name: str
    value: float
    unit: str
    limit: float | None
    n: int
    how: str
    lower_is_better: bool = True

    @property
    def reached(self) -> bool | None:
        if self.limit is None:
            return None
        return self.value <= self.limit if self.lower_is_better else self.value >= self.limit
