"""Confidence intervals: known standard errors, and patients rather than recordings."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from meit_core.evaluation.bootstrap import bootstrap_ci95
from meit_core.evaluation.clean import clean_metrics
from meit_core.evaluation.texts import evaluate_texts


def mean_of(values: npt.NDArray[np.float64], patients: list[int], repeats: int = 2000) -> tuple[float, float]:
    return bootstrap_ci95(lambda w: {"mean": w @ values / w.sum(axis=1)}, patients, repeats=repeats)["mean"]


def test_the_mean_of_normal_values_has_its_known_interval() -> None:
    values = np.random.default_rng(3).standard_normal(400)
    low, high = mean_of(values, list(range(400)))
    # mean +- 1.96 s / sqrt(n)
    error = 1.96 * values.std() / 20
    assert low == pytest.approx(values.mean() - error, abs=0.015)
    assert high == pytest.approx(values.mean() + error, abs=0.015)


def test_repeated_recordings_of_a_patient_add_no_certainty() -> None:
    values = np.random.default_rng(4).standard_normal(100)
    once = mean_of(values, list(range(100)))
    fourfold = mean_of(np.repeat(values, 4), [patient for patient in range(100) for _ in range(4)])
    assert fourfold == pytest.approx(once, abs=1e-12)
    as_if_independent = mean_of(np.repeat(values, 4), list(range(400)))
    assert as_if_independent[1] - as_if_independent[0] < 0.6 * (once[1] - once[0])


def test_the_same_seed_gives_the_same_interval() -> None:
    values = np.arange(30.0)
    assert mean_of(values, list(range(30)), 50) == mean_of(values, list(range(30)), 50)


def test_samples_without_a_value_are_passed_over_and_too_many_give_no_interval() -> None:
    values = np.arange(30.0)

    def statistic(weights: npt.NDArray[np.float64]) -> dict[str, npt.NDArray[np.float64]]:
        mean = weights @ values / weights.sum(axis=1)
        often, seldom = mean.copy(), mean.copy()
        often[: len(mean) // 2] = np.nan
        seldom[0] = np.nan
        return {"often undefined": often, "seldom undefined": seldom}

    found = bootstrap_ci95(statistic, list(range(30)), repeats=200)
    assert set(found) == {"seldom undefined"}
    assert found["seldom undefined"] == pytest.approx(mean_of(values, list(range(30)), 200), abs=0.2)


def test_intervals_of_an_evaluation_contain_its_scores_and_narrow_with_its_size() -> None:
    drafts = ["sinus rhythm. normal ecg.", "sinus rhythm.", "atrial fibrillation."] * 4
    reports = ["sinus rhythm. normal ecg.", "atrial fibrillation.", "atrial fibrillation."] * 4
    small = evaluate_texts(drafts, reports, reports, repeats=300)
    large = evaluate_texts(drafts * 6, reports * 6, reports, repeats=300)
    for name, score in clean_metrics(drafts, reports, reports).as_dict().items():
        low, high = small.ci95[name]
        assert low <= score <= high, name
        assert large.ci95[name][1] - large.ci95[name][0] < high - low, name
    macro, micro = small.labels.averages()
    assert small.ci95["macro_f1"][0] <= macro <= small.ci95["macro_f1"][1]
    assert small.ci95["micro_f1"][0] <= micro <= small.ci95["micro_f1"][1]
