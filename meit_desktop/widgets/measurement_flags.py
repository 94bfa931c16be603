"""Which measurements lie outside their limits, in one word, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from meit_core.domain.measurements import Measurements, QtCorrected
from meit_core.domain.record import Sex
from meit_core.knowledge.criteria import Outcome, load_criteria
from meit_desktop.language import marked, said, tr

_WORDS: Final[dict[str, dict[str, str]]] = {
    "heart_rate_bpm": {"STACH": marked("fast"), "BRADY": marked("slow")},
    "pr_ms": {"LPR": marked("long"), "SHORT_PR": marked("short")},
    "qrs_ms": {"IVCD": marked("wide")},
    "qtc_ms": {"LNGQT": marked("long"), "SHORTQT": marked("short")},
    "qrs_axis_deg": {"AXIS_LEFT": marked("left"), "AXIS_RIGHT": marked("right"), "AXIS_EXTREME": marked("extreme")},
}
"""Statement codes whose criterion decides about a measurement, and the word that stands beside the value."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Attributes: one word, and a sentence with value, limit and source."""

    word: str
    reason: str


def flags(measurements: Measurements, sex: Sex) -> dict[str, Flag]:
    """Flags by measurement name.

    The limits are the criteria that also judge the draft, so a flag and a verdict can't disagree. QTc is judged by
    the linear correction only (AHA/ACC/HRS 2009, part IV): Bazett's overcorrects where the heart is fast.
    """
    linear = replace(measurements, qtc_ms=QtCorrected(framingham=measurements.qtc_ms.framingham))
    found: dict[str, Flag] = {}
    criteria = load_criteria().by_code
    for name, words in _WORDS.items():
        for code, word in words.items():
            criterion = criteria[code]
            outcome, checked = criterion.check(linear, sex)
            if outcome is Outcome.MET:
                told = "; ".join(f"{said(one.value)} ({said(one.limit)})" for one in checked)
                found[name] = Flag(tr(word), f"{told[0].upper()}{told[1:]}. {said(criterion.source)}.")
    return found
