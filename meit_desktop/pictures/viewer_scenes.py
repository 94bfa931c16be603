"""The viewer's own states: one lead alone, a screen being calibrated, keys being changed, high contrast."""

from __future__ import annotations

from meit_desktop.dialogs.calibration import CalibrationDialog
from meit_desktop.dialogs.key_changes import KeyChangesDialog
from meit_desktop.pictures.studio import Studio


def enlarged_lead(studio: Studio) -> None:
    """One lead over the whole sheet."""
    studio.open("Bruno")
    studio.flows.trace.enlarge_lead("V2")
    studio.shoot("enlarged-lead")
    studio.flows.trace.enlarge_lead(None)


def calibration(studio: Studio) -> None:
    """A card and a ruler against the screen."""
    studio.command("calibrate")
    dialog = studio.dialog()
    assert isinstance(dialog, CalibrationDialog)
    studio.shoot("calibration-card")
    dialog.things.buttons()[1].click()
    studio.shoot("calibration-ruler")
    dialog.reject()
    studio.camera.settle()


def keys(studio: Studio) -> None:
    """A key that belongs to another command."""
    studio.command("change_keys")
    dialog = studio.dialog()
    assert isinstance(dialog, KeyChangesDialog)
    dialog.choose("speed")
    dialog.recorder.setKeySequence("G")
    studio.shoot("change-keys")
    dialog.reject()
    studio.camera.settle()


def high_contrast(studio: Studio) -> None:
    """Reading, and a dialog, in high contrast."""
    appearance = studio.application.appearance
    before = appearance.tokens.name
    studio.command("high_contrast")
    studio.shoot("high-contrast")
    studio.command("retrain")
    studio.wait_for("overview", lambda: bool(studio.dialog().choice.told.text()))
    studio.shoot("high-contrast-retraining")
    studio.dialog().close()
    studio.camera.settle()
    appearance.choose(before)
    studio.camera.settle()
