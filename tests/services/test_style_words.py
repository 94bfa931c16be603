"""What a model card says of house styles."""

from __future__ import annotations

from meit_core.services.style_words import style_sentences

PROMPT = {"default": "Report this ECG.", "styles": ["at-6, site 1", "cs-12, site 2"]}


def test_the_styles_and_how_to_ask_for_one_are_named() -> None:
    said = style_sentences(PROMPT, {"n": 482})
    assert "at-6, site 1; cs-12, site 2" in said
    assert "“Report this ECG. House style: at-6, site 1.”" in said
    assert "no report is asked for in a style" in said


def test_how_many_reports_were_asked_for_in_one_is_told() -> None:
    assert "457 of 482 recordings" in style_sentences(PROMPT, {"n": 482, "asked_in_style": 457})


def test_a_pack_without_styles_says_so() -> None:
    assert style_sentences({"default": "Report this ECG."}, {"n": 482}) == "It knows none."
