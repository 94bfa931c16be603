"""Finding statements and expanding acronyms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from meit_core.knowledge import load_statements
from meit_desktop.models.statement_acronyms import expand_last_word, expand_statement
from meit_desktop.models.statement_search import ACRONYM_ROLE, StatementModel, find_statements


@pytest.mark.parametrize(
    ("typed", "expanded"),
    [
        ("lafb", "left anterior fascicular block"),
        ("LAFB", "left anterior fascicular block"),
        ("1avb", "first degree AV block"),
        ("sr with lafb", "sr with left anterior fascicular block"),
        ("no af", "no atrial fibrillation"),
    ],
)
def test_an_acronym_at_the_end_expands(typed: str, expanded: str) -> None:
    assert expand_last_word(typed) == expanded


@pytest.mark.parametrize("typed", ["st", "otherwise", "lv", "qs", "pace", "inferior", "", "lafb "])
def test_what_may_be_an_ordinary_word_stays_in_running_text(typed: str) -> None:
    assert expand_last_word(typed) is None


def test_every_acronym_expands_as_a_whole_statement() -> None:
    for statement in load_statements():
        for acronym in statement.acronyms:
            assert expand_statement(acronym) == statement.label


def test_a_statement_that_is_no_acronym_is_left_alone() -> None:
    assert expand_statement("st elevation in V2") == "st elevation in V2"


def test_no_wording_of_the_library_changes_while_it_is_typed() -> None:
    """Whoever types a statement in full must get that statement, not an expansion of one of its words."""
    for statement in load_statements():
        words = statement.label.split()
        for count in range(1, len(words) + 1):
            assert expand_last_word(" ".join(words[:count])) is None, statement.label


def test_the_statement_whose_acronym_was_typed_comes_first() -> None:
    assert find_statements("st")[0].label == "sinus tachycardia"
    assert find_statements("lafb")[0].label == "left anterior fascicular block"


def test_beginnings_of_words_find_in_any_order_after_beginnings_of_statements() -> None:
    labels = [statement.label for statement in find_statements("left")]
    begins = [label.startswith("left") for label in labels]
    assert begins == sorted(begins, reverse=True)
    assert "left bundle branch block" in [statement.label for statement in find_statements("bun left")]
    assert find_statements("no such words at all") == ()


def test_the_model_keeps_the_promises_of_a_model() -> None:
    model = StatementModel(limit=6)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.search("left")
    assert model.rowCount() == 6
    first = model.index(0)
    assert first.data(ACRONYM_ROLE) in model.statement(0).acronyms
    assert model.statement(0).category in first.data(Qt.ItemDataRole.AccessibleTextRole)
    model.clear()
    assert model.rowCount() == 0
    tester.deleteLater()
