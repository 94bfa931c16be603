"""How far each value can be relied on: by measuring it again on half of the beats and on half of the leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from meit_core.domain.measurements import Confidence, ValueConfidence
from meit_core.signal.beats import detect_beats
from meit_core.signal.found_beats import MEASURING_FS_HZ, FoundBeats
from meit_core.signal.measured_waves import MeasuredWaves, measured_waves

HIGH_UP_TO: Final = {"ms": 4.0, "deg": 3.0, "bpm": 1.0}
MEDIUM_UP_TO: Final = {"ms": 10.0, "deg": 8.0, "bpm": 5.0}
"""Mean distance of the repeated measurements from the value, by its unit.

Set on LUDB as recorded and with muscle noise and electrode motion added (n = 558 to 600), so that the standard
deviation of the error against its experts grows from level to level, in odd and even recordings alike: P 7, 13 and
18 ms, PR 6, 9 and 14, QRS 9, 15 and 28, QT 19, 24 and 62 (``tests/benchmarks/bench_confidence.py``). Without noise QRS
can be repeated to 4 ms in nearly every recording; what error it has there comes from where experts see a slurred end,
and no repetition shows that."""

_BOTH_HALVES: Final = (slice(0, None, 2), slice(1, None, 2))
_HALF_TURN_DEG: Final = 180.0


def beat_confidences(found: FoundBeats, waves: MeasuredWaves) -> dict[str, ValueConfidence]:
    """Return the confidence of each boundary, interval and axis that there is.

    Repeated on every other beat, and on every other usable lead: what noise, a single lead or a single beat has decided
    comes out different. A half that doesn't show a value at all leaves it low confidence.
    """
    repeated = list(_measured_again(found))
    told = {
        name: _confidence(name, value, [None if one is None else one[name] for one in repeated])
        for name, value in waves.values().items()
        if value is not None
    }
    return told | ({"qtc_ms": told["qt_ms"]} if "qt_ms" in told else {})


def rate_confidences(found: FoundBeats, rate_bpm: float) -> dict[str, ValueConfidence]:
    """Return the confidence of rate, cycle and rhythm: by the beats that either half of the leads shows."""
    rates = [_rate_bpm(found, found.rows[half]) for half in _BOTH_HALVES]
    told = _confidence("heart_rate_bpm", rate_bpm, rates)
    rr_ms = None if told.apart is None else 60_000 / rate_bpm**2 * told.apart
    return {
        "heart_rate_bpm": told,
        "rr_ms": ValueConfidence(told.level, rr_ms),
        "rhythm_regular": ValueConfidence(told.level),
    }


def _rate_bpm(found: FoundBeats, rows: Sequence[int]) -> float | None:
    if not rows or found.signal_mv is None:
        return None
    r_peaks = detect_beats(found.signal_mv[rows], MEASURING_FS_HZ)
    return 60 * MEASURING_FS_HZ / float(np.mean(np.diff(r_peaks))) if r_peaks.size > 1 else None


def _measured_again(found: FoundBeats) -> Iterator[Mapping[str, float | None] | None]:
    """Values of each half, ``None`` for one that has no beat or lead."""
    beat = found.beat
    if beat is None:
        return
    for half in _BOTH_HALVES:
        if beat.beats[half].size:
            part = beat.of_beats(half)
            yield measured_waves(part, found.rows, usable=found.rows, regular=found.regular).values()
        else:
            yield None
    for half in _BOTH_HALVES:
        rows = found.rows[half]
        yield measured_waves(beat, rows, usable=found.rows, regular=found.regular).values() if rows else None


def _confidence(name: str, value: float, repeated: Sequence[float | None]) -> ValueConfidence:
    there = [one for one in repeated if one is not None]
    if len(there) < len(repeated):
        return ValueConfidence(Confidence.LOW)
    unit = name.rsplit("_", 1)[1]
    differences = np.array(there) - value
    if unit == "deg":
        differences = (differences + _HALF_TURN_DEG) % (2 * _HALF_TURN_DEG) - _HALF_TURN_DEG
    apart = float(np.mean(np.abs(differences)))
    if apart <= HIGH_UP_TO[unit]:
        return ValueConfidence(Confidence.HIGH, apart)
    return ValueConfidence(Confidence.MEDIUM if apart <= MEDIUM_UP_TO[unit] else Confidence.LOW, apart)
