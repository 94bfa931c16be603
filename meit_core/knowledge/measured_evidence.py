"""The values behind measured facts, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from meit_core.domain.av_block import AvBlock, AvBlockKind
from meit_core.domain.measured_facts import (
    LOW_CHEST_MV,
    LOW_LIMB_MV,
    AtrialExtrasystoles,
    QrsVoltage,
    VentricularExtrasystoles,
)


def of_block(block: AvBlock) -> str:
    """Tell rates and how P waves and QRS complexes are related."""
    atrial, ventricular = round(block.atrial_bpm), round(block.ventricular_bpm)
    blocked, n_p = block.n_blocked, block.n_p_waves
    shortest, longest = round(block.shortest_pr_ms), round(block.longest_pr_ms)
    match block.kind:
        case AvBlockKind.THIRD_DEGREE:
            return f"P waves at {atrial}/min, ventricles at {ventricular}/min, without relation."
        case AvBlockKind.TWO_TO_ONE:
            return f"P waves at {atrial}/min, ventricles at {ventricular}/min: every second P wave is conducted."
        case AvBlockKind.WENCKEBACH:
            return (
                f"{blocked} of {n_p} P waves not followed by a QRS complex, PR {shortest} to {longest} ms and "
                "shorter after the pause."
            )
        case AvBlockKind.SECOND_DEGREE:
            return f"{blocked} of {n_p} P waves not followed by a QRS complex, PR {shortest} to {longest} ms."


def of_extrasystoles(early: AtrialExtrasystoles) -> str:
    """Tell how many come how early."""
    n_early, n_beats = early.n_early, early.n_beats
    least, most = round(early.latest_percent), round(early.earliest_percent)
    if least == most:
        return f"{n_early} of {n_beats} beats {most}% early, QRS as usual, P wave another or hidden."
    return f"{n_early} of {n_beats} beats {least} to {most}% early, QRS as usual, P wave another or hidden."


def of_ventricular_extrasystoles(found: VentricularExtrasystoles) -> str:
    """Tell how many there are."""
    n_ventricular, n_beats = found.n_ventricular, found.n_beats
    if n_ventricular == 1:
        return f"1 of {n_beats} beats is wide and of another shape than the others."
    return f"{n_ventricular} of {n_beats} beats are wide and of another shape than the others."


def of_low_voltage(voltage: QrsVoltage) -> str:
    """Tell the largest complexes that are small."""
    told = []
    if voltage.limb_mv is not None and voltage.is_low_in_limb_leads:
        limb, limit = voltage.limb_mv, LOW_LIMB_MV
        told.append(f"Largest QRS complex of the limb leads {limb:.2f} mV; low means less than {limit} mV.")
    if voltage.chest_mv is not None and voltage.is_low_in_chest_leads:
        chest, limit = voltage.chest_mv, LOW_CHEST_MV
        told.append(f"Largest QRS complex of the chest leads {chest:.2f} mV; low means less than {limit} mV.")
    return " ".join(told)


def of_ample_voltage(limb_mv: float, chest_mv: float) -> str:
    """Tell the largest complexes where low voltage is said and isn't there."""
    return f"Largest QRS complex {limb_mv:.2f} mV in the limb leads and {chest_mv:.2f} mV in the chest leads."


def of_st(level_mv: Mapping[str, float]) -> str:
    """Tell the J point of each lead."""
    leads, values = ", ".join(level_mv), ", ".join(f"{mv:+.2f}" for mv in level_mv.values())
    return f"J point in {leads}: {values} mV."


def of_own_p_wave(pr_ms: float) -> str:
    """Tell that every beat has a P wave."""
    return f"Every QRS complex follows a P wave by {pr_ms:.0f} ms."


def of_even_cycles() -> str:
    """Tell that no beat comes early or late."""
    return "No beat comes early or late: all RR intervals are alike."
