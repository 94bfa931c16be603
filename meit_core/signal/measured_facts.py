"""What a recording shows that needs no reader to be told: block, early beats, low voltage, raised ST segments."""

from __future__ import annotations

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.measured_facts import MeasuredFacts
from meit_core.domain.record import PatientInfo
from meit_core.signal.conduction.atrial_extrasystoles import all_cycles_alike, measured_atrial_extrasystoles
from meit_core.signal.conduction.av_conduction import measured_av_block
from meit_core.signal.found_beats import FoundBeats
from meit_core.signal.measured_waves import MeasuredWaves
from meit_core.signal.qrs_voltage import qrs_voltage
from meit_core.signal.st_deviation import st_deviation


def measured_facts(found: FoundBeats, waves: MeasuredWaves, patient: PatientInfo) -> MeasuredFacts:
    """Look for each of them, where the recording lets it be told.

    Parameters
    ----------
    waves
        Of the median beat of ``found``.
    patient
        Whose sex and age the limits of the ST segment depend on.
    """
    if found.beat is None:
        return MeasuredFacts()
    onset, offset = waves.places[BeatMark.QRS_ONSET], waves.places[BeatMark.QRS_OFFSET]
    if onset >= offset:  # what was found has no width: no heart's signal
        return MeasuredFacts()
    signal_mv, fs_hz = found.beat.signal_mv, found.beat.fs_hz
    block = measured_av_block(found)
    # Pauses of a block aren't what early beats are measured by, and P waves must belong to QRS.
    early = measured_atrial_extrasystoles(found, onset) if block is None and waves.has_p else None
    raised, lowered = ({}, {}) if found.paced else st_deviation(signal_mv, fs_hz, (onset, offset), found.rows, patient)
    return MeasuredFacts(
        av_block=block,
        atrial_extrasystoles=early,
        all_cycles_alike=all_cycles_alike(found),
        voltage=qrs_voltage(signal_mv, onset, offset, found.rows),
        st_elevation_mv=raised,
        st_depression_mv=lowered,
    )
