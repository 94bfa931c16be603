"""The guard's verdicts: against measurements, against the findings head, against the other sentences."""

from dataclasses import replace

import pytest

from meit_core.domain.draft import Finding, Support
from meit_core.domain.measurements import Measurements, QtCorrected
from meit_core.domain.record import Sex
from meit_core.drafting.guard import judge

NORMAL = Measurements(
    heart_rate_bpm=62.0,
    rr_ms=968.0,
    p_ms=104.0,
    pr_ms=158.0,
    qrs_ms=92.0,
    qt_ms=404.0,
    qtc_ms=QtCorrected(bazett=411.0, fridericia=408.0, framingham=409.0, hodges=407.0),
    qrs_axis_deg=40.0,
    rhythm_regular=True,
)
NOTHING = Measurements(reasons={"qrs_ms": "No QRS complex was found."})


def finding(code: str, probability: float, *, present: bool) -> Finding:
    return Finding(code, f"label of {code}", probability, present)


def verdict(sentence: str, measurements: Measurements, *findings: Finding, sex: Sex = Sex.UNKNOWN) -> Support:
    (judged,) = judge([sentence], findings=findings, measurements=measurements, sex=sex)
    assert judged.text == sentence
    return judged.support


@pytest.mark.parametrize(
    ("sentence", "measurements", "in_evidence"),
    [
        ("Sinus tachycardia.", NORMAL, "Heart rate 62/min; sinus tachycardia means more than 100/min"),
        ("Sinus bradycardia.", replace(NORMAL, heart_rate_bpm=84.0), "Heart rate 84/min"),
        ("Normal ECG.", replace(NORMAL, qrs_ms=148.0), "QRS 148 ms; normal ECG means less than 110 ms"),
        ("Left bundle branch block.", replace(NORMAL, qrs_ms=84.0), "QRS 84 ms"),
        ("Incomplete right bundle branch block.", replace(NORMAL, qrs_ms=152.0), "QRS 152 ms"),
        ("Left axis deviation.", NORMAL, "QRS axis +40°; left axis deviation means -90 to -30°"),
        ("Normal axis.", replace(NORMAL, qrs_axis_deg=-62.0), "QRS axis -62°"),
        ("Right axis deviation.", replace(NORMAL, qrs_axis_deg=-62.0), "QRS axis -62°"),
        ("First degree AV block.", NORMAL, "PR 158 ms"),
        ("Prolonged QT interval.", replace(NORMAL, qtc_ms=QtCorrected(bazett=405.0, framingham=398.0)), "398 ms"),
        ("Atrial fibrillation.", NORMAL, "Regular RR intervals and a P wave 158 ms before the QRS"),
    ],
)
def test_a_broken_criterion_contradicts(sentence: str, measurements: Measurements, in_evidence: str) -> None:
    (judged,) = judge([sentence], findings=[], measurements=measurements)
    assert judged.support is Support.CONTRADICTED
    assert in_evidence in judged.evidence
    assert judged.evidence.endswith(").")  # the citation


@pytest.mark.parametrize(
    ("sentence", "measurements"),
    [
        ("Sinus tachycardia.", replace(NORMAL, heart_rate_bpm=97.0)),
        ("Sinus bradycardia.", replace(NORMAL, heart_rate_bpm=63.0)),
        ("Left bundle branch block.", replace(NORMAL, qrs_ms=112.0)),
        ("First degree AV block.", replace(NORMAL, pr_ms=192.0)),
        ("Left axis deviation.", replace(NORMAL, qrs_axis_deg=-22.0)),
        ("Borderline left axis deviation.", replace(NORMAL, qrs_axis_deg=-8.0)),
        ("Right axis deviation.", replace(NORMAL, qrs_axis_deg=-172.0)),
        ("Normal axis.", replace(NORMAL, qrs_axis_deg=-35.0)),
        ("Normal ECG.", replace(NORMAL, qrs_ms=118.0, pr_ms=214.0, heart_rate_bpm=104.0)),
    ],
)
def test_a_borderline_value_is_never_a_contradiction(sentence: str, measurements: Measurements) -> None:
    assert verdict(sentence, measurements) is Support.UNCHECKED


