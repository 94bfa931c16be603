"""What a model card says of house styles."""

from __future__ import annotations

from meit_core.services.style_words import style_sentences

PROMPT = {"default": "Report this ECG.", "styles": ["at-6, site 1", "cs-12, site 2"]}
STYLED = {
    "n": 482,
    "asked_in_style": 457,
    "ci95": {"bleu4": [0.4, 0.48]},
    "clean": {"bleu4": 0.44, "meteor": 0.66, "rougeL": 0.68, "cider_d": 3.8, "exact_match": 0.26},
    "labels": {"macro_f1": 0.39, "micro_f1": 0.61},
}


def test_the_styles_and_how_to_ask_for_one_are_named() -> None:
    said = style_sentences(PROMPT, None)
    assert "at-6, site 1; cs-12, site 2" in said
    assert "“Report this ECG. House style: at-6, site 1.”" in said
    assert "BLEU" not in said


def test_what_a_style_changes_is_told_with_how_many_had_one() -> None:
    said = style_sentences(PROMPT, STYLED)
    assert "457 of 482" in said
    assert "BLEU-4 0.440 (0.400 to 0.480)" in said and "statement micro F1 0.610" in said


def test_a_pack_without_styles_says_so() -> None:
    assert style_sentences({"default": "Report this ECG."}, None) == "It knows none."
