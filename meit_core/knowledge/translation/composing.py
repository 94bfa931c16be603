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
})  # fmt: skip
"""Words that say nothing at the end of a report that was cut off."""
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
        self._open = self._comma = False

    def turned(self, text: str) -> None:
        """Put in front what the source puts behind: ``infarkt möglich`` -> ``possible infarction``."""
        if self._pieces and not self._open:
            self._pieces.insert(0, text)
        else:
            self.before(text)

    def join(self, text: str) -> None:
        if self._pieces or text not in ("and", "or", "with"):
            self._pieces.append(text)
        self._open = self._joined = True
        self._comma = False

    def word(self, text: str, *, glued: bool = False) -> None:
        if self._comma and self._pieces:
            self._pieces[-1] += ","
        if glued and self._pieces:
            self._pieces[-1] += f"-{text}"
        else:
            self._pieces.append(text)
        self._open = self._comma = self._complete = False

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
        self._open = self._comma = False
        self._complete = True

    def mark(self, mark: str) -> None:
        """Take a comma, colon or bracket of the source where the sentence goes on behind it."""
        if mark == "(":
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
        text = " ".join(words)
        text += ")" * (text.count("(") - text.count(")"))
        text = _SPACE_BEFORE_MARK.sub("", _EMPTY_BRACKETS.sub("", text)).strip(" ,;:/+&-")
        single = len(self._leads) == 1 and not self._leads[0].several
        if re.search(r"[a-z0-9]", text):
            self._sentences.append(text.replace("{s}", "" if single else "s"))
        self._pieces, self._leads = [], []
        self._open = self._joined = self._comma = self._complete = False
        self._brackets = 0

    def text(self, *, torn: bool = False) -> str:
        self.stop(torn=torn)
        return " ".join(f"{sentence}." for sentence in self._sentences)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._open = self._comma = False

    def _says_leads(self) -> bool:
        return bool(self._pieces) and self._pieces[-1].rsplit(" ", 1)[-1] in ("lead", "leads")
