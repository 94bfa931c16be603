"""What readers call the measured quantities."""

from __future__ import annotations

from typing import Final

from meit_desktop.language import marked

QUANTITIES: Final = {
    "heart_rate_bpm": marked("HR"),
    "p_ms": marked("P"),
    "pr_ms": marked("PR"),
    "qrs_ms": marked("QRS"),
    "qt_ms": marked("QT"),
    "qtc_ms": marked("QTc"),
    "p_axis_deg": marked("P axis"),
    "qrs_axis_deg": marked("QRS axis"),
    "t_axis_deg": marked("T axis"),
}
"""By their fields in :class:`~meit_core.domain.measurements.Measurements`; English, translated where they are shown."""
