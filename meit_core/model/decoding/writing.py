"""How a pack writes: ``generation`` of its manifest. Free of torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from meit_core.errors import UserError

GREEDY: Final = "greedy"
BEAM: Final = "beam"
SAMPLE: Final = "sample"
CONSENSUS: Final = "consensus"
WAYS: Final = (GREEDY, BEAM, SAMPLE, CONSENSUS)


@dataclass(frozen=True, slots=True)
class DrawingConfig:
    """How drafts are drawn, of which the one that they agree on is told.

    Attributes
    ----------
    rows
        Drafts drawn side by side.
    temperature, top_p
        Of the draws, see :class:`~meit_core.model.decoding.sampling.RowSampler`.
    seed
        The same recording gets the same draft every time.
    """

    rows: int = 24
    temperature: float = 0.8
    top_p: float = 0.9
    seed: int = 12


@dataclass(frozen=True, slots=True)
class BeamConfig:
    """How beams are searched.

    Attributes
    ----------
    beams
        Texts under way at the same time; 1 is greedy decoding.
    length_penalty
        A text's log-probability is divided by its length to this power: above 0 longer texts gain.
    """

    beams: int = 4
    length_penalty: float = 1.0

    def __post_init__(self) -> None:
        if self.beams < 1:
            raise UserError("A beam search needs at least one beam.", "Correct generation.beam in the pack's settings.")


@dataclass(frozen=True, slots=True)
class SampleConfig:
    """How one draft is drawn; settings as in :class:`DrawingConfig`."""

    temperature: float = 0.7
    top_p: float = 0.9
    seed: int = 12


@dataclass(frozen=True, slots=True)
class CompletionConfig:
    """When a finding that the text leaves out is added to it; chosen on PTB-XL's fold 9 (resources/training/LOG.md).

    Attributes
    ----------
    least
        Calibrated probability from which a finding that the head takes for present is added.
    hedged_below
        Below it the sentence begins with "possible". Rhythm, pacing, ectopy and axis are not added below it.
    """

    least: float = 0.3
    hedged_below: float = 0.5


@dataclass(frozen=True, slots=True)
class Writing:
    """How a pack writes.

    Attributes
    ----------
    max_new_tokens
        Of a report, the prompt not counted.
    way
        Settings of the way of decoding; ``None`` for greedy decoding.
    completion
        When findings that the text leaves out are added to it; ``None`` for never.
    """

    max_new_tokens: int
    way: DrawingConfig | BeamConfig | SampleConfig | None = None
    completion: CompletionConfig | None = None

    @property
    def n_rows(self) -> int:
        """Texts under way at the same time for one recording."""
        match self.way:
            case DrawingConfig(rows=n) | BeamConfig(beams=n):
                return n
        return 1

    @classmethod
    def of_manifest(cls, generation: Mapping[str, Any]) -> Writing:
        """Read ``decoding`` (``greedy`` without it), its settings, and ``max_new_tokens``.

        The settings stand in ``beam`` for a beam search, in ``sample`` for one draw, in ``drawing`` for a consensus;
        those of ``completion``, where it has any, in a table of that name.

        Raises
        ------
        UserError
            If there is no such way of decoding, or a setting that it doesn't have.
        """
        decoding = str(generation.get("decoding", GREEDY))
        if decoding not in WAYS:
            raise UserError(
                f"The pack asks for a way of decoding that this program doesn't know: {decoding}.",
                f"Known are {', '.join(WAYS)}. Update the program, or choose another pack.",
            )
        try:
            completion = CompletionConfig(**generation["completion"]) if "completion" in generation else None
            return cls(int(generation["max_new_tokens"]), _settings(decoding, generation), completion)
        except (TypeError, KeyError, ValueError) as fault:
            raise UserError(
                f"The pack's settings for {decoding} decoding can't be read.", "Install the pack again."
            ) from fault


def _settings(decoding: str, generation: Mapping[str, Any]) -> DrawingConfig | BeamConfig | SampleConfig | None:
    if decoding == BEAM:
        return BeamConfig(**generation.get("beam", {}))
    if decoding == SAMPLE:
        return SampleConfig(**generation.get("sample", {}))
    return DrawingConfig(**generation["drawing"]) if decoding == CONSENSUS else None
