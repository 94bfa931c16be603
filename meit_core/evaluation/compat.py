"""The paper's own way of counting, kept only to stand beside its published numbers.

MEIT's released code (arXiv 2403.04945) leaves the assistant tag in both texts, averages over batches of 32 without
regard to their size, gives every n-gram the document frequency 1 in CIDEr-D and counts ROUGE-1/2 on sets of n-grams.
Each of these raises scores; none of them measures anything about a report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from meit_core.evaluation.bertscore import BertScorer
from meit_core.evaluation.bleu import bleu_counts, corpus_bleu
from meit_core.evaluation.cider import cider_d
from meit_core.evaluation.meteor import meteor

USER_TAG = "<|user|>\n"
ASSISTANT_TAG = "<|assistant|>\n"
BATCH = 32
_SENTENCE_END = re.compile(r"(?<=\.)\s+")


def compat_metrics(
    hypotheses: Sequence[str], references: Sequence[str], *, prompt: str | None = None, bert: BertScorer | None = None
) -> dict[str, float]:
    """Score drafts as the released code does.

    Parameters
    ----------
    prompt
        Leave this prompt in both texts as well, as the released zero-shot script does.
    bert
        Adds BERTScore of the tagged texts, rescaled as in the paper where the model's folder holds the published
        baseline. The paper's own model is roberta-large.

    Returns
    -------
    Scores under the names of :meth:`~meit_core.evaluation.clean.CleanMetrics.as_dict`, without ``exact_match``.
    """
    left_in = ASSISTANT_TAG if prompt is None else f"{USER_TAG}{prompt}\n{ASSISTANT_TAG}"
    batches = [
        _batch(hypotheses[start : start + BATCH], references[start : start + BATCH], left_in, bert)
        for start in range(0, len(hypotheses), BATCH)
    ]
    return {name: float(np.mean([batch[name] for batch in batches])) for name in batches[0]}


def _batch(
    hypotheses: Sequence[str], references: Sequence[str], left_in: str, bert: BertScorer | None
) -> dict[str, float]:
    from pycocoevalcap.rouge.rouge import Rouge

    raw = [(left_in + draft, left_in + report.lower()) for draft, report in zip(hypotheses, references, strict=True)]
    drafts = [_spaced(draft) for draft, _ in raw]
    reports = [_spaced(report) for _, report in raw]
    bleu1, bleu2, bleu3, bleu4 = map(float, corpus_bleu(bleu_counts(drafts, reports).sum(axis=0)))
    longest = Rouge()
    likeness = None if bert is None else bert.score(*zip(*raw, strict=True), rescale=bert.can_rescale)
    return {
        "bleu1": bleu1,
        "bleu2": bleu2,
        "bleu3": bleu3,
        "bleu4": bleu4,
        "meteor": float(np.mean([meteor(_treebank(draft), _treebank(report)) for draft, report in raw])),
        "rouge1": float(np.mean([_set_rouge(draft, report, 1) for draft, report in raw])),
        "rouge2": float(np.mean([_set_rouge(draft, report, 2) for draft, report in raw])),
        "rougeL": float(
            np.mean([longest.calc_score([draft], [report]) for draft, report in zip(drafts, reports, strict=True)])
        ),
        # no document frequency anywhere: the idf is one constant and cancels
        "cider_d": float(cider_d(drafts, reports, Counter(), documents=3).mean()),
        **({} if likeness is None else likeness.means()),
    }


def _spaced(text: str) -> str:
    return re.sub(r" +", " ", text.replace(".", " .")).strip(" ")


def _treebank(text: str) -> list[str]:
    """Split as nltk's ``word_tokenize`` does, with the plain sentence split that ECG reports allow."""
    from nltk.tokenize import NLTKWordTokenizer

    tokenizer = NLTKWordTokenizer()
    return [token for sentence in _SENTENCE_END.split(text) for token in tokenizer.tokenize(sentence)]


def _set_rouge(draft: str, report: str, order: int) -> float:
    """F1 over *sets* of n-grams, as the PyPI package ``rouge`` counts."""
    said, meant = _ngrams(draft, order), _ngrams(report, order)
    if not said or not meant:
        return 0.0
    precision, recall = len(said & meant) / len(said), len(said & meant) / len(meant)
    return 2 * precision * recall / (precision + recall + 1e-8)


def _ngrams(text: str, order: int) -> set[tuple[str, ...]]:
    words = text.replace(".", " ").split()
    return {tuple(words[start : start + order]) for start in range(len(words) - order + 1)}
