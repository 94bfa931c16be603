"""Respiration, baseline wander, mains hum, muscle noise and fibrillatory waves."""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy.signal import butter, sosfiltfilt

from meit_core.signal.simulator.case import Noise
from meit_core.signal.simulator.heart_vector import Array

RESPIRATION_HZ: Final = 0.24
"""14 breaths a minute."""


def respiration(times_s: Array, phase: float) -> Array:
    """Breathing from -1 (out) to 1 (in)."""
    wave: Array = np.sin(2 * np.pi * (RESPIRATION_HZ * times_s + phase))
    return wave


def lead_noise(noise: Noise, times_s: Array, breath: Array, fs_hz: float, random: np.random.Generator) -> Array:
    """Disturbances of the eight independent leads (I, II, V1 to V6), (8, n_samples) in mV."""
    n_leads = 8
    drift = np.cumsum(random.standard_normal((n_leads, times_s.size)), axis=1)
    drift -= np.linspace(drift[:, 0], drift[:, -1], times_s.size, axis=1)
    drift /= np.maximum(np.abs(drift).max(axis=1, keepdims=True), 1e-9)
    share = random.uniform(0.4, 1.0, (n_leads, 1))
    total = noise.wander_mv * (share * breath + 0.5 * _slow(drift, fs_hz))
    hum_phase = random.uniform(0, 2 * np.pi, (n_leads, 1))
    hum_share = random.uniform(0.5, 1.0, (n_leads, 1))
    total += 1e-3 * noise.mains_uv * hum_share * np.sin(2 * np.pi * noise.mains_hz * times_s + hum_phase)
    total += 1e-3 * noise.muscle_uv * _muscle(n_leads, times_s.size, fs_hz, random)
    return total


def fibrillatory_vector(times_s: Array, random: np.random.Generator) -> Array:
    """Atrial fibrillation's f waves, (3, n_samples) in mV.

    Sawtooth-like waves of three harmonics whose frequency wanders around 6 Hz and whose size waxes and wanes, after
    Stridh and Soernmo, IEEE Trans Biomed Eng 48:105 (2001); largest in V1.
    """
    start = random.uniform(0, 2 * np.pi, 3)
    wander = 0.6 * np.sin(2 * np.pi * 0.31 * times_s + start[0]) + 0.35 * np.sin(2 * np.pi * 0.83 * times_s + start[1])
    frequency_hz = 6.0 + wander
    phase = 2 * np.pi * np.cumsum(frequency_hz) * (times_s[1] - times_s[0])
    size = 1 + 0.35 * np.sin(2 * np.pi * 0.42 * times_s + start[2])
    saw = np.sum([np.sin(k * phase) / k for k in (1, 2, 3)], axis=0)
    turned = np.sum([np.sin(k * phase + 0.9) / k for k in (1, 2, 3)], axis=0)
    f_waves: Array = size * (np.outer((-0.014, 0.018, -0.048), saw) + np.outer((0.008, 0.012, 0.012), turned))
    return f_waves


def _slow(drift: Array, fs_hz: float) -> Array:
    smooth: Array = sosfiltfilt(butter(2, 0.5, fs=fs_hz, output="sos"), drift, axis=1)
    return smooth


def _muscle(n_leads: int, n_samples: int, fs_hz: float, random: np.random.Generator) -> Array:
    band = (20.0, min(150.0, 0.45 * fs_hz))
    noise: Array = sosfiltfilt(
        butter(2, band, btype="bandpass", fs=fs_hz, output="sos"), random.standard_normal((n_leads, n_samples)), axis=1
    )
    return noise / noise.std()
