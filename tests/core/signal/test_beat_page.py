"""The sheet of numbers that a network is given, against the recording it was made of."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.services.measuring import measure_amplitudes
from meit_core.signal.beat_page import BEAT_COLUMNS, LEAD_COLUMNS, N_SHARED, PAGE_COLUMNS, beat_page
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, simulate

ONSET = 25
"""Column of the onset of QRS."""


def shared(page: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the values of the whole recording and whether they are known."""
    cells = page[:, BEAT_COLUMNS + LEAD_COLUMNS :].ravel()
    return cells[:N_SHARED], cells[N_SHARED : 2 * N_SHARED]


def test_beat_waves_and_values_are_the_engines() -> None:
    record = simulate(SimulatedCase(morphology=Morphology.LVH_STRAIN, seed=6)).record
    page, measured, amplitudes = beat_page(record), measure(record), measure_amplitudes(record)
    assert page.shape == (12, PAGE_COLUMNS) and page.dtype == np.float32
    for row, lead in enumerate(LEADS):
        beat, waves = page[row, :BEAT_COLUMNS], page[row, BEAT_COLUMNS:][:LEAD_COLUMNS]
        assert waves[2] == pytest.approx(amplitudes.leads[lead].r_mv or 0.0)
        assert waves[3] == pytest.approx(amplitudes.leads[lead].s_mv or 0.0)
        assert waves[-1] == 1
        if waves[2] > 1:  # between two columns lie 10 ms, in which a narrow R can hide its tip
            qrs = beat[ONSET : ONSET + round((measured.qrs_ms or 0) / 10) + 1]
            assert 0.75 * waves[2] < qrs.max() <= waves[2] + 1e-3
    values, known = shared(page)
    assert values[:4] == pytest.approx([measured.heart_rate_bpm, measured.pr_ms, measured.qrs_ms, measured.qt_ms])
    assert known.all()


def test_premature_beats_show_in_the_cycles() -> None:
    even, odd = (
        shared(beat_page(simulate(SimulatedCase(rhythm=rhythm, seed=4)).record))[0]
        for rhythm in (Rhythm.SINUS, Rhythm.PVC)
    )
    assert odd[-2] < 0.8 < even[-2]  # shortest cycle over the median one
    assert odd[-4] > even[-4]  # their standard deviation


def test_what_cannot_be_measured_is_unknown() -> None:
    page = beat_page(simulate(SimulatedCase(rhythm=Rhythm.ATRIAL_FIBRILLATION, seed=2)).record)
    values, known = shared(page)
    assert known[0] == 1 and known[1] == 0 and values[1] == 0  # a rate, no PR
    silence = EcgRecord(np.zeros((12, 5000), dtype=np.float32), 500.0)
    assert not beat_page(silence).any()


def test_a_lead_that_cannot_be_read_is_unknown() -> None:
    record = simulate(SimulatedCase(seed=5)).record
    samples = record.signal_mv.copy()
    samples[LEADS.index("V2")] = 0.0
    row = beat_page(replace(record, signal_mv=samples))[LEADS.index("V2")]
    assert not row[: BEAT_COLUMNS + LEAD_COLUMNS].any()
