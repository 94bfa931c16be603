"""What measured facts say in the library's words, what can't stand beside them, and what they speak against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from meit_core.domain.av_block import AvBlock, AvBlockKind
from meit_core.domain.measured_facts import MeasuredFacts, QrsVoltage
from meit_core.domain.measurements import Measurements
from meit_core.knowledge import measured_evidence as evidence

_ONE_PR: Final = frozenset({"1AVB", "LPR", "PR_NORMAL", "PR_BORDERLINE", "SHORT_PR"})
"""Statements on a PR interval that every beat has."""
_NO_P_WAVES: Final = frozenset({"AFIB", "AFLT", "SVTAC", "PSVT"})
_SLOW_SINUS: Final = frozenset({"SBRAD"})
_SLOW_SINUS_BPM: Final = 60.0
_IRREGULAR_SINUS: Final = frozenset({"SARRH"})
_PACED: Final = frozenset({"PACE"})
_ST_BY_QRS: Final = frozenset({"PACE", "CLBBB", "WPW", "PERICARDITIS"})
"""They raise ST segments, or say it already."""
_SAY_VENTRICULAR: Final = frozenset({"BIGU", "TRIGU", "ABERRANT", "VTAC", "IVR", "ESCAPE", "WPW"})
_NORMAL: Final = frozenset({"NORM", "OTHERWISE_NORMAL"})
_AMPLE_LIMB_MV: Final = 0.9
_AMPLE_CHEST_MV: Final = 1.5
"""No reader of PTB-XL calls voltages low that exceed both; up to them readers differ."""

_BLOCKS: Final[Mapping[AvBlockKind, tuple[str, str]]] = {
    AvBlockKind.THIRD_DEGREE: ("3AVB", "Third degree AV block."),
    AvBlockKind.TWO_TO_ONE: ("2AVB", "Second degree AV block, 2:1."),
    AvBlockKind.WENCKEBACH: ("2AVB", "Second degree AV block, Wenckebach type."),
    AvBlockKind.SECOND_DEGREE: ("2AVB", "Second degree AV block."),
}


@dataclass(frozen=True, slots=True)
class MeasuredStatement:
    """One statement that a measurement makes.

    Attributes
    ----------
    text
        As a sentence of a report, full stop included.
    evidence
        The values in plain words.
    excludes
        Codes of statements that can't stand beside it.
    unless
        Codes of statements beside which it isn't made: they explain what was measured, or doubt it.
    """

    code: str
    text: str
    evidence: str
    excludes: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


def measured_statements(facts: MeasuredFacts | None) -> tuple[MeasuredStatement, ...]:
    """Return what was measured that a report should say; empty where nobody has looked."""
    return () if facts is None else tuple(_statements(facts))


def measured_support(facts: MeasuredFacts | None) -> Mapping[str, str]:
    """Return the codes of all statements that measured facts bear out, with the evidence."""
    if facts is None:
        return {}
    support = {statement.code: statement.evidence for statement in _statements(facts)}
    if facts.voltage is not None and facts.voltage.is_low_in_chest_leads:
        support["LVOLT"] = evidence.of_low_voltage(facts.voltage)
    if facts.st_depression_mv:
        support["STD_"] = evidence.of_st(facts.st_depression_mv)
    if facts.av_block is not None:
        support["AVB"] = evidence.of_block(facts.av_block)
    if facts.atrial_extrasystoles is not None:
        support["PRC(S)"] = evidence.of_extrasystoles(facts.atrial_extrasystoles)
    return support


def measured_exclusions(measurements: Measurements) -> Mapping[str, str]:
    """Return the codes of statements that measured facts exclude, with the evidence."""
    facts = measurements.facts
    if facts is None:
        return {}
    blocks = [statement for statement in _statements(facts) if statement.code in ("2AVB", "3AVB")]
    excluded = {code: statement.evidence for statement in blocks for code in statement.excludes}
    if facts.av_block is None and measurements.pr_ms is not None and measurements.rhythm_regular:
        excluded["3AVB"] = evidence.of_own_p_wave(measurements.pr_ms)
    limb_mv, chest_mv = (facts.voltage.limb_mv, facts.voltage.chest_mv) if facts.voltage else (None, None)
    if limb_mv is not None and chest_mv is not None and limb_mv > _AMPLE_LIMB_MV and chest_mv > _AMPLE_CHEST_MV:
        excluded["LVOLT"] = evidence.of_ample_voltage(limb_mv, chest_mv)
    return excluded


def measured_doubts(measurements: Measurements) -> Mapping[str, str]:
    """Return the codes of statements that were looked for and not found, though they may be there all the same."""
    facts = measurements.facts
    if facts is None:
        return {}
    # Some readers call an early repolarisation normal: that is theirs to say.
    doubted = dict.fromkeys(_NORMAL, evidence.of_st(facts.st_elevation_mv)) if facts.st_elevation_mv else {}
    if not facts.all_cycles_alike:
        return doubted
    doubted |= dict.fromkeys(("PAC", "PRC(S)", "BIGU", "TRIGU"), evidence.of_even_cycles())
    if facts.av_block is None and measurements.pr_ms is not None:
        doubted["2AVB"] = evidence.of_own_p_wave(measurements.pr_ms)
    return doubted


def _statements(facts: MeasuredFacts) -> Iterator[MeasuredStatement]:
    if facts.av_block is not None:
        yield _of_block(facts.av_block)
    if facts.atrial_extrasystoles is not None:
        early = facts.atrial_extrasystoles
        text = "Premature atrial contraction." if early.n_early == 1 else "Premature atrial contractions."
        yield MeasuredStatement("PAC", text, evidence.of_extrasystoles(early), unless=_NO_P_WAVES | _PACED)
    if facts.ventricular_extrasystoles is not None:
        found = facts.ventricular_extrasystoles
        text = f"Premature ventricular contraction{'' if found.n_ventricular == 1 else 's'}."
        support = evidence.of_ventricular_extrasystoles(found)
        yield MeasuredStatement("PVC", text, support, unless=_PACED | _SAY_VENTRICULAR)
    if facts.voltage is not None and facts.voltage.is_low_in_limb_leads:
        yield MeasuredStatement("LVOLT", _low_voltage(facts.voltage), evidence.of_low_voltage(facts.voltage))
    if facts.st_elevation_mv:
        text = f"ST elevation in {_listed(list(facts.st_elevation_mv))} ({_values(facts.st_elevation_mv)} mV)."
        yield MeasuredStatement("STE_", text, evidence.of_st(facts.st_elevation_mv), _NORMAL, _ST_BY_QRS)


def _of_block(block: AvBlock) -> MeasuredStatement:
    code, text = _BLOCKS[block.kind]
    excludes = _ONE_PR | _NO_P_WAVES | _NORMAL | {"2AVB", "3AVB"}
    if block.atrial_bpm >= _SLOW_SINUS_BPM:
        excludes |= _SLOW_SINUS
    if block.kind in (AvBlockKind.SECOND_DEGREE, AvBlockKind.WENCKEBACH):
        excludes |= _IRREGULAR_SINUS
    return MeasuredStatement(code, text, evidence.of_block(block), excludes - {code}, _PACED)


def _low_voltage(voltage: QrsVoltage) -> str:
    """Voltage that is low in the chest leads alone isn't told: of 26 such recordings of PTB-XL readers name four."""
    return "Low QRS voltage." if voltage.is_low_in_chest_leads else "Low QRS voltage in the limb leads."


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _values(level_mv: Mapping[str, float]) -> str:
    return _listed([f"{mv:.2f}" for mv in level_mv.values()])
