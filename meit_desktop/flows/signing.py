"""Rate, sign, amend, print: what happens with a report once its text stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from meit_core.domain.draft import DraftId
from meit_core.domain.rating import Criterion, Rating
from meit_core.domain.report import Signature, SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.errors import UserError
from meit_desktop.dialogs.amend import AmendDialog
from meit_desktop.dialogs.sign import SignDialog
from meit_desktop.dialogs.signing_dialog import SigningDialog
from meit_desktop.flows.reading import ReadingFlow
from meit_desktop.flows.saving import SavingFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import counted, tr
from meit_desktop.operations import reporting as operations
from meit_desktop.plots import EcgView
from meit_desktop.tasks.lane import Task

DEMO_PASSWORD = "demo"


class SigningFlow(QObject):
    """Signals: signed(str) the study has a new signature, rated(str) a draft of the study has a new rating."""

    signed = Signal(str)
    rated = Signal(str)

    def __init__(self, stage: Stage, reading: ReadingFlow, saving: SavingFlow, trace: EcgView) -> None:
        super().__init__()
        self._stage, self._reading, self._saving, self._trace = stage, reading, saving, trace
        self._panel = stage.desk.report
        self._written = Path()
        self._panel.rate_requested.connect(self._rate)
        self._panel.sign_requested.connect(self.sign)
        self._panel.amend_requested.connect(self.amend)
        self._panel.pdf_requested.connect(self.choose_pdf)
        stage.window.notice.action_requested.connect(self._open_written)

    @Slot()
    def sign(self) -> None:
        """Ask for password and meaning, then sign exactly the text that is shown; edits are saved first."""
        self._saving.settle(self._ask_signature)

    @Slot()
    def amend(self) -> None:
        """Ask for an addendum and sign it; the signed text stays."""
        detail = self._reading.detail
        if detail is None:
            return
        study_id = detail.study.study_id
        dialog = AmendDialog(
            signed_text=self._panel.text,
            user=self._stage.session.user,
            demo_password=self._demo_password,
            parent=self._stage.window,
        )
        dialog.sign_wanted.connect(lambda password, meaning: self._amend(dialog, study_id, password, meaning))
        self._open(dialog)

    @Slot()
    def choose_pdf(self) -> None:
        """Ask where the PDF shall lie; the text is saved first, so that it prints what is shown."""
        self._saving.settle(self._ask_path)

    @property
    def _demo_password(self) -> str | None:
        return DEMO_PASSWORD if self._stage.session.demo else None

    def _ask_signature(self) -> None:
        detail = self._reading.detail
        text = self._panel.text
        if detail is None or not text.strip():
            told = tr("There is no text to sign. Accept or write a statement first.")
            self._stage.window.notice.show_message(told, "warn")
            return
        study_id, draft_id = detail.study.study_id, self._panel.draft_id
        dialog = SignDialog(
            text=text,
            user=self._stage.session.user,
            pending=self._panel.pending,
            demo_password=self._demo_password,
            parent=self._stage.window,
        )
        dialog.sign_wanted.connect(
            lambda password, meaning: self._sign(
                dialog, study_id=study_id, text=text, draft_id=draft_id, password=password, meaning=meaning
            )
        )
        self._open(dialog)

    def _open(self, dialog: SigningDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _sign(
        self,
        dialog: SignDialog,
        *,
        study_id: StudyId,
        text: str,
        draft_id: DraftId | None,
        password: str,
        meaning: SignatureMeaning,
    ) -> None:
        task = operations.sign_report(
            lanes=self._stage.lanes,
            session=self._stage.session,
            study_id=study_id,
            text=text,
            password=password,
            meaning=meaning,
            draft_id=draft_id,
        )
        self._answer(task, dialog, study_id, text)

    def _amend(self, dialog: AmendDialog, study_id: StudyId, password: str, meaning: SignatureMeaning) -> None:
        addendum = dialog.addendum
        task = operations.amend_report(
            lanes=self._stage.lanes,
            session=self._stage.session,
            study_id=study_id,
            addendum=addendum,
            password=password,
            meaning=meaning,
        )
        self._answer(task, dialog, study_id, addendum)

    def _answer(self, task: Task, dialog: SigningDialog, study_id: StudyId, text: str) -> None:
        task.done.connect(lambda signature: self._signed(dialog, study_id, text, signature))
        task.failed.connect(dialog.refuse)

    def _signed(self, dialog: SigningDialog, study_id: StudyId, text: str, signature: Signature) -> None:
        dialog.accept()
        if self._panel.study_id == study_id:
            self._panel.signed(signature, text=text)
        self.signed.emit(study_id)

    @Slot(object, object, str)
    def _rate(self, draft_id: DraftId, scores: Mapping[Criterion, int], comment: str) -> None:
        study_id = self._panel.study_id
        if study_id is None:
            return
        task = operations.rate_draft(
            lanes=self._stage.lanes,
            session=self._stage.session,
            study_id=study_id,
            draft_id=draft_id,
            scores=scores,
            comment=comment,
        )
        task.done.connect(lambda rating: self._rated(study_id, rating))
        task.failed.connect(lambda fault: self._not_rated(study_id, fault))

    def _rated(self, study_id: StudyId, rating: Rating) -> None:
        if self._panel.study_id == study_id:
            self._panel.rated(rating)
        self.rated.emit(study_id)

    def _not_rated(self, study_id: StudyId, fault: UserError) -> None:
        if self._panel.study_id == study_id:
            self._panel.rate_failed(fault)
        else:
            self._stage.window.notice.show_fault(fault)

    def _ask_path(self) -> None:
        detail = self._reading.detail
        if detail is None:
            return
        study_id = detail.study.study_id
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._stage.window, tr("Write PDF"), folder, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The file's name without the patient's: it is shown in places that the workspace doesn't protect.
        dialog.selectFile(f"ecg-{Path(detail.study.source_name).stem or study_id}.pdf")
        dialog.fileSelected.connect(lambda name: self.write_pdf(study_id, Path(name)))
        dialog.open()

    def write_pdf(self, study_id: StudyId, path: Path) -> None:
        """Write a study's PDF, its tracing filtered as on the screen."""
        task = operations.export_pdf(
            lanes=self._stage.lanes,
            session=self._stage.session,
            study_id=study_id,
            path=path,
            display_filter=self._trace.settings.filter,
        )
        task.done.connect(self._pdf_written)
        task.failed.connect(self._pdf_failed)

    @Slot(object)
    def _pdf_written(self, result: operations.WrittenPdf) -> None:
        self._written = result.path
        told = counted("PDF written: {name}, %n page.", "PDF written: {name}, %n pages.", result.pages)
        self._stage.window.notice.show_message(told.format(name=result.path.name), "ok", tr("Open", "file"))

    @Slot(object)
    def _pdf_failed(self, fault: UserError) -> None:
        self._stage.window.notice.show_fault(fault)

    @Slot()
    def _open_written(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
