"""The statement library: every code the parser knows is in it, and its acronyms are unambiguous."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from meit_core.knowledge import Statement, expand_acronym, load_statements, parse_report
from meit_core.knowledge.lexicon import load_lexicon


def test_every_code_of_the_parser_is_in_the_library() -> None:
    lexicon = load_lexicon()
    known = {code for phrase in lexicon.phrases for code in (*phrase.codes, *phrase.suggests)}
    known |= {code for families in lexicon.territories.values() for code in families.values()}
    assert known == {statement.code for statement in load_statements()}


def test_codes_and_acronyms_are_unique() -> None:
    statements = load_statements()
    assert len({statement.code for statement in statements}) == len(statements)
    acronyms = Counter(acronym for statement in statements for acronym in statement.acronyms)
    assert [acronym for acronym, count in acronyms.items() if count > 1 or acronym != acronym.lower()] == []


def test_acronyms_expand_to_their_wording() -> None:
    assert expand_acronym("sr") == "sinus rhythm"
    assert expand_acronym(" LAFB ") == "left anterior fascicular block"
    assert expand_acronym("1avb") == "first degree AV block"
    assert expand_acronym("sinus") is None


@pytest.mark.parametrize("statement", load_statements(), ids=lambda statement: statement.code)
def test_every_wording_is_understood_as_its_own_code(statement: Statement) -> None:
    """A report put together from the library has to mean what was picked."""
    assert statement.code in {mention.code for mention in parse_report(statement.label + ".")}


@pytest.mark.data
def test_library_holds_every_statement_of_the_data_set(real_data: Path) -> None:
    with (real_data / "ptbxl" / "scp_statements.csv").open(encoding="utf-8") as file:
        codes = {row[""] for row in csv.DictReader(file)}
    assert codes <= {statement.code for statement in load_statements()}