@pytest.mark.parametrize(
    ("sentence", "measurements"),
    [
        ("Sinus tachycardia.", replace(NORMAL, heart_rate_bpm=118.0)),
        ("Sinus bradycardia.", replace(NORMAL, heart_rate_bpm=48.0)),
        ("Normal axis.", NORMAL),
        ("Marked left axis deviation.", replace(NORMAL, qrs_axis_deg=-58.0)),
        ("Extreme right axis deviation.", replace(NORMAL, qrs_axis_deg=-140.0)),
        ("Extreme right axis deviation.", replace(NORMAL, qrs_axis_deg=220.0)),
        ("Prolonged PR interval.", replace(NORMAL, pr_ms=232.0)),
        ("Broad P waves.", replace(NORMAL, p_ms=138.0)),
    ],
)
def test_a_met_criterion_supports(sentence: str, measurements: Measurements) -> None:
    assert verdict(sentence, measurements) is Support.SUPPORTED


def test_a_wide_qrs_allows_a_bundle_branch_block_but_does_not_prove_its_side() -> None:
    wide = replace(NORMAL, qrs_ms=146.0)
    assert verdict("Left bundle branch block.", wide) is Support.UNCHECKED
    assert verdict("Left bundle branch block.", wide, finding("CLBBB", 0.94, present=True)) is Support.SUPPORTED
    assert verdict("Left bundle branch block.", wide, finding("CLBBB", 0.01, present=False)) is Support.UNSUPPORTED


def test_irregular_rhythm_without_p_waves_lets_atrial_fibrillation_stand() -> None:
    irregular = replace(NORMAL, rhythm_regular=False, pr_ms=None)
    assert verdict("Atrial fibrillation.", irregular) is Support.UNCHECKED
    assert verdict("Atrial fibrillation.", irregular, finding("AFIB", 0.97, present=True)) is Support.SUPPORTED
    # a paced or blocked ventricle can be regular in atrial fibrillation
    assert verdict("Atrial fibrillation.", replace(NORMAL, pr_ms=None)) is Support.UNCHECKED


def test_qt_limits_depend_on_sex() -> None:
    borderline = replace(NORMAL, qtc_ms=QtCorrected(bazett=456.0, framingham=455.0))
    assert verdict("Prolonged QT.", borderline, sex=Sex.MALE) is Support.SUPPORTED
    assert verdict("Prolonged QT.", borderline, sex=Sex.FEMALE) is Support.UNCHECKED
    assert verdict("Prolonged QT.", replace(NORMAL, qtc_ms=QtCorrected(bazett=416.0, framingham=414.0)),
                   sex=Sex.FEMALE) is Support.CONTRADICTED  # fmt: skip


def test_the_findings_head_decides_where_nothing_can_be_measured() -> None:
    sentence = "Inferior myocardial infarction, age undetermined."
    (judged,) = judge([sentence], findings=[finding("IMI", 0.83, present=True)], measurements=NORMAL)
    assert (judged.support, judged.evidence) == (Support.SUPPORTED, "Findings head: label of IMI 83%.")
    assert verdict(sentence, NORMAL, finding("IMI", 0.02, present=False)) is Support.UNSUPPORTED
    assert verdict(sentence, NORMAL, finding("IMI", 0.30, present=False)) is Support.UNCHECKED
    assert verdict(sentence, NORMAL, finding("LVH", 0.99, present=True)) is Support.UNCHECKED


def test_a_guess_needs_less_probability_than_a_statement() -> None:
    low = finding("LAO/LAE", 0.06, present=False)
    assert verdict("Left atrial enlargement.", NORMAL, low) is Support.UNSUPPORTED
    assert verdict("Possible left atrial enlargement.", NORMAL, low) is Support.UNCHECKED


def test_a_related_finding_counts() -> None:
    # PTB-XL codes most anterior infarcts as anteroseptal
    related = [finding("AMI", 0.05, present=False), finding("ASMI", 0.91, present=True)]
    assert verdict("Anterior myocardial infarction.", NORMAL, *related) is Support.SUPPORTED


