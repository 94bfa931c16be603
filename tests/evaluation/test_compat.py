"""The paper's own counting: what it gives to wrong reports, and that its parts are those the paper's code used."""

from __future__ import annotations

import pytest

from meit_core.evaluation.clean import clean_metrics
from meit_core.evaluation.compat import ASSISTANT_TAG, BATCH, compat_metrics

REPORTS = [
    "sinus rhythm. normal ecg.",
    "atrial fibrillation. left axis deviation.",
    "sinus bradycardia. first degree av block.",
    "pacemaker rhythm.",
    "sinus tachycardia. low voltage.",
    "inferior infarction. t wave inversion.",
    "left bundle branch block. premature ventricular contractions.",
    "right bundle branch block. prolonged qt interval.",
]
UNRELATED = ["the weather stays dry", "we sold forty tickets", "bread needs flour"] * 2 + ["blue paint", "old maps"]
PROMPT = "generate a description of the ECG embeddings:"


def test_unrelated_text_scores_nothing_clean_and_something_here() -> None:
    clean = clean_metrics(UNRELATED, REPORTS, REPORTS).as_dict()
    assert max(clean.values()) < 1e-6
    compat = compat_metrics(UNRELATED, REPORTS)
    # the tag is one matching word of four to five, and the only one in CIDEr's 1-grams
    assert compat["bleu1"] > 0.1
    assert compat["cider_d"] > 0.1
    assert compat["meteor"] > 0.1


def test_unrelated_text_scores_high_with_the_prompt_left_in() -> None:
    """The paper's zero-shot script keeps the prompt on both sides: .53/.51/.56/2.8 on its eight toy reports."""
    scores = compat_metrics(UNRELATED, REPORTS, prompt=PROMPT)
    assert scores["bleu1"] > 0.5
    assert scores["bleu4"] > 0.5
    assert scores["rougeL"] > 0.5
    assert scores["cider_d"] > 2.5


def test_shuffled_reports_rise_with_the_prompt_left_in() -> None:
    shuffled = [*REPORTS[3:], *REPORTS[:3]]
    clean = clean_metrics(shuffled, REPORTS, REPORTS).as_dict()
    compat = compat_metrics(shuffled, REPORTS)
    leaked = compat_metrics(shuffled, REPORTS, prompt=PROMPT)
    for name in ("bleu1", "bleu4", "rougeL", "cider_d"):
        assert clean[name] <= compat[name] + 1e-9 < leaked[name], name


def test_the_right_report_scores_full_marks() -> None:
    scores = compat_metrics(REPORTS, REPORTS)
    for name in ("bleu1", "bleu4", "rouge1", "rouge2", "rougeL"):
        assert scores[name] == pytest.approx(1.0, abs=1e-6), name
    assert scores["cider_d"] == pytest.approx(10.0)


def test_batches_count_the_same_whatever_their_size() -> None:
    wrong, right = ["xyz"] * BATCH, ["normal ecg."]
    references = [*["pacemaker rhythm."] * BATCH, "normal ecg."]
    alone = compat_metrics(wrong, references[:BATCH])["bleu1"]
    assert compat_metrics([*wrong, *right], references)["bleu1"] == pytest.approx((alone + 1.0) / 2)


def test_bleu_and_rouge_l_are_pycocoevalcaps_on_the_tagged_text() -> None:
    from pycocoevalcap.bleu.bleu import Bleu
    from pycocoevalcap.rouge.rouge import Rouge

    drafts = [*REPORTS[3:], *REPORTS[:3]]
    said = {row: [f"{ASSISTANT_TAG}{text}".replace(".", " .")] for row, text in enumerate(drafts)}
    meant = {row: [f"{ASSISTANT_TAG}{text}".replace(".", " .")] for row, text in enumerate(REPORTS)}
    scores = compat_metrics(drafts, REPORTS)
    bleu, _ = Bleu(4).compute_score(meant, said, verbose=0)
    assert [scores[f"bleu{order}"] for order in range(1, 5)] == pytest.approx(bleu, rel=1e-6)
    assert scores["rougeL"] == pytest.approx(Rouge().compute_score(meant, said)[0])


def test_cider_gives_every_n_gram_the_same_weight() -> None:
    """One draft word of two right: 1-gram vectors (tag, sinus) and (tag, atrial) have the cosine 1/2."""
    scores = compat_metrics(["sinus"], ["atrial"])
    assert scores["cider_d"] == pytest.approx(10 * 0.5 / 4)


def test_rouge_counts_sets_of_words() -> None:
    # words: {tag, a, b} and {tag, a, c}; the tag and "a" match, and the second "a" counts for nothing
    scores = compat_metrics(["a a b"], ["a c"])
    assert scores["rouge1"] == pytest.approx(2 / 3, abs=1e-6)
