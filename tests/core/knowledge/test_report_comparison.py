"""What only one of two reports states."""

from __future__ import annotations

import pytest

from meit_core.knowledge.report_comparison import compare_reports


@pytest.mark.parametrize(
    ("before", "now", "only_before", "only_now"),
    [
        ("Sinus rhythm. Normal ECG.", "Sinus rhythm. Normal ECG.", (), ()),
        ("Sinus rhythm.", "Atrial fibrillation.", ("sinus rhythm",), ("atrial fibrillation",)),
        (
            "Sinus rhythm.",
            "Sinus rhythm. Possible left ventricular hypertrophy.",
            (),
            ("possibly left ventricular hypertrophy",),
        ),
        ("Old inferior infarct.", "Sinus rhythm.", ("inferior myocardial infarction (old)",), ("sinus rhythm",)),
    ],
)
def test_findings_of_one_text_only(
    before: str, now: str, only_before: tuple[str, ...], only_now: tuple[str, ...]
) -> None:
    found = compare_reports(before, now)
    assert (found.only_before, found.only_now) == (only_before, only_now)
    assert found.not_read == ()


def test_order_and_wording_of_a_report_make_no_difference() -> None:
    found = compare_reports("Sinus rhythm. LBBB.", "Left bundle branch block in sinus rhythm.")
    assert (found.only_before, found.only_now, found.in_both) == ((), (), 2)


def test_the_general_statement_is_no_finding_beside_the_special_one() -> None:
    found = compare_reports("Complete left bundle branch block.", "Left bundle branch block.")
    assert found.only_now == ()
    assert compare_reports("First degree AV block.", "AV block.").only_now == ()


def test_a_finding_that_the_other_text_excludes_says_so() -> None:
    found = compare_reports("Atrial fibrillation.", "Sinus rhythm. No atrial fibrillation.")
    assert found.only_before == ("atrial fibrillation (today's report excludes it)",)
    assert found.only_now == ("sinus rhythm",)
    found = compare_reports("No ST elevation. Sinus rhythm.", "ST elevation. Sinus rhythm.")
    assert found.only_now == ("ST elevation (the prior report excludes it)",)


def test_an_excluded_finding_is_not_stated() -> None:
    assert compare_reports("Sinus rhythm. No ST elevation.", "Sinus rhythm.").only_before == ()


def test_what_the_parser_does_not_understand_is_named() -> None:
    assert compare_reports("Sinus rhythm.", "Sinus rhythm. A curious wobble.").not_read == ("A curious wobble.",)


def test_an_empty_text_states_nothing() -> None:
    found = compare_reports("", "Sinus rhythm.")
    assert (found.only_before, found.only_now, found.in_both) == ((), ("sinus rhythm",), 0)
