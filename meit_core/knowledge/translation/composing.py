"""English sentences from translated pieces: one finding in each, as a careful translator writes them."""

from __future__ import annotations

import re
from typing import Final

from meit_core.knowledge.translation.leads import Leads

_LEFT_HANGING: Final = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "consistent", "due", "for", "from", "has",
    "have", "in", "is", "it", "likely", "may", "of", "on", "or", "possibly", "probably", "should", "suggest",
    "suggesting", "suggests", "than", "that", "the", "there", "these", "this", "to", "was", "were", "which", "with",
    "findings", "finding", "could", "considered", "differential", "diagnosis", "suspected", "possible", "probable",
    "exclude", "excluding",
})  # fmt: skip
"""Words that say nothing at the end of a report that was cut off."""
_DENIALS: Final = frozenset({"no", "not", "cannot", "without", "neither"})
_GRAVE: Final = re.compile(r"(?:infarctions?|ischemia|injury|pericarditis)$")
_SUBJECTS: Final = frozenset({"t wave", "t waves", "st segment", "st segments"})
_ASSERTED: Final = re.compile(
    r"\b(?:consistent|suggest\w*|due to|indicat\w*|possibl[ey]|probabl[ey]|likely|not|acute|exclude\w*)\b"
)
_CERTAINTY: Final = frozenset({"possible", "probable"})
_SPACE_BEFORE_MARK: Final = re.compile(r"\s+(?=[,;:)%])|(?<=\()\s+")
_EMPTY_BRACKETS: Final = re.compile(r"\(\s*[,;]*\s*\)")


class Composer:
    """Collects pieces in the source's order and puts them into English order."""

    def __init__(self) -> None:
        self._sentences: list[str] = []
        self._pieces: list[str] = []
        self._open = False
        self._joined = False
        self._complete = False
        self._paused = False
        self._comma = False
        self._brackets = 0
        self._leads: list[Leads] = []

    def finding(self, text: str) -> None:
        """Begin a sentence, unless a word before it (``suspected``, ``with``) waits for its noun."""
        if not self._open:
            self.stop()
        certainty, _, rest = text.partition(" ")
        if self._pieces and not self._joined and certainty in _CERTAINTY:
            self._pieces.insert(0, certainty)  # "chronic" + "possible infarction": possible chronic infarction
            text = rest
        self._add(text)

    def before(self, text: str) -> None:
        if not self._open:
            self.stop()
        self._add(text)
        self._open = True

    def after(self, text: str) -> None:
        """Go on with the sentence; the text brings its own comma or space."""
        if not self._pieces or self._pieces[-1] == "(":
            self._pieces.append(text.lstrip(", "))
        else:
            self._pieces[-1] += text
        self._open = self._comma = self._paused = False

    def turned(self, text: str) -> None:
        """Put in front what the source puts behind: ``infarkt möglich`` -> ``possible infarction``."""
        if self._pieces and not self._open:
            start = self._bracketed()
            certainty, _, rest = self._pieces[start].partition(" ")
            if rest and certainty in _CERTAINTY and text not in _CERTAINTY:
                self._pieces[start] = f"{certainty} {text} {rest}"
            else:
                self._pieces.insert(start, text)
            self._paused = False
        else:
            self.before(text)

    def join(self, text: str) -> None:
        if self._pieces or text not in ("and", "or", "with"):
            self._pieces.append(text)
        self._open = self._joined = True
        self._comma = False

    def word(self, text: str, *, glued: bool = False) -> None:
        if self._paused:
            self.stop()
        if self._comma and self._pieces:
            self._pieces[-1] += ","
        if glued and self._pieces:
            self._pieces[-1] += f"-{text}"
        else:
            self._pieces.append(text)
        self._open = self._comma = self._complete = False

    def pause(self) -> None:
        """Take a full stop that may be an abbreviation's: ``biphas. v3-6`` goes on, ``normal. patient`` doesn't."""
        self._paused = bool(self._pieces)

    def noun(self, text: str, *, waiting: bool = False) -> None:
        """Put an English finding: a sentence of its own where the one before is complete, else a part of it."""
        if self._complete:
            self.stop()
        self.word(text)
        self._complete = not waiting

    def count(self, leads: Leads) -> None:
        """Take note of leads that a phrase brought, for singular and plural."""
        self._leads.append(leads)

    def leads(self, leads: Leads, *, named: bool) -> None:
        """Attach leads: ``in lead v1``; only the names where the text has just said ``leads`` itself."""
        self._leads.append(leads)
        if named:
            self._pieces.append(leads.listed if self._says_leads() else str(leads))
        elif self._pieces:
            self._pieces[-1] += f" in {leads}"
        else:
            self._pieces.append(str(leads))
        self._open = self._comma = self._paused = False
        self._complete = True

    def mark(self, mark: str) -> None:
        """Take a comma, colon or bracket of the source where the sentence goes on behind it."""
        if mark == "(":
            self._paused = False
            self._pieces.append("(")
            self._brackets += 1
            self._open = self._joined = True
        elif mark == ")" and self._brackets:
            self._pieces.append(")")
            self._brackets -= 1
            self._open = False
        elif mark == ",":
            self._comma = bool(self._pieces)
        elif mark in ':/+&%<>="' and self._pieces:
            self._pieces.append(mark)
            self._complete = False

    @property
    def waits(self) -> bool:
        return self._open

    def stop(self, *, torn: bool = False) -> None:
        """End the sentence; drop what was left hanging at its end."""
        words = " ".join(piece for piece in self._pieces if piece).split()
        if torn or self._open:
            while words and words[-1].strip(",") in _LEFT_HANGING | {"("}:
                words.pop()
            if words and words[-1] in _DENIALS:
                words.clear()  # without what it denies, the sentence would state it
        text = " ".join(words)
        text += ")" * (text.count("(") - text.count(")"))
        text = _SPACE_BEFORE_MARK.sub("", _EMPTY_BRACKETS.sub("", text)).strip(" ,;:/+&-")
        single = len(self._leads) == 1 and not self._leads[0].several
        if re.search(r"[a-z0-9]", text):
            self._sentences.append(text.replace("{s}", "" if single else "s"))
        self._pieces, self._leads = [], []
        self._open = self._joined = self._comma = self._complete = self._paused = False
        self._brackets = 0

    def text(self, *, torn: bool = False, doubtful: bool = False) -> str:
        """Return the report.

        Parameters
        ----------
        torn
            It was cut off: words left hanging at its end are dropped.
        doubtful
            What the torn sentence says of a grave finding is lost (``old infarct`` | ``cannot be excluded``): without
            it the sentence would state it, so it goes.
        """
        written = len(self._sentences)
        self.stop(torn=torn)
        last = self._sentences[-1] if len(self._sentences) > written else ""
        if doubtful and (last in _SUBJECTS or (_GRAVE.search(last) and not _ASSERTED.search(last))):
            self._sentences.pop()
        return " ".join(f"{sentence}." for sentence in self._sentences)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._open = self._comma = False

    def _bracketed(self) -> int:
        """Return where the words of the open bracket begin, or the sentence."""
        if not self._brackets:
            return 0
        opened = len(self._pieces) - 1 - self._pieces[::-1].index("(")
        return min(opened + 1, len(self._pieces) - 1)

    def _says_leads(self) -> bool:
        return bool(self._pieces) and self._pieces[-1].rsplit(" ", 1)[-1] in ("lead", "leads")
