"""What a model card says of the house styles that a pack can be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meit_core.model.prompt import in_style


def style_sentences(prompt: Mapping[str, Any], scores: Mapping[str, Any]) -> str:
    """Name the styles and how to ask for one, and how many reports of the quality task were asked for in one.

    Parameters
    ----------
    prompt
        Of the pack's manifest.
    scores
        The quality task's document.
    """
    styles = prompt.get("styles", [])
    if not styles:
        return "It knows none."
    asked = scores.get("asked_in_style", 0)
    measured = (
        f"In the table each report is asked for in the style of the recorder and the site that the data set's table "
        f"names: one or both of them are known for {asked} of {scores['n']} recordings. A clinic sets its own once."
        if asked
        else "In the table no report is asked for in a style."
    )
    return (
        "The same finding is worded in another way at every site. A style is named after the recorder and the site "
        f"whose reports are in it: {'; '.join(styles)}. Ask for one with “{in_style(prompt['default'], styles[0])}”; "
        f"without, the model writes what is likeliest of all of them.\n\n{measured}"
    )
