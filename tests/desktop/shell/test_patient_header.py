"""What the header says about the recording itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from meit_core.signal.simulator import SimulatedCase, simulate
from meit_desktop.theme import LIGHT, apply_theme
from meit_desktop.widgets.patient_header import PatientHeader
from tests.desktop.report.studies import make_detail

NOTES = ("Derived from the other limb leads: III.", "Lasts 38 s; a draft reads the first 10 s.")


def test_where_room_is_short_the_priors_date_stands_alone(qtbot: QtBot, language: str) -> None:
    header = PatientHeader(LIGHT)
    qtbot.addWidget(header)
    detail = make_detail()
    header.show_study(replace(detail, priors=(detail.study,)))
    header.show()
    words = {"en": "Prior: 2026-03-02", "de": "Vor-EKG: 2026-03-02"}[language]
    header.resize(1400, 40)
    assert header.prior.text() == words
    shown = [words]
    for width in range(1400, 400, -10):
        header.resize(width, 40)
        if header.prior.text() != shown[-1]:
            shown.append(header.prior.text())
    assert shown == [words, "2026-03-02", ""]
    assert header.prior.accessibleName() == words


def test_where_room_is_short_the_device_goes_first_and_the_day_stays(qtbot: QtBot) -> None:
    header = PatientHeader(LIGHT)
    qtbot.addWidget(header)
    detail = make_detail()
    taken = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    detail = replace(detail, study=replace(detail.study, acquired_at=taken, device="Cardiograph 3000 of the ward"))
    header.show_study(detail)
    header.show()
    shown = {}
    for width in range(1400, 300, -10):
        header.resize(width, 40)
        shown[header._facts.text()] = width
    whole, without_device, day_only, *cut = shown
    assert whole.endswith("2026-03-02 09:14   Cardiograph 3000 of the ward")
    assert without_device.endswith("2026-03-02 09:14")
    assert day_only.endswith("2026-03-02")
    assert all(text.endswith("…") or not text for text in cut)
    assert header.text.endswith("Cardiograph 3000 of the ward"), "on hover and for screen readers"


def test_notes_of_the_reader_are_one_press_away(qtbot: QtBot) -> None:
    header = PatientHeader(LIGHT)
    qtbot.addWidget(header)
    detail = make_detail()
    header.show_study(replace(detail, record=replace(simulate(SimulatedCase()).record, notes=NOTES)))
    header.resize(900, 40)
    header.show()
    assert header.notes.isVisible()
    assert header.notes.text() == "2 notes"
    assert header.notes.accessibleName() == f"About the recording: {' '.join(NOTES)}"
    header.notes.click()
    qtbot.waitUntil(lambda: QToolTip.text() == "\n".join(NOTES))
    header.show_study(detail)
    assert header.notes.isVisible() is bool(detail.record.notes)


def test_a_name_is_never_cut_for_what_stands_beside_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header = PatientHeader(LIGHT, window)
    window.resize(1500, 60)
    detail = make_detail()
    header.show_study(replace(detail, priors=(detail.study,)))
    window.show()
    width = 900
    while header.prior.text():
        width -= 10
        header.resize(width, 40)
        assert header._name.width() >= header._name.sizeHint().width(), width
    assert header.prior.accessibleName() == "Prior: 2026-03-02"
    header.resize(1400, 40)
    assert header.prior.text() == "Prior: 2026-03-02"


def test_the_day_of_this_recording_goes_before_the_priors(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header = PatientHeader(LIGHT, window)
    window.resize(1500, 60)
    detail = make_detail()
    taken = datetime(2026, 3, 9, 9, 14, tzinfo=UTC)
    now = replace(detail.study, acquired_at=taken, device="Cardiograph")
    header.show_study(replace(detail, study=now, priors=(detail.study,)))
    window.show()
    width = 1500
    while header.prior.text():
        width -= 10
        header.resize(width, 40)
        assert "2026-03-09" in header._facts.text(), width


def test_the_key_goes_before_a_date_is_cut(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    header = PatientHeader(LIGHT, window)
    window.resize(1500, 60)
    detail = make_detail()
    taken = datetime(2026, 3, 9, 9, 14, tzinfo=UTC)
    header.show_study(replace(detail, study=replace(detail.study, acquired_at=taken), priors=(detail.study,)))
    window.show()
    for width in range(900, 300, -1):
        header.resize(width, 40)
        QApplication.sendPostedEvents()
        assert not (header.compare.text().endswith("=") and header._facts.text().endswith("\N{HORIZONTAL ELLIPSIS}")), (
            width
        )
    assert not header.compare.text().endswith("="), "narrow enough to tell"
