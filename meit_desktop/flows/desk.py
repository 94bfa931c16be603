"""The flows of a signed-in user, wired to each other: what one has stored, the others show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from meit_core.domain.study import StudyDetail, StudyId, StudyStatus
from meit_desktop.appearance import Appearance
from meit_desktop.dialogs.statement_library import StatementLibraryDialog
from meit_desktop.flows.attending import AttendingFlow
from meit_desktop.flows.comparing import CompareFlow
from meit_desktop.flows.display import DisplayFlow
from meit_desktop.flows.drafting import DraftFlow
from meit_desktop.flows.dropping import DropFlow
from meit_desktop.flows.filtering import FilterFlow
from meit_desktop.flows.house_style import HouseStyleFlow
from meit_desktop.flows.importing import ImportFlow
from meit_desktop.flows.judging import JudgingFlow
from meit_desktop.flows.listing import ListingFlow
from meit_desktop.flows.marking import MarkingFlow
from meit_desktop.flows.measuring import MeasuringFlow
from meit_desktop.flows.reading import ReadingFlow
from meit_desktop.flows.retraining import RetrainingFlow
from meit_desktop.flows.saving import SavingFlow
from meit_desktop.flows.signing import SigningFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.flows.watching import WatchFlow
from meit_desktop.language import tr
from meit_desktop.operations.drafting import ModelKeeper
from meit_desktop.plots import EcgView
from meit_desktop.settings import ADVANCE
from meit_desktop.shortcuts import Need
from meit_desktop.theme.tokens import Tokens

_SIGNED = (StudyStatus.CONFIRMED, StudyStatus.AMENDED)
_FOR_ADMINISTRATORS = ("retrain", "house_style", "watch_folder")


class DeskFlows(QObject):
    """Attributes: listing, saving, reading, drafting, signing, importing, retraining."""

    def __init__(self, stage: Stage, keeper: ModelKeeper, trace: EcgView, appearance: Appearance) -> None:
        super().__init__()
        self._stage, self.trace, self._appearance = stage, trace, appearance
        self.listing = ListingFlow(stage)
        self.saving = SavingFlow(stage)
        self.measuring = MeasuringFlow(stage, trace)
        self.reading = ReadingFlow(stage, self.settle)
        self.drafting = DraftFlow(stage, keeper, self.reading)
        self.signing = SigningFlow(stage, self.reading, self.saving, trace)
        self.importing = ImportFlow(stage, appearance.tokens)
        self.filtering = FilterFlow(stage, self.reading)
        self.watching = WatchFlow(stage, self.importing)
        self.dropping = DropFlow(stage, appearance.tokens)
        self.retraining = RetrainingFlow(stage, appearance.tokens)
        self.house_style = HouseStyleFlow(stage)
        self.marking = MarkingFlow(stage, self.reading, trace, appearance.tokens)
        self.judging = JudgingFlow(stage, self.reading)
        self.display = DisplayFlow(trace, stage.settings)
        self.attending = AttendingFlow(stage, self.reading, self.drafting, trace)
        self.comparing = CompareFlow(stage, self.reading, trace, appearance.tokens)
        self._first_list = True
        self._wire()

    def begin(self) -> None:
        """A user has signed in: show the list and open what is to be read first."""
        self._first_list = True
        self._clear_desk()
        window = self._stage.window
        window.show_page(self._stage.desk)
        window.actions_table.allow(Need.SESSION)
        window.actions_table.refuse(*self._not_for_everybody)
        self._stage.desk.empty.show_message("trace", tr("Opening the worklist"), "")
        self.listing.refresh()
        self.watching.begin()

    def end(self) -> None:
        """Nobody is signed in: nothing of a patient stays on the screen."""
        self.importing.stop()
        self.watching.end()
        self.retraining.end()
        self.listing.clear()
        self._clear_desk()
        self._stage.window.actions_table.allow(Need.NOTHING)

    def settle(self, then: Callable[[], None]) -> None:
        """Go on once text and calipers are safe, or the reader has given them up."""
        self.saving.settle(lambda: self.measuring.settle(then))

    def _wire(self) -> None:
        panel = self._stage.desk.report
        panel.draft_requested.connect(self.drafting.draft)
        panel.stop_requested.connect(self.drafting.stop)
        self.listing.listed.connect(self._listed)
        self.reading.study_shown.connect(self._show_study)
        panel.prior_wanted.connect(self.reading.fetch_prior)
        panel.library_wanted.connect(self._show_library)
        self.drafting.drafting_changed.connect(self.update_actions)
        self.marking.changed.connect(self.update_actions)
        self.measuring.changed.connect(self.update_actions)
        self.reading.study_changed.connect(self._study_changed)
        self.drafting.draft_stored.connect(self._stored)
        self.saving.saved.connect(self._saved)
        self.signing.signed.connect(self._signed)
        self.importing.imported.connect(self._imported)
        self.filtering.priority_changed.connect(lambda study: self._stored(study.study_id))
        self.watching.imported.connect(self.listing.refresh)
        self._stage.desk.page_changed.connect(self.update_actions)
        self.retraining.pack_changed.connect(self.drafting.warm_up)
        self._appearance.changed.connect(self._set_theme)

    def _clear_desk(self) -> None:
        self.marking.leave()
        self.comparing.leave()
        self.reading.clear()
        self.measuring.clear()
        self.trace.clear()
        self._stage.desk.report.show_study(None, may_write=False)
        self._stage.window.footer.show_draft(None)
        self._stage.window.footer.show_saved(None)
        self._stage.window.notice.hide()

    @Slot()
    def _listed(self) -> None:
        if not self._first_list:
            return
        self._first_list = False
        QTimer.singleShot(0, self, self.drafting.warm_up)
        desk = self._stage.desk
        if desk.worklist.model.rowCount():
            desk.worklist.view.setFocus()  # single keys are commands there; in a text field they would be text
            told = tr("Press {following} for the next one, {unread} for the next unread one.")
            desk.empty.show_hint("trace", tr("Choose a study"), told, following="next_study", unread="next_unread")
            self.reading.open_next_unread()
        else:
            desk.empty.show_message(
                "import",
                tr("Nothing to read yet"),
                tr("Drop ECG files or folders anywhere in this window."),
                tr("Import files"),
            )
            desk.empty.setFocus()

    @Slot(object)
    def _show_study(self, detail: StudyDetail) -> None:
        desk = self._stage.desk
        self.comparing.leave()
        self.trace.show_record(detail.record, detail.measurements)
        self.measuring.show_study(detail)
        desk.show_study(detail)
        session = self._stage.session
        desk.report.show_study(
            detail, may_write=session.may_write, may_rate=session.may_rate, why_not=session.why_not_write
        )
        self.listing.set_current(detail.study.study_id)
        desk.worklist.model.update_study(detail.study)
        footer = self._stage.window.footer
        footer.show_draft(detail.drafts[-1] if detail.drafts else None)
        footer.show_saved(detail.revisions[-1].created_at if detail.revisions else None)
        self.update_actions()
        self.trace.settle()

    @Slot()
    def step_back(self) -> None:
        """One step back from whatever is on the screen (for Escape)."""
        if not (self.comparing.step_back() or self.marking.step_back()):
            self.trace.step_back()

    @Slot()
    def update_actions(self) -> None:
        """Enable exactly the commands that are possible now."""
        if self._stage.current is None:
            return
        detail = self.reading.detail
        table = self._stage.window.actions_table
        if detail is None:
            table.allow(Need.SESSION)
            table.refuse(*self._not_for_everybody)
            return
        table.allow(Need.WRITING if self._stage.session.may_write else Need.STUDY)
        signed = detail.study.status in _SIGNED
        drafting = self.drafting.is_drafting
        refused = {"amend"} if not signed else {"draft", "sign", "save"}
        if drafting:
            refused |= {"draft", "sign"}
        else:
            refused.add("stop_draft")
        if not detail.drafts:
            refused.add("rate")
        if not detail.priors:
            refused.add("compare")
        table.explain("compare", self.comparing.why_not)
        refused |= self.marking.refused | self.measuring.refused
        table.set_checked("median_beat", self.marking.is_shown)
        table.refuse(*refused, *self._not_for_everybody)

    @property
    def _not_for_everybody(self) -> tuple[str, ...]:
        """Commands for administrators, where the user is none or nothing can be changed here."""
        session = self._stage.session
        return () if session.user.may_administer and not session.read_only else _FOR_ADMINISTRATORS

    @Slot(str)
    def _stored(self, study_id: StudyId) -> None:
        """The workspace has something new for a study: the list and the screen follow."""
        self.listing.refresh()
        if study_id == self.reading.study_id:
            self.reading.refresh()

    @Slot(str)
    def _saved(self, study_id: StudyId) -> None:
        """Only the first text of a study moves it in the list; later ones need no new look at the workspace."""
        detail = self.reading.detail
        on_screen = detail is not None and study_id == detail.study.study_id
        if not on_screen or detail.study.status in (StudyStatus.UNREAD, StudyStatus.DRAFTED):
            self._stored(study_id)

    @Slot(str)
    def _signed(self, study_id: StudyId) -> None:
        self._stored(study_id)
        if self._stage.settings.get(ADVANCE) and study_id == self.reading.study_id:
            self.reading.open_next_unread()

    @Slot(object)
    def _study_changed(self, detail: StudyDetail) -> None:
        """The same study, with more in it: the report panel has already shown what it did."""
        desk = self._stage.desk
        desk.worklist.model.update_study(detail.study)
        desk.show_reminder(detail.study.status, has_draft=bool(detail.drafts))
        self.measuring.study_changed(detail)
        self.update_actions()

    @Slot(tuple)
    def _imported(self, study_ids: tuple[StudyId, ...]) -> None:
        self.listing.refresh()
        if study_ids and self.reading.study_id is None:
            self.reading.open(study_ids[0])

    @Slot()
    def _show_library(self) -> None:
        dialog = StatementLibraryDialog(self._appearance.tokens, self._stage.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.statement_chosen.connect(self._stage.desk.report.add_statement)
        dialog.open()

    @Slot(object)
    def _set_theme(self, tokens: Tokens) -> None:
        self._stage.window.set_theme(tokens)
        self.trace.set_theme(tokens)
        self.marking.set_theme(tokens)
        self._stage.desk.report.set_theme(tokens)
        self.comparing.set_theme(tokens)
        self.importing.tokens = tokens
        self.dropping.veil.set_theme(tokens)
        self.retraining.set_theme(tokens)
