"""Load a model where it fits; when memory runs out after all, try the next place and say why."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import psutil

from meit_core.drafting.device import Device, not_enough_memory
from meit_core.drafting.faults import is_out_of_memory, out_of_memory
from meit_core.errors import EnvironmentFault

T = TypeVar("T")


def on_first_that_fits(plans: Sequence[Device], load: Callable[[Device], T]) -> tuple[T, Device]:
    """Return what ``load`` makes on the first device whose memory suffices, and that device with the whole reason.

    Raises
    ------
    EnvironmentFault
        If memory runs out on all of them.
    """
    failed: list[Device] = []
    for plan in plans:
        try:
            loaded = load(plan)
        except Exception as fault:
            if not is_out_of_memory(fault):
                raise
            failed.append(plan)
        else:
            return loaded, replace(plan, reason="; ".join([plan.reason, *(_what_failed(each) for each in failed)]))
        _release_memory()  # after the fault, whose traceback holds the weights, is gone
    raise _nothing_fits(failed)


def _what_failed(plan: Device) -> str:
    return f"{plan.precision.label} ran out of memory on {plan.name}"


def _nothing_fits(failed: Sequence[Device]) -> EnvironmentFault:
    needed = min((plan.needed_bytes for plan in failed if plan.needed_bytes), default=0)
    free = int(psutil.virtual_memory().available)
    return not_enough_memory(needed, free) if needed > free else out_of_memory()


def _release_memory() -> None:
    gc.collect()
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.empty_cache()
