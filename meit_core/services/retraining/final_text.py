"""What a signed report says in the end: addenda win over what they correct."""

from __future__ import annotations

from meit_core.domain.training import SignedReport
from meit_core.knowledge.parser import parse_sentence, split_sentences, stated_codes


def final_text(signed: SignedReport) -> str | None:
    """Return the report as one text in lower case, as the model writes; ``None`` where it isn't clear what holds.

    An addendum adds to the report. Where it denies what the report states, the sentence that stated it goes, and so
    does an addendum's sentence that only denies it. A sentence that also states something else can't be taken apart.
    """
    stated = stated_codes(signed.text)
    denied = {
        mention.code
        for addendum in signed.addenda
        for sentence in split_sentences(addendum)
        for mention in parse_sentence(sentence)
        if mention.negated
    }
    taken_back = denied & stated
    sentences = []
    for sentence in split_sentences(signed.text):
        said = stated_codes(sentence)
        if not said & taken_back:
            sentences.append(sentence)
        elif said - taken_back:
            return None
    for addendum in signed.addenda:
        sentences += [sentence for sentence in split_sentences(addendum) if not _only_denies(sentence, taken_back)]
    return " ".join(_ended(sentence) for sentence in sentences).lower() or None


def _only_denies(sentence: str, taken_back: set[str]) -> bool:
    mentions = parse_sentence(sentence)
    return bool(mentions) and all(mention.negated and mention.code in taken_back for mention in mentions)


def _ended(sentence: str) -> str:
    return sentence if sentence[-1] in ".!?" else f"{sentence}."
