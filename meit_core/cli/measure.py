"""``meit measure``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from meit_core.cli.options import JsonOption, RecordArgument, WorkspaceOption
from meit_core.cli.output import print_json, print_table, to_plain
from meit_core.cli.recordings import file_of, opened_study
from meit_core.domain.lead_amplitudes import LeadAmplitudes
from meit_core.domain.measurement_difference import Difference
from meit_core.domain.measurements import ARMS_EXCHANGED, Confidence, LeadQuality, Measurements

if TYPE_CHECKING:
    from meit_core.domain.record import EcgRecord

_SHOWN: Final = (
    ("heart rate", "heart_rate_bpm", "/min"),
    ("PR", "pr_ms", "ms"),
    ("QRS", "qrs_ms", "ms"),
    ("QT", "qt_ms", "ms"),
    ("P axis", "p_axis_deg", "°"),
    ("QRS axis", "qrs_axis_deg", "°"),
    ("T axis", "t_axis_deg", "°"),
)


PriorOption = Annotated[
    str | None, typer.Option("--compare", metavar="RECORD", help="An earlier recording of the same patient.")
]


def measure(
    record: RecordArgument,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
    compare: PriorOption = None,
) -> None:
    """Measure rate, intervals, axes, amplitudes and signal quality.

    Of a study, what a reader has set on its median beat takes the place of the computed values and names its source.
    """
    from meit_core.services.measuring import measure_amplitudes
    from meit_core.services.serial_comparison import compare_recordings

    recording, measured = _measured(record, workspace)
    amplitudes = measure_amplitudes(recording)
    differences = compare_recordings(before=_measured(compare, workspace)[1], now=measured) if compare else ()
    if as_json:
        voltages = {"sokolow_lyon_mv": amplitudes.sokolow_lyon_mv, "cornell_mv": amplitudes.cornell_mv}
        told = to_plain(measured) | voltages | {"amplitudes": amplitudes.leads, "remarks": _remarks(measured)}
        print_json(told | ({"compared": differences} if compare else {}))
        return
    print_table([*_rows(measured), *_voltages(amplitudes)])
    if compare:
        typer.echo("")
        print_table([("", "prior", "now", "difference", "tolerance", ""), *map(_difference, differences)])


def _measured(record: str, workspace: Path | None) -> tuple[EcgRecord, Measurements]:
    from meit_core.services.measuring import measure_record, read_recording

    if (path := file_of(record)) is not None:
        recording = read_recording(path)
        return recording, measure_record(recording)
    with opened_study(record, workspace, read_only=True) as (_, detail):
        measured = measure_record(detail.record)
        return detail.record, measured if detail.manual is None else detail.manual.over(measured)


def _voltages(amplitudes: LeadAmplitudes) -> list[tuple[str, str]]:
    told = (("Sokolow-Lyon", amplitudes.sokolow_lyon_mv), ("Cornell", amplitudes.cornell_mv))
    return [(name, f"{value:.2f} mV") for name, value in told if value is not None]


def _difference(one: Difference) -> tuple[str, ...]:
    before, now, apart, tolerance = (
        "-" if value is None else f"{value:{sign}d}"
        for value, sign in ((one.before, ""), (one.now, ""), (one.difference, "+"), (one.tolerance, ""))
    )
    return f"{one.label} ({one.unit})", before, now, apart, tolerance, one.wording


def _rows(measured: Measurements) -> list[tuple[str, str]]:
    rows = [(label, _value(measured, field, unit)) for label, field, unit in _SHOWN]
    by_hand, confidence = _by_hand(measured, "qtc_ms"), _confidence(measured, "qtc_ms")
    for name in ("bazett", "fridericia", "framingham", "hodges"):
        ms = getattr(measured.qtc_ms, name)
        rows += [(f"QTc {name.capitalize()}", f"{ms:.0f} ms{by_hand}{confidence}")] if ms is not None else []
    poor = [f"{lead} {quality}" for lead, quality in measured.quality.items() if quality is not LeadQuality.GOOD]
    rows.append(("leads", ", ".join(poor) if poor else "all good"))
    return [*rows, *(("electrodes", remark) for remark in _remarks(measured))]


def _remarks(measured: Measurements) -> list[str]:
    return [ARMS_EXCHANGED] if measured.arms_exchanged else []


def _value(measured: Measurements, field: str, unit: str) -> str:
    value = getattr(measured, field)
    if value is None:
        return f"- ({measured.reasons.get(field, 'not measured')})"
    shown = f"{value:.0f}°" if unit == "°" else f"{value:.0f} {unit}"
    return shown + _by_hand(measured, field) + _confidence(measured, field)


def _confidence(measured: Measurements, field: str) -> str:
    """Say where a value can't be relied on; silence is for what can."""
    confidence = measured.confidence_of(field)
    return "  low confidence" if confidence is not None and confidence.level is Confidence.LOW else ""


def _by_hand(measured: Measurements, field: str) -> str:
    source = measured.source_of(field)
    return f"  manual, {source.by}, {source.at:%Y-%m-%d %H:%M} UTC" if source.is_manual and source.at else ""
