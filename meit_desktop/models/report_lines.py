"""The report while it is under review: the draft's sentences, what the reader did with each, what was added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from meit_core.domain.draft import DraftSentence, Support
from meit_core.domain.report import ReportRevision


class LineState(StrEnum):
    PENDING = "to review"
    ACCEPTED = "accepted"
    EDITED = "edited"
    KEPT = "kept against the evidence"
    REJECTED = "rejected"
    ADDED = "your statement"


IN_REPORT = frozenset({LineState.ACCEPTED, LineState.EDITED, LineState.KEPT, LineState.ADDED})


@dataclass(frozen=True, slots=True)
class Line:
    """One statement.

    Attributes
    ----------
    sentence
        The draft's own; ``None`` for what the reader wrote.
    checked
        What the guard says of the reader's own wording; ``None`` where it is the draft's, or not judged yet.
    """

    text: str
    state: LineState
    sentence: DraftSentence | None = None
    checked: DraftSentence | None = None

    @property
    def in_report(self) -> bool:
        return self.state in IN_REPORT

    @property
    def is_own(self) -> bool:
        """Whether the wording is the reader's."""
        return self.state in (LineState.EDITED, LineState.ADDED)

    @property
    def objection(self) -> str:
        """What speaks against the reader's own wording; it is theirs to judge, and blocks nothing."""
        contradicted = self.checked is not None and self.checked.support is Support.CONTRADICTED
        return self.checked.evidence if self.is_own and contradicted and self.checked is not None else ""

    @property
    def is_contradicted(self) -> bool:
        return self.sentence is not None and self.sentence.support is Support.CONTRADICTED

    @property
    def is_unresolved(self) -> bool:
        """A contradicted sentence nobody has edited, rejected or explicitly kept.

        One that was accepted while it still counted as supported is unresolved too: the guard's last word counts.
        """
        return self.is_contradicted and self.state in (LineState.PENDING, LineState.ACCEPTED)


