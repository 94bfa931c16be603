"""AV block is told from P waves that no QRS complex follows, and from nothing else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from meit_core.domain.av_block import AvBlock, AvBlockKind
from meit_core.domain.measured_facts import MeasuredFacts
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Morphology, Noise, Rhythm, SimulatedCase, simulate

SEEDS = range(6)


def facts(**case: Any) -> MeasuredFacts:
    found = measure(simulate(SimulatedCase(**case)).record).facts
    assert found is not None
    return found


def blocks(**case: Any) -> list[AvBlock | None]:
    """Each seed has its own rate, size of waves, direction and noise; every second one is sampled at 100 Hz."""
    found = []
    for seed in SEEDS:
        dice = np.random.default_rng(seed)
        varied = {
            "heart_rate_bpm": dice.uniform(62, 98),
            "escape_rate_bpm": dice.uniform(30, 47),
            "voltage": dice.uniform(0.7, 1.3),
            "frontal_rotation_deg": dice.uniform(-40, 40),
            "noise": Noise(muscle_uv=dice.uniform(4, 25), wander_mv=dice.uniform(0, 0.2)),
            "fs_hz": 100.0 if seed % 2 else 500.0,
            "seed": seed,
        }
        found.append(facts(**varied | case).av_block)
    return found


@pytest.mark.parametrize("junctional", [False, True])
def test_atria_and_ventricles_without_relation_are_a_block_of_third_degree(junctional: bool) -> None:
    found = blocks(rhythm=Rhythm.COMPLETE_AV_BLOCK, junctional_escape=junctional)
    assert [block and block.kind for block in found].count(AvBlockKind.THIRD_DEGREE) >= len(SEEDS) - 1


def test_both_rates_of_a_complete_block_are_measured() -> None:
    block = facts(rhythm=Rhythm.COMPLETE_AV_BLOCK, heart_rate_bpm=92.0, escape_rate_bpm=37.0, seed=2).av_block
    assert block is not None
    assert block.atrial_bpm == pytest.approx(92, abs=2)
    assert block.ventricular_bpm == pytest.approx(37, abs=1)
    assert block.longest_pr_ms - block.shortest_pr_ms > 200


def test_every_second_p_wave_conducted_is_two_to_one() -> None:
    found = blocks(rhythm=Rhythm.TWO_TO_ONE, pr_ms=180.0)
    kinds = [block.kind for block in found if block is not None]
    assert set(kinds) == {AvBlockKind.TWO_TO_ONE}
    assert len(kinds) >= len(SEEDS) - 1
    pr_ms = [block.longest_pr_ms for block in found if block is not None]
    assert np.median(pr_ms) == pytest.approx(180, abs=20)


@pytest.mark.parametrize("p_waves", [3, 4, 5])
def test_pr_that_grows_until_a_beat_drops_is_wenckebach(p_waves: int) -> None:
    kinds = [block and block.kind for block in blocks(rhythm=Rhythm.MOBITZ_I, wenckebach_p_waves=p_waves)]
    assert kinds.count(AvBlockKind.WENCKEBACH) >= len(SEEDS) - 1


@pytest.mark.parametrize(
    "case",
    [
        {"rhythm": Rhythm.SINUS, "heart_rate_bpm": 44.0},
        {"rhythm": Rhythm.SINUS, "heart_rate_bpm": 58.0, "pr_ms": 280.0},
        {"rhythm": Rhythm.SINUS, "heart_rate_bpm": 48.0, "qtc_ms": 520.0},
        {"rhythm": Rhythm.SINUS_ARRHYTHMIA, "heart_rate_bpm": 62.0},
        {"rhythm": Rhythm.ATRIAL_FIBRILLATION, "heart_rate_bpm": 50.0},
        {"rhythm": Rhythm.PVC, "heart_rate_bpm": 66.0},
        {"rhythm": Rhythm.PAC, "heart_rate_bpm": 66.0},
        {"rhythm": Rhythm.VENTRICULAR_PACED, "heart_rate_bpm": 60.0},
        {"morphology": Morphology.LBBB, "heart_rate_bpm": 55.0},
        {"heart_rate_bpm": 55.0, "noise": Noise(muscle_uv=60.0, wander_mv=0.5)},
    ],
    ids=str,
)
def test_nothing_else_is_a_block(case: dict[str, Any]) -> None:
    assert blocks(**case) == [None] * len(SEEDS)
