"""Recordings whose place on the paper is known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus


def spikes(*, fs_hz: float = 500.0, seconds: float = 10.0, height_mv: float = 1.0, offset_mv: float = 0.0) -> EcgRecord:
    """A line at ``offset_mv`` with one sample ``height_mv`` above it in every lead, once a second from 0.5 s on."""
    signal = np.full((len(LEADS), round(fs_hz * seconds)), offset_mv, dtype=np.float32)
    signal[:, round(fs_hz / 2) :: round(fs_hz)] += height_mv
    return EcgRecord(signal, fs_hz)


def with_status(status: LeadStatus, leads: Sequence[str]) -> EcgRecord:
    """Spikes with some leads of another origin."""
    record = spikes()
    signal = record.signal_mv.copy()
    if status is LeadStatus.MISSING:
        signal[[LEADS.index(lead) for lead in leads]] = 0
    statuses = tuple(status if lead in leads else LeadStatus.RECORDED for lead in LEADS)
    return EcgRecord(signal, record.fs_hz, lead_status=statuses)
