"""Put known disturbances on real recordings, to see what they do to a draft or a measurement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.signal.filtering import band_pass
from meit_core.signal.resampling import resample

Array = npt.NDArray[np.float64]

FULL_RATE_HZ: Final = 500.0
"""Disturbances are put on at the rate of a usual electrocardiograph: hum and muscle noise lie above 50 Hz too."""
_MUSCLE_HZ: Final = (20.0, 150.0)
_MOTION_HZ: Final = (1.0, 10.0)
_WANDER_HZ: Final = (0.05, 0.5)

Disturb = Callable[[EcgRecord, np.random.Generator], EcgRecord]


@dataclass(frozen=True, slots=True)
class Disturbance:
    """A disturbance.

    Attributes
    ----------
    name
        For tables.
    apply
        What it does to a recording.
    kind, level, unit
        Of those that come at several strengths: which sweep it is a point of, and where.
    """

    name: str
    apply: Disturb
    kind: str = ""
    level: float = 0.0
    unit: str = ""


def paper_white_noise(largest_share: float) -> Disturbance:
    """MEIT's own noise (released collator ``partial_white_noise``).

    One stretch of up to ``largest_share`` of the recording gets white noise, the same in all leads, with a standard
    deviation of up to a tenth of the recording's range.
    """

    def apply(record: EcgRecord, chance: np.random.Generator) -> EcgRecord:
        samples = record.signal_mv.astype(np.float64)
        length = int(chance.uniform(0, largest_share) * record.n_samples)
        start = int(chance.integers(0, record.n_samples - length + 1))
        sigma = chance.uniform(0, 0.1) * float(np.ptp(samples))
        samples[:, start : start + length] += chance.normal(0, sigma, length)
        return _with(record, samples)

    return Disturbance(
        f"white noise in up to {largest_share:.0%} of the time",
        apply,
        kind="the paper's white noise",
        level=largest_share,
        unit="largest share of the time",
    )


def muscle_noise(snr_db: float) -> Disturbance:
    """Noise between 20 and 150 Hz in every lead, as far below the lead's own power as ``snr_db`` says."""
    return _at("muscle noise", snr_db, _coloured(_MUSCLE_HZ, snr_db))


def electrode_motion(snr_db: float) -> Disturbance:
    """Noise between 1 and 10 Hz, where the waves are themselves."""
    return _at("electrode motion", snr_db, _coloured(_MOTION_HZ, snr_db))


def baseline_wander(snr_db: float) -> Disturbance:
    """Noise below 0.5 Hz."""
    return _at("baseline wander", snr_db, _coloured(_WANDER_HZ, snr_db))


def mains_hum(mains_hz: float, peak_mv: float) -> Disturbance:
    """A sine of the mains' frequency with a phase of its own in each lead."""

    def apply(record: EcgRecord, chance: np.random.Generator) -> EcgRecord:
        fine = resample(record, FULL_RATE_HZ)
        return _with(fine, fine.signal_mv + peak_mv * _sines(fine.n_samples, mains_hz, chance))

    return Disturbance(f"{mains_hz:g} Hz hum, {peak_mv:g} mV", apply)


def mains_noise(mains_hz: float, snr_db: float) -> Disturbance:
    """The same sine, as far below each lead's own power as ``snr_db`` says."""

    def apply(record: EcgRecord, chance: np.random.Generator) -> EcgRecord:
        fine = resample(record, FULL_RATE_HZ)
        hum = _sines(fine.n_samples, mains_hz, chance)
        size = fine.signal_mv.std(axis=1, keepdims=True) * 10 ** (-snr_db / 20)
        return _with(fine, fine.signal_mv + hum / hum.std(axis=1, keepdims=True) * size)

    return _at(f"{mains_hz:g} Hz mains", snr_db, apply)


def full_rate() -> Disturbance:
    """The same recording at 500 Hz: nothing but the program's own resampling is put to the test."""
    return Disturbance("at 500 Hz", lambda record, _: resample(record, FULL_RATE_HZ))


def missing_lead(name: str) -> Disturbance:
    """One lead not recorded."""
    row = LEADS.index(name)

    def apply(record: EcgRecord, _: np.random.Generator) -> EcgRecord:
        samples = record.signal_mv.astype(np.float64)
        samples[row] = 0.0
        status = list(record.lead_status)
        status[row] = LeadStatus.MISSING
        return replace(_with(record, samples), lead_status=tuple(status))

    return Disturbance(f"{name} missing", apply)


def arms_swapped() -> Disturbance:
    """Left and right arm electrode exchanged: I upside down, II and III and aVR and aVL exchanged."""
    order = [LEADS.index(name) for name in ("I", "III", "II", "aVL", "aVR", *LEADS[5:])]

    def apply(record: EcgRecord, _: np.random.Generator) -> EcgRecord:
        samples = record.signal_mv[order].astype(np.float64)
        samples[0] *= -1
        return _with(record, samples)

    return Disturbance("arm electrodes exchanged", apply)


def _coloured(band_hz: tuple[float, float], snr_db: float) -> Disturb:
    def apply(record: EcgRecord, chance: np.random.Generator) -> EcgRecord:
        fine = resample(record, FULL_RATE_HZ)
        noise = band_pass(chance.standard_normal(fine.signal_mv.shape), band_hz, FULL_RATE_HZ)
        size = fine.signal_mv.std(axis=1, keepdims=True) * 10 ** (-snr_db / 20)
        return _with(fine, fine.signal_mv + noise / noise.std(axis=1, keepdims=True) * size)

    return apply


def _sines(n_samples: int, hz: float, chance: np.random.Generator) -> Array:
    """Return (12, n) sines of amplitude 1, each lead with a phase of its own."""
    times_s = np.arange(n_samples) / FULL_RATE_HZ
    phases = chance.uniform(0, 2 * np.pi, (len(LEADS), 1))
    waves: Array = np.sin(2 * np.pi * hz * times_s + phases)
    return waves


def _at(kind: str, snr_db: float, apply: Disturb) -> Disturbance:
    return Disturbance(f"{kind}, {snr_db:g} dB", apply, kind=kind, level=snr_db, unit="dB signal to noise")


def _with(record: EcgRecord, samples: Array) -> EcgRecord:
    return replace(record, signal_mv=samples.astype(np.float32))
