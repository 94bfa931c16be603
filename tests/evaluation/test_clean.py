"""Clean metrics against values worked out by hand and against the libraries' own corpus functions."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from meit_core.evaluation.clean import clean_metrics, score_reports
from meit_core.evaluation.meteor import meteor
from meit_core.evaluation.tokens import tokens

TRAINING = ["sinus rhythm. normal ecg.", "atrial fibrillation. normal axis.", "sinus rhythm. left axis deviation."]
DRAFTS = ["sinus rhythm. normal ecg.", "sinus rhythm. leftward axis. first degree av block.", "normal ecg."]
REFERENCES = ["sinus rhythm. normal ecg.", "sinus rhythm. first degree av block.", "atrial fibrillation. normal axis."]


def test_tokens_keep_leads_and_punctuation() -> None:
    assert tokens("ST-T in leads V1-V3, aVL (minor): 100% sure.") == [
        *("st-t", "in", "leads", "v1-v3", ",", "avl", "(", "minor", ")", "100", "sure", ".")
    ]


def test_the_same_text_scores_full_marks() -> None:
    texts = ["atrial fibrillation. left axis deviation.", "sinus rhythm. normal ecg."]
    scores = clean_metrics(texts, texts, [*TRAINING, "pacemaker rhythm."]).as_dict()
    for name in ("bleu1", "bleu4", "rouge1", "rouge2", "rougeL", "exact_match"):
        assert scores[name] == pytest.approx(1.0, abs=1e-6), name
    assert scores["cider_d"] == pytest.approx(10.0)
    # seven matched words in one chunk: penalty 0.5 * (1/7)**3; six: 0.5 * (1/6)**3
    assert scores["meteor"] == pytest.approx(1 - 0.25 * (1 / 7**3 + 1 / 6**3))


def test_unrelated_text_scores_nothing() -> None:
    scores = clean_metrics(["pacemaker rhythm"], ["left bundle branch block"], TRAINING).as_dict()
    assert max(scores.values()) < 1e-6


def test_bleu_by_hand() -> None:
    # draft 4 words, reference 5: 3 of 4 words, 2 of 3 pairs, 1 of 2 triples, 0 of 1; brevity exp(1 - 5/4)
    scores = clean_metrics(["a b c x"], ["a b c d e"], TRAINING)
    short = math.exp(1 - 5 / 4)
    assert scores.bleu1 == pytest.approx(short * 3 / 4)
    assert scores.bleu2 == pytest.approx(short * (3 / 4 * 2 / 3) ** (1 / 2))
    assert scores.bleu3 == pytest.approx(short * (3 / 4 * 2 / 3 * 1 / 2) ** (1 / 3))
    assert scores.bleu4 < 1e-3


def test_rouge_by_hand() -> None:
    scores = clean_metrics(["a b c x"], ["a b c d e"], TRAINING)
    assert scores.rouge1 == pytest.approx(2 * (3 / 4) * (3 / 5) / (3 / 4 + 3 / 5))
    assert scores.rouge2 == pytest.approx(2 * (2 / 3) * (2 / 4) / (2 / 3 + 2 / 4))
    assert scores.rouge_l == pytest.approx((1 + 1.2**2) * (3 / 4) * (3 / 5) / (3 / 5 + 1.2**2 * (3 / 4)))


def test_meteor_by_hand() -> None:
    # three of four words in one chunk: precision 3/4, recall 3/5
    mean = (3 / 4) * (3 / 5) / (0.9 * 3 / 4 + 0.1 * 3 / 5)
    assert meteor(list("abcx"), list("abcde")) == pytest.approx(mean * (1 - 0.5 * (1 / 3) ** 3))


@pytest.mark.parametrize(
    ("draft", "reference", "expected"),
    [
        # nltk 3.10.4 with the whole of WordNet 3.0 (Debian wordnet-base 1:3.0-37) gives these
        ("sinus rhythm. normal ecg.", "sinus rhythm. otherwise normal ecg.", 0.853462),
        ("probably an old inferior infarct", "likely old inferior infarction", 0.718157),
    ],
)
def test_meteor_knows_wordnet_synonyms(draft: str, reference: str, expected: float) -> None:
    assert meteor(tokens(draft), tokens(reference)) == pytest.approx(expected, abs=2e-6)


def test_cider_by_hand_on_single_words() -> None:
    # One-word texts: only the 1-gram order counts, cosine 1 where its idf is not zero, so 10 * (1 + 0 + 0 + 0) / 4.
    training = ["rare", "common", "common", "common"]
    assert clean_metrics(["rare"], ["rare"], training).cider_d == pytest.approx(2.5)
    assert clean_metrics(["rare"], ["common"], training).cider_d == 0.0
    # a word in every training reference carries no information
    assert clean_metrics(["common"], ["common"], ["common", "common"]).cider_d == 0.0


def cooked(texts: Sequence[str]) -> dict[int, list[str]]:
    return {row: [" ".join(tokens(text))] for row, text in enumerate(texts)}


def test_corpus_values_are_those_of_pycocoevalcap() -> None:
    from pycocoevalcap.bleu.bleu import Bleu
    from pycocoevalcap.cider.cider import Cider
    from pycocoevalcap.rouge.rouge import Rouge

    ours = clean_metrics(DRAFTS, REFERENCES, REFERENCES)
    bleu, _ = Bleu(4).compute_score(cooked(REFERENCES), cooked(DRAFTS), verbose=0)
    assert (ours.bleu1, ours.bleu2, ours.bleu3, ours.bleu4) == pytest.approx(tuple(bleu), rel=1e-6)
    assert ours.rouge_l == pytest.approx(Rouge().compute_score(cooked(REFERENCES), cooked(DRAFTS))[0])
    # with the scored references as training references, ours must be the library's plain CIDEr-D
    assert ours.cider_d == pytest.approx(Cider().compute_score(cooked(REFERENCES), cooked(DRAFTS))[0])


def test_scores_do_not_depend_on_what_else_is_scored() -> None:
    scores = score_reports(DRAFTS, REFERENCES, TRAINING)
    for row in range(3):
        alone = clean_metrics(DRAFTS[row : row + 1], REFERENCES[row : row + 1], TRAINING)
        only = scores.resampled(np.eye(3)[row : row + 1])
        assert {name: value[0] for name, value in only.items()} == pytest.approx(alone.as_dict())


def test_reports_drawn_twice_count_twice() -> None:
    twice = clean_metrics([DRAFTS[1], *DRAFTS[1:]], [REFERENCES[1], *REFERENCES[1:]], TRAINING)
    weighted = score_reports(DRAFTS, REFERENCES, TRAINING).resampled(np.array([[0.0, 2.0, 1.0]]))
    assert {name: value[0] for name, value in weighted.items()} == pytest.approx(twice.as_dict())


def test_an_empty_draft_scores_zero() -> None:
    scores = clean_metrics(["", "sinus rhythm."], ["normal ecg.", "sinus rhythm."], TRAINING)
    assert scores.exact_match == 0.5
    assert scores.meteor < 0.5


def test_unequal_lengths_and_missing_training_references_are_refused() -> None:
    with pytest.raises(ValueError, match="as many drafts"):
        clean_metrics(["a"], ["a", "b"], TRAINING)
    with pytest.raises(ValueError, match="as many drafts"):
        clean_metrics([], [], TRAINING)
    with pytest.raises(ValueError, match="training references"):
        clean_metrics(["a"], ["a"], [])
