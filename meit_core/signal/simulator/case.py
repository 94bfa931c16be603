"""What a simulated recording shall show, in stated units."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Rhythm(StrEnum):
    SINUS = "sinus"
    """Brady- and tachycardia by the rate, first-degree AV block by the PR interval."""
    SINUS_ARRHYTHMIA = "sinus_arrhythmia"
    ATRIAL_FIBRILLATION = "atrial_fibrillation"
    PVC = "ventricular_extrasystoles"
    PAC = "atrial_extrasystoles"
    MOBITZ_I = "av_block_mobitz_1"
    TWO_TO_ONE = "av_block_2_to_1"
    COMPLETE_AV_BLOCK = "av_block_complete"
    VENTRICULAR_PACED = "ventricular_paced"


class Morphology(StrEnum):
    NORMAL = "normal"
    LBBB = "lbbb"
    RBBB = "rbbb"
    LVH_STRAIN = "lvh_strain"
    ANTERIOR_STEMI = "anterior_stemi"
    INFERIOR_STEMI = "inferior_stemi"
    LATERAL_STEMI = "lateral_stemi"
    OLD_INFERIOR_INFARCT = "old_inferior_infarct"


@dataclass(frozen=True, slots=True)
class Noise:
    """Disturbances added to the leads.

    Attributes
    ----------
    wander_mv
        Peak amplitude of the respiratory baseline wander.
    mains_uv, mains_hz
        Amplitude and frequency of the hum.
    muscle_uv
        Standard deviation of the muscle noise (20 to 150 Hz).
    """

    wander_mv: float = 0.05
    mains_uv: float = 4.0
    mains_hz: float = 50.0
    muscle_uv: float = 8.0


@dataclass(frozen=True, slots=True)
class SimulatedCase:
    """A recording to simulate; the same case always gives the same samples.

    Attributes
    ----------
    heart_rate_bpm
        Mean ventricular rate; with AV block of second or third degree the atrial rate.
    escape_rate_bpm
        Ventricular rate in complete AV block.
    junctional_escape
        In complete AV block the junction beats, with the case's QRS complexes, instead of the left ventricle.
    wenckebach_p_waves
        P waves from one that isn't conducted to the next, at least three.
    pr_ms
        P onset to QRS onset; without meaning in atrial fibrillation and complete block.
    qtc_ms
        QT at 60/min; the QT of the case follows Fridericia's relation.
    voltage
        Factor on all deflections.
    frontal_rotation_deg
        Turns the heart vector in the frontal plane, clockwise (towards the right axis) if positive.
    """

    rhythm: Rhythm = Rhythm.SINUS
    morphology: Morphology = Morphology.NORMAL
    heart_rate_bpm: float = 70.0
    escape_rate_bpm: float = 38.0
    junctional_escape: bool = False
    wenckebach_p_waves: int = 4
    pr_ms: float = 160.0
    qtc_ms: float = 410.0
    voltage: float = 1.0
    frontal_rotation_deg: float = 0.0
    noise: Noise = field(default_factory=Noise)
    duration_s: float = 10.0
    fs_hz: float = 500.0
    seed: int = 0
