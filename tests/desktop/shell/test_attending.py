"""Where the model looked, shown on the tracing for the sentence that is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from meit_core.domain.draft import Finding
from meit_core.domain.sheet_layout import SheetLayout
from meit_core.errors import UserError
from meit_core.model.decoding.writing import CompletionConfig
from meit_desktop.flows.attending import (
    ALIKE,
    CAPTION,
    LEADS,
    LEADS_OF_FINDING,
    NO_LEAD,
    NOT_ITS_OWN,
    NOT_KNOWN,
    NOT_YET,
)
from meit_desktop.pictures.rehearsal import RehearsedEngine
from meit_desktop.plots.attention_item import AttentionItem
from tests.desktop.shell.conftest import Desk

TEXT = "Sinus rhythm. Left axis deviation. Otherwise normal ECG."
"""The rehearsed model looks at 0.5 to 1.5 s for the first sentence, 1.5 to 2.5 s for the next, evenly for the last;
the first two hang on II and V1, the last on no lead."""


def item(desk: Desk) -> AttentionItem:
    return desk.flows.trace.prepare().attention


def caption(desk: Desk) -> str:
    """What is said once the model has answered."""
    desk.until(lambda: desk.flows.trace.prepare().attention_caption.text != NOT_YET)
    return desk.flows.trace.prepare().attention_caption.text


def look(desk: Desk) -> None:
    """Press W and wait for the model's answer."""
    desk.run("attention")
    caption(desk)


def marked_leads(desk: Desk) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for badge in desk.flows.trace.prepare().badges:
        if badge.share:
            found.setdefault(badge.segment.lead, []).append(badge.text)
    return found


def choose(desk: Desk, index: int) -> None:
    desk.report.review.sentences.make_current(index)


def test_nothing_is_shown_unasked(desk: Desk) -> None:
    desk.draft(TEXT)
    choose(desk, 1)
    assert (caption(desk), item(desk).areas_mm) == ("", ())


def test_choosing_a_sentence_tints_its_seconds_in_every_row(desk: Desk) -> None:
    desk.draft(TEXT)
    look(desk)
    choose(desk, 0)
    assert caption(desk) == f"{CAPTION}\n{LEADS}"
    sheet = desk.flows.trace.prepare().sheet
    # 3x4 with a rhythm strip: the first column of three rows holds those seconds, and the strip all of them.
    assert len(item(desk).areas_mm) == 4
    speed = desk.flows.trace.settings.speed_mm_per_s
    for area in item(desk).areas_mm:
        assert area.left() == pytest.approx(sheet.segments[0].x_mm + 0.5 * speed, abs=1e-6)
        assert area.width() == pytest.approx(1.0 * speed, abs=1e-6)
    first = item(desk).areas_mm
    choose(desk, 1)
    assert item(desk).areas_mm[0].left() == pytest.approx(first[0].right())
    QTest.keyClick(desk.window, Qt.Key.Key_W)
    assert (caption(desk), desk.window.actions_table["attention"].isChecked()) == ("", False)


def test_what_was_looked_at_alike_is_said_and_not_drawn(desk: Desk) -> None:
    desk.draft(TEXT)
    look(desk)
    choose(desk, 2)
    assert (caption(desk), item(desk).areas_mm) == (f"{ALIKE}\n{NO_LEAD}", ())
    assert marked_leads(desk) == {}


def test_the_leads_a_sentence_hangs_on_are_marked_with_their_share(desk: Desk) -> None:
    desk.draft(TEXT)
    choose(desk, 0)
    assert marked_leads(desk) == {}, "not unasked"
    look(desk)
    # 1.2 and 0.8 of all that speaks for it: ten other leads have 0.02 each. II has a rhythm strip too.
    assert marked_leads(desk) == {"II": ["II 55 %", "II 55 %"], "V1": ["V1 36 %"]}
    desk.run("layout")
    assert desk.flows.trace.settings.layout is not SheetLayout.THREE_BY_FOUR_ONE_RHYTHM
    assert set(marked_leads(desk)) == {"II", "V1"}
    desk.run("attention")
    assert marked_leads(desk) == {}


def test_a_finding_that_was_added_names_the_leads_of_the_finding(desk: Desk) -> None:
    engine = desk.flows.drafting._keeper.engine(desk.application.stage.session)
    engine._loaded().generator.completion = CompletionConfig(least=0.3, hedged_below=0.5)
    desk.script.findings = (Finding("LVH", "left ventricular hypertrophy", 0.8, True),)
    desk.draft("Sinus rhythm.")
    look(desk)
    index = next(i for i, line in enumerate(desk.report.review.lines.lines) if "hypertrophy" in line.text)
    choose(desk, index)
    assert (caption(desk), item(desk).areas_mm) == (LEADS_OF_FINDING, ())
    assert set(marked_leads(desk)) == {"V5", "V6"}


def test_a_statement_of_the_reader_was_looked_at_by_nobody(desk: Desk) -> None:
    desk.draft(TEXT)
    look(desk)
    desk.report.add_statement("Artefact in V3.")
    choose(desk, len(desk.report.review.lines) - 1)
    assert (caption(desk), item(desk).areas_mm) == (NOT_ITS_OWN, ())


def test_it_follows_another_layout_and_is_forgotten_with_the_study(desk: Desk) -> None:
    desk.draft(TEXT)
    look(desk)
    choose(desk, 0)
    desk.run("speed")
    # The first column now ends at 1.25 s and the second goes on; the strip shows the whole second.
    assert sorted(round(area.width(), 1) for area in item(desk).areas_mm) == [12.5] * 3 + [37.5] * 3 + [50.0]
    study = desk.detail.study
    desk.open("Henry")
    assert item(desk).areas_mm == ()
    desk.flows.reading.open(study.study_id)
    desk.until(lambda: desk.detail.study.study_id == study.study_id)
    choose(desk, 0)
    assert caption(desk) == NOT_KNOWN


def test_the_model_is_asked_once_a_draft_and_only_for_somebody_who_looks(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    own = RehearsedEngine.look
    monkeypatch.setattr(RehearsedEngine, "look", lambda engine, *, job=None: asked.append(1) or own(engine, job=job))
    desk.draft(TEXT)
    assert asked == []
    look(desk)
    desk.run("attention")
    look(desk)
    assert asked == [1]
    desk.draft("Sinus bradycardia.")
    choose(desk, len(desk.report.review.lines) - 1)
    assert caption(desk) == f"{ALIKE}\n{NO_LEAD}", "while it is on, the next draft is asked about by itself"
    assert asked == [1, 1]


def test_a_model_that_cannot_tell_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(_engine: RehearsedEngine, *, job: object = None) -> None:
        raise UserError("The model's process stopped unexpectedly.", "Draft again.")

    monkeypatch.setattr(RehearsedEngine, "look", dies)
    desk.draft(TEXT)
    look(desk)
    choose(desk, 0)
    assert caption(desk) == NOT_KNOWN
