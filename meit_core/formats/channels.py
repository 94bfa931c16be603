"""From named channels to a record: units, lead order, derived leads, repair, plausibility. Shared by every reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS, canonical_lead
from meit_core.domain.record import STANDARD_SECONDS, EcgRecord, LeadStatus, PatientInfo
from meit_core.errors import UserError
from meit_core.formats.plausibility import check_amplitude, check_duration, check_rate
from meit_core.signal.leads import complete_limb_leads
from meit_core.signal.repair import repair_gaps

MOST_MISSING: Final = 3
"""A 12-lead reading is still worth making without three chest leads; beyond that the file is another kind of ECG."""

_MILLIVOLT_PER_UNIT: Final = {
    "v": 1e3,
    "volt": 1e3,
    "mv": 1.0,
    "millivolt": 1.0,
    "uv": 1e-3,
    "µv": 1e-3,  # micro sign
    "μv": 1e-3,  # Greek mu
    "microvolt": 1e-3,
    "nv": 1e-6,
}


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel as the file has it: its own name and unit."""

    name: str
    unit: str
    samples: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file says beside its samples."""

    source_format: str
    source_name: str
    patient: PatientInfo = field(default_factory=PatientInfo)
    acquired_at: datetime | None = None
    device: str | None = None


def millivolt_per_unit(unit: str) -> float | None:
    """Factor from a unit's name to mV, or ``None`` for a unit that isn't a voltage."""
    return _MILLIVOLT_PER_UNIT.get(unit.strip().lower().removesuffix("s"))


def build_record(channels: Iterable[Channel], fs_hz: float, origin: Origin) -> EcgRecord:
    """Build the product's record from a file's channels.

    Leads are taken by name, whatever their order and case. NaN and infinite samples are interpolated, a lead without
    enough valid samples is marked missing, and limb leads that are absent are derived. Nothing is filtered or scaled
    beyond the unit the file states.

    Raises
    ------
    UserError
        Too few leads, unknown unit, nothing but invalid or constant samples, implausible rate, length or amplitude.
    """
    check_rate(fs_hz)
    notes: list[str] = []
    named = _by_lead(channels, notes)
    check_duration(max((samples.size for samples in named.values()), default=0) / fs_hz)
    status: dict[str, LeadStatus] = {}
    valid = _repaired(named, fs_hz, status, notes)
    if named and not valid:
        raise UserError(
            "The recording holds no valid samples: every lead is empty or not a number.",
            "Export the recording again from the ECG device.",
        )
    derived = complete_limb_leads(valid)
    if derived:
        notes.append(f"Derived from the other limb leads: {', '.join(derived)}.")
    status |= dict.fromkeys(derived, LeadStatus.DERIVED)
    leads = valid | derived
    missing = [name for name in LEADS if name not in leads]
    if len(missing) > MOST_MISSING:
        raise UserError(_too_few_leads(sorted(named, key=LEADS.index), missing), "Export all 12 leads.")
    if missing:
        notes.append(f"Missing and not derivable: {', '.join(missing)}.")
    notes += check_amplitude({name: leads[name] for name in LEADS if name in leads})
    n_samples = next(iter(leads.values())).size
    if n_samples > (STANDARD_SECONDS + 1) * fs_hz:
        notes.append(f"Lasts {n_samples / fs_hz:.0f} s; a draft reads the first {STANDARD_SECONDS:.0f} s.")
    signal_mv = np.zeros((len(LEADS), n_samples), dtype=np.float32)
    for row, name in enumerate(LEADS):
        if name in leads:
            signal_mv[row] = leads[name]
    return EcgRecord(
        signal_mv=signal_mv,
        fs_hz=float(fs_hz),
        lead_status=tuple(status.get(name, LeadStatus.MISSING) for name in LEADS),
        patient=origin.patient,
        acquired_at=origin.acquired_at,
        device=origin.device,
        source_format=origin.source_format,
        source_name=origin.source_name,
        notes=tuple(notes),
    )


def _by_lead(channels: Iterable[Channel], notes: list[str]) -> dict[str, npt.NDArray[np.float64]]:
    named: dict[str, npt.NDArray[np.float64]] = {}
    unused: list[str] = []
    for channel in channels:
        lead = canonical_lead(channel.name)
        if lead is None or lead in named:
            unused.append(channel.name)
            continue
        factor = millivolt_per_unit(channel.unit)
        if factor is None:
            raise UserError(
                f"Lead {lead} is given in “{channel.unit}”, which is not a voltage this program knows.",
                "Export the leads in mV, µV or V.",
            )
        named[lead] = np.asarray(channel.samples, dtype=np.float64) * factor
    if unused:
        notes.append(f"Channels not used: {', '.join(unused)}.")
    return named


def _repaired(
    named: dict[str, npt.NDArray[np.float64]], fs_hz: float, status: dict[str, LeadStatus], notes: list[str]
) -> dict[str, npt.NDArray[np.float64]]:
    valid: dict[str, npt.NDArray[np.float64]] = {}
    for lead, samples in named.items():
        repair = repair_gaps(samples)
        if repair.samples is None:
            notes.append(f"Lead {lead} has too few valid samples and is left out.")
            continue
        valid[lead] = repair.samples
        status[lead] = LeadStatus.REPAIRED if repair.n_invalid else LeadStatus.RECORDED
        if repair.n_invalid:
            notes.append(
                f"Lead {lead}: {repair.n_invalid} invalid samples filled by interpolation, "
                f"longest gap {1000 * repair.longest_gap / fs_hz:.0f} ms."
            )
    return valid


def _too_few_leads(recorded: list[str], missing: list[str]) -> str:
    if not recorded:
        return "The file holds no ECG lead: none of its channels is named I, II, III, aVR, aVL, aVF or V1 to V6."
    has = f"only lead {recorded[0]}" if len(recorded) == 1 else f"only leads {', '.join(recorded)}"
    return f"The recording has {has}; {', '.join(missing)} are missing and can't be derived."
