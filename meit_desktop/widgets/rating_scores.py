"""The scores of one rating while they are given."""

from __future__ import annotations

from collections.abc import Mapping

from meit_core.domain.rating import COMMENT_ASKED_AT, SCORES, Criterion

ORDER = tuple(Criterion)


class RatingScores:
    """Which criterion is next, what was given, and the way back."""

    def __init__(self, scores: Mapping[Criterion, int] | None = None) -> None:
        self._scores: dict[Criterion, int] = dict(scores or {})
        self._given: list[tuple[Criterion, int | None]] = []
        self._current: Criterion | None = self._next_open()

    @property
    def scores(self) -> Mapping[Criterion, int]:
        return dict(self._scores)

    @property
    def current(self) -> Criterion | None:
        """The criterion that the next number goes to; ``None`` when all four are scored."""
        return self._current

    @property
    def is_complete(self) -> bool:
        return all(criterion in self._scores for criterion in ORDER)

    @property
    def wants_comment(self) -> bool:
        """Whether a score is so low that the reason is asked for."""
        return any(score <= COMMENT_ASKED_AT for score in self._scores.values())

    def give(self, score: int) -> None:
        """Score the current criterion and go on to the next one that has no score."""
        if score not in SCORES or self._current is None:
            return
        self._given.append((self._current, self._scores.get(self._current)))
        self._scores[self._current] = score
        self._current = self._next_open()

    def go_to(self, criterion: Criterion) -> None:
        """Score this criterion next, again if it was scored."""
        self._current = criterion

    def undo(self) -> bool:
        """Take the last score back and stand at its criterion; ``False`` where there is none to take back."""
        if not self._given:
            return False
        criterion, before = self._given.pop()
        if before is None:
            self._scores.pop(criterion, None)
        else:
            self._scores[criterion] = before
        self._current = criterion
        return True

    def _next_open(self) -> Criterion | None:
        return next((criterion for criterion in ORDER if criterion not in self._scores), None)
