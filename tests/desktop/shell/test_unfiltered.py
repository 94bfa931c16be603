"""Whatever filter is on the screen: the model and the measurements have the recording as it was stored."""

from __future__ import annotations

import numpy as np

from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.record import EcgRecord
from meit_core.services import measuring, worklist
from meit_desktop.pictures.rehearsal import RehearsedEngine
from tests.desktop.shell.conftest import Desk


def test_model_measurements_and_median_beat_never_see_a_filter(desk: Desk, monkeypatch) -> None:
    desk.open("Felix")
    study_id = desk.detail.study.study_id
    stored = worklist.load_study(desk.application.stage.session.workspace, study_id=study_id)
    given: list[EcgRecord] = []
    draft = RehearsedEngine.draft

    def noted(self: RehearsedEngine, record: EcgRecord, **named: object):
        given.append(record)
        return draft(self, record, **named)

    monkeypatch.setattr(RehearsedEngine, "draft", noted)
    desk.flows.trace.set_filter(DisplayFilter(Band.SMOOTH, 50))
    shown = [segment.points_mm[:, 1] for segment in desk.flows.trace.prepare().sheet.segments]
    desk.draft("Sinus rhythm.")
    desk.run("median_beat")
    desk.until(lambda: desk.flows.marking.is_shown)
    beat = desk.flows.marking.page.editor.beat
    raw = measuring.median_beat_of(stored.record)
    desk.flows.marking.leave()
    desk.flows.trace.set_filter(DisplayFilter())
    unfiltered = [segment.points_mm[:, 1] for segment in desk.flows.trace.prepare().sheet.segments]
    assert not all(np.array_equal(one, other) for one, other in zip(shown, unfiltered, strict=True))
    (record,) = given
    assert np.array_equal(record.signal_mv, stored.record.signal_mv)
    assert np.array_equal(beat.signal_mv, raw.signal_mv)
    assert desk.detail.measurements == stored.measurements
