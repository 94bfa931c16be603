"""Every text metric against another implementation on the same reports: two hundred real sentences, put together."""

from __future__ import annotations

import numpy as np
import pytest

from meit_core.evaluation.clean import clean_metrics
from meit_core.evaluation.compat import ASSISTANT_TAG, BATCH, compat_metrics
from meit_core.evaluation.meteor import meteor
from meit_core.evaluation.tokens import tokens
from tests.core.knowledge.annotated import SAMPLE, read

SENTENCES = [sentence.text for sentence in read(SAMPLE)]
REPORTS = [" ".join(SENTENCES[start : start + 3]) for start in range(150)]
DRAFTS = [
    " ".join(word for number, word in enumerate(report.split()) if (number + start) % 5 or start % 3 == 0)
    for start, report in enumerate([*REPORTS[1:], REPORTS[0]])
]
"""Those of the next three, most with every fifth word left out."""
TRAINING = [*SENTENCES, *SENTENCES[::2]]

OURS = clean_metrics(DRAFTS, REPORTS, TRAINING)


def joined(texts: list[str]) -> list[str]:
    return [" ".join(tokens(text)) for text in texts]


def test_the_texts_are_neither_equal_nor_unrelated() -> None:
    assert 0.3 < OURS.bleu4 < 0.9
    assert 0.3 < OURS.meteor < 0.95


@pytest.mark.parametrize("order", [1, 2, 3, 4])
def test_bleu_is_sacrebleus(order: int) -> None:
    from sacrebleu.metrics import BLEU

    theirs = BLEU(tokenize="none", max_ngram_order=order, smooth_method="none", force=True)
    score = theirs.corpus_score(joined(DRAFTS), [joined(REPORTS)]).score / 100
    assert OURS.as_dict()[f"bleu{order}"] == pytest.approx(score, abs=1e-6)


@pytest.mark.parametrize("order", [1, 2, 3, 4])
def test_bleu_is_nltks(order: int) -> None:
    from nltk.translate.bleu_score import corpus_bleu

    score = corpus_bleu(
        [[tokens(report)] for report in REPORTS], [tokens(draft) for draft in DRAFTS], weights=[1 / order] * order
    )
    assert OURS.as_dict()[f"bleu{order}"] == pytest.approx(score, abs=1e-6)


@pytest.mark.filterwarnings("ignore")
def test_bleu_rouge_l_and_cider_d_are_pycocoevalcaps() -> None:
    from pycocoevalcap.bleu.bleu import Bleu
    from pycocoevalcap.cider.cider import Cider
    from pycocoevalcap.rouge.rouge import Rouge

    said = {row: [text] for row, text in enumerate(joined(DRAFTS))}
    meant = {row: [text] for row, text in enumerate(joined(REPORTS))}
    bleu, _ = Bleu(4).compute_score(meant, said, verbose=0)
    assert [OURS.bleu1, OURS.bleu2, OURS.bleu3, OURS.bleu4] == pytest.approx(bleu, rel=1e-6)
    assert OURS.rouge_l == pytest.approx(Rouge().compute_score(meant, said)[0])
    # the library counts document frequencies in the scored references; told to do the same, ours is equal
    same = clean_metrics(DRAFTS, REPORTS, REPORTS)
    assert same.cider_d == pytest.approx(Cider().compute_score(meant, said)[0])
    assert abs(same.cider_d - OURS.cider_d) > 0.01  # with the training references it is another number


def test_rouge_is_rouge_scores() -> None:
    from rouge_score.rouge_scorer import RougeScorer
    from rouge_score.tokenizers import Tokenizer

    class Split(Tokenizer):  # type: ignore[misc]
        def tokenize(self, text: str) -> list[str]:
            return text.split(" ")

    scorer = RougeScorer(["rouge1", "rouge2", "rougeL"], tokenizer=Split())
    rows = [scorer.score(report, draft) for report, draft in zip(joined(REPORTS), joined(DRAFTS), strict=True)]
    assert OURS.rouge1 == pytest.approx(np.mean([row["rouge1"].fmeasure for row in rows]))
    assert OURS.rouge2 == pytest.approx(np.mean([row["rouge2"].fmeasure for row in rows]))
    # ROUGE-L weighs recall more (beta 1.2), as pycocoevalcap does: the same precision and recall in another mean
    weighted = [
        (1 + 1.2**2) * p * r / (r + 1.2**2 * p) if p + r else 0.0
        for p, r in ((row["rougeL"].precision, row["rougeL"].recall) for row in rows)
    ]
    assert OURS.rouge_l == pytest.approx(np.mean(weighted))


def test_meteor_is_nltks_with_the_whole_of_wordnet() -> None:
    """nltk 3.10.4 with WordNet 3.0 (Debian wordnet-base 1:3.0-37) gives these; equal on 482 real pairs too."""
    values = [meteor(tokens(draft), tokens(report)) for draft, report in zip(DRAFTS, REPORTS, strict=True)]
    assert np.mean(values) == pytest.approx(0.6134623, abs=1e-6)
    assert values[:5] == pytest.approx([0.7331099, 0.5580357, 0.6132308, 0.714671, 0.4674797], abs=1e-6)


def test_the_papers_column_is_its_libraries_batch_by_batch() -> None:
    from pycocoevalcap.bleu.bleu import Bleu

    batches = []
    for start in range(0, len(DRAFTS), BATCH):
        said, meant = (
            {
                row: [f"{ASSISTANT_TAG}{text}".replace(".", " .")]
                for row, text in enumerate(texts[start : start + BATCH])
            }
            for texts in (DRAFTS, REPORTS)
        )
        batches.append(Bleu(4).compute_score(meant, said, verbose=0)[0])
    compat = compat_metrics(DRAFTS, REPORTS)
    assert [compat[f"bleu{order}"] for order in (1, 2, 3, 4)] == pytest.approx(np.mean(batches, axis=0), rel=1e-6)
