"""A retraining that never was: its losses and its comparison, for pictures only."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, Final

from meit_core.domain.training import RunId
from meit_core.services.retraining import Retrained

_STEPS: Final = 240
_PER_EPOCH: Final = 30


def rehearsed_losses() -> list[dict[str, Any]]:
    """Return the steps and epochs of a run that is at five eighths."""
    events: list[dict[str, Any]] = []
    for step in range(1, 5 * _PER_EPOCH + 1):
        loss = 0.8 + 1.6 * math.exp(-step / 40) + 0.15 * math.sin(7.3 * step) * math.cos(2.1 * step)
        events.append({"event": "step", "step": step, "of": _STEPS, "loss": loss})
        if step % _PER_EPOCH == 0:
            clinic = 0.55 + 1.4 * math.exp(-step / 45)
            losses = {"clinic_loss": clinic, "public_loss": 1.25 + step / 5000}
            events.append({"event": "epoch", "epoch": step // _PER_EPOCH, "of": 8, "step": step, **losses})
    return events


def _score(before: float, after: float, half: float) -> dict[str, Any]:
    difference = after - before
    return {"before": before, "after": after, "difference": difference, "ci95": [difference - half, difference + half]}


REHEARSED_RUN: Final = Retrained(
    run=RunId("rehearsal"),
    folder=Path("rehearsal"),
    pack=Path("rehearsal"),
    pack_name="meit-mini-r1",
    pack_sha256="",
    material={"reports": 171, "patients": 150, "left_out": 3, "public_recordings": 2736},
    n={
        "clinic": {"reports": 43, "patients": 38},
        "public": {"reports": 482, "patients": 440},
        "public_as_clinic": {"reports": 482, "patients": 440},
    },
    before={},
    after={},
    difference={
        "clinic": {
            "micro_f1": _score(0.612, 0.688, 0.051),
            "macro_f1": _score(0.402, 0.431, 0.060),
            "rougeL": _score(0.571, 0.742, 0.049),
            "bleu4": _score(0.298, 0.524, 0.058),
        },
        "public": {
            "micro_f1": _score(0.561, 0.558, 0.012),
            "macro_f1": _score(0.310, 0.313, 0.019),
            "rougeL": _score(0.642, 0.638, 0.011),
            "bleu4": _score(0.357, 0.351, 0.013),
        },
        "public_as_clinic": {"micro_f1": _score(0.561, 0.552, 0.016), "macro_f1": _score(0.310, 0.306, 0.024)},
    },
    worse=(),
    better=("micro_f1 on clinic", "rougeL on clinic", "bleu4 on clinic"),
    seconds=1800.0,
)
