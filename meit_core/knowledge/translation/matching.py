"""The longest phrase of the lexicon at a place of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from meit_core.knowledge.translation.leads import Leads, read_leads
from meit_core.knowledge.translation.lexicon import Entry, Kind, Language, TranslationLexicon, Word
from meit_core.knowledge.translation.tokens import Token, TokenKind

_ENDS_SENTENCE: Final = frozenset({".", "!", "?", ";"})
_LEADS_WORDS: Final = frozenset(
    {"ableitungen", "ableitung", "abl", "ablt", "abltg", "abltgen", "avledningar", "avledningarna"}
)
_LIST_WORDS: Final = frozenset({"und", "u", "och", "oder", "eller"})
_SHORTEST_TORN: Final = 5
"""Fewer letters of a single word may be the beginning of anything."""

_LISTS: Final = {"linksbelastung": ("ischaemie", "oder", "linksbelastung"), "ableitungen": ("ableitungen",)}


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: where it ends, and what filled its slots."""

    entry: Entry
    end: int
    length: int
    leads: Leads | None
    english: str


@dataclass(slots=True)
class _Filling:
    length: int = 0
    literals: int = 0
    leads: Leads | None = None
    slots: dict[str, str] = field(default_factory=dict)


def longest_match(lexicon: TranslationLexicon, tokens: Sequence[Token], start: int, language: Language) -> Match | None:
    """Return the longest phrase of one language at ``start``."""
    candidates = [*lexicon.by_word.get(tokens[start].text, ()), *lexicon.by_slot]
    return _longest(lexicon, tokens, start, (entry for entry in candidates if entry.language is language))


def foreign_match(lexicon: TranslationLexicon, tokens: Sequence[Token], start: int, main: Language) -> Match | None:
    """Return the longest phrase of the languages that a report isn't mainly written in.

    In an English report only what isn't English anyhow, or German ``in`` would be found in it.
    """
    candidates = [*lexicon.by_word.get(tokens[start].text, ()), *lexicon.by_slot]
    found = _longest(lexicon, tokens, start, (entry for entry in candidates if entry.language is not main))
    if found is None or main is not Language.ENGLISH:
        return found
    words = [token.text for token in tokens[start : found.end] if token.kind is TokenKind.WORD]
    return None if all(word in lexicon.english for word in words) else found


def _longest(
    lexicon: TranslationLexicon, tokens: Sequence[Token], start: int, entries: Iterable[Entry]
) -> Match | None:
    best: Match | None = None
    best_key = (0, 0)
    for entry in entries:
        filled = _match(lexicon, entry, tokens, start)
        if filled is None:
            continue
        end, filling = filled
        key = (filling.length, filling.literals)
        if key > best_key:
            english = entry.english
            for slot, value in filling.slots.items():
                english = english.replace(slot, value)
            best, best_key = Match(entry, end, filling.length, filling.leads, english), key
    return best


def _match(
    lexicon: TranslationLexicon, entry: Entry, tokens: Sequence[Token], start: int
) -> tuple[int, _Filling] | None:
    filling = _Filling()
    position = start
    for number, item in enumerate(entry.items):
        if number:
            position = _behind_marks(tokens, position, entry.language)
        if position >= len(tokens):
            return None
        if isinstance(item, Word):
            if not item.matches(tokens[position].text):
                return None
            position += 1
            filling.length += 1
            filling.literals += 1
            continue
        filled = _fill(lexicon, item, tokens, position, number > 0)
        if filled is None:
            return None
        value, end = filled
        if isinstance(value, Leads):
            filling.leads = value
        filling.slots[item] = str(value)
        filling.length += sum(token.kind is not TokenKind.PUNCTUATION for token in tokens[position:end])
        position = end
    return position, filling


def _behind_marks(tokens: Sequence[Token], position: int, language: Language) -> int:
    """Step over marks inside a phrase: German and Swedish reports put full stops and commas anywhere."""
    while position < len(tokens) and tokens[position].kind is TokenKind.PUNCTUATION:
        if language is Language.ENGLISH and tokens[position].text in _ENDS_SENTENCE:
            break
        position += 1
    return position


def _fill(
    lexicon: TranslationLexicon, slot: str, tokens: Sequence[Token], position: int, inside: bool
) -> tuple[str | Leads, int] | None:
    token = tokens[position]
    match slot:
        case "{leads}":
            return read_leads(tokens, position, after_preposition=inside)
        case "{number}":
            if token.kind not in (TokenKind.NUMBER, TokenKind.DOSE):
                return None
            return token.raw.replace(",", ".").replace(" ", ""), position + 1
        case "{date}":
            return (token.raw, position + 1) if token.kind is TokenKind.DATE else None
        case "{place}":
            return _places(lexicon, tokens, position, each_with_leads=False)
        case _:
            return _places(lexicon, tokens, position, each_with_leads=True)


