"""How a sentence looks: an icon and a word for the guard's verdict, another for what the reader decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.draft import Support
from meit_desktop.models.report_lines import Line, LineState
from meit_desktop.theme.contrast import mixed
from meit_desktop.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class SentenceLook:
    """Attributes: icon name, word, and the token that colours both."""

    icon: str
    word: str
    state: str


VERDICT_LOOKS: Final[dict[Support, SentenceLook]] = {
    Support.SUPPORTED: SentenceLook("supported", "Supported", "ok"),
    Support.UNSUPPORTED: SentenceLook("unsupported", "Unsupported", "warn"),
    Support.CONTRADICTED: SentenceLook("warning", "Contradicted", "danger"),
    Support.UNCHECKED: SentenceLook("unchecked", "Unchecked", "muted"),
}

_DECISION_LOOKS: Final[dict[LineState, SentenceLook]] = {
    LineState.ACCEPTED: SentenceLook("accept", "Accepted", "ok"),
    LineState.EDITED: SentenceLook("edit", "Edited by you", "accent"),
    LineState.KEPT: SentenceLook("accept", "Kept against the evidence", "warn"),
    LineState.REJECTED: SentenceLook("reject", "Rejected", "muted"),
    LineState.ADDED: SentenceLook("add", "Added by you", "accent"),
}


def chosen_ground(tokens: Tokens) -> str:
    """Ground of the current sentence: paler than a chosen row of a list, as verdicts in colour are read on it."""
    return mixed(tokens.surface, tokens.accent, 0.08)


def look_of(line: Line) -> SentenceLook:
    """The decision where there is one, else the verdict; what must still be resolved always looks so."""
    if line.is_unresolved or line.state not in _DECISION_LOOKS:
        return VERDICT_LOOKS[line.sentence.support if line.sentence else Support.UNCHECKED]
    return _DECISION_LOOKS[line.state]


def second_verdict(line: Line) -> str:
    """The guard's verdict as a word where the decision has taken its place, empty where there is nothing to add."""
    if line.sentence is None or line.is_unresolved or line.state not in (LineState.ACCEPTED, LineState.REJECTED):
        return ""
    return line.sentence.support.value


def evidence_of(line: Line) -> str:
    """What speaks for or against the sentence; after an edit also the draft's own wording it belongs to."""
    if line.sentence is None:
        return ""
    if line.state is LineState.EDITED:
        verdict = f"Draft: “{line.sentence.text}” ({line.sentence.support.value})."
        return f"{verdict} {line.sentence.evidence}".rstrip()
    return line.sentence.evidence


def spoken(line: Line, number: int, count: int) -> str:
    """The sentence for a screen reader."""
    parts = [f"Sentence {number} of {count}", line.text.rstrip("."), look_of(line).word, second_verdict(line)]
    if line.is_contradicted and line.sentence is not None:
        parts.append(line.sentence.evidence)
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
