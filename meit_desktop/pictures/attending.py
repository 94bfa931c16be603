"""Where the model looked for a sentence, and where it looked at all alike."""

from __future__ import annotations

from meit_desktop.pictures.studio import Studio


def attending(studio: Studio) -> None:
    """Draft a study with extrasystoles, then choose a sentence of either kind; the rehearsed model looks by a rule."""
    studio.open("Ida")
    studio.draft("Ventricular extrasystoles. Sinus rhythm. Normal axis.")
    studio.command("attention")
    studio.wait_for("the model's answer", lambda: bool(studio.flows.attending.is_answered))
    for index, name in ((1, "attention"), (2, "attention-alike")):
        studio.report.review.sentences.make_current(index)
        studio.shoot(name)
    studio.command("attention")
