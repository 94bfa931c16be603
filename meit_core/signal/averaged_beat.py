"""A recording's median beat, to be looked at and marked."""

from __future__ import annotations

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark, Places
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.signal.beat_figures import level
from meit_core.signal.delineation import Boundaries, delineate
from meit_core.signal.found_beats import find_beats

_HINT = "Read the whole recording instead."


def averaged_beat(record: EcgRecord) -> AveragedBeat:
    """Return the very beat that :func:`meit_core.signal.measure.measure` measures, with its boundaries.

    Raises
    ------
    UserError
        There is none, with the reason.
    """
    found = find_beats(record)
    if found.why_none:
        raise UserError(f"This recording has no median beat. {found.why_none}", _HINT)
    if found.beat is None or found.usable_beat is None:
        raise UserError(
            "This recording has no median beat. No beat lies wholly within the recording, with P and T.", _HINT
        )
    places = places_of(delineate(found.usable_beat, regular=found.regular))
    signal_mv = found.beat.signal_mv
    return AveragedBeat(
        signal_mv=signal_mv - level(signal_mv, found.beat.fs_hz, places[BeatMark.QRS_ONSET]),
        fs_hz=found.beat.fs_hz,
        r_index=found.beat.r_index,
        places=places,
        usable_leads=tuple(LEADS[row] for row in found.rows),
        n_beats=int(found.beat.members.size),
        n_detected=int(found.r_peaks.size),
    )


def places_of(found: Boundaries) -> Places:
    """Boundaries by mark, without those that weren't found."""
    positions = (found.p_onset, found.p_offset, found.qrs_onset, found.qrs_offset, found.t_offset)
    return {mark: at for mark, at in zip(BeatMark, positions, strict=True) if at is not None}
