"""The states of the reading screen, in the order a reader meets them."""

from __future__ import annotations

from typing import Final

from PySide6.QtTest import QTest

from meit_core.domain.draft import Finding
from meit_core.domain.study import StudyStatus
from meit_core.drafting.faults import NO_STUDY_HARMED
from meit_core.errors import UserError
from meit_desktop.dialogs.signing_dialog import SigningDialog
from meit_desktop.pictures.rehearsed_run import REHEARSED_RUN, rehearsed_losses
from meit_desktop.pictures.studio import Studio

LBBB: Final = "Sinus rhythm. Complete left bundle branch block. Left axis deviation. Secondary ST-T changes."
CONTRADICTED: Final = "Sinus rhythm. Normal QRS duration. Normal ECG."
STEMI: Final = "Sinus rhythm. Acute anterior myocardial infarction. ST elevation in the anterior leads."
FINDINGS: Final = (
    Finding("CLBBB", "complete left bundle branch block", 0.97, True),
    Finding("SR", "sinus rhythm", 0.93, True),
    Finding("AXIS_LEFT", "left axis deviation", 0.61, True),
    Finding("LVH", "left ventricular hypertrophy", 0.24, False),
    Finding("NORM", "normal ECG", 0.02, False),
)
HOST_DIED: Final = UserError(
    "The model's process stopped unexpectedly.", f"{NO_STUDY_HARMED} Draft again: the model starts anew."
)


def read_and_draft(studio: Studio) -> None:
    """Reading, another filter and order, drafting half way, drafted, a contradicted sentence."""
    studio.open("Anna")
    studio.shoot("reading")
    before = studio.flows.trace.settings
    for command in ("filter", "filter", "filter", "mains_notch", "lead_order"):
        studio.command(command)
    studio.shoot("filtered")
    studio.flows.trace.apply_settings(before)
    studio.open("David")
    studio.script.findings = FINDINGS
    studio.draft_until(LBBB, 8)
    studio.shoot("drafting")
    studio.finish()
    studio.shoot("drafted")
    studio.open("Felix")
    studio.draft(CONTRADICTED)
    studio.report.review.accept_supported()
    studio.report.review.go_to_unresolved()
    studio.shoot("contradicted")


def sign_and_amend(studio: Studio) -> None:
    """Rating, the sign dialog, signed, the amend dialog, amended."""
    studio.open("David")
    studio.command("rate")
    for key in "454":
        QTest.keyClick(studio.report.details.rating, key)
    studio.shoot("rating")
    QTest.keyClick(studio.report.details.rating, "5")
    studio.report.focus_report()
    for index in range(len(studio.report.review.lines)):
        studio.report.review.sentences.make_current(index)
        studio.report.review.keep_current()
        studio.report.review.accept_current()
    studio.command("sign")
    studio.wait_for("sign dialog", lambda: _signing(studio) is not None)
    dialog = _signing(studio)
    dialog.form.password.setText("wrong")
    dialog.sign_button.click()
    studio.wait_for("refusal", dialog.cancel_button.isEnabled)
    studio.shoot("sign-refused")
    _sign(studio, dialog)
    study = studio.open("David", status=StudyStatus.CONFIRMED)
    studio.wait_for("signed study", lambda: studio.flows.reading.detail.study.status is StudyStatus.CONFIRMED)
    studio.shoot("signed")
    studio.command("amend")
    studio.wait_for("amend dialog", lambda: _signing(studio) is not None)
    dialog = _signing(studio)
    dialog.field.setPlainText("Compared with the tracing of last year the left bundle branch block is new.")
    studio.shoot("amend-dialog")
    _sign(studio, dialog)
    studio.flows.reading.open(study.study_id)
    studio.wait_for(
        "amended study",
        lambda: (
            studio.flows.reading.study_id == study.study_id
            and studio.flows.reading.detail.study.status is StudyStatus.AMENDED
        ),
    )
    studio.shoot("amended")


def faults_of_the_model(studio: Studio) -> None:
    """The model's process dies, and is starting again."""
    studio.open("Henry")
    studio.script.text = STEMI
    studio.script.fault = HOST_DIED
    studio.engine.slow_start = True
    studio.command("draft")
    studio.wait_for("host restarting", studio.script.holding.is_set)
    studio.shoot("model-restarting")
    studio.script.fault = None
    studio.engine.slow_start = False
    studio.script.go_on()
    studio.wait_for("model", lambda: "rehearsal" in studio.window.footer.model_text)


def house_style(studio: Studio) -> None:
    """Whose wording drafts follow."""
    studio.command("house_style")
    studio.wait_for("house styles", lambda: studio.dialog_shown)
    dialog = studio.dialog()
    studio.shoot("house-style")
    dialog.reject()
    studio.camera.settle()


def retraining(studio: Studio) -> None:
    """What to train on, a run, and the comparison with the pack in use."""
    studio.command("retrain")
    studio.wait_for("overview", lambda: bool(studio.dialog().choice.told.text()))
    dialog = studio.dialog()
    dialog.choice.root.setText("/data/ptbxl")
    studio.shoot("retraining")
    dialog.show_run()
    dialog.show_events([{"event": "phase", "phase": "training", "fraction": 0.62}, *rehearsed_losses()])
    studio.shoot("retraining-run")
    dialog.show_comparison(REHEARSED_RUN)
    studio.shoot("retraining-compared")
    dialog.close()
    studio.camera.settle()


def overlays(studio: Studio) -> None:
    """Keys sheet, command palette, about, locked screen, collapsed columns, narrow window."""
    studio.open("Bruno")
    for command, name in (("show_keys", "keys"), ("show_palette", "command-palette"), ("about", "about")):
        studio.command(command)
        studio.shoot(name)
        studio.dialog().close()
        studio.camera.settle()
    studio.command("toggle_worklist")
    studio.shoot("worklist-collapsed")
    studio.command("toggle_worklist")
    width, height = studio.window.width(), studio.window.height()
    studio.window.resize(1100, height)
    studio.camera.settle()
    studio.command("toggle_report")
    studio.shoot("report-drawer")
    studio.window.resize(width, height)
    studio.camera.settle()
    studio.command("lock")
    studio.shoot("locked")


def _signing(studio: Studio) -> SigningDialog | None:
    dialogs = [dialog for dialog in studio.window.findChildren(SigningDialog) if dialog.isVisible()]
    return dialogs[0] if dialogs else None


def _sign(studio: Studio, dialog: SigningDialog) -> None:
    """Sign with the demo's password; the next unread study opens by itself."""
    before = studio.flows.reading.study_id
    dialog.form.password.setText("demo")
    dialog.sign_button.click()
    studio.wait_for("next study", lambda: studio.flows.reading.study_id != before)
