"""``meit measure``"""

from __future__ import annotations

from typing import Final

from meit_core.cli.options import JsonOption, RecordArgument, WorkspaceOption
from meit_core.cli.output import print_json, print_table
from meit_core.cli.recordings import file_of, opened_study
from meit_core.domain.measurements import LeadQuality, Measurements

_SHOWN: Final = (
    ("heart rate", "heart_rate_bpm", "/min"),
    ("PR", "pr_ms", "ms"),
    ("QRS", "qrs_ms", "ms"),
    ("QT", "qt_ms", "ms"),
    ("P axis", "p_axis_deg", "°"),
    ("QRS axis", "qrs_axis_deg", "°"),
    ("T axis", "t_axis_deg", "°"),
)


def measure(record: RecordArgument, as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Measure rate, intervals, axes and signal quality."""
    from meit_core.services.measuring import measure_record, read_recording

    if (path := file_of(record)) is not None:
        recording = read_recording(path)
    else:
        with opened_study(record, workspace, read_only=True) as (_, detail):
            recording = detail.record
    measured = measure_record(recording)
    if as_json:
        print_json(measured)
    else:
        print_table(_rows(measured))


def _rows(measured: Measurements) -> list[tuple[str, str]]:
    rows = [(label, _value(measured, field, unit)) for label, field, unit in _SHOWN]
    qtc = measured.qtc_ms
    corrected = (("Bazett", qtc.bazett), ("Fridericia", qtc.fridericia), ("Framingham", qtc.framingham))
    rows += [(f"QTc {name}", f"{ms:.0f} ms") for name, ms in (*corrected, ("Hodges", qtc.hodges)) if ms is not None]
    poor = [f"{lead} {quality}" for lead, quality in measured.quality.items() if quality is not LeadQuality.GOOD]
    return [*rows, ("leads", ", ".join(poor) if poor else "all good")]


def _value(measured: Measurements, field: str, unit: str) -> str:
    value = getattr(measured, field)
    if value is None:
        return f"- ({measured.reasons.get(field, 'not measured')})"
    return f"{value:.0f}°" if unit == "°" else f"{value:.0f} {unit}"
