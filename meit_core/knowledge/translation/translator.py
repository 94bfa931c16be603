"""From a report of PTB-XL, in whichever language it was written, to English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from meit_core.errors import UserError
from meit_core.knowledge.translation.composing import Composer
from meit_core.knowledge.translation.leads import read_leads
from meit_core.knowledge.translation.lexicon import (
    Kind,
    Language,
    TranslationLexicon,
    load_translation_lexicon,
)
from meit_core.knowledge.translation.matching import Match, completed, foreign_match, longest_match
from meit_core.knowledge.translation.spelling import corrected
from meit_core.knowledge.translation.tokens import Token, TokenKind, tokenise

LONGEST_REPORT: Final = 250
"""PTB-XL cuts reports after 255 characters: one at least this long may end within a word."""
_ANNOTATION: Final = re.compile(r"\s*\bEdit\s*:.*$", re.DOTALL | re.IGNORECASE)
"""What an annotator of the data set noted behind the report (codes, age); no part of it."""
_MACHINE_NOTE: Final = re.compile(
    r"\s+4\.46(?:\s+u\S*(?:\s+b\S*)?)?\s*$|\s+unbest\S*\s+b\S*\s*$|\s+4\.?4?\s*$", re.IGNORECASE
)
"""Version of the program and ``unbestätigter bericht``, whole or cut off."""
_ENDS: Final = frozenset({".", "!", "?", ";"})
_MIXED_SHARE: Final = 0.2
_MIXED_WORDS: Final = 2
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Translation:
    """An English report.

    Attributes
    ----------
    text
        Lower case, one finding in each sentence; empty for an empty report.
    language
        Language of the source: ``de``, ``sv``, ``en``, or ``mixed``.
    untranslated
        Words that were left as they stood, in their order. Numbers, leads and doses need no translation.
    by_hand
        Whether the text is a person's translation and not the lexicon's.
    """

    text: str
    language: Literal["de", "sv", "en", "mixed"]
    untranslated: tuple[str, ...] = ()
    by_hand: bool = False


class Translator:
    """Translates reports; a translation that a person made wins over the lexicon.

    Parameters
    ----------
    known
        Whole source report to its English, see :func:`read_known_translations`. White space doesn't matter.
    """

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self._known = {_spaced(source): english for source, english in (known or {}).items()}

    def translate(self, report: str) -> Translation:
        """Translate one report."""
        by_hand = self._known.get(_spaced(report))
        if by_hand is None:
            return translate(report)
        return Translation(by_hand, language_of(report), by_hand=True)


def read_known_translations(path: Path) -> dict[str, str]:
    """Read hand-made translations: a report, a tab and its English on each line, no heading.

    Raises
    ------
    UserError
        If the file can't be read, or a line isn't two columns.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(
            f"The translations in {path.name} can't be read.", "It has to be a text file in UTF-8."
        ) from fault
    known: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        source, tab, english = line.rstrip("\r").partition("\t")
        if not tab or "\t" in english:
            raise UserError(
                f"Line {number} of {path.name} isn't a translation.", "A line holds a report, a tab and its English."
            )
        known[source] = english
    return known


@lru_cache(maxsize=32768)
def translate(report: str) -> Translation:
    """Translate a report by the lexicon: the longest known phrase at each place, then the next.

    What the lexicon doesn't know stays as it is and is listed in ``untranslated``. An annotator's ``Edit:`` note and
    the note of the ECG machine that nobody has confirmed its report are left out.
    """
    lexicon = load_translation_lexicon()
    source = _ANNOTATION.sub("", report)
    torn = len(source.rstrip()) >= LONGEST_REPORT
    tokens = tokenise(_MACHINE_NOTE.sub("", f" {source}"))
    main, language = _languages(lexicon, tokens)
    if torn and not _MACHINE_NOTE.search(source):
        tokens = completed(lexicon, tokens, main)
    tokens = tuple(_spelt(lexicon, token, main) for token in tokens)
    composer = Composer()
    untranslated: list[str] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.kind is TokenKind.PUNCTUATION:
            _mark(composer, token.text, main)
            position += 1
            continue
        match = longest_match(lexicon, tokens, position, main)
        found = read_leads(tokens, position, after_preposition=False) if match is None else None
        if match is None and found is None:
            match = foreign_match(lexicon, tokens, position, main)
        if match is not None:
            _compose(composer, match)
            position = match.end
        elif found is not None:
            composer.leads(found[0], named=main is Language.ENGLISH)
            position = found[1]
        else:
            if token.kind is TokenKind.WORD and token.text not in lexicon.english:
                untranslated.append(token.raw)
            raw = token.raw.replace(",", ".") if token.kind is TokenKind.NUMBER else token.raw
            composer.word(raw, glued=token.hyphened)
            position += 1
    text = composer.text(torn=torn, doubtful=torn and main is Language.ENGLISH)
    return Translation(text, language, tuple(untranslated))


def language_of(report: str) -> Literal["de", "sv", "en", "mixed"]:
    """Say which language a report is written in."""
    return _languages(load_translation_lexicon(), tokenise(_ANNOTATION.sub("", report)))[1]


def _languages(
    lexicon: TranslationLexicon, tokens: tuple[Token, ...]
) -> tuple[Language, Literal["de", "sv", "en", "mixed"]]:
    """Return the language to translate from, and what to call it; words that two languages share say nothing."""
    vocabulary = {**lexicon.source_words, Language.ENGLISH: lexicon.english}
    counts = dict.fromkeys(Language, 0)
    for token in tokens:
        if token.kind is not TokenKind.WORD:
            continue
        spoken = [language for language in Language if token.text in vocabulary[language]]
        if len(spoken) == 1:
            counts[spoken[0]] += 1
    ranked = sorted(Language, key=lambda language: -counts[language])
    main, second = ranked[0], ranked[1]
    mixed = counts[second] >= _MIXED_WORDS and counts[second] >= _MIXED_SHARE * counts[main]
    return main, "mixed" if mixed else main.value


def _spelt(lexicon: TranslationLexicon, token: Token, main: Language) -> Token:
    known = (
        token.kind is not TokenKind.WORD
        or token.text in lexicon.places
        or token.text in lexicon.english
        or any(token.text in words for words in lexicon.source_words.values())
    )
    if known:
        return token
    vocabulary = lexicon.english if main is Language.ENGLISH else lexicon.source_words[main]
    right = corrected(token.text, vocabulary)
    return token if right is None else replace(token, text=right, raw=right)


def _mark(composer: Composer, mark: str, main: Language) -> None:
    if mark not in _ENDS:
        composer.mark(mark)
    elif main is Language.ENGLISH:
        composer.stop()
    elif not composer.waits:
        composer.pause()


def _compose(composer: Composer, match: Match) -> None:
    text = match.english
    kind = match.entry.kind
    if match.entry.language is Language.ENGLISH and kind in (Kind.FINDING, Kind.BEFORE):
        composer.noun(text, waiting=kind is Kind.BEFORE)
        return
    match kind:
        case Kind.FINDING:
            composer.finding(text)
        case Kind.BEFORE:
            composer.before(text)
        case Kind.AFTER:
            composer.after(text if text.startswith(",") else f" {text}")
        case Kind.TURNED:
            composer.turned(text)
        case Kind.JOIN:
            composer.join(text)
        case Kind.WORD:
            composer.word(text)
        case _:
            pass
    if match.leads is not None:
        composer.count(match.leads)


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
