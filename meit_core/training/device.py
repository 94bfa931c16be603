"""Where a run computes."""

from __future__ import annotations

import os

import torch

from meit_core.errors import UserError

ENVIRONMENT_VARIABLE = "MEIT_DEVICE"
"""``cpu`` keeps a run with ``device = "auto"`` off the graphics card, as it does for drafting."""


def training_device(wish: str) -> torch.device:
    """Return the device that a recipe asks for: ``auto`` takes a CUDA card where there is one.

    Of several processes on one machine each has a card of its own, the one that the launcher numbered for it.

    Raises
    ------
    UserError
        If it asks for a card that isn't there, or for nothing known.
    """
    if wish not in ("auto", "cpu", "cuda"):
        raise UserError(f"The recipe's device {wish} isn't known.", "Choose auto, cpu or cuda.")
    if wish == "auto" and os.environ.get(ENVIRONMENT_VARIABLE, "").strip().lower() == "cpu":
        return torch.device("cpu")
    if torch.cuda.is_available() and wish != "cpu":
        own = os.environ.get("LOCAL_RANK")
        return torch.device("cuda") if own is None else _card(int(own))
    if wish == "cuda":
        raise UserError(
            "The recipe asks for CUDA, but there is no CUDA device here.", 'Set device = "auto", or train elsewhere.'
        )
    return torch.device("cpu")


def _card(number: int) -> torch.device:
    cards = torch.cuda.device_count()
    if number >= cards:
        raise UserError(
            f"More processes were launched here than there are CUDA devices ({cards}).",
            f"Launch with --num_processes {cards}.",
        )
    return torch.device("cuda", number)
