"""What drafts invent, omit and contradict, case by case and counted by hand."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np
import pytest

from meit_core.evaluation.hallucination import RATES, judge_drafts
from meit_core.evaluation.texts import evaluate_texts
from meit_core.knowledge.parser import stated_codes


def counts(draft: str, report: str, codes: AbstractSet[str] = frozenset()) -> dict[str, int]:
    found: dict[str, int] = judge_drafts([draft], [report], [codes]).as_dict()["counts"]
    return found


@pytest.mark.parametrize(
    ("draft", "report", "codes"),
    [
        ("inferior myocardial infarction.", "", {"ILMI"}),  # more general than the code
        ("sinus rhythm.", "", {"NORM"}),
        ("sinus rhythm.", "sinus tachycardia.", set()),
        ("first degree av block.", "prolonged pr interval.", set()),  # two names of one thing
        ("left axis deviation.", "", {"LAFB"}),
        ("bifascicular block.", "right bundle branch block. left anterior fascicular block.", set()),
        ("possible lateral ischemia.", "probable anterolateral ischemia.", set()),
        ("otherwise normal ecg.", "leftward axis.", set()),  # a judgement is no finding
        ("no ecg evidence of ischemia.", "sinus rhythm.", set()),  # nor is a denial
    ],
)
def test_what_report_or_codes_contain_is_not_invented(draft: str, report: str, codes: set[str]) -> None:
    assert counts(draft, report, codes)["invented"] == 0


@pytest.mark.parametrize(
    ("draft", "report", "codes", "too_specific"),
    [
        ("atrial fibrillation.", "sinus rhythm.", {"SR"}, 0),
        ("inferior myocardial infarction.", "myocardial infarction.", set(), 1),
        ("anterior myocardial infarction.", "", {"IMI"}, 0),
        ("ischemic heart disease.", "no ecg evidence of ischemic heart disease.", set(), 0),  # denied, so not contained
        ("inverted t waves.", "low t waves.", set(), 0),
        ("normal ecg.", "sinus rhythm. pacemaker rhythm.", set(), 0),
    ],
)
def test_what_neither_contains_is_invented(draft: str, report: str, codes: set[str], too_specific: int) -> None:
    found = counts(draft, report, codes)
    assert (found["claims"], found["invented"], found["too_specific"]) == (1, 1, too_specific)


def test_omissions_are_what_a_report_states_and_its_draft_does_not() -> None:
    report = "sinus rhythm. inferior myocardial infarction. left axis deviation. premature ventricular contractions."
    codes = {"IMI", "SR"}
    missing = counts("sinus rhythm. left axis deviation.", report, codes)
    # sinus rhythm is normal and counts for nothing; of three findings two are missing, and one of those is coded
    assert (missing["reported"], missing["omitted"]) == (3, 2)
    assert (missing["reported_coded"], missing["omitted_coded"]) == (1, 1)
    # a more specific draft has said it; a more general one has not
    assert counts("inferolateral myocardial infarction.", "inferior myocardial infarction.")["omitted"] == 0
    assert counts("myocardial infarction.", "inferior myocardial infarction.")["omitted"] == 1
    assert counts("no ecg evidence of ischemia.", "myocardial ischemia.")["omitted"] == 1


@pytest.mark.parametrize(
    ("draft", "report", "codes"),
    [
        ("atrial fibrillation.", "atrial fibrillation no longer present.", set()),
        ("inferior myocardial infarction.", "no evidence of myocardial infarction.", set()),
        ("no ecg evidence of ischemia.", "myocardial ischemia.", set()),
        ("no evidence of infarction.", "", {"IMI"}),
        ("sinus rhythm.", "atrial fibrillation.", set()),
        ("sinus rhythm. normal axis.", "", {"SR", "LAFB"}),
        ("sinus bradycardia.", "", {"STACH"}),
        ("left bundle branch block.", "right bundle branch block.", set()),
    ],
)
def test_contradictions(draft: str, report: str, codes: set[str]) -> None:
    assert counts(draft, report, codes)["contradicted"] == 1


@pytest.mark.parametrize(
    ("draft", "report", "codes"),
    [
        ("inferior myocardial infarction.", "sinus rhythm.", {"SR"}),  # invented, but nothing speaks against it
        ("possible atrial fibrillation.", "sinus rhythm.", set()),  # a doubt excludes nothing
        ("no evidence of ischemia.", "possible ischemia.", set()),
        ("sinus rhythm.", "sinus bradycardia.", {"SBRAD"}),
        ("no evidence of ischemia.", "no evidence of ischemia.", set()),
    ],
)
def test_no_contradictions(draft: str, report: str, codes: set[str]) -> None:
    assert counts(draft, report, codes)["contradicted"] == 0


@pytest.mark.parametrize(
    ("report", "codes", "expected"),
    [
        ("sinus rhythm. inferior myocardial infarction.", {"IMI"}, 1),
        ("atrial fibrillation.", set(), 1),
        ("sinus rhythm. leftward axis. otherwise normal ecg.", set(), 0),
        ("sinus rhythm. leftward axis.", {"SR"}, 0),
        ("sinus rhythm. st depression in lead v5.", {"NORM"}, 0),
    ],
)
def test_a_normal_ecg_is_false_where_there_is_a_finding_and_nobody_calls_it_normal(
    report: str, codes: set[str], expected: int
) -> None:
    assert counts("sinus rhythm. normal ecg.", report, codes)["false_normal"] == expected


def test_certainty_is_compared() -> None:
    bold = counts("inferior myocardial infarction. left atrial enlargement.", "possible inferior infarction.")
    assert (bold["shared"], bold["overstated"], bold["understated"]) == (1, 1, 0)
    assert (bold["certain_claims"], bold["invented_certain"]) == (2, 1)
    timid = counts("possible inferior myocardial infarction. possible pericarditis.", "inferior infarction.")
    assert (timid["shared"], timid["overstated"], timid["understated"]) == (1, 0, 1)
    assert (timid["claims"], timid["invented"], timid["certain_claims"]) == (2, 1, 0)


DRAFTS = ["sinus rhythm. inferior infarction.", "sinus rhythm.", "atrial fibrillation. low voltage.", ""]
REPORTS = ["sinus rhythm.", "sinus rhythm. low voltage.", "sinus rhythm.", "pacemaker rhythm."]


def test_rates_by_hand() -> None:
    found = judge_drafts(DRAFTS, REPORTS)
    rates = found.rates()
    # five claims, of which the infarction, the fibrillation and the voltage are invented
    assert rates["hallucination_rate"] == pytest.approx(3 / 5)
    # low voltage and the pacemaker are reported and missing
    assert rates["omission_rate"] == pytest.approx(2 / 2)
    assert rates["contradiction_rate"] == pytest.approx(1 / 4)
    document = found.as_dict()
    assert document["by_category"]["rhythm"] == {"claims": 3, "invented": 1, "reported": 0, "omitted": 0}
    assert {row["code"] for row in document["most_invented"]} == {"IMI", "AFIB", "LVOLT"}
    assert {row["code"] for row in document["most_omitted"]} == {"LVOLT", "PACE"}


def test_reports_drawn_twice_count_twice() -> None:
    twice = judge_drafts([DRAFTS[0], *DRAFTS], [REPORTS[0], *REPORTS]).rates()
    weighted = judge_drafts(DRAFTS, REPORTS).resampled(np.array([[2.0, 1.0, 1.0, 1.0]]))
    assert {name: values[0] for name, values in weighted.items()} == pytest.approx(twice)


def test_intervals_contain_the_rates() -> None:
    evaluation = evaluate_texts(DRAFTS * 5, REPORTS * 5, REPORTS, repeats=200)
    for name, rate in evaluation.faithfulness.rates().items():
        low, high = evaluation.ci95[name]
        assert low <= rate <= high, name
    assert set(RATES) <= set(evaluation.ci95)


def test_a_report_invents_nothing_omits_nothing_and_contradicts_nothing_in_itself() -> None:
    reports: Sequence[str] = [
        "sinus rhythm. st-t abnormality, probable anterolateral ischemia or left ventricular strain.",
        "atrial fibrillation. no ecg evidence of ischemia. possible old inferior infarction.",
        "right bundle branch block. left anterior fascicular block. first degree av block. abnormal ecg.",
    ]
    rates = judge_drafts(reports, reports, [stated_codes(report) for report in reports]).rates()
    assert rates == dict.fromkeys(RATES, 0.0)
