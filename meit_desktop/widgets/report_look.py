"""How a sentence looks: an icon and a word for the guard's verdict, another for what the reader decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.draft import Support
from meit_desktop.language import marked, said, tr
from meit_desktop.models.report_lines import Line, LineState
from meit_desktop.theme.contrast import mixed
from meit_desktop.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class SentenceLook:
    """Attributes: icon name, word, and the token that colours both.

    The word is English: it is translated where it is shown.
    """

    icon: str
    word: str
    state: str


VERDICT_LOOKS: Final[dict[Support, SentenceLook]] = {
    Support.SUPPORTED: SentenceLook("supported", marked("Supported"), "ok"),
    Support.UNSUPPORTED: SentenceLook("unsupported", marked("Unsupported"), "warn"),
    Support.CONTRADICTED: SentenceLook("warning", marked("Contradicted"), "danger"),
    Support.UNCHECKED: SentenceLook("unchecked", marked("Unchecked"), "muted"),
}

_SECOND_WORDS: Final[dict[Support, str]] = {
    Support.SUPPORTED: marked("supported"),
    Support.UNSUPPORTED: marked("unsupported"),
    Support.CONTRADICTED: marked("contradicted"),
    Support.UNCHECKED: marked("unchecked"),
}
"""The same in the middle of a line."""

_DECISION_LOOKS: Final[dict[LineState, SentenceLook]] = {
    LineState.ACCEPTED: SentenceLook("accept", marked("Accepted"), "ok"),
    LineState.EDITED: SentenceLook("edit", marked("Edited by you"), "accent"),
    LineState.KEPT: SentenceLook("accept", marked("Kept against the evidence"), "warn"),
    LineState.REJECTED: SentenceLook("reject", marked("Rejected"), "muted"),
    LineState.ADDED: SentenceLook("add", marked("Added by you"), "accent"),
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
    if line.objection:
        return tr(_SECOND_WORDS[Support.CONTRADICTED])
    if line.sentence is None or line.is_unresolved or line.state not in (LineState.ACCEPTED, LineState.REJECTED):
        return ""
    return tr(_SECOND_WORDS[line.sentence.support])


def is_settled(line: Line) -> bool:
    """Whether nothing about the line asks for attention: it was decided, and nothing speaks against it."""
    if line.is_unresolved or line.objection or line.state not in (LineState.ACCEPTED, LineState.ADDED):
        return False
    return line.sentence is None or line.state is LineState.ADDED or line.sentence.support is Support.SUPPORTED


def evidence_of(line: Line) -> str:
    """What speaks for or against the sentence; after an edit also the draft's own wording it belongs to.

    What speaks against the reader's own wording stands alone: it is what is in the report.
    """
    if line.objection:
        return said(line.objection)
    if line.sentence is None:
        return "" if line.checked is None else said(line.checked.evidence)
    if line.state is LineState.EDITED:
        verdict = tr("Draft: “{sentence}” ({verdict}).").format(
            sentence=line.sentence.text, verdict=tr(_SECOND_WORDS[line.sentence.support])
        )
        return f"{verdict} {said(line.sentence.evidence)}".rstrip()
    return said(line.sentence.evidence)


def spoken(line: Line, number: int, count: int) -> str:
    """The sentence for a screen reader."""
    place = tr("Sentence {number} of {count}").format(number=number, count=count)
    parts = [place, line.text.rstrip("."), tr(look_of(line).word), second_verdict(line)]
    if line.is_contradicted and line.sentence is not None:
        parts.append(said(line.sentence.evidence))
    elif line.objection:
        parts.append(said(line.objection))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