class ReportLines:
    """Ordered lines; the report's text is what is accepted, edited, kept or added, one statement a line."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._lines = list(lines)
        self._before: list[list[Line]] = []

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, index: int) -> Line:
        return self._lines[index]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._lines)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self._lines if line.in_report)

    @property
    def pending(self) -> int:
        return sum(line.state is LineState.PENDING for line in self._lines)

    @property
    def unresolved(self) -> tuple[int, ...]:
        return tuple(index for index, line in enumerate(self._lines) if line.is_unresolved)

    @property
    def pending_supported(self) -> int:
        """How many sentences :meth:`accept_supported` would accept."""
        return sum(_is_pending_supported(line) for line in self._lines)

    def begin_draft(self) -> None:
        """Make room for a new draft: what the reader decided for stays, the rest of an older draft goes."""
        self._lines = [line for line in self._lines if line.in_report]
        self._before.clear()

    def add_sentence(self, sentence: DraftSentence) -> None:
        """Append a sentence of the draft, or bring the guard's verdict to the line that says the same already."""
        self._before.clear()
        for index, line in enumerate(self._lines):
            if line.sentence is not None and line.sentence.text == sentence.text:
                self._lines[index] = replace(line, sentence=sentence)
                return
            if _comparable(line.text) == _comparable(sentence.text):
                return
        self._lines.append(Line(sentence.text, LineState.PENDING, sentence))

    def bring_verdicts(self, sentences: Iterable[DraftSentence]) -> None:
        """Take the guard's present verdicts on the draft's sentences, in every state that can be gone back to."""
        verdicts = {sentence.text: sentence for sentence in sentences}
        for lines in (self._lines, *self._before):
            lines[:] = [_with_verdict(line, verdicts) for line in lines]

    def bring_checks(self, checked: Iterable[DraftSentence]) -> None:
        """Take what the guard says of the reader's own wordings."""
        checks = {sentence.text: sentence for sentence in checked}
        self._lines[:] = [replace(line, checked=checks.get(line.text) if line.is_own else None) for line in self._lines]

    def accept(self, index: int) -> None:
        """Take the sentence as it is. A contradicted one is refused here: see :meth:`keep`."""
        line = self._lines[index]
        state = self._accepted_state(line)
        if state is not None:
            self._decide(index, replace(line, state=state))

    def keep(self, index: int) -> None:
        """Take a contradicted sentence knowingly."""
        line = self._lines[index]
        if line.is_contradicted:
            self._decide(index, replace(line, state=LineState.KEPT))

    def edit(self, index: int, text: str) -> None:
        """Replace the wording; an empty text rejects the line, the draft's own wording puts it back to review."""
        line = self._lines[index]
        written = _as_statement(text)
        if not written:
            self.reject(index)
        elif line.sentence is None:
            self._decide(index, replace(line, text=written, state=LineState.ADDED, checked=None))
        elif _comparable(written) != _comparable(line.sentence.text):
            self._decide(index, replace(line, text=written, state=LineState.EDITED, checked=None))
        else:
            own = replace(line, text=line.sentence.text, state=LineState.PENDING, checked=None)
            self._decide(index, replace(own, state=self._accepted_state(own) or LineState.PENDING))

    def reject(self, index: int) -> None:
        """Leave the line out of the report; it stays on the screen, struck through."""
        self._decide(index, replace(self._lines[index], state=LineState.REJECTED))

    def add(self, text: str) -> int | None:
        """Append a statement of the reader's own; returns its index, ``None`` for an empty text."""
        written = _as_statement(text)
        if not written:
            return None
        self._remember()
        self._lines.append(Line(written, LineState.ADDED))
        return len(self._lines) - 1

    def move(self, index: int, step: int) -> int:
        """Move a line up (-1) or down (1), as far as there is room; returns its new index."""
        target = min(max(index + step, 0), len(self._lines) - 1)
        if target != index:
            self._remember()
            self._lines.insert(target, self._lines.pop(index))
        return target

    def accept_supported(self) -> int:
        """Accept every pending sentence that the guard found supported, as one step; returns how many."""
        accepted = [
            replace(line, state=LineState.ACCEPTED) if _is_pending_supported(line) else line for line in self._lines
        ]
        count = self.pending_supported
        if count:
            self._remember()
            self._lines = accepted
        return count

    def undo(self) -> bool:
        """Take the last decision back; ``False`` where there is none (a new draft starts afresh)."""
        if not self._before:
            return False
        self._lines = self._before.pop()
        return True

    def next_pending(self, after: int) -> int | None:
        """Index of the next line to review, wrapping round; ``None`` when all are decided."""
        for step in range(1, len(self._lines) + 1):
            index = (after + step) % len(self._lines)
            if self._lines[index].state is LineState.PENDING:
                return index
        return None

    @staticmethod
    def _accepted_state(line: Line) -> LineState | None:
        if line.sentence is None:
            return LineState.ADDED
        if line.text != line.sentence.text:
            return LineState.EDITED
        return None if line.is_contradicted else LineState.ACCEPTED

    def _decide(self, index: int, line: Line) -> None:
        if line != self._lines[index]:
            self._remember()
            self._lines[index] = line

    def _remember(self) -> None:
        self._before.append(list(self._lines))


def _with_verdict(line: Line, verdicts: Mapping[str, DraftSentence]) -> Line:
    """A sentence that nothing contradicts any more isn't kept against the evidence: it is accepted."""
    if line.sentence is None or line.sentence.text not in verdicts:
        return line
    judged = replace(line, sentence=verdicts[line.sentence.text])
    released = judged.state is LineState.KEPT and not judged.is_contradicted
    return replace(judged, state=LineState.ACCEPTED) if released else judged


def _is_pending_supported(line: Line) -> bool:
    return line.state is LineState.PENDING and line.sentence is not None and line.sentence.support is Support.SUPPORTED


def _as_statement(text: str) -> str:
    """One line, closed like the draft's own sentences so that the printed report reads evenly."""
    cleaned = " ".join(text.split())
    return cleaned if not cleaned or cleaned[-1] in ".!?:" else f"{cleaned}."


def _comparable(text: str) -> str:
    return text.casefold().strip(" .")


def restore_lines(sentences: tuple[DraftSentence, ...], saved: ReportRevision | None) -> ReportLines:
    """Rebuild the review from what is stored.

    A saved statement that is also the draft's counts as decided for; any other is the reader's own wording. The
    draft's remaining sentences are put up for review again: showing one twice is safer than losing one.
    """
    kept = [part for part in (saved.text.splitlines() if saved else []) if part.strip()]
    by_text = {_comparable(sentence.text): sentence for sentence in sentences}
    lines = []
    for text in kept:
        sentence = by_text.pop(_comparable(text), None)
        if sentence is None:
            lines.append(Line(text, LineState.ADDED))
        else:
            contradicted = sentence.support is Support.CONTRADICTED
            lines.append(Line(sentence.text, LineState.KEPT if contradicted else LineState.ACCEPTED, sentence))
    lines += [Line(sentence.text, LineState.PENDING, sentence) for sentence in by_text.values()]
    return ReportLines(lines)
