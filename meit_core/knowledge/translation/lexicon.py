"""The phrase lexicon: one readable table for each source language, in ``resources/knowledge/translation``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from meit_core.errors import EnvironmentFault
from meit_core.knowledge.translation.tokens import TokenKind, tokenise
from meit_core.resources import resource_path

FOLDER: Final = ("knowledge", "translation")
_STEM_MARK: Final = "~"
_ENDINGS: Final = ("", "e", "er", "en", "es", "em", "a", "t")
"""Endings of German and Swedish adjectives, which English doesn't need."""
_SLOTS: Final = ("{place}", "{places}", "{leads}", "{number}", "{date}")


class Language(StrEnum):
    GERMAN = "de"
    SWEDISH = "sv"
    ENGLISH = "en"


class Kind(StrEnum):
    """What a phrase does to the English text; the folder's README explains each with an example."""

    FINDING = "finding"
    AFTER = "after"
    BEFORE = "before"
    TURNED = "turned"
    JOIN = "join"
    WORD = "word"
    PLACE = "place"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a phrase; ``stem`` words also match with an adjective's ending."""

    text: str
    stem: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(self.text + ending for ending in _ENDINGS) if self.stem else (self.text,)

    def matches(self, text: str) -> bool:
        return text == self.text or (self.stem and text.startswith(self.text) and text[len(self.text) :] in _ENDINGS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase: words and slots (``{leads}``), its English, and what it does to the text."""

    source: str
    items: tuple[Word | str, ...]
    english: str
    kind: Kind
    language: Language


@dataclass(frozen=True, slots=True)
class TranslationLexicon:
    """All phrases, indexed by their first word.

    Attributes
    ----------
    places
        Territories of the heart, by source word.
    english
        Words that may stand in an English report.
    source_words
        Words of each language's phrases.
    """

    by_word: Mapping[str, tuple[Entry, ...]]
    by_slot: tuple[Entry, ...]
    places: Mapping[str, str]
    english: frozenset[str]
    source_words: Mapping[Language, frozenset[str]]
    entries: tuple[Entry, ...]


@cache
def load_translation_lexicon() -> TranslationLexicon:
    """Read the phrase tables and the list of English words.

    Raises
    ------
    EnvironmentFault
        Where a line can't be understood; the sentence names file and line.
    """
    entries = tuple(entry for language in Language for entry in _read(language))
    by_word: dict[str, list[Entry]] = defaultdict(list)
    by_slot: list[Entry] = []
    words: dict[Language, set[str]] = {language: set() for language in Language}
    places: dict[str, str] = {}
    for entry in entries:
        literals = [item for item in entry.items if isinstance(item, Word)]
        for item in literals:
            words[entry.language].update(item.forms)
        if entry.kind is Kind.PLACE:
            places.update(dict.fromkeys(literals[0].forms, entry.english))
            continue
        first = entry.items[0]
        if isinstance(first, str):
            by_slot.append(entry)
            continue
        for form in first.forms:
            by_word[form].append(entry)
    english = resource_path(*FOLDER, "english.txt").read_text(encoding="utf-8").split("\n")
    return TranslationLexicon(
        {word: tuple(found) for word, found in by_word.items()},
        tuple(by_slot),
        places,
        frozenset(line for line in english if line and not line.startswith("#")),
        {language: frozenset(found) for language, found in words.items()},
        entries,
    )


def _read(language: Language) -> Iterator[Entry]:
    path = resource_path(*FOLDER, f"{language}.tsv")
    seen: set[tuple[Word | str, ...]] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        try:
            source, english, kind = columns
            entry = Entry(source, _items(source), english, Kind(kind), language)
        except ValueError:
            raise EnvironmentFault(
                f"Line {number} of {path.name} isn't a phrase: {line[:60]!r}.",
                "A line holds source, English and kind, with a tab between them; the README beside it explains.",
            ) from None
        if entry.items in seen:
            raise EnvironmentFault(
                f"Line {number} of {path.name} translates {source!r} a second time.", "Keep one of the two lines."
            )
        seen.add(entry.items)
        yield entry


def _items(source: str) -> tuple[Word | str, ...]:
    items: list[Word | str] = []
    for part in source.split():
        if part in _SLOTS:
            items.append(part)
            continue
        stem = part.endswith(_STEM_MARK)
        tokens = [token for token in tokenise(part.removesuffix(_STEM_MARK)) if token.kind is not TokenKind.PUNCTUATION]
        items += [Word(token.text) for token in tokens[:-1]]
        items += [Word(token.text, stem) for token in tokens[-1:]]
    if not items:
        raise ValueError(source)
    return tuple(items)
