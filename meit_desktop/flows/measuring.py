"""Calipers of the study on the screen: saved while they are set, and what can be done with them now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from meit_core.domain.calipers import Caliper, CaliperSet, IntervalMeaning, TimeCaliper
from meit_core.domain.study import StudyDetail, StudyId, StudyStatus
from meit_core.errors import UserError
from meit_desktop.dialogs.question import Answer, Question
from meit_desktop.flows.pending import Pending
from meit_desktop.flows.stage import Stage
from meit_desktop.keymap import native
from meit_desktop.language import counted, said, tr
from meit_desktop.operations import calipers as operations
from meit_desktop.plots import EcgView

SAVE_AFTER_MS = 800
_SIGNED = (StudyStatus.CONFIRMED, StudyStatus.AMENDED)
_TRACING_KEYS = {
    "caliper_beats": "+",
    "caliper_undo": "Ctrl+Z",
    "caliper_redo": "Ctrl+Shift+Z",
    "caliper_delete": "Del",
    "caliper_copy": "Ctrl+C",
}


@dataclass(frozen=True, slots=True)
class _Unsaved:
    study_id: StudyId
    calipers: tuple[Caliper, ...]


class MeasuringFlow(QObject):
    """Every change is saved with the study, unless nothing may be saved there: then that is said.

    Signals
    -------
    changed()
        Something else is possible now.
    """

    changed = Signal()

    def __init__(self, stage: Stage, trace: EcgView) -> None:
        super().__init__()
        self._stage, self._trace, self._desk = stage, trace, trace.calipers
        self._study_id: StudyId | None = None
        self._why_not = ""
        self._pending: Pending[_Unsaved] = Pending(self._try_again, self._stay)
        self._refused: frozenset[str] = frozenset()
        # The tracing's child: it must not run on when the window is taken apart.
        self._timer = QTimer(self._desk, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self._try_again)
        self._desk.edited.connect(self._edited)
        self._desk.copied.connect(self._copy)
        self._desk.shown_changed.connect(self._possibly_changed)
        # Keys that mean something else elsewhere are the tracing's own; the menu shows them all the same.
        for name, key in _TRACING_KEYS.items():
            action = stage.window.actions_table[name]
            action.setText(f"{action.text()}\t{native(key)}")
        # Whatever is asked for next (sign, print, lock) finds the calipers on their way to the workspace.
        stage.window.actions_table.asked.connect(self._asked)
        stage.desk.report.sign_requested.connect(self.flush)

    @property
    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the commands do."""
        desk = self._desk
        return {
            "calipers": self._trace.toggle_calipers,
            "caliper_time": self._focused(desk.add_time),
            "caliper_amplitude": self._focused(desk.add_amplitude),
            "caliper_march": desk.edits.toggle_march,
            "caliper_beats": desk.edits.cycle_beats,
            "caliper_qt": lambda: desk.edits.toggle_meaning(IntervalMeaning.QT),
            "caliper_rr": lambda: desk.edits.toggle_meaning(IntervalMeaning.RR),
            "caliper_undo": desk.undo,
            "caliper_redo": desk.redo,
            "caliper_delete": desk.edits.delete,
            "caliper_copy": desk.copy,
        }

    @property
    def refused(self) -> frozenset[str]:
        """Commands that are impossible now."""
        desk = self._desk
        chosen = desk.calipers.chosen_caliper if desk.active else None
        is_time = isinstance(chosen, TimeCaliper)
        is_here = self._stage.desk.page is self._trace
        possible = {
            "calipers": is_here,
            "caliper_time": is_here,
            "caliper_amplitude": is_here,
            "caliper_march": is_time,
            "caliper_beats": is_time,
            "caliper_qt": is_time,
            "caliper_rr": is_time,
            "caliper_undo": desk.active and desk.calipers.history.canUndo(),
            "caliper_redo": desk.active and desk.calipers.history.canRedo(),
            "caliper_delete": chosen is not None,
            "caliper_copy": desk.active and bool(desk.calipers.placed),
        }
        return frozenset(name for name, is_possible in possible.items() if not (is_possible and is_here))

    @property
    def is_settled(self) -> bool:
        return self._pending.is_settled

    def show_study(self, detail: StudyDetail) -> None:
        """Lay the study's calipers on the tracing, which shows its recording already."""
        self.flush()
        self._study_id = detail.study.study_id
        self._desk.calipers.load(detail.calipers.calipers if detail.calipers else ())
        self.study_changed(detail)
        if not self._why_not and detail.calipers is not None:
            self._say_saved(detail.calipers)

    def study_changed(self, detail: StudyDetail) -> None:
        """Learn whether its calipers may be saved."""
        session, before = self._stage.session, self._why_not
        if session.read_only:
            self._why_not = tr("On this screen only, not saved: read-only workspace.")
        elif not session.user.may_sign:
            self._why_not = tr("On this screen only, not saved: you are signed in to rate.")
        elif detail.study.status in _SIGNED:
            self._why_not = tr("On this screen only, not saved: the report is signed.")
        else:
            self._why_not = ""
        if self._why_not or before:
            self._desk.bar.show_standing(self._why_not, warns=True)
        elif detail.calipers is None and self.is_settled:
            self._desk.bar.show_standing("")

    def clear(self) -> None:
        """No study is on the screen."""
        self.flush()
        self._study_id = None
        self._desk.bar.show_standing("")

    def settle(self, then: Callable[[], None]) -> None:
        """Save what is pending, then go on; where that fails, the reader decides."""
        self.flush()
        self._pending.settle(then)

    @Slot()
    def flush(self) -> None:
        """Send what is pending on its way now."""
        if self._timer.isActive():
            self._timer.stop()
            self._try_again()

    @Slot(str)
    def _asked(self, name: str) -> None:
        if not name.startswith("caliper"):
            self.flush()

    @Slot()
    def _edited(self) -> None:
        if self._study_id is None or self._why_not:
            return
        self._pending.unsaved = _Unsaved(self._study_id, self._desk.calipers.calipers)
        self._desk.bar.show_standing(tr("Not saved yet"))
        self._timer.start()

    @Slot()
    def _try_again(self) -> None:
        unsaved = self._pending.unsaved
        if unsaved is None or self._stage.current is None:
            return
        self._pending.running += 1
        self._desk.bar.show_standing(tr("Saving…"))
        task = operations.save_calipers(
            lanes=self._stage.lanes,
            session=self._stage.session,
            study_id=unsaved.study_id,
            calipers=unsaved.calipers,
        )
        task.done.connect(lambda saved: self._saved(unsaved, saved))
        task.failed.connect(lambda fault: self._not_saved(unsaved, fault))
        task.cancelled.connect(lambda: self._not_saved(unsaved, UserError(tr("The program was closing."))))

    def _saved(self, unsaved: _Unsaved, saved: CaliperSet) -> None:
        self._pending.running -= 1
        if self._pending.unsaved is unsaved:
            self._pending.unsaved = None
            if unsaved.study_id == self._study_id:
                self._say_saved(saved)
        self._pending.go_on()

    def _not_saved(self, unsaved: _Unsaved, fault: UserError) -> None:
        self._pending.running -= 1
        if self._pending.unsaved is not unsaved:  # a newer list is on its way
            return
        self._desk.bar.show_standing(tr("Could not save"), warns=True)
        if not self._pending.is_awaited:
            told = UserError(
                tr("The calipers could not be saved. {reason}").format(reason=said(fault.message)), fault.hint
            )
            self._stage.window.notice.show_fault(told)
        elif self._pending.is_stuck:
            self._ask(fault)

    def _ask(self, fault: UserError) -> None:
        answers = (
            Answer("stay", tr("Stay here")),
            Answer("leave", tr("Leave without saving"), "danger"),
            Answer("retry", tr("Try again"), "primary"),
        )
        told = tr("{fault} They are still on the screen.").format(fault=said(fault))
        question = Question(tr("The calipers could not be saved"), told, answers, self._stage.window)
        question.answered.connect(self._decided)
        question.open()

    @Slot(str)
    def _decided(self, answer: str) -> None:
        self._pending.decide(answer)

    def _stay(self) -> None:
        if self._study_id is not None:
            self._stage.desk.worklist.select(self._study_id)

    def _say_saved(self, saved: CaliperSet) -> None:
        here = saved.saved_at.astimezone()
        moment = f"{here:%H:%M:%S}" if here.date() == datetime.now().astimezone().date() else f"{here:%Y-%m-%d %H:%M}"
        self._desk.bar.show_standing(tr("Saved {time} by {name}").format(time=moment, name=saved.saved_by))

    @Slot(str)
    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        count = len(self._desk.calipers.placed)
        told = counted(
            "The reading of %n caliper copied as text.", "The readings of %n calipers copied as text.", count
        )
        self._stage.window.notice.show_message(told, "ok")

    @Slot()
    def _possibly_changed(self) -> None:
        if self.refused != self._refused:
            self._refused = self.refused
            self.changed.emit()

    def _focused(self, act: Callable[[], object]) -> Callable[[], None]:
        """Bring the keyboard to the tracing too: the next key is for the new caliper."""

        def run() -> None:
            act()
            self._trace.setFocus()

        return run
