"""The strip above two recordings: how they lie, which prior it is, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QLabel, QPushButton, QWidget

from meit_core.domain.study import Study, StudyId
from meit_desktop.keymap import ShownKey, shipped_key
from meit_desktop.language import marked, tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.status_look import STATUS_LOOKS
from meit_desktop.widgets.study_date import study_date


class Arrangement(StrEnum):
    """How two recordings lie."""

    SIDE_BY_SIDE = marked("Side by side")
    STACKED = marked("Stacked")
    MEDIAN_BEATS = marked("Median beats")

    @property
    def words(self) -> str:
        """What the button says."""
        return tr(self.value)

    @property
    def following(self) -> Arrangement:
        members = list(Arrangement)
        return members[(members.index(self) + 1) % len(members)]


_HINTS: Final[Mapping[Arrangement, str]] = {
    Arrangement.SIDE_BY_SIDE: marked("Prior on the left, now on the right"),
    Arrangement.STACKED: marked("Prior above, now below"),
    Arrangement.MEDIAN_BEATS: marked("Both median beats over each other, R on R"),
}


class CompareBar(QFrame):
    """Buttons for the arrangement, a list of priors, and back.

    Signals
    -------
    arrangement_wanted(object)
        An :class:`Arrangement`.
    prior_wanted(object)
        A :class:`StudyId`.
    back_wanted()
    """

    arrangement_wanted = Signal(object)
    prior_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "bar")
        self._tokens = tokens
        self._priors: tuple[Study, ...] = ()
        self._group = QButtonGroup(self)
        self._key = shipped_key("compare")
        self._arrangement = Arrangement.SIDE_BY_SIDE
        self.buttons: dict[Arrangement, QPushButton] = {}
        row = FlowLayout(self, gap_px=Space.S, line_gap_px=Space.XS)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.S)
        self.back = QPushButton(f"{tr('Back')}   Esc")
        self.back.setToolTip(tr("Back to reading (Esc)"))
        self.back.clicked.connect(self.back_wanted)
        row.addWidget(self.back)
        for arrangement in Arrangement:
            button = QPushButton(arrangement.words, checkable=True)
            button.setToolTip(tr(_HINTS[arrangement]))
            button.clicked.connect(lambda _=False, wanted=arrangement: self.arrangement_wanted.emit(wanted))
            self._group.addButton(button)
            self.buttons[arrangement] = button
            row.addWidget(button)
        with_ = QLabel(tr("Prior"))
        with_.setProperty("role", "caption")
        row.addWidget(with_)
        self.priors = QComboBox()
        self.priors.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.priors.setAccessibleName(tr("Prior to compare with, newest first"))
        self.priors.setToolTip(tr("Another earlier ECG (Page Up: earlier, Page Down: later)"))
        self.priors.activated.connect(self._activated)
        row.addWidget(self.priors)
        with_.setBuddy(self.priors)
        with_.setMinimumHeight(self.back.sizeHint().height())
        with_.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def show_priors(self, priors: tuple[Study, ...], chosen: StudyId) -> None:
        """List the earlier studies, newest first, one of them chosen."""
        self._priors = priors
        self.priors.clear()
        for prior in priors:
            look = STATUS_LOOKS[prior.status]
            icon = themed_icon(look.icon, self._tokens, look.colour(self._tokens))
            self.priors.addItem(icon, f"{study_date(prior)}   {tr(look.word)}")
        self.choose(chosen)

    def choose(self, study_id: StudyId) -> None:
        self.priors.setCurrentIndex([prior.study_id for prior in self._priors].index(study_id))

    def step(self, older: int) -> StudyId | None:
        """The prior so many places further back; ``None`` at the end of the list."""
        wanted = self.priors.currentIndex() + older
        return self._priors[wanted].study_id if 0 <= wanted < len(self._priors) else None

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Mark the one that is shown; the key stands on the one it leads to."""
        self._arrangement = arrangement
        for each, button in self.buttons.items():
            button.setChecked(each is arrangement)
            button.setText(f"{each.words}   {self._key}".rstrip() if each is arrangement.following else each.words)

    def show_keys(self, shown: ShownKey) -> None:
        """Say the key that leads to the next arrangement."""
        self._key = shown("compare")
        self.show_arrangement(self._arrangement)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for number, prior in enumerate(self._priors):
            look = STATUS_LOOKS[prior.status]
            self.priors.setItemIcon(number, themed_icon(look.icon, tokens, look.colour(tokens)))

    def _activated(self, row: int) -> None:
        self.prior_wanted.emit(self._priors[row].study_id)
