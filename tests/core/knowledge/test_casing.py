"""Capitals of a report."""

from __future__ import annotations

import pytest

from meit_core.knowledge.casing import sentence_case
from meit_core.knowledge.parser import stated_codes


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("sinus rhythm.", "Sinus rhythm."),
        ("otherwise normal ecg.", "Otherwise normal ECG."),
        ("first degree av block.", "First degree AV block."),
        ("st segments are depressed in leads i, avl, v5-v6.", "ST segments are depressed in leads I, aVL, V5-V6."),
        ("abnormal qrs-t pattern.", "Abnormal QRS-T pattern."),
        ("nonspecific st-t changes.", "Nonspecific ST-T changes."),
        ("t wave inversion in v2/v3.", "T wave inversion in V2/V3."),
        ("avl shows a deep q wave.", "aVL shows a deep Q wave."),
        ("wolff-parkinson-white pattern.", "Wolff-Parkinson-White pattern."),
        ("monomorphic ventricular extrasystoles 2/min.", "Monomorphic ventricular extrasystoles 2/min."),
        ("Left bundle branch block, as dictated by st.", "Left bundle branch block, as dictated by st."),
        ("", ""),
    ],
)
def test_capitals_stand_where_cardiology_has_them(written: str, read: str) -> None:
    assert sentence_case(written) == read


def test_capitals_change_no_meaning() -> None:
    text = "atrial fibrillation with rapid response. old inferior myocardial infarction. st depression in v4-v6."
    assert stated_codes(sentence_case(text)) == stated_codes(text)
