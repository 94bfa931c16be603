"""Which device the model runs on, and why."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

import psutil

from meit_core.errors import UserError

ENVIRONMENT_VARIABLE: Final = "MEIT_DEVICE"
"""``cpu`` or ``cuda``; without it CUDA is taken where it works."""
LEAST_FREE_BYTES: Final = 1 << 30
"""A card with less free memory is left to whoever uses it."""
MOST_THREADS: Final = 8
"""Decoding one token at a time is bound by memory; more threads wait for each other."""


@dataclass(frozen=True, slots=True)
class Device:
    """Attributes: torch's name of the device, and the reason for choosing it in plain words."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name} ({self.reason})"


def choose_device() -> Device:
    """Choose the device; imports torch.

    Raises
    ------
    UserError
        If ``MEIT_DEVICE`` asks for something that isn't there.
    """
    wish = os.environ.get(ENVIRONMENT_VARIABLE, "").strip().lower()
    if wish == "cpu":
        return Device("cpu", f"asked for by {ENVIRONMENT_VARIABLE}")
    if wish not in ("", "cuda"):
        raise UserError(
            f"{ENVIRONMENT_VARIABLE} names the device “{wish}”, which this program doesn't know.", "Use cpu or cuda."
        )
    card, obstacle = _cuda()
    if card is not None:
        return Device("cuda", card)
    if wish == "cuda":
        raise UserError(
            f"{ENVIRONMENT_VARIABLE} asks for CUDA, but there is {obstacle}.", f"Unset {ENVIRONMENT_VARIABLE}."
        )
    return Device("cpu", obstacle)


def thread_count() -> int:
    """Number of threads for torch on a CPU: the physical cores this process may use, eight at most."""
    physical = psutil.cpu_count(logical=False) or 1
    # A container or `taskset` may allow fewer cores than the machine has; more threads than cores is much slower.
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    # On a shared machine threads that wait for each other's cores make a draft many times slower: let people say so.
    wished = os.environ.get("OMP_NUM_THREADS", "")
    most = int(wished) if wished.isdigit() else MOST_THREADS
    return max(1, min(physical, allowed, most))


def _cuda() -> tuple[str | None, str]:
    """Return the card's name, or ``None`` and what stands in the way."""
    import torch

    if not torch.cuda.is_available():
        return None, "no CUDA device"
    name = torch.cuda.get_device_name(0)
    try:
        free, _ = torch.cuda.mem_get_info(0)
        torch.ones(1, device="cuda").add_(1).item()
    except RuntimeError:  # a driver older than this torch, or a card it has no kernels for
        return None, f"{name} doesn't work with this PyTorch"
    if free < LEAST_FREE_BYTES:
        return None, f"{name} has less than 1 GB of free memory"
    return name, ""
