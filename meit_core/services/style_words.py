"""What a model card says of the house styles that a pack can be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from meit_core.model.prompt import in_style

_ROWS: Final = (
    ("BLEU-4", "clean", "bleu4"),
    ("METEOR", "clean", "meteor"),
    ("ROUGE-L", "clean", "rougeL"),
    ("CIDEr-D", "clean", "cider_d"),
    ("exact match", "clean", "exact_match"),
    ("statement macro F1", "labels", "macro_f1"),
    ("statement micro F1", "labels", "micro_f1"),
)


def style_sentences(prompt: Mapping[str, Any], styled: Mapping[str, Any] | None) -> str:
    """Name the styles and how to ask for one, and what that changes where it was measured.

    Parameters
    ----------
    prompt
        Of the pack's manifest.
    styled
        The quality task's document, with house styles asked for.
    """
    styles = prompt.get("styles", [])
    if not styles:
        return "It knows none."
    example = in_style(prompt["default"], styles[0])
    said = (
        "The same finding is worded in another way at every site. A style is named after the recorder and the site "
        f"whose reports are in it: {'; '.join(styles)}. Ask for one with “{example}”; without, the model writes what "
        "is likeliest of all of them."
    )
    if styled is None:
        return said
    figures = "; ".join(f"{label} {_figure(styled, part, key)}" for label, part, key in _ROWS)
    return (
        f"{said}\n\nAsked for each report in the style that the data set's table names (it names one of these for "
        f"{styled['asked_in_style']} of {styled['n']}; a clinic would set its own once), otherwise as in the first "
        f"table: {figures}."
    )


def _figure(scores: Mapping[str, Any], part: str, key: str) -> str:
    low, high = scores["ci95"].get(key, (None, None))
    interval = "" if low is None else f" ({low:.3f} to {high:.3f})"
    return f"{scores[part][key]:.3f}{interval}"
