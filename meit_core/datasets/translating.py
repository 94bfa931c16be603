"""PTB-XL's reports in English: by hand where somebody did it, by the lexicon where not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from meit_core.datasets.entry import Facts

BY_ID: Final = "reports_en.csv"
BY_TEXT: Final = "report_translations.tsv"
BY_HAND, BY_LEXICON, NONE = "translated by hand", "translated by the lexicon", "no report"


@dataclass(frozen=True, slots=True)
class English:
    """A report in English, lower case.

    Attributes
    ----------
    origin
        :data:`BY_HAND`, :data:`BY_LEXICON` or :data:`NONE`.
    language
        Of the source.
    untranslated
        Words that the lexicon doesn't know.
    """

    text: str
    origin: str
    language: str = ""
    untranslated: tuple[str, ...] = ()


class PtbxlReports:
    """Makes English reports: ``reports_en.csv`` wins, then ``report_translations.tsv``, then the lexicon.

    Raises
    ------
    UserError
        If the table of translations is there and damaged.
    """

    def __init__(self, root: Path) -> None:
        from meit_core.knowledge.translation import Translator, read_known_translations

        table = root / BY_TEXT
        self._translator = Translator(read_known_translations(table) if table.is_file() else None)
        self._by_id = (root / BY_ID).is_file()

    @property
    def made_from(self) -> str:
        """Where most reports come from."""
        return f"{BY_ID}: report_en" if self._by_id else "ptbxl_database.csv: report, translated"

    def english(self, facts: Facts) -> English:
        """Return a recording's report."""
        if facts.english.strip():
            return English(facts.english.strip().lower(), BY_HAND, language_of(facts.text))
        if not facts.text.strip():
            return English("", NONE)
        done = self._translator.translate(facts.text)
        origin = BY_HAND if done.by_hand else BY_LEXICON
        return English(done.text.strip().lower(), origin, done.language, done.untranslated)


@lru_cache(maxsize=4096)
def language_of(text: str) -> str:
    """Return the language a report is written in, ``de``, ``sv``, ``en`` or ``mixed``; empty where there is no text."""
    from meit_core.knowledge.translation.translator import language_of as guess

    return guess(text) if text.strip() else ""
