"""Does a model beat the baselines, and is it said plainly where it doesn't?"""

from __future__ import annotations

from meit_core.evaluation.texts import TextEvaluation, evaluate_texts
from meit_core.evaluation.verdict import HIGHER_IS_BETTER, verdict

REPORTS = [
    "sinus rhythm. normal ecg.",
    "atrial fibrillation. left axis deviation.",
    "pacemaker rhythm. low voltage.",
] * 20
PATIENTS = list(range(60))


def evaluated(drafts: list[str]) -> TextEvaluation:
    return evaluate_texts(drafts, REPORTS, REPORTS, repeats=50)


COMMONEST = evaluated(["sinus rhythm. normal ecg."] * 60)


def test_the_right_reports_beat_the_commonest_one_on_every_score() -> None:
    result = verdict(evaluated(REPORTS), {"most_frequent": COMMONEST}, PATIENTS, repeats=200)
    assert result["beats_every_baseline"] is True
    assert set(result["against"]["most_frequent"]) == set(HIGHER_IS_BETTER) - {"bert_f1"}
    assert "The model beats every baseline." in result["text"]


def test_a_worse_model_is_called_worse_and_lower_rates_are_better() -> None:
    wrong = evaluated([REPORTS[(index + 1) % 3] for index in range(60)])
    rows = verdict(wrong, {"most_frequent": COMMONEST}, PATIENTS, repeats=200)["against"]["most_frequent"]
    assert rows["bleu4"]["outcome"] == "worse"
    assert rows["hallucination_rate"]["outcome"] == "worse"
    assert rows["hallucination_rate"]["difference"] > 0
    result = verdict(wrong, {"most_frequent": COMMONEST}, PATIENTS, repeats=200)
    assert result["beats_every_baseline"] is False
    assert "does not beat every baseline" in result["text"]
    assert "worse on bleu4" in result["text"]


def test_the_same_drafts_are_no_better() -> None:
    rows = verdict(COMMONEST, {"most_frequent": COMMONEST}, PATIENTS, repeats=100)["against"]["most_frequent"]
    for row in rows.values():
        assert row["ci95"] == [0.0, 0.0]
        assert row["outcome"] == "undecided"


def test_what_is_hard_for_both_cancels_out() -> None:
    """Half of the recordings nobody gets right; of the others the model gets one in five more, always."""
    hard = ["sinus rhythm."] * 30
    references = [*["pacemaker rhythm."] * 30, *["atrial fibrillation."] * 30]
    own = evaluate_texts([*hard, *["atrial fibrillation."] * 30], references, references, repeats=50)
    other = evaluate_texts(
        [*hard, *(["atrial fibrillation."] * 4 + ["sinus rhythm."]) * 6], references, references, repeats=50
    )
    row = verdict(own, {"other": other}, PATIENTS, repeats=500)["against"]["other"]["micro_f1"]
    assert row["outcome"] == "better"
    # taken one by one, their intervals overlap
    assert own.ci95["micro_f1"][0] < other.ci95["micro_f1"][1]