def _places(
    lexicon: TranslationLexicon, tokens: Sequence[Token], position: int, *, each_with_leads: bool
) -> tuple[str, int] | None:
    """Read ``anteriorer und inferiorer``, or with leads ``anterioren ableitungen lateralen ableitungen``."""
    names: list[str] = []
    end = position
    while end < len(tokens):
        at = end
        while names and at < len(tokens) and (tokens[at].text in (",", "/") or tokens[at].text in _LIST_WORDS):
            at += 1
        found = _place(lexicon, tokens, at)
        if found is None:
            break
        name, at = found
        if each_with_leads:
            if at >= len(tokens) or tokens[at].text not in _LEADS_WORDS:
                break
            at += 1
        if name not in names:
            names.append(name)
        end = at
    if not names:
        return None
    return (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"), end


def _place(lexicon: TranslationLexicon, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    if at >= len(tokens):
        return None
    if at + 1 < len(tokens) and (name := lexicon.places.get(tokens[at].text + tokens[at + 1].text)) is not None:
        return name, at + 2  # "infero-posteriorer"
    name = lexicon.places.get(tokens[at].text)
    return None if name is None else (name, at + 1)


def completed(lexicon: TranslationLexicon, tokens: tuple[Token, ...], main: Language) -> tuple[Token, ...]:
    """Complete a phrase that a report cut off at its last letters, or drop the torn word.

    PTB-XL's reports end after 255 characters. Only what the tail of a known phrase makes certain is completed.
    """
    if not tokens or tokens[-1].kind is not TokenKind.WORD:
        return tokens
    last = tokens[-1].text
    words = [token for token in tokens if token.kind is not TokenKind.PUNCTUATION]
    best_key = (0, 0)
    best: tuple[str, ...] | None = None
    for entry in lexicon.entries:
        if entry.language is not main or entry.kind is Kind.PLACE:
            continue
        for taken in range(min(len(entry.items), len(words)), 0, -1):
            rest = _rest(lexicon, entry, taken, last)
            if rest is None or (taken == 1 and len(last) < _SHORTEST_TORN):
                continue
            pairs = zip(entry.items, words[-taken:-1], strict=False)
            if all(_may_stand(lexicon, item, token.text) for item, token in pairs):
                if (taken, -len(rest)) > best_key or best is None:
                    best_key, best = (taken, -len(rest)), rest
                break
    if len(words) > 1 and words[-2].text in lexicon.places and "ableitungen".startswith(last):
        best = ("ableitungen",)
    elif len(words) > 1 and words[-2].text in _LISTS and (place := _whole_place(lexicon, last)) is not None:
        best = (place, *_LISTS[words[-2].text])  # a list goes on: what followed the place before follows this one
    elif last == "ischaemie" and any(word.text == "linksbelastung" for word in words):
        best = _LISTS["linksbelastung"]
    if best is not None:
        return tokens[:-1] + tuple(Token(text, text, TokenKind.WORD) for text in best)
    vocabulary = lexicon.english if main is Language.ENGLISH else lexicon.source_words[main]
    return tokens if len(last) > 1 and last in vocabulary else tokens[:-1]


def _rest(lexicon: TranslationLexicon, entry: Entry, taken: int, last: str) -> tuple[str, ...] | None:
    """Return the words that end a phrase from its torn word on; ``None`` if ``last`` isn't a part of that word."""
    torn = entry.items[taken - 1]
    if isinstance(torn, Word):
        whole = next((form for form in torn.forms if form.startswith(last)), None)
    elif torn == "{place}":
        whole = _whole_place(lexicon, last)
    else:
        whole = None
    literals = [item.text for item in entry.items[taken:] if isinstance(item, Word)]
    return None if whole is None or len(literals) < len(entry.items) - taken else (whole, *literals)


def _whole_place(lexicon: TranslationLexicon, last: str) -> str | None:
    if len(last) < _SHORTEST_TORN:
        return None
    return min((place for place in lexicon.places if place.startswith(last)), key=len, default=None)


def _may_stand(lexicon: TranslationLexicon, item: Word | str, text: str) -> bool:
    return item.matches(text) if isinstance(item, Word) else text in lexicon.places
