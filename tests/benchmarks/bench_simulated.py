"""What the bundled pack says of simulated recordings, whose findings are known because they were drawn.

The model has seen none: a tracing that no heart made is outside its training, so that these rows say what it has
understood of a finding rather than of PTB-XL.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import numpy as np

from meit_core.domain.draft import Draft
from meit_core.drafting.local_engine import LocalEngine
from meit_core.knowledge.parser import stated_codes
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, simulate
from tests.benchmarks.rows import Row

EACH: Final = 12
"""Recordings of every kind, of different rate, voltage and noise."""


class Kind(NamedTuple):
    """What is drawn, and the statements of which one must be in the draft."""

    name: str
    said_by: frozenset[str]
    case: dict[str, Any]


KINDS: Final = tuple(
    Kind(name, frozenset(said_by.split()), case)
    for name, said_by, case in (
        ("sinus rhythm", "SR SARRH", {}),
        ("sinus bradycardia", "SBRAD BRADY", {"heart_rate_bpm": 44.0}),
        ("sinus tachycardia", "STACH TACHY", {"heart_rate_bpm": 118.0}),
        ("atrial fibrillation", "AFIB", {"rhythm": Rhythm.ATRIAL_FIBRILLATION, "heart_rate_bpm": 92.0}),
        ("ventricular extrasystoles", "PVC BIGU TRIGU PRC(S)", {"rhythm": Rhythm.PVC}),
        ("atrial extrasystoles", "PAC PRC(S)", {"rhythm": Rhythm.PAC}),
        ("first degree AV block", "1AVB LPR AVB", {"pr_ms": 250.0}),
        ("second degree AV block, 2:1", "2AVB AVB", {"rhythm": Rhythm.TWO_TO_ONE, "heart_rate_bpm": 84.0}),
        ("third degree AV block", "3AVB AVB", {"rhythm": Rhythm.COMPLETE_AV_BLOCK, "heart_rate_bpm": 84.0}),
        ("ventricular pacing", "PACE", {"rhythm": Rhythm.VENTRICULAR_PACED}),
        ("left bundle branch block", "CLBBB", {"morphology": Morphology.LBBB}),
        ("right bundle branch block", "CRBBB", {"morphology": Morphology.RBBB}),
        ("left ventricular hypertrophy", "LVH VCLVH", {"morphology": Morphology.LVH_STRAIN}),
        ("old inferior infarction", "IMI ILMI IPMI MI", {"morphology": Morphology.OLD_INFERIOR_INFARCT}),
        ("ST elevation, inferior", "IMI ILMI IPMI MI STE_ INJIN INJ_", {"morphology": Morphology.INFERIOR_STEMI}),
        ("ST elevation, anterior", "AMI ASMI ALMI MI STE_ INJAS INJ_", {"morphology": Morphology.ANTERIOR_STEMI}),
        ("left axis deviation", "AXIS_LEFT AXIS_LEFTWARD LAFB", {"frontal_rotation_deg": -75.0}),
        ("low voltage", "LVOLT", {"voltage": 0.3}),
    )
)
NORMAL: Final = "sinus rhythm"


def measure() -> Iterator[Row]:
    engine = LocalEngine()
    info = engine.describe()
    drafts = {kind.name: _drafts(engine, kind) for kind in KINDS}
    for kind in KINDS:
        told = [stated_codes(draft.text) for draft in drafts[kind.name]]
        share = float(np.mean([not kind.said_by.isdisjoint(codes) for codes in told]))
        how = f"drafts that say one of {', '.join(sorted(kind.said_by))}; {info.pack}"
        yield Row(f"simulated {kind.name}", 100 * share, "%", None, len(told), how, lower_is_better=False)
    abnormal = [stated_codes(each.text) for kind in KINDS if kind.name != NORMAL for each in drafts[kind.name]]
    share = float(np.mean(["NORM" in codes for codes in abnormal]))
    yield Row("simulated findings called normal", 100 * share, "%", None, len(abnormal), "of all kinds but the first")


def _drafts(engine: LocalEngine, kind: Kind) -> list[Draft]:
    records = [simulate(_case(kind, seed)).record for seed in range(EACH)]
    return [each for each in engine.draft_many(records) if isinstance(each, Draft)]


def _case(kind: Kind, seed: int) -> SimulatedCase:
    dice = np.random.default_rng(seed)
    given = {"heart_rate_bpm": 72.0, "voltage": 1.0, **kind.case}
    rate = given.pop("heart_rate_bpm") * dice.uniform(0.93, 1.07)
    voltage = given.pop("voltage") * dice.uniform(0.9, 1.1)
    return SimulatedCase(heart_rate_bpm=rate, voltage=voltage, seed=seed, **given)
