"""Whose tracing this is, above everything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QToolTip, QWidget

from meit_core.domain.study import Priority, Study, StudyDetail
from meit_desktop.keymap import ShownKey, hint_with_key, shipped_key
from meit_desktop.language import counted, marked, said, tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens

_SEX_WORDS = {"F": marked("female"), "M": marked("male")}


class PatientHeader(QFrame):
    """Name, sex, age, number, time, what reading the file had to do to the data, and the way to the prior study.

    Signals
    -------
    prior_requested(str)
        Open that earlier study.
    compare_requested()
        Compare with an earlier study.
    worklist_toggled(), report_toggled()
        Show or hide a neighbouring column.
    """

    prior_requested = Signal(str)
    compare_requested = Signal()
    worklist_toggled = Signal()
    report_toggled = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "surface")
        self._tokens = tokens
        self._prior_id = ""
        self._has_prior = False
        self._prior_words = ("", "")
        self.compare = QPushButton()
        self.compare.setProperty("role", "quiet")
        self.compare.clicked.connect(self.compare_requested)
        self._worklist = _side_button(self.worklist_toggled)
        self._report = _side_button(self.report_toggled)
        self.show_keys(shipped_key)
        self._name = QLabel()
        self._name.setProperty("role", "title")
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = _ElidingLabel()
        self._tag = QLabel(tr("Simulated"), toolTip=tr("Made by the program's ECG simulator; not a patient."))
        self._tag.setProperty("role", "tag")
        self._urgent_icon = QLabel()
        self._urgent = QLabel(tr("Urgent"))
        self._urgent.setProperty("state", "danger")
        self._notes = QPushButton()
        self._notes.setProperty("role", "quiet")
        self._notes.clicked.connect(self._show_notes)
        self._prior = QPushButton()
        self._prior.setProperty("role", "quiet")
        self._prior.clicked.connect(lambda: self.prior_requested.emit(self._prior_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        row.setSpacing(Space.S)
        for widget in (self._worklist, self._name, self._tag, self._urgent_icon, self._urgent):
            row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._facts, 1)
        row.addWidget(self._notes)
        row.addWidget(self._prior)
        row.addWidget(self.compare)
        row.addWidget(self._report)
        self.set_theme(tokens)
        self.show_study(None)

    @property
    def text(self) -> str:
        """Everything shown, for screen readers and tests."""
        return f"{self._name.text()}  {self._facts.full_text}"

    def show_keys(self, shown: ShownKey) -> None:
        """Name the keys in use for comparing and for the columns at either side."""
        self._compare_key = shown("compare")
        self._name_compare()
        for button, told, name in (
            (self._worklist, tr("Show or hide the worklist"), "toggle_worklist"),
            (self._report, tr("Show or hide the report"), "toggle_report"),
        ):
            button.setAccessibleName(told)
            button.setToolTip(hint_with_key(told, shown(name)))

    def show_study(self, detail: StudyDetail | None) -> None:
        """Show one study's patient, or nothing."""
        shown = detail is not None
        self._name.setText((detail.study.patient.name or tr("Name not given")) if detail else "")
        self._facts.set_texts(_facts(detail.study) if detail else ("",))
        self._tag.setVisible(shown and detail.study.simulated)
        urgent = shown and detail.study.priority is Priority.URGENT
        self._urgent.setVisible(urgent)
        self._urgent_icon.setVisible(urgent)
        notes = detail.record.notes if detail and not detail.study.simulated else ()  # the tag says what those say
        self._notes.setVisible(bool(notes))
        notes = tuple(said(note) for note in notes)
        self._notes.setText(counted("1 note", "%n notes", len(notes)))
        self._notes.setToolTip("\n".join(notes))
        self._notes.setAccessibleName(tr("About the recording: {notes}").format(notes=" ".join(notes)))
        priors = detail.priors if detail else ()
        self._prior.setVisible(bool(priors))
        self.compare.setVisible(shown)
        self._has_prior = bool(priors)
        self.compare.setEnabled(self._has_prior)
        self._name_compare()
        if priors:
            newest = priors[0]
            self._prior_id = newest.study_id
            when = f"{newest.acquired_at:%Y-%m-%d}" if newest.acquired_at else tr("undated")
            self._prior_words = (tr("Prior: {date}").format(date=when), when)
            self._prior.setAccessibleName(self._prior_words[0])
            told = counted("Open the prior study.", "Open the newest of %n earlier studies.", len(priors))
            self._prior.setToolTip(told)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_theme(self._tokens)
            self._fit()

    def _fit(self) -> None:
        """Leave out what matters least where room is short: the word before the prior's date, keys, the prior's date.

        The patient's name is never cut: the last things to go are the facts beside it.
        """
        word, date = self._prior_words
        whole_px, least_px = self._facts.wanted_px
        spare_px = self.fontMetrics().height() // 2  # the layout gives its widgets a little more than the least
        for prior, with_key, facts_px in (
            (word, True, whole_px),
            (date, True, whole_px),
            (date, True, least_px),
            (date, False, least_px),
            ("", False, least_px),
            ("", False, 0),
        ):
            self._prior.setText(prior)
            self._name_compare(with_key=with_key)
            if self.layout().minimumSize().width() + facts_px + spare_px <= self.width():
                break

    def _name_compare(self, *, with_key: bool = True) -> None:
        possible = self._has_prior
        words = f"{tr('Compare')}   {self._compare_key if with_key else ''}".rstrip()
        self.compare.setText(words if possible else tr("No prior ECG"))
        hint = hint_with_key(tr("Compare with an earlier ECG of this patient"), self._compare_key)
        told = hint if possible else tr("Nothing to compare: no earlier ECG of this patient in this workspace")
        self.compare.setToolTip(told)
        self.compare.setAccessibleDescription(told)

    @property
    def notes(self) -> QPushButton:
        """Shown where the recording has notes; its tip holds them, one a line."""
        return self._notes

    @property
    def prior(self) -> QPushButton:
        """The way to the newest prior, shown where there is one."""
        return self._prior

    @Slot()
    def _show_notes(self) -> None:
        place = self._notes.mapToGlobal(self._notes.rect().bottomLeft())
        QToolTip.showText(place, self._notes.toolTip(), self._notes)

    def set_theme(self, tokens: Tokens) -> None:
        self._notes.setIcon(themed_icon("info", tokens, tokens.warn))
        self._worklist.setIcon(themed_icon("panel_left", tokens, tokens.muted))
        self._report.setIcon(themed_icon("panel_right", tokens, tokens.muted))
        self._prior.setIcon(themed_icon("history", tokens, tokens.accent))
        self._tokens = tokens
        side = self._urgent.fontMetrics().height()
        self._urgent_icon.setPixmap(themed_icon("warning", tokens, tokens.danger).pixmap(side, side))


