"""What each command does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot

from meit_desktop.appearance import Appearance
from meit_desktop.dialogs.about import AboutDialog
from meit_desktop.dialogs.command_palette import Choice, CommandPalette
from meit_desktop.dialogs.language import LanguageDialog
from meit_desktop.flows.calibrating import CalibratingFlow
from meit_desktop.flows.desk import DeskFlows
from meit_desktop.flows.keyboard import KeyboardFlow
from meit_desktop.flows.locking import LockFlow
from meit_desktop.flows.opening import OpeningFlow
from meit_desktop.flows.printing import PrintingFlow
from meit_desktop.flows.recent import RecentFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.settings import LANGUAGE, REPORT_SHOWN, WORKLIST_SHOWN
from meit_desktop.shortcuts import COMMANDS
from meit_desktop.widgets.status_look import STATUS_LOOKS


class CommandFlow(QObject):
    """Hands every command to the flow that does it."""

    def __init__(
        self, stage: Stage, appearance: Appearance, opening: OpeningFlow, locking: LockFlow, desk: DeskFlows
    ) -> None:
        super().__init__()
        self._stage, self._appearance, self._desk = stage, appearance, desk
        self._opening, self._locking = opening, locking
        self._printing = PrintingFlow(stage, desk.reading, desk.trace)
        self._calibrating = CalibratingFlow(stage, desk.trace, appearance)
        self._recent = RecentFlow(stage, opening, desk.settle, desk.importing)
        self._keyboard = KeyboardFlow(stage)
        self._handlers = self._make_handlers()
        stage.window.actions_table.asked.connect(self.run)
        stage.desk.columns_changed.connect(self._columns_changed)
        appearance.changed.connect(lambda _tokens: self._appearance_changed())
        # Both are read first: showing one remembers what the other is at that moment.
        worklist, report = stage.settings.get(WORKLIST_SHOWN), stage.settings.get(REPORT_SHOWN)
        stage.desk.report_beside = report
        stage.desk.set_worklist_shown(worklist)
        if not stage.desk.is_drawer:
            stage.desk.set_report_shown(report)
        self._appearance_changed()

    @property
    def keyboard(self) -> KeyboardFlow:
        return self._keyboard

    @property
    def calibrating(self) -> CalibratingFlow:
        return self._calibrating

    @property
    def printing(self) -> PrintingFlow:
        return self._printing

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._handlers)

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what the command says; anything said before is out of date."""
        self._handlers[name]()

    def _make_handlers(self) -> Mapping[str, Callable[[], object]]:
        desk, report, trace = self._stage.desk, self._stage.desk.report, self._desk.trace
        return {
            "import_files": self._desk.importing.choose_files,
            "import_folder": self._desk.importing.choose_folder,
            "show_quarantine": self._desk.importing.show_quarantine,
            "print_view": self._printing.choose_printer,
            "save_view": self._printing.choose_picture,
            "copy_view": self._printing.copy_picture,
            "copy_measurements": self._printing.copy_measurements,
            "without_name": self._printing.toggle_name,
            "open_workspace": self._recent.choose_workspace,
            "lock": self._locking.lock,
            "sign_out": lambda: self._desk.settle(self._opening.sign_out),
            "quit": self._stage.window.close,
            "next_study": self._desk.reading.open_next,
            "previous_study": self._desk.reading.open_previous,
            "next_unread": self._desk.reading.open_next_unread,
            "first_study": desk.worklist.go_first,
            "last_study": desk.worklist.go_last,
            "toggle_urgent": self._desk.filtering.toggle_urgent,
            "search": self._search,
            "filter_worklist": self._desk.filtering.show,
            "draft": self._in_report(self._desk.drafting.draft),
            "stop_draft": report.request_stop,
            "save": report.flush,
            "sign": self._in_report(report.request_sign),
            "amend": self._in_report(self._desk.signing.amend),
            "pdf": self._desk.signing.choose_pdf,
            "rate": self._in_report(report.start_rating),
            "toggle_worklist": lambda: desk.set_worklist_shown(not desk.worklist_shown),
            "toggle_report": lambda: desk.set_report_shown(not desk.report_shown),
            "speed": trace.cycle_speed,
            "gain": trace.cycle_gain,
            "filter": trace.cycle_filter,
            "mains_notch": trace.cycle_mains_notch,
            "layout": trace.cycle_layout,
            "lead_order": trace.cycle_lead_order,
            "enlarge_lead": trace.cycle_enlarged,
            "true_size": trace.toggle_true_size,
            "calibrate": self._calibrating.ask,
            "median_beat": self._desk.marking.toggle,
            "undo_mark": self._desk.marking.undo,
            "redo_mark": self._desk.marking.redo,
            "computed_marks": self._desk.marking.back_to_computed,
            "attention": self._desk.attending.toggle,
            "compare": self._desk.comparing.compare,
            **self._desk.measuring.handlers,
            "retrain": self._desk.retraining.show,
            "house_style": self._desk.house_style.ask,
            "watch_folder": self._desk.watching.ask,
            "switch_theme": self._appearance.switch_theme,
            "high_contrast": lambda: self._appearance.set_high_contrast(not self._appearance.tokens.is_high_contrast),
            "follow_system_theme": lambda: self._appearance.follow_system(not self._appearance.follows_system),
            "larger_text": lambda: self._appearance.step_text(1),
            "smaller_text": lambda: self._appearance.step_text(-1),
            "language": self._choose_language,
            "show_keys": self._keyboard.show_sheet,
            "change_keys": self._keyboard.show_changes,
            "show_palette": self._show_palette,
            "about": self._show_about,
        }

    def _in_report(self, act: Callable[[], object]) -> Callable[[], None]:
        """Show the report first: what a command does there must not happen unseen."""

        def run() -> None:
            if not self._stage.desk.report_shown:
                self._stage.desk.set_report_shown(True)
            act()

        return run

    def _search(self) -> None:
        self._stage.desk.set_worklist_shown(True)
        field = self._stage.desk.worklist.search
        field.setFocus()
        field.selectAll()

    def _show_palette(self) -> None:
        table = self._stage.window.actions_table
        choices = [
            Choice("command", entry.name, entry.shown, table.key(entry.name))
            for entry in COMMANDS
            if table[entry.name].isEnabled() and entry.name != "show_palette"
        ]
        choices += [
            Choice("study", study.study_id, study.patient.name, tr(STATUS_LOOKS[study.status].word))
            for study in self._stage.desk.worklist.model.studies
        ]
        palette = CommandPalette(choices, self._appearance.tokens, self._stage.window)
        palette.chosen.connect(self._chosen)
        palette.open_over(self._stage.window)

    @Slot(str, str)
    def _chosen(self, kind: str, name: str) -> None:
        if kind == "study":
            self._desk.reading.open(name)
        else:
            self._stage.window.actions_table[name].trigger()

    def _show_about(self) -> None:
        AboutDialog(self._appearance.tokens, self._desk.drafting.engine, self._stage.window).open()

    def _choose_language(self) -> None:
        dialog = LanguageDialog(self._stage.settings.get(LANGUAGE), self._stage.window)
        dialog.chosen.connect(self._take_language)
        dialog.open()

    @Slot(str)
    def _take_language(self, code: str) -> None:
        self._stage.settings.set(LANGUAGE, code)
        self._stage.settings.flush()
        self._stage.window.notice.show_message(tr("The language changes when MEIT Desktop starts again."), "ok")

    @Slot()
    def _columns_changed(self) -> None:
        desk, table = self._stage.desk, self._stage.window.actions_table
        table.set_checked("toggle_worklist", desk.worklist_shown)
        table.set_checked("toggle_report", desk.report_shown)
        if not desk.lends_worklist:
            self._stage.settings.set(WORKLIST_SHOWN, desk.worklist_shown)
        if not desk.is_drawer:
            self._stage.settings.set(REPORT_SHOWN, desk.report_shown)

    def _appearance_changed(self) -> None:
        table = self._stage.window.actions_table
        table.set_checked("follow_system_theme", self._appearance.follows_system)
        table.set_checked("high_contrast", self._appearance.tokens.is_high_contrast)
