"""Reports in one wording, so that what is compared is what they say and not how a clinic says it."""

from __future__ import annotations

from meit_core.knowledge.lexicon import Certainty
from meit_core.knowledge.parser import parse_report
from meit_core.knowledge.statements import statements_by_code

_HEDGES = {Certainty.DEFINITE: "", Certainty.PROBABLE: "probable ", Certainty.POSSIBLE: "possible "}


def canonical_report(text: str) -> str:
    """Return a report's statements in the library's wording, each once, in the order of the text.

    What a report excludes, and what the parser doesn't understand, is left out.
    """
    library = statements_by_code()
    said: dict[str, str] = {}
    for mention in parse_report(text):
        if not mention.negated and mention.code in library:
            label = library[mention.code].label.lower()
            said.setdefault(mention.code, f"{_HEDGES[mention.certainty]}{label}.")
    return " ".join(said.values())
