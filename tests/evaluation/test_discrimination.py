"""Areas under the ROC curve, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from meit_core.evaluation.discrimination import (
    auroc_per_code,
    auroc_per_superclass,
    discrimination,
)
from meit_core.evaluation.weighted_auroc import weighted_auroc
from meit_core.knowledge.superclasses import superclass_outputs
from meit_core.training.auroc import area_under_roc

SUPERCLASS_OF = {"NORM": "NORM", "IMI": "MI", "AMI": "MI", "NDT": "STTC"}


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    probabilities = [{"AFIB": p} for p in (0.9, 0.4, 0.5, 0.1)]
    codes = [{"AFIB"}, {"AFIB"}, {"SR"}, {"SR"}]
    # of four pairs only 0.4 against 0.5 is wrong; SR has no output, so no area
    assert auroc_per_code(probabilities, codes) == {"AFIB": pytest.approx(3 / 4)}


def test_areas_agree_with_scikit_learn() -> None:
    from sklearn.metrics import roc_auc_score

    random = np.random.default_rng(8)
    positive = random.random(200) < 0.2
    scores = np.round(random.random(200) + 0.2 * positive, 1)  # with many ties
    assert area_under_roc(scores, positive) == pytest.approx(roc_auc_score(positive, scores))


def test_a_code_of_all_or_no_recordings_has_no_area() -> None:
    assert auroc_per_code([{"SR": 0.9, "AFIB": 0.1}, {"SR": 0.8, "AFIB": 0.1}], [{"SR"}, {"SR"}]) == {}


def test_a_superclass_scores_as_its_likeliest_code() -> None:
    probabilities = [{"IMI": 0.1, "AMI": 0.8}, {"IMI": 0.5, "AMI": 0.1}, {"IMI": 0.6, "AMI": 0.6}]
    codes = [{"AMI"}, {"IMI"}, {"NORM"}]
    # likeliest .8 .5 .6: of two pairs one is in order; the head has no output for NORM
    assert auroc_per_superclass(probabilities, codes, SUPERCLASS_OF) == {"MI": pytest.approx(1 / 2)}


def test_a_superclass_with_an_output_of_its_own_scores_as_that() -> None:
    probabilities = [{"STTC": 0.2, "MI": 0.9, "IMI": 0.0}, {"STTC": 0.8, "MI": 0.1, "IMI": 0.99}]
    codes = [{"IMI"}, {"NDT"}]
    assert superclass_outputs(set().union(*probabilities)) == {"STTC", "MI"}
    assert auroc_per_superclass(probabilities, codes, SUPERCLASS_OF) == {"MI": 1.0, "STTC": 1.0}


def test_an_unspecified_infarction_is_not_taken_for_the_superclass() -> None:
    probabilities = [{"MI": 0.1, "IMI": 0.9}, {"MI": 0.4, "IMI": 0.1}]
    assert superclass_outputs(set().union(*probabilities)) == frozenset()
    assert auroc_per_superclass(probabilities, [{"IMI"}, {"NORM"}], SUPERCLASS_OF) == {"MI": 1.0}


def test_means_leave_rare_codes_out_and_are_none_where_there_is_nothing() -> None:
    probabilities = [{"AFIB": 1.0 - 0.1 * row, "NDT": 0.5} for row in range(10)]
    codes = [{"AFIB"} if row < 5 else {"NDT"} if row == 5 else {"SR"} for row in range(10)]
    result = discrimination(probabilities, codes=codes, references=["x."] * 10, superclass_of={})
    assert result["auroc_per_label"] == {"AFIB": 1.0, "NDT": 0.5}
    assert result["macro_auroc"] == 1.0
    assert result["superclass_macro_auroc"] is None


def test_outputs_without_a_code_are_compared_with_the_reports() -> None:
    probabilities = [{"AXIS_LEFT": 0.9, "SR": 0.9}, {"AXIS_LEFT": 0.1, "SR": 0.2}]
    references = ["sinus rhythm. left axis deviation.", "atrial fibrillation."]
    result = discrimination(probabilities, codes=[{"SR"}, {"AFIB"}], references=references, superclass_of={})
    assert result["auroc_per_statement"] == {"AXIS_LEFT": 1.0}
    assert result["auroc_per_label"] == {"SR": 1.0}


def test_support_rhythms_and_intervals_are_told() -> None:
    random = np.random.default_rng(2)
    positive = random.random(120) < 0.3
    probabilities = [
        {"AFIB": float(score), "IMI": 0.5, "STACH": 0.1} for score in np.round(random.random(120) + 0.4 * positive, 2)
    ]
    codes = [{"AFIB", "IMI"} if yes else {"NORM"} for yes in positive]
    codes[0] = codes[0] | {"STACH"}
    result = discrimination(
        probabilities, codes=codes, references=["x."] * 120, superclass_of=SUPERCLASS_OF, repeats=200
    )
    assert result["auroc_support"]["AFIB"] == positive.sum()
    assert result["auroc_support"]["class MI"] == positive.sum()
    area = result["auroc_per_label"]["AFIB"]
    low, high = result["auroc_ci95"]["AFIB"]
    assert low < area < high and high - low < 0.25
    assert result["rhythm_macro_auroc"] == area  # STACH has one positive only, an infarction is no rhythm
    assert result["macro_auroc"] == pytest.approx((area + 0.5) / 2)
    assert result["auroc_support"]["STACH"] == 1
    assert "STACH" not in result["auroc_ci95"]
    assert result["auroc_ci95"]["IMI"] == [0.5, 0.5]
    assert result["auroc_ci95"]["superclass_macro_auroc"] == [0.5, 0.5]


def test_patients_with_many_recordings_widen_the_interval() -> None:
    random = np.random.default_rng(3)
    positive = np.tile(random.random(40) < 0.4, 5)
    scores = np.tile(random.random(40), 5) + 0.2 * positive
    probabilities = [{"AFIB": float(score)} for score in scores]
    codes = [{"AFIB"} if yes else {"SR"} for yes in positive]
    alone, grouped = (
        discrimination(
            probabilities, codes=codes, references=["x."] * 200, superclass_of={}, patients=patients, repeats=300
        )["auroc_ci95"]["AFIB"]
        for patients in (None, list(range(40)) * 5)
    )
    assert grouped[1] - grouped[0] > 1.5 * (alone[1] - alone[0])


def test_resampled_areas_are_those_of_scikit_learn() -> None:
    from sklearn.metrics import roc_auc_score

    random = np.random.default_rng(4)
    scores, truth = np.round(random.random(60), 1), random.random(60) < 0.3
    weights = random.integers(0, 4, size=(5, 60)).astype(np.float64)
    expected = [roc_auc_score(truth, scores, sample_weight=sample) for sample in weights]
    assert weighted_auroc(scores, truth, weights) == pytest.approx(expected)
    assert np.isnan(weighted_auroc(scores, truth, weights * ~truth)).all()
