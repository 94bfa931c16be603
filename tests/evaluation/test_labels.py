"""Labels of drafts against those of reports and against codes, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from meit_core.evaluation.labels import MINIMUM_POSITIVES, compare_texts, compare_with_codes


def test_precision_recall_and_f1_by_hand() -> None:
    drafts = ["sinus rhythm. normal ecg.", "sinus rhythm.", "atrial fibrillation.", "sinus rhythm."]
    reports = ["sinus rhythm.", "sinus rhythm. normal ecg.", "atrial fibrillation.", "atrial fibrillation."]
    table = compare_texts(drafts, reports).per_label()
    # sinus rhythm: said 3, true 2, both 2
    assert table["SR"] == pytest.approx({"precision": 2 / 3, "recall": 1.0, "f1": 4 / 5, "n": 2})
    assert table["AFIB"] == pytest.approx({"precision": 1.0, "recall": 1 / 2, "f1": 2 / 3, "n": 2})
    assert table["NORM"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 1}
    _, micro = compare_texts(drafts, reports).averages()
    # hits 2 + 1 + 0; said 3 + 1 + 1; true 2 + 2 + 1
    assert micro == pytest.approx(2 * 3 / (5 + 5))


def test_denied_statements_are_not_made() -> None:
    table = compare_texts(["no ecg evidence of ischemia."], ["myocardial ischemia."]).per_label()
    assert table["ISC_"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 1}


def test_the_macro_average_is_over_frequent_labels_only() -> None:
    many = MINIMUM_POSITIVES
    reports = ["sinus rhythm."] * many + ["atrial fibrillation."] * many + ["pacemaker rhythm."]
    drafts = ["sinus rhythm."] * (2 * many) + ["sinus rhythm."]
    table = compare_texts(drafts, reports)
    macro, _ = table.averages()
    # SR: hits 5, said 11, true 5; AFIB 0; the pacemaker's one case is left out
    assert macro == pytest.approx((2 * many / (2 * many + 1 + many) + 0.0) / 2)
    # a resample without any AFIB still averages over both
    only_sinus = np.array([[1.0] * many + [0.0] * (many + 1)])
    assert table.resampled(only_sinus)[0] == pytest.approx((1.0 + 0.0) / 2)


def test_reports_drawn_twice_count_twice() -> None:
    table = compare_texts(["sinus rhythm.", "sinus rhythm."], ["sinus rhythm.", "atrial fibrillation."])
    _, micro = table.resampled(np.array([[2.0, 1.0], [1.0, 1.0]]))
    assert micro == pytest.approx([2 * 2 / (3 + 3), 2 * 1 / (2 + 2)])


def test_codes_judge_only_statements_that_they_know() -> None:
    codes = [{"SR", "NORM"}, {"AFIB"}]
    drafts = ["sinus rhythm. left axis deviation.", "sinus rhythm."]
    table = compare_with_codes(drafts, codes).per_label()
    assert set(table) == {"SR", "NORM", "AFIB"}
    assert table["SR"] == pytest.approx({"precision": 1 / 2, "recall": 1.0, "f1": 2 / 3, "n": 1})


def test_labels_agree_with_scikit_learn() -> None:
    from sklearn.metrics import f1_score

    words = ["sinus rhythm.", "atrial fibrillation.", "left axis deviation.", "pacemaker rhythm.", "low voltage."]
    random = np.random.default_rng(5)
    drafts = [" ".join(np.array(words)[random.random(5) < 0.5]) for _ in range(60)]
    reports = [" ".join(np.array(words)[random.random(5) < 0.5]) for _ in range(60)]
    table = compare_texts(drafts, reports)
    macro, micro = table.averages()
    assert macro == pytest.approx(f1_score(table.true, table.said, average="macro", zero_division=0))
    assert micro == pytest.approx(f1_score(table.true, table.said, average="micro", zero_division=0))
