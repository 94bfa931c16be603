"""Retrain the model: start, watch, stop, compare, promote, go back. A passive view; the flow decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meit_core.errors import UserError
from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import counted, marked, said, tr
from meit_desktop.plots.loss_curves import LossCurves
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.score_table import ScoreTable

if TYPE_CHECKING:
    from meit_core.services.retraining import Overview, Retrained

PHASES: Final = {
    "": marked("Starting"),
    "reading": marked("Reading recordings"),
    "training": marked("Training"),
    "scoring": marked("Comparing the scores"),
}
_FORGETTING: Final = marked("Without public data the model forgets what your reports don't show it again.")


class RetrainingDialog(Sheet):
    """Pages: what to train on, the run, the comparison.

    Signals
    -------
    start_wanted(object, object, bool)
        Day since when reports count or ``None``, folder of the public data or ``None``, and whether to go without.
    resume_wanted(), stop_wanted(), promote_wanted(str), roll_back_wanted()
        The reason is empty unless the new pack is worse.
    """

    start_wanted = Signal(object, object, bool)
    resume_wanted = Signal()
    stop_wanted = Signal()
    promote_wanted = Signal(str)
    roll_back_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tr("Retrain the model"), parent, window_title=tr("Retraining"))
        self._tokens = tokens
        self.in_use = QLabel(wordWrap=True)
        self.roll_back = QPushButton(tr("Go back to the pack before"))
        self.roll_back.setAutoDefault(False)  # Enter must never change the pack
        self.roll_back.clicked.connect(self.roll_back_wanted)
        row = QHBoxLayout()
        row.addWidget(self.in_use, 1)
        row.addWidget(self.roll_back)
        self.column.addLayout(row)
        self.pages = QStackedWidget()
        self.choice = _ChoicePage()
        self.run = _RunPage(tokens)
        self.comparison = _ComparisonPage(tokens)
        for page in (self.choice, self.run, self.comparison):
            self.pages.addWidget(page)
        self.column.addWidget(self.pages, 1)
        self.fault = QLabel(wordWrap=True, visible=False)
        self.fault.setProperty("state", "danger")
        self.column.addWidget(self.fault)
        self._add_buttons()
        self.choice.changed.connect(self._update)
        self.comparison.reason.textChanged.connect(self._update)
        self._show_page(self.choice)
        self.close_button.setFocus()
        self.take_room(54, 40)

    def show_overview(self, overview: Overview) -> None:
        """Name the pack in use and what there is to train on."""
        self.in_use.setText(said(overview.problem) or tr("{pack} drafts in this workspace.").format(pack=overview.pack))
        self.roll_back.setVisible(overview.can_roll_back)
        self.choice.show_overview(overview)
        self._update()

    def show_choice(self) -> None:
        self._show_page(self.choice)

    def show_run(self) -> None:
        """A run begins or goes on."""
        self.show_fault(None)
        self.run.begin()
        self._show_page(self.run)

    def show_stopping(self) -> None:
        self.run.state.setText(tr("Stopping after this step"))
        self.stop.setEnabled(False)

    def show_events(self, events: list[Mapping[str, Any]]) -> None:
        self.run.show_events(events)

    def show_comparison(self, done: Retrained) -> None:
        """The run is finished: show both packs."""
        self.comparison.show_scores(done)
        self._show_page(self.comparison)

    def show_fault(self, fault: UserError | None) -> None:
        self.fault.setText(said(fault) if fault else "")
        self.fault.setVisible(fault is not None)

    def set_theme(self, tokens: Tokens) -> None:
        self.run.curves.set_theme(tokens)

    def _add_buttons(self) -> None:
        self.close_button = QPushButton(tr("Close"))
        self.close_button.clicked.connect(self.accept)
        self.resume = _button(tr("Go on with the interrupted run"), self.resume_wanted)
        self.start = _button(tr("Start"), self._start, role="primary")
        self.stop = _button(tr("Stop"), self.stop_wanted)
        self.promote = _button(tr("Promote the new pack"), self._promote, role="primary")
        for button in (self.close_button, self.resume, self.stop, self.start, self.promote):
            self.buttons.addWidget(button)
        self.column.addLayout(self.buttons)

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.stop.setEnabled(True)
        self._update()

    def _update(self) -> None:
        page = self.pages.currentWidget()
        self.start.setVisible(page is self.choice)
        self.start.setEnabled(self.choice.is_ready)
        self.resume.setVisible(page is self.choice and self.choice.can_resume)
        self.stop.setVisible(page is self.run)
        self.promote.setVisible(page is self.comparison)
        self.promote.setEnabled(self.comparison.is_ready)

    def _start(self) -> None:
        self.start_wanted.emit(*self.choice.chosen)

    def _promote(self) -> None:
        self.promote_wanted.emit(self.comparison.reason.text().strip())


class _ChoicePage(QWidget):
    """Signals: changed()."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.can_resume = False
        self.told = QLabel(wordWrap=True)
        self.all_reports = QCheckBox(tr("All signed reports"), checked=True)
        self.since = QDateEdit(QDate.currentDate().addYears(-1), calendarPopup=True, displayFormat="yyyy-MM-dd")
        self.since.setAccessibleName(tr("Signed since"))
        self.since.setEnabled(False)
        self.root = QLineEdit(placeholderText=tr("PTB-XL's folder, with ptbxl_database.csv in it"))
        self.root.setAccessibleName(tr("Public data"))
        browse = QPushButton(tr("Choose…"))
        browse.clicked.connect(self._browse)
        self.without = QCheckBox(tr("Train without public data"))
        self.warning = QLabel(tr(_FORGETTING), wordWrap=True, visible=False)
        self.warning.setProperty("state", "warn")
        self.all_reports.toggled.connect(lambda on: self.since.setEnabled(not on))
        self.root.textChanged.connect(self.changed)
        self.without.toggled.connect(self._without)
        folder = QHBoxLayout()
        folder.setSpacing(Space.S)
        folder.addWidget(self.root, 1)
        folder.addWidget(browse)
        self._browse_button = browse
        form = QFormLayout()
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        form.addRow(tr("Reports"), self.all_reports)
        form.addRow(tr("or signed since"), self.since)
        form.addRow(tr("Public data"), folder)
        form.addRow("", self.without)
        form.addRow("", self.warning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.told)
        column.addLayout(form)
        column.addStretch(1)

    @property
    def is_ready(self) -> bool:
        return self.without.isChecked() or bool(self.root.text().strip())

    @property
    def chosen(self) -> tuple[date | None, Path | None, bool]:
        since = None if self.all_reports.isChecked() else self.since.date().toPython()
        without = self.without.isChecked()
        return since, None if without else Path(self.root.text().strip()), without

    def show_overview(self, overview: Overview) -> None:
        told = tr(
            "A fifth of the patients is held out for ever: the new pack is compared with the present one on their "
            "reports, and never trained on them. Reading goes on meanwhile."
        )
        signed = counted("%n report is signed.", "%n reports are signed.", overview.signed)
        self.told.setText(f"{signed} {told}")
        if overview.public_root is not None and not self.root.text():
            self.root.setText(str(overview.public_root))
        self.can_resume = overview.unfinished is not None

    def _without(self, on: bool) -> None:
        self.warning.setVisible(on)
        self.root.setEnabled(not on)
        self._browse_button.setEnabled(not on)
        self.changed.emit()

    def _browse(self) -> None:
        dialog = QFileDialog(self, tr("Folder of PTB-XL"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.root.setText)
        dialog.open()


class _RunPage(QWidget):
    """Attributes: state (what is going on), progress, curves."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.state = QLabel()
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the training"))
        self.progress.setRange(0, 1000)
        self.curves = LossCurves(tokens)
        about = QLabel(tr("Lower is better. The hold-outs are looked at after every epoch and never trained on."))
        about.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.state)
        column.addWidget(self.progress)
        column.addWidget(self.curves, 1)
        column.addWidget(about)

    def begin(self) -> None:
        self.curves.clear_points()
        self.progress.setValue(0)
        self.state.setText(tr(PHASES[""]))

    def show_events(self, events: list[Mapping[str, Any]]) -> None:
        """Take in what the run has told since; drawn once."""
        for event in events:
            if event["event"] == "phase":
                self.progress.setValue(round(1000 * (event["fraction"] or 0.0)))
                self.state.setText(_phase(event["phase"]))
            elif event["event"] in ("step", "epoch"):
                self.curves.add(event)
                self.state.setText(
                    tr("Training, step {step} of {steps}").format(step=event["step"], steps=event["of"])
                    if event["event"] == "step"
                    else tr("Training, epoch {epoch} of {epochs} done").format(epoch=event["epoch"], epochs=event["of"])
                )
        self.curves.draw()


class _ComparisonPage(QWidget):
    """Attributes: verdict, table, reason (asked for only where the new pack is worse)."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.is_worse = False
        self.verdict = QLabel(wordWrap=True)
        self.table = ScoreTable(tokens)
        self.reason = QLineEdit(placeholderText=tr("Why it shall draft nevertheless; goes into the audit log"))
        self.reason.setAccessibleName(tr("Reason"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.verdict)
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)

    @property
    def is_ready(self) -> bool:
        return not self.is_worse or bool(self.reason.text().strip())

    def show_scores(self, done: Retrained) -> None:
        self.is_worse = bool(done.worse)
        self.reason.setVisible(self.is_worse)
        self.table.show_scores(done.difference, done.n)
        material = done.material
        told = tr("{pack} learnt {reports} reports of {patients} patients.").format(
            pack=done.pack_name, reports=material["reports"], patients=material["patients"]
        )
        if self.is_worse:
            verdict = tr("It is worse than the pack in use, beyond chance.")
        elif done.better:
            verdict = tr("It is better in some scores and worse in none.")
        else:
            verdict = tr("No score has clearly changed.")
        left_out = material["left_out"]
        if left_out:
            omitted = counted("%n report was left out.", "%n reports were left out.", left_out)
            told = f"{told} {omitted}"
        self.verdict.setText(f"{told} {verdict}")
        self.verdict.setProperty("state", "danger" if self.is_worse else "")
        self.verdict.style().polish(self.verdict)


def _phase(name: str) -> str:
    """Say in words what a run is doing: ``comparing: clinic, after``."""
    kind, _, rest = name.partition(": ")
    if kind != "comparing":
        return tr(PHASES.get(name, name))
    held, _, which = rest.partition(", ")
    if which == "before":
        return (
            tr("Drafting your held-out patients with the pack in use")
            if held == "clinic"
            else tr("Drafting the public hold-out with the pack in use")
        )
    # "after", or "after, as the clinic asks"
    return (
        tr("Drafting your held-out patients with the new pack")
        if held == "clinic"
        else tr("Drafting the public hold-out with the new pack")
    )


def _button(text: str, slot: Any, *, role: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", role)
    button.clicked.connect(lambda _=False: slot.emit() if hasattr(slot, "emit") else slot())
    return button
