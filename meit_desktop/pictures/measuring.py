"""Calipers on the tracing: over cycles, on an R wave, QT, marched out against a bradycardia's P waves."""

from __future__ import annotations

from meit_core.domain.calipers import AmplitudeCaliper, IntervalMeaning, TimeCaliper
from meit_desktop.pictures.studio import Studio
from meit_desktop.plots.caliper_list import Choice, Part


def measuring(studio: Studio) -> None:
    """Several calipers on one sheet, then one of them marched out on another patient's."""
    studio.open("Anna")
    detail = studio.flows.reading.detail
    assert detail is not None
    calipers = studio.flows.trace.calipers
    if not calipers.active:
        studio.command("calipers")
    studio.shoot("calipers-none")
    record, peaks = detail.record, detail.measurements.r_peaks
    at = [round(seconds * record.fs_hz) for seconds in (5.0, 7.5)]
    chest = next(peak for peak in peaks if at[0] + 0.3 * record.fs_hz < peak < at[1])
    lead = record.lead("V2")
    low = min(range(chest, chest + round(0.06 * record.fs_hz)), key=lambda sample: lead[sample])
    onset = peaks[6] - round(0.04 * record.fs_hz)
    calipers.calipers.load(
        (
            TimeCaliper("II", peaks[0], peaks[3], beats=3, meaning=IntervalMeaning.RR),
            AmplitudeCaliper("V2", low, 0.0, low, float(lead[low])),
            TimeCaliper("II", onset, onset + round(0.38 * record.fs_hz), meaning=IntervalMeaning.QT),
        )
    )
    calipers.calipers.choose(Choice(2, Part.END))
    studio.shoot("calipers")
    calipers.calipers.choose(None)
    calipers.edits.delete()
    studio.open("Clara")
    studio.command("caliper_time")
    calipers.edits.toggle_march()
    studio.flows.measuring.flush()
    studio.wait_for("saved calipers", lambda: studio.flows.measuring.is_settled)
    studio.shoot("calipers-marched")
    studio.command("calipers")
