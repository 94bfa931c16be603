"""How a sheet adapts to short, long, tall and incomplete recordings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.signal.sheet_geometry import Sheet, lay_out_sheet
from tests.exchange.conftest import spikes


def lay_out(record: EcgRecord, **changes: float) -> Sheet:
    return lay_out_sheet(record, **{"gain_mm_per_mv": 10.0, "speed_mm_per_s": 25.0, **changes})


def test_every_lead_is_on_the_sheet_once_and_lead_two_again_as_rhythm() -> None:
    leads = [segment.lead for segment in lay_out(spikes()).segments]
    assert sorted(leads) == sorted([*LEADS, "II"])


def test_a_short_recording_shows_the_beginning_of_every_lead() -> None:
    sheet = lay_out(spikes(seconds=3))
    assert all(len(segment.points_mm) > 1000 for segment in sheet.segments)
    assert "each lead from 0 s" in sheet.shown


def test_a_recording_a_little_short_of_ten_seconds_still_runs_on() -> None:
    assert lay_out(spikes(seconds=9.98)).shown == "9.98 s"


def test_a_long_recording_says_that_only_its_beginning_is_printed() -> None:
    assert lay_out(spikes(seconds=38)).shown == "first 10 s of 38 s"


def test_tall_complexes_get_more_paper_instead_of_being_cut() -> None:
    tall = lay_out(spikes(height_mv=3.2))
    assert tall.height_mm == lay_out(spikes()).height_mm + 20
    assert min(segment.points_mm[:, 1].min() for segment in tall.segments) >= 0
    assert tall.cut_leads == ()


def test_amplitudes_beyond_any_paper_are_named() -> None:
    sheet = lay_out(spikes(height_mv=20))
    assert "V1" in sheet.cut_leads


def test_a_missing_lead_is_left_empty() -> None:
    status = tuple(LeadStatus.MISSING if lead == "V6" else LeadStatus.RECORDED for lead in LEADS)
    sheet = lay_out(replace(spikes(), lead_status=status))
    empty = [segment.lead for segment in sheet.segments if not segment.points_mm.size]
    assert empty == ["V6"]


def test_a_constant_offset_moves_no_trace() -> None:
    record = spikes()
    shifted = replace(record, signal_mv=record.signal_mv + np.float32(1.5))
    for plain, moved in zip(lay_out(record).segments, lay_out(shifted).segments, strict=True):
        assert moved.points_mm == pytest.approx(plain.points_mm, abs=1e-5)
