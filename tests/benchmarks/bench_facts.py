"""Measured facts against codes and reports of real recordings, real beats in the order of a block, and simulated ones.

Limits were chosen on PTB-XL's folds 1 to 8; what is told here are fold 9, LUDB and the Challenge of 2021. Hardly any of
these recordings has a block of second or third degree, so that they show false alarms; sensitivity is measured on real
beats whose order is invented. A fact that a report doesn't name needn't be wrong: reports are no complete lists.
"""

from __future__ import annotations

import ast
import csv
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from meit_core.domain.av_block import AvBlockKind
from meit_core.domain.measured_facts import MeasuredFacts
from meit_core.domain.record import EcgRecord, PatientInfo, Sex
from meit_core.formats import read_record
from meit_core.knowledge.parser import stated_codes
from meit_core.signal.measure import measure as measure_record
from meit_core.signal.simulator import Morphology, Noise, Rhythm, SimulatedCase, simulate
from tests.benchmarks.rearranged import COMPLETE, KINDS, SINUS, TWO_TO_ONE, WENCKEBACH, rearranged
from tests.benchmarks.rows import Row

FOLD: Final = "9"
REARRANGED: Final = 100
SIMULATED: Final = 24
FALSE_ALARMS_PER_500: Final = 1.0

_BLOCKS: Final = frozenset({"2AVB", "3AVB"})
_VENTRICULAR: Final = frozenset({"PVC", "BIGU", "TRIGU", "PRC(S)", "ABERRANT"})
_EARLY: Final = frozenset({"PAC", "PRC(S)", "SVARR"})
_INJURY: Final = frozenset(
    {"STE_", "PERICARDITIS", "MI", "AMI", "ASMI", "ALMI", "IMI", "ILMI", "IPMI", "IPLMI", "LMI", "PMI"}
    | {"INJ_", "INJAS", "INJAL", "INJIN", "INJLA", "INJIL"}
)
"""What raised ST segments go with."""
_KIND_OF: Final = {
    COMPLETE: {AvBlockKind.THIRD_DEGREE},
    TWO_TO_ONE: {AvBlockKind.TWO_TO_ONE},
    WENCKEBACH: {AvBlockKind.WENCKEBACH, AvBlockKind.SECOND_DEGREE},
}
_SNOMED: Final = {
    "427172004": "PVC",
    "17338001": "PVC",
    "284470004": "PAC",
    "63593006": "PAC",
    "251146004": "LVOLT",
    "164931005": "STE_",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """One recording: what was measured, and what is said of it."""

    facts: MeasuredFacts
    codes: frozenset[str]


def measure() -> Iterator[Row]:
    yield from _simulated()
    yield _speed()
    data = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data"))
    real: list[_Told] = []
    for name, folder, told in (
        ("PTB-XL fold 9", data / "ptbxl", _ptbxl),
        ("LUDB", data / "ludb", _ludb),
        ("Challenge 2021", data / "cinc2021", _challenge),
    ):
        if folder.is_dir():
            found = list(told(folder))
            real += found
            yield from _against_reports(name, found)
    if real:
        yield from _alarms(real)
    if (data / "ptbxl").is_dir():
        yield from _rearranged(data / "ptbxl")


def _against_reports(name: str, told: Sequence[_Told]) -> Iterator[Row]:
    yield from _rows(f"atrial extrasystoles, {name}", told, lambda f: f.atrial_extrasystoles is not None, _EARLY)
    yield from _rows(
        f"ventricular extrasystoles, {name}", told, lambda f: f.ventricular_extrasystoles is not None, _VENTRICULAR
    )
    yield from _rows(f"low limb voltage, {name}", told, _is_low, frozenset({"LVOLT"}))
    raised = [each for each in told if each.facts.st_elevation_mv]
    yield from _rows(f"ST elevation, {name}", told, lambda f: bool(f.st_elevation_mv), frozenset({"STE_"}))
    if raised:
        share = 100 * float(np.mean([not _INJURY.isdisjoint(each.codes) for each in raised]))
        how = "where the report has ST elevation, infarction or injury"
        yield Row(f"ST elevation borne out, {name}", share, "%", None, len(raised), how, lower_is_better=False)
    normal = [each for each in told if "NORM" in each.codes]
    if normal:
        share = 100 * float(np.mean([bool(each.facts.st_elevation_mv) for each in normal]))
        yield Row(
            f"ST elevation in normal ECGs, {name}", share, "%", 2.0, len(normal), "early repolarisation among them"
        )
    even = [each for each in told if each.facts.all_cycles_alike]
    if even:
        share = 100 * float(np.mean([not _EARLY.isdisjoint(each.codes) for each in even]))
        yield Row(f"early beats told where no beat is early, {name}", share, "%", 2.0, len(even), "all cycles alike")


def _rows(
    name: str, told: Sequence[_Told], shows: Callable[[MeasuredFacts], bool], codes: frozenset[str]
) -> Iterator[Row]:
    """Sensitivity and precision, as far as there is something to find and something found."""
    there = [shows(each.facts) for each in told if not codes.isdisjoint(each.codes)]
    found = [not codes.isdisjoint(each.codes) for each in told if shows(each.facts)]
    how = f"against {', '.join(sorted(codes))} in codes or report, of {len(told)}"
    if there:
        yield Row(f"{name}: found", 100 * float(np.mean(there)), "%", None, len(there), how, lower_is_better=False)
    if found:
        yield Row(f"{name}: right", 100 * float(np.mean(found)), "%", None, len(found), how, lower_is_better=False)


def _alarms(told: Sequence[_Told]) -> Iterator[Row]:
    without = [each for each in told if _BLOCKS.isdisjoint(each.codes)]
    alarms = sum(each.facts.av_block is not None for each in without)
    how = f"{alarms} alarms; all real recordings whose report and codes have no such block"
    yield Row("AV block told in 500 without", 500 * alarms / len(without), "", FALSE_ALARMS_PER_500, len(without), how)
    with_block = [each.facts.av_block is not None for each in told if not _BLOCKS.isdisjoint(each.codes)]
    if with_block:
        share = 100 * float(np.mean(with_block))
        how = "all real recordings coded or reported with one, flutter among them"
        yield Row("AV block told where reported", share, "%", None, len(with_block), how, lower_is_better=False)


def _rearranged(root: Path) -> Iterator[Row]:
    blocks: dict[str, list[AvBlockKind | None]] = {kind: [] for kind in KINDS}
    for row in _ptbxl_rows(root, FOLD):
        if len(blocks[SINUS]) >= REARRANGED or "SR" not in ast.literal_eval(row["scp_codes"]):
            continue
        record = read_record(root / f"{row['filename_lr']}.hea")
        for kind, told in blocks.items():
            made = rearranged(record, kind, int(row["ecg_id"]))
            if made is not None:
                block = _facts(made).av_block
                told.append(block.kind if block else None)
    how = "real beats and noise of PTB-XL fold 9 in another order"
    for kind, right in _KIND_OF.items():
        share = 100 * float(np.mean([each in right for each in blocks[kind]]))
        yield Row(f"{kind}, rearranged: found", share, "%", 80.0, len(blocks[kind]), how, lower_is_better=False)
        wrong = sum(each is not None and each not in right for each in blocks[kind])
        yield Row(f"{kind}, rearranged: another one told", wrong, "", None, len(blocks[kind]), how)
    alarms = sum(each is not None for each in blocks[SINUS])
    yield Row("block in rearranged 1:1 conduction", alarms, "", 0.0, len(blocks[SINUS]), how)


def _simulated() -> Iterator[Row]:
    how = "simulated; rates, PR, noise, size, direction and sampling rate vary"
    kinds: dict[str, tuple[dict[str, object], Callable[[MeasuredFacts], bool]]] = {
        COMPLETE: ({"rhythm": Rhythm.COMPLETE_AV_BLOCK}, lambda f: _block(f) in _KIND_OF[COMPLETE]),
        f"{COMPLETE}, junctional": (
            {"rhythm": Rhythm.COMPLETE_AV_BLOCK, "junctional_escape": True},
            lambda f: _block(f) in _KIND_OF[COMPLETE],
        ),
        TWO_TO_ONE: ({"rhythm": Rhythm.TWO_TO_ONE}, lambda f: _block(f) in _KIND_OF[TWO_TO_ONE]),
        WENCKEBACH: ({"rhythm": Rhythm.MOBITZ_I}, lambda f: _block(f) in _KIND_OF[WENCKEBACH]),
        "atrial extrasystoles": ({"rhythm": Rhythm.PAC}, lambda f: f.atrial_extrasystoles is not None),
        "ventricular extrasystoles": ({"rhythm": Rhythm.PVC}, lambda f: f.ventricular_extrasystoles is not None),
        "low voltage": ({"voltage": 0.3}, _is_low),
        "inferior ST elevation": (
            {"morphology": Morphology.INFERIOR_STEMI, "frontal_rotation_deg": 0.0},
            lambda f: {"II", "III", "aVF"} <= set(f.st_elevation_mv),
        ),
    }
    for name, (case, shows) in kinds.items():
        found = [shows(_facts(simulate(_case(seed, case)).record)) for seed in range(SIMULATED)]
        share = 100 * float(np.mean(found))
        yield Row(f"{name}, simulated: found", share, "%", 80.0, SIMULATED, how, lower_is_better=False)
    alarms, n = 0, 0
    for rhythm in Rhythm:
        if rhythm in (Rhythm.COMPLETE_AV_BLOCK, Rhythm.TWO_TO_ONE, Rhythm.MOBITZ_I):
            continue
        made = [_facts(simulate(_case(seed, {"rhythm": rhythm})).record) for seed in range(SIMULATED)]
        alarms += sum(facts.av_block is not None for facts in made)
        n += len(made)
    yield Row("AV block in other rhythms, simulated", alarms, "", 0.0, n, how)


def _case(seed: int, given: dict[str, object]) -> SimulatedCase:
    dice = np.random.default_rng(seed)
    varied: dict[str, object] = {
        "heart_rate_bpm": dice.uniform(60, 100),
        "escape_rate_bpm": dice.uniform(28, 48),
        "pr_ms": dice.uniform(140, 260),
        "voltage": dice.uniform(0.7, 1.3),
        "frontal_rotation_deg": dice.uniform(-40, 40),
        "noise": Noise(muscle_uv=dice.uniform(4, 30), wander_mv=dice.uniform(0, 0.25)),
        "wenckebach_p_waves": int(dice.integers(3, 6)),
        "fs_hz": 100.0 if seed % 2 else 500.0,
        "seed": seed,
    }
    return SimulatedCase(**(varied | given))  # type: ignore[arg-type]


def _speed() -> Row:
    """Of the slowest kind: two groups of waves to follow, and no regular rhythm in them."""
    seconds = []
    for seed in range(SIMULATED):
        record = simulate(_case(seed, {"rhythm": Rhythm.ATRIAL_FIBRILLATION, "heart_rate_bpm": 62.0})).record
        started = time.process_time()
        measure_record(record)
        seconds.append(time.process_time() - started)
    how = "slow atrial fibrillation, everything measured, facts included; the slowest of them"
    return Row("measure 10 s, facts included", 1000 * max(seconds), "ms", 150.0, SIMULATED, how)


def _facts(record: EcgRecord) -> MeasuredFacts:
    facts = measure_record(record).facts
    assert facts is not None
    return facts


def _block(facts: MeasuredFacts) -> AvBlockKind | None:
    return None if facts.av_block is None else facts.av_block.kind


def _is_low(facts: MeasuredFacts) -> bool:
    return facts.voltage is not None and facts.voltage.is_low_in_limb_leads


def _ptbxl_rows(root: Path, fold: str) -> Iterator[dict[str, str]]:
    with (root / "ptbxl_database.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["strat_fold"] == fold and (root / f"{row['filename_lr']}.hea").is_file():
                yield row


def _ptbxl(root: Path) -> Iterator[_Told]:
    with (root / "reports_en.csv").open(encoding="utf-8") as file:
        reports = {row["ecg_id"]: row["report_en"] for row in csv.DictReader(file)}
    for row in _ptbxl_rows(root, FOLD):
        record = read_record(root / f"{row['filename_lr']}.hea")
        patient = PatientInfo(
            sex=Sex.FEMALE if row["sex"] == "1" else Sex.MALE, age_years=float(row["age"]) if row["age"] else None
        )
        codes = stated_codes(reports.get(row["ecg_id"], "")) | set(ast.literal_eval(row["scp_codes"]))
        yield _Told(_facts(replace(record, patient=patient)), codes)


def _ludb(root: Path) -> Iterator[_Told]:
    said = {
        "atrial extrasystole": "PAC",
        "ventricular extrasystole": "PVC",
        "aberrant conduction": "ABERRANT",
        "stemi": "STE_",
        "early repolarization": "STE_",
        "ii degree av block": "2AVB",
        "iii degree av block": "3AVB",
    }
    for header in sorted(root.glob("*.hea")):
        lines = [
            line.lstrip("# ").strip().lower().replace("av-block", "av block")
            for line in header.read_text(encoding="utf-8").splitlines()
        ]
        codes = frozenset(code for line in lines for words, code in said.items() if line.startswith(words))
        yield _Told(_facts(read_record(header)), codes)


def _challenge(root: Path) -> Iterator[_Told]:
    for header in sorted(root.glob("*.hea")):
        lines = header.read_text(encoding="utf-8").splitlines()
        ids = [each.strip() for line in lines if "Dx:" in line for each in line.split("Dx:")[1].split(",")]
        yield _Told(_facts(read_record(header)), frozenset(_SNOMED[each] for each in ids if each in _SNOMED))