class _ElidingLabel(QLabel):
    """Leaves out what matters least where the room ends, then ends in dots; the whole text is on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ("",)
        self.setProperty("state", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def full_text(self) -> str:
        return self._texts[0]

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """Show the first of these texts for which there is room, the fullest in front."""
        self._texts = texts
        self.setToolTip(self.full_text)
        self.setAccessibleName(self.full_text)
        self._elide()

    @property
    def wanted_px(self) -> tuple[int, int]:
        """Room for all of it, and for the shortest."""
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self._texts[0]), metrics.horizontalAdvance(self._texts[-1])

    def _elide(self) -> None:
        metrics = self.fontMetrics()
        fitting = (text for text in self._texts if metrics.horizontalAdvance(text) <= self.width())
        shortest = metrics.elidedText(self._texts[-1], Qt.TextElideMode.ElideRight, self.width())
        self.setText(next(fitting, shortest))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._elide()


def _side_button(signal: object) -> QToolButton:
    button = QToolButton()
    button.clicked.connect(signal)
    return button


def _facts(study: Study) -> tuple[str, ...]:
    """Sex, age, number, time and device; then without the device, then without the time of day."""
    age = tr("{age} y").format(age=f"{study.age_years:.0f}") if study.age_years is not None else ""
    day = f"{study.acquired_at:%Y-%m-%d}" if study.acquired_at else tr("undated")
    when = f"{study.acquired_at:%Y-%m-%d %H:%M}" if study.acquired_at else day
    sex = _SEX_WORDS.get(study.patient.sex.value, "")
    who = [
        " ".join(part for part in (tr(sex) if sex else "", age) if part),
        f"ID {study.patient.patient_id}" if study.patient.patient_id else "",
    ]
    source = "" if study.patient.name else study.source_name
    choices = ([*who, when, study.device or "", source], [*who, when, source], [*who, day, source])
    return tuple("   ".join(part for part in parts if part) for parts in choices)
