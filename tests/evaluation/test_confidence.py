"""Confidences are compared with what the reports say, and the curve that makes them hold is found."""

from __future__ import annotations

import numpy as np
import pytest

from meit_core.domain.draft import DraftSentence
from meit_core.drafting.confidence import ConfidenceCurve, agreement
from meit_core.evaluation.canonical import canonical_report
from meit_core.evaluation.confidence import confidence_report, fit_curve, surest_mistakes

WITH, WITHOUT = "sinus rhythm. left bundle branch block.", "sinus rhythm. normal ecg."


def said(confidence: float | None) -> tuple[DraftSentence, ...]:
    return (DraftSentence("Left bundle branch block.", confidence=confidence),)


def test_confidences_that_hold_have_no_calibration_error() -> None:
    """Of forty sentences with 75 %, thirty are right."""
    found = confidence_report([said(0.75)] * 40, ([WITH] * 6 + [WITHOUT] * 2) * 5, range(40))
    assert found is not None
    assert (found["n"], found["right"]) == (40, 0.75)
    assert found["ece"] == pytest.approx(0.0, abs=1e-9)
    assert found["ece_refitted"] < 0.05


def test_boasting_is_found_and_corrected() -> None:
    found = confidence_report([said(0.95)] * 400, ([WITH] * 6 + [WITHOUT] * 2) * 50, range(400))
    assert found is not None
    assert found["ece"] == pytest.approx(0.2)
    curve = ConfidenceCurve(**found["curve"])
    assert curve.probability(0.95) == pytest.approx(0.75, abs=0.02)
    assert found["ece_refitted"] < 0.03


def test_too_few_sentences_say_nothing() -> None:
    assert confidence_report([said(0.9)] * 5, [WITH] * 5, range(5)) is None
    assert confidence_report([said(None)] * 50, [WITH] * 50, range(50)) is None


def test_a_curve_is_found_again() -> None:
    chance = np.random.default_rng(3)
    told = chance.uniform(0.05, 0.95, 4000)
    truth = (chance.random(4000) < [ConfidenceCurve(0.6, -0.4).probability(value) for value in told]).astype(float)
    curve = fit_curve(told, truth)
    assert (curve.slope, curve.bias) == (pytest.approx(0.6, abs=0.08), pytest.approx(-0.4, abs=0.08))


def test_agreement_counts_drafts_that_say_the_same_in_other_words() -> None:
    drawn = ["lbbb.", "complete left bundle branch block.", "right bundle branch block."]
    assert agreement("Left bundle branch block.", drawn) == pytest.approx(2.5 / 4)
    assert agreement("Compared with the previous tracing.", drawn) is None
    assert agreement("Left bundle branch block.", []) is None


def test_the_surest_mistakes_come_first_and_once() -> None:
    mistakes = surest_mistakes([said(0.6), said(0.9), said(0.99)], [WITHOUT, WITHOUT, WITH])
    assert [(each["sentence"], each["confidence"]) for each in mistakes] == [("Left bundle branch block.", 0.9)]


def test_reports_in_one_wording_agree_where_they_say_the_same() -> None:
    assert canonical_report("Sinus rhythm. LBBB.") == canonical_report("sinus rhythm. left bundle branch block.")
    assert canonical_report("possible left ventricular hypertrophy.").startswith("possible ")
    assert canonical_report("no atrial fibrillation.") == ""
