"""Which kind of beat each one is, against what was drawn."""

import numpy as np
import pytest

from meit_core.domain.measured_facts import VentricularExtrasystoles
from meit_core.domain.measurements import BeatClass, Measurements
from meit_core.domain.record import EcgRecord
from meit_core.signal.beat_classes import ventricular_extrasystoles
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, Truth, simulate
from meit_core.signal.simulator.truth import BeatKind

EXPECTED = {
    BeatKind.NORMAL: {BeatClass.USUAL},
    BeatKind.VENTRICULAR_PREMATURE: {BeatClass.VENTRICULAR},
    BeatKind.ESCAPE: {BeatClass.USUAL},
    BeatKind.PACED: {BeatClass.PACED},
}


def told(found: Measurements, truth: Truth) -> list[tuple[BeatKind, BeatClass]]:
    """What was drawn and what was told, of the beats that lie whole in the recording."""
    assert len(found.beat_classes) == len(found.r_peaks)
    peaks = np.array(found.r_peaks)
    pairs = [(beat.kind, found.beat_classes[int(np.argmin(np.abs(peaks - beat.r_peak)))]) for beat in truth.beats[1:-1]]
    assert pairs
    return pairs


@pytest.mark.parametrize("rhythm", [Rhythm.SINUS, Rhythm.SINUS_ARRHYTHMIA, Rhythm.PVC, Rhythm.VENTRICULAR_PACED])
@pytest.mark.parametrize("seed", [1, 4])
def test_every_kind_is_told(rhythm: Rhythm, seed: int) -> None:
    made = simulate(SimulatedCase(rhythm=rhythm, heart_rate_bpm=70, seed=seed))
    assert all(kind in EXPECTED[drawn] for drawn, kind in told(measure(made.record), made.truth))


def test_early_beats_are_told_where_atrial_extrasystoles_are_measured_and_no_other_beat_is() -> None:
    """Not all are: a P wave that lies on the T wave before is hidden from the engine too."""
    pairs = []
    for seed in range(4):
        made = simulate(SimulatedCase(rhythm=Rhythm.PAC, heart_rate_bpm=70, seed=seed))
        pairs += told(measure(made.record), made.truth)
    early = [kind for drawn, kind in pairs if drawn is BeatKind.ATRIAL_PREMATURE]
    assert early.count(BeatClass.SUPRAVENTRICULAR) >= 0.5 * len(early) > 0
    assert all(kind is BeatClass.USUAL for drawn, kind in pairs if drawn is BeatKind.NORMAL)


@pytest.mark.parametrize("morphology", [Morphology.LBBB, Morphology.RBBB])
def test_a_bundle_branch_block_is_the_usual_beat_and_extrasystoles_stand_out_from_it(morphology: Morphology) -> None:
    made = simulate(SimulatedCase(rhythm=Rhythm.PVC, morphology=morphology, heart_rate_bpm=70, seed=4))
    assert all(kind in EXPECTED[drawn] for drawn, kind in told(measure(made.record), made.truth))


def test_in_fibrillation_no_beat_is_early() -> None:
    made = simulate(SimulatedCase(rhythm=Rhythm.ATRIAL_FIBRILLATION, heart_rate_bpm=90, seed=2))
    assert BeatClass.SUPRAVENTRICULAR not in measure(made.record).beat_classes


def test_what_is_no_heart_has_no_classes() -> None:
    assert measure(EcgRecord(np.zeros((12, 5000), np.float32), 500.0)).beat_classes == ()


@pytest.mark.parametrize(
    ("classes", "counted"),
    [
        ("NNVNNVN", VentricularExtrasystoles(2, 7)),
        ("VNNNNNV", None),
        ("NNNNNN", None),
        ("NVNPNN", None),
        ("NVVVVNN", None),
        ("", None),
    ],
)
def test_extrasystoles_are_counted_among_usual_beats(classes: str, counted: VentricularExtrasystoles | None) -> None:
    assert ventricular_extrasystoles([BeatClass(letter) for letter in classes]) == counted


@pytest.mark.parametrize("rhythm", [Rhythm.SINUS, Rhythm.ATRIAL_FIBRILLATION, Rhythm.COMPLETE_AV_BLOCK])
def test_no_extrasystoles_are_measured_in_other_rhythms(rhythm: Rhythm) -> None:
    facts = measure(simulate(SimulatedCase(rhythm=rhythm, heart_rate_bpm=70, seed=3)).record).facts
    assert facts is not None and facts.ventricular_extrasystoles is None


def test_drawn_extrasystoles_are_measured() -> None:
    made = simulate(SimulatedCase(rhythm=Rhythm.PVC, heart_rate_bpm=70, seed=1))
    facts = measure(made.record).facts
    drawn = sum(beat.kind is BeatKind.VENTRICULAR_PREMATURE for beat in made.truth.beats[1:-1])
    assert facts is not None and facts.ventricular_extrasystoles is not None
    assert facts.ventricular_extrasystoles.n_ventricular == drawn > 0