def test_denials_are_judged_the_other_way_round() -> None:
    assert verdict("No evidence of ischemia.", NORMAL, finding("ISC_", 0.88, present=True)) is Support.UNSUPPORTED
    assert verdict("No evidence of ischemia.", NORMAL, finding("ISC_", 0.01, present=False)) is Support.SUPPORTED
    assert verdict("No first degree AV block.", NORMAL) is Support.UNCHECKED


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sinus rhythm.", "Atrial fibrillation."),
        ("Normal ECG.", "Old inferior myocardial infarction."),
        ("Inferior myocardial infarction, probably old.", "Normal ECG."),
        ("Left axis deviation.", "Normal axis."),
        ("Left bundle branch block.", "Right bundle branch block."),
        ("Atrial fibrillation.", "First degree AV block."),
    ],
)
def test_a_sentence_that_excludes_an_earlier_one_is_contradicted(first: str, second: str) -> None:
    one, two = judge([first, second], findings=[], measurements=NOTHING)
    assert one.support is Support.UNCHECKED
    assert two.support is Support.CONTRADICTED
    assert f"“{first}”" in two.evidence


@pytest.mark.parametrize(
    "sentences",
    [
        ["Sinus rhythm.", "Possible atrial fibrillation."],
        ["Sinus rhythm.", "No atrial fibrillation."],
        ["Incomplete right bundle branch block.", "Normal ECG."],
        ["Sinus rhythm alternating with av junctional rhythm."],
        ["Sinus tachycardia.", "Otherwise normal ECG."],
        ["Leftward axis.", "Normal axis."],
        ["Left anterior fascicular block.", "Right bundle branch block.", "Left axis deviation."],
    ],
)
def test_sentences_that_go_together_are_left_alone(sentences: list[str]) -> None:
    assert {judged.support for judged in judge(sentences, findings=[], measurements=NOTHING)} == {Support.UNCHECKED}


def test_the_gravest_opinion_in_a_sentence_counts() -> None:
    sentence = "Sinus bradycardia with first degree AV block."
    assert verdict(sentence, replace(NORMAL, heart_rate_bpm=45.0)) is Support.CONTRADICTED
    assert verdict(sentence, replace(NORMAL, heart_rate_bpm=45.0, pr_ms=240.0)) is Support.SUPPORTED


@pytest.mark.parametrize("sentence", ["", "No finding reported.", "Compared with the previous tracing.", "wibble."])
def test_what_says_nothing_is_unchecked(sentence: str) -> None:
    (judged,) = judge([sentence], findings=[finding("NORM", 0.99, present=True)], measurements=NORMAL)
    assert (judged.support, judged.evidence) == (Support.UNCHECKED, "")


def test_no_sentences_no_verdicts() -> None:
    assert judge([], findings=[], measurements=NORMAL) == ()


@pytest.mark.parametrize(
    "sentence",
    ["Sinus rhythm, rate 82/min.", "Sinus rhythm at 50 bpm.", "Heart rate is 75.", "Ventricular rate 90/min."],
)
def test_a_rate_that_was_not_measured_contradicts(sentence: str) -> None:
    (judged,) = judge([sentence], findings=[finding("SR", 0.95, present=True)], measurements=NORMAL)
    assert judged.support is Support.CONTRADICTED
    assert "Measured 62/min." in judged.evidence


@pytest.mark.parametrize(
    "sentence",
    [
        "Sinus rhythm, rate 62/min.",
        "Sinus rhythm, rate 67/min.",  # 5/min off
        "Sinus rhythm with an atrial rate 300/min.",
        "Sinus rhythm, rate 60 to 90/min.",
        "Sinus rhythm with a PR interval of 158 ms.",
    ],
)
def test_a_rate_that_is_right_or_not_the_hearts_contradicts_nothing(sentence: str) -> None:
    assert verdict(sentence, NORMAL, finding("SR", 0.95, present=True)) is Support.SUPPORTED


def test_a_rate_is_not_judged_without_a_measurement() -> None:
    assert verdict("Rate 82/min.", NOTHING) is Support.UNCHECKED
