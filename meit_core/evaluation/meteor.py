"""METEOR without a WordNet installation: the synonyms of the words that ECG reports use ship with the product."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from meit_core.resources import resource_path

METEOR_IMPLEMENTATION = (
    "nltk meteor_score (Lavie & Agarwal 2007; alpha 0.9, beta 3, gamma 0.5): exact form, Porter stem, and WordNet 3.0 "
    "synonyms of the words in the shipped table; a word outside the table matches by form and stem only"
)


@dataclass(frozen=True, slots=True)
class _Lemma:
    text: str

    def name(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class _Synset:
    words: tuple[_Lemma, ...]

    def lemmas(self) -> tuple[_Lemma, ...]:
        return self.words


class _SynonymTable:
    """The one method of nltk's WordNet reader that METEOR calls."""

    def __init__(self, synonyms: Mapping[str, Sequence[str]]) -> None:
        self._synsets = {word: (_Synset(tuple(map(_Lemma, others))),) for word, others in synonyms.items()}

    def synsets(self, word: str) -> tuple[_Synset, ...]:
        return self._synsets.get(word, ())


@cache
def _synonym_table() -> _SynonymTable:
    text = resource_path("knowledge", "wordnet_synonyms.json").read_text(encoding="utf-8")
    return _SynonymTable(json.loads(text)["synonyms"])


def meteor(hypothesis: Sequence[str], reference: Sequence[str]) -> float:
    """Return METEOR of one tokenised hypothesis against one tokenised reference, in [0, 1]."""
    from nltk.translate.meteor_score import single_meteor_score

    return float(single_meteor_score(reference, hypothesis, wordnet=_synonym_table()))
