"""Could these samples be a resting ECG in millivolt?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.errors import UserError

SHORTEST_S: Final = 2.0
"""Below two seconds there may be a single beat, and no rate."""
LONGEST_S: Final = 600.0
"""Resting ECGs last 10 s, sometimes minutes; hours are a Holter recording, for which this product isn't made."""
SLOWEST_HZ: Final = 100.0
"""PTB-XL's lower rate; slower sampling can't show a QRS complex's shape."""
FASTEST_HZ: Final = 32_000.0
MOST_SAMPLES: Final = 16_000_000
"""Twelve leads for ten minutes at 2 kHz, with room for further channels; 128 MB as floating point."""
LARGEST_MV: Final = 20.0
"""Peak to peak, median over leads. The largest QRS complexes of the chest leads stay below 10 mV."""
SUSPICIOUS_MV: Final = 10.0
SMALLEST_MV: Final = 0.02
"""Below the noise of an electrocardiograph (IEC 60601-2-25 allows 0.03 mV peak to valley): no ECG can be in it."""

_WRONG_GAIN_HINT: Final = "Check the unit and gain in the file and export it again; nothing is rescaled by guess."


def check_rate(fs_hz: float) -> None:
    """Refuse a sampling rate no 12-lead device has.

    Raises
    ------
    UserError
    """
    if not np.isfinite(fs_hz) or fs_hz <= 0:
        raise UserError("The file gives no usable sampling rate.", "Export the recording again with its sampling rate.")
    if not SLOWEST_HZ <= fs_hz <= FASTEST_HZ:
        raise UserError(
            f"The sampling rate of {fs_hz:g} Hz is outside {SLOWEST_HZ:g} to {FASTEST_HZ:g} Hz.",
            "Export the recording at its original rate, usually 500 Hz.",
        )


def check_duration(duration_s: float) -> None:
    """Refuse a recording too short to read or far too long for a resting ECG.

    Raises
    ------
    UserError
    """
    if 0 < duration_s < SHORTEST_S:
        raise UserError(
            f"The recording lasts {duration_s:.1f} s; at least {SHORTEST_S:g} s are needed.",
            "Export the whole recording.",
        )
    if duration_s > LONGEST_S:
        raise UserError(
            f"The recording lasts {duration_s / 60:.0f} min; at most {LONGEST_S / 60:.0f} min are read.",
            "Export the part to be read as a 12-lead ECG of 10 s.",
        )


def check_size(n_channels: int, n_samples: int) -> None:
    """Refuse more samples than any resting ECG holds, before memory is taken for them.

    Raises
    ------
    UserError
    """
    if n_channels * n_samples > MOST_SAMPLES:
        raise UserError(
            f"The file announces {n_channels * n_samples:,} samples; at most {MOST_SAMPLES:,} are read.",
            "Export the 12-lead ECG alone, without other channels and at its original rate.",
        )


def check_amplitude(leads_mv: Mapping[str, npt.NDArray[np.float64]]) -> list[str]:
    """Refuse constant signals and impossible amplitudes; return notes on single odd leads.

    Parameters
    ----------
    leads_mv
        Finite samples in mV by lead.

    Raises
    ------
    UserError
        All leads are constant, or the median over the other leads of the peak-to-peak amplitude (0.5th to 99.5th
        percentile) is outside :data:`SMALLEST_MV` to :data:`LARGEST_MV`. A wrong gain is refused, never corrected
        by guess: a voltage criterion read from a guessed gain would look as sure as a true one.
    """
    spreads_mv = {
        name: float(np.subtract(*np.percentile(samples, [99.5, 0.5])))
        for name, samples in leads_mv.items()
        if np.ptp(samples) > 0
    }
    if not spreads_mv:
        raise UserError(
            "The recording is empty: every sample of each lead has the same value.",
            "Check the electrodes and the export, and record or export again.",
        )
    typical_mv = float(np.median(list(spreads_mv.values())))
    if typical_mv > LARGEST_MV:
        raise UserError(
            f"The amplitude of about {typical_mv:,.0f} mV can't be an ECG: the unit or gain is probably wrong.",
            _WRONG_GAIN_HINT,
        )
    if typical_mv < SMALLEST_MV:
        raise UserError(
            f"The amplitude of about {1000 * typical_mv:.2g} µV is too small for an ECG: "
            "the unit or gain is probably wrong.",
            _WRONG_GAIN_HINT,
        )
    notes = [f"Lead {name} is flat." for name, samples in leads_mv.items() if name not in spreads_mv]
    if typical_mv > SUSPICIOUS_MV:
        notes.append(f"Amplitudes are unusually large (about {typical_mv:.0f} mV): check the gain.")
    notes += [
        f"Lead {name} spans {spread_mv:.0f} mV: check the electrode."
        for name, spread_mv in spreads_mv.items()
        if spread_mv > LARGEST_MV
    ]
    return notes
