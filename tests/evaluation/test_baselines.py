"""The three things a model has to beat."""

from __future__ import annotations

import numpy as np

from meit_core.domain.draft import Finding
from meit_core.evaluation.baselines import most_frequent_report, nearest_neighbour_reports, template_report
from meit_core.knowledge import stated_codes


def test_the_most_frequent_report_and_of_equals_the_first() -> None:
    assert most_frequent_report(["b.", "a.", "a.", "c."]) == "a."
    assert most_frequent_report(["b.", "a."]) == "b."


def test_the_nearest_neighbour_is_by_direction_not_length() -> None:
    training = np.array([[1, 0], [0, 5], [-1, 0]], dtype=np.float32)
    asked = np.array([[0.1, 0.001], [3, 4], [0, 0]], dtype=np.float32)
    found = nearest_neighbour_reports(asked, training, ["east.", "north.", "west."])
    assert found[:2] == ["east.", "north."]
    assert len(found) == 3  # an all-zero embedding has no direction but still gets a report


def found(code: str, label: str, probability: float, present: bool = True) -> Finding:
    return Finding(code, label, probability, present)


def test_the_template_says_what_is_present_rhythm_first_and_judgement_last() -> None:
    text = template_report(
        [
            found("NORM", "normal ECG", 0.9),
            found("AXIS_LEFTWARD", "leftward axis", 0.6),
            found("SR", "sinus rhythm", 0.8),
            found("AFIB", "atrial fibrillation", 0.3, present=False),
        ]
    )
    assert text == "sinus rhythm. leftward axis. normal ecg."


def test_the_template_is_understood_as_its_findings() -> None:
    text = template_report([found("IMI", "", 0.9), found("LVH", "", 0.8), found("1AVB", "", 0.7)])
    assert stated_codes(text) == {"IMI", "LVH", "1AVB"}


def test_superclasses_and_unknown_codes_are_no_sentences() -> None:
    findings = [
        found("SR", "sinus rhythm", 0.9),
        found("MI", "class: myocardial infarction", 0.9),
        found("STTC", "class: ST/T change", 0.9),
        found("OWN_CODE", "something else", 0.9),
    ]
    assert template_report(findings) == "sinus rhythm."
    assert template_report([]) == ""
