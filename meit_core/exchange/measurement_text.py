"""The measurements as plain text, for the clipboard."""

from __future__ import annotations

from typing import Final

from meit_core.domain.measurements import ARMS_EXCHANGED, MeasurementSource
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.identity import clock, identify
from meit_core.exchange.measurements_line import by_hand, quantities

_SOURCES: Final = {
    MeasurementSource.DEVICE: "Measured by the recording device.",
    MeasurementSource.COMPUTED: "Computed by MEIT Desktop; a physician has to check them.",
    MeasurementSource.MANUAL: "Set by a reader.",
}


def measurement_text(document: ReportDocument, *, with_name: bool = True) -> str:
    """One line for each value, why one is missing, and where the values come from."""
    who = identify(document)
    measured = document.measurements
    lines = []
    if with_name:
        lines.append("   ".join(part for part in (who.name, who.patient_id and f"ID {who.patient_id}") if part))
    lines.append(f"12-lead ECG recorded {clock(who.acquired_at)}" if who.acquired_at else "12-lead ECG, undated")
    if who.simulated:
        lines.append("Simulated recording, no real patient")
    lines += [f"{item.label}: {item.value} {item.unit}".rstrip() for item in quantities(measured)]
    lines += [f"Not measured ({name.removesuffix('_ms').upper()}): {why}" for name, why in measured.reasons.items()]
    if measured.arms_exchanged:
        lines.append(ARMS_EXCHANGED)
    lines.append(_SOURCES[measured.source])
    if told := by_hand(measured):
        lines.append(f"{told}.")
    return "\n".join(lines) + "\n"
