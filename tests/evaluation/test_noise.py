"""The noise task: the same recordings under every disturbance, and what each disturbance does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.domain.leads import LEADS
from meit_core.domain.record import LeadStatus
from meit_core.evaluation.noise import CONDITIONS, UNDISTURBED, evaluate_noise
from meit_core.signal.disturbing import (
    arms_swapped,
    baseline_wander,
    full_rate,
    mains_hum,
    mains_noise,
    missing_lead,
    muscle_noise,
    paper_white_noise,
)
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.evaluation.rule_reader import RuleReader

RECORD = simulate(SimulatedCase(heart_rate_bpm=70, seed=1)).record


def chance() -> np.random.Generator:
    return np.random.default_rng(9)


def test_every_condition_is_scored_on_the_same_recordings(miniature: Path) -> None:
    data = load_ptbxl(miniature)
    document = evaluate_noise(
        RuleReader(),
        test=data,
        training=data,
        folds={9},
        training_folds=frozenset(range(1, 9)),
        conditions=(UNDISTURBED, full_rate(), muscle_noise(-25)),
    ).document
    rows = {row["name"]: row for row in document["conditions"]}
    assert [row["n"] for row in rows.values()] == [8, 8, 8]
    assert document["clean"] == rows["undisturbed"]["clean"]
    assert rows["at 500 Hz"]["clean"]["bleu4"] == pytest.approx(rows["undisturbed"]["clean"]["bleu4"], abs=0.1)
    drowned = rows["muscle noise, -25 dB"]
    assert drowned["refused"] > 0.5 and drowned["labels"]["micro_f1"] < rows["undisturbed"]["labels"]["micro_f1"]
    assert rows["undisturbed"]["refused"] == 0
    assert document["patient_overlap"] == 0
    assert document["baselines"]["findings_template"] == rows["undisturbed"]["findings_template"]
    assert (
        drowned["findings_template"]["labels"]["micro_f1"]
        < document["baselines"]["findings_template"]["labels"]["micro_f1"]
    )


@pytest.mark.parametrize("snr_db", [20.0, 5.0, -5.0])
def test_noise_has_the_power_it_says(snr_db: float) -> None:
    for disturbance in (muscle_noise(snr_db), baseline_wander(snr_db), mains_noise(50, snr_db)):
        added = disturbance.apply(RECORD, chance()).signal_mv - RECORD.signal_mv
        ratio = RECORD.signal_mv.std(axis=1) / added.std(axis=1)
        assert 20 * np.log10(ratio) == pytest.approx(np.full(12, snr_db), abs=0.1)


def test_the_sweeps_have_several_strengths_each() -> None:
    kinds: dict[str, list[float]] = {condition.kind: [] for condition in CONDITIONS if condition.kind}
    for condition in CONDITIONS:
        if condition.kind:
            kinds[condition.kind].append(condition.level)
    assert kinds["the paper's white noise"] == [0.05, 0.10, 0.15, 0.20]
    for kind in ("muscle noise", "baseline wander", "electrode motion", "50 Hz mains"):
        assert kinds[kind] == [20, 10, 5, 0, -5]
    assert len({condition.name for condition in CONDITIONS}) == len(CONDITIONS)


def test_hum_is_where_it_says() -> None:
    added = mains_hum(50, 0.1).apply(RECORD, chance()).signal_mv - RECORD.signal_mv
    spectrum = np.abs(np.fft.rfft(added[0]))
    assert np.fft.rfftfreq(added.shape[1], 1 / 500)[spectrum.argmax()] == pytest.approx(50, abs=0.11)
    assert np.abs(added).max() == pytest.approx(0.1, abs=1e-3)


def test_the_papers_noise_is_one_stretch_alike_in_all_leads() -> None:
    added = paper_white_noise(0.2).apply(RECORD, chance()).signal_mv - RECORD.signal_mv
    touched = np.flatnonzero(np.abs(added[0]) > 0)
    assert 0 < touched.size <= 0.2 * RECORD.n_samples
    assert touched[-1] - touched[0] + 1 == touched.size
    assert np.allclose(added, added[0], atol=1e-5)


def test_exchanged_arms_keep_einthoven_and_goldberger() -> None:
    swapped = arms_swapped().apply(RECORD, chance()).signal_mv
    lead = dict(zip(LEADS, swapped, strict=True))
    original = dict(zip(LEADS, RECORD.signal_mv, strict=True))
    assert np.allclose(lead["I"], -original["I"]) and np.allclose(lead["V3"], original["V3"])
    assert np.allclose(lead["I"] + lead["III"], lead["II"], atol=5e-3)
    assert np.allclose(lead["aVR"], -(lead["I"] + lead["II"]) / 2, atol=5e-3)


def test_a_missing_lead_is_named_as_missing() -> None:
    without = missing_lead("V2").apply(RECORD, chance())
    row = LEADS.index("V2")
    assert without.lead_status[row] is LeadStatus.MISSING and not without.signal_mv[row].any()
