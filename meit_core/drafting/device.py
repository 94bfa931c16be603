"""Which device the model runs on, at which precision, and why."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import psutil

from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.language.precision import Precision
from meit_core.model.sizing.memory import GIB
from meit_core.model.sizing.need import Need

ENVIRONMENT_VARIABLE: Final = "MEIT_DEVICE"
"""``cpu`` or ``cuda``; without it CUDA is taken where it works."""
PRECISION_VARIABLE: Final = "MEIT_PRECISION"
"""One of :class:`~meit_core.model.language.precision.Precision`; without it the best that fits."""
LEAST_FREE_BYTES: Final = 1 << 30
"""A card with less free memory is left to whoever uses it."""
MOST_THREADS: Final = 8
"""Decoding one token at a time is bound by memory; more threads wait for each other."""


@dataclass(frozen=True, slots=True)
class Device:
    """Where and how a language model runs.

    Attributes
    ----------
    name
        torch's name of the device.
    reason
        Why this one, in plain words.
    needed_bytes
        Planned memory; 0 where that isn't known.
    """

    name: str
    reason: str
    precision: Precision = Precision.FP32
    needed_bytes: int = 0

    def __str__(self) -> str:
        return f"{self.name} ({self.reason})"


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card that works.

    Attributes
    ----------
    has_bf16
        NVIDIA's Ampere (2020) and later; older cards get 16-bit floats instead.
    """

    name: str
    free_bytes: int
    has_bf16: bool = True


def choose_device(need: Need | None = None) -> Device:
    """Return the first of :func:`device_plans`."""
    return device_plans(need)[0]


def device_plans(
    need: Need | None = None,
    *,
    probe: Callable[[], Card | str] | None = None,
    free_memory: Callable[[], int] | None = None,
) -> tuple[Device, ...]:
    """Return where a model can run, the best first: the next one is for when memory runs out after all.

    Parameters
    ----------
    need
        Bytes at each precision; without it single precision is taken to fit.
    probe
        Looks for a card: it, or what stands in the way of using one. By default torch is asked.
    free_memory
        Free bytes of the machine's memory.

    Raises
    ------
    UserError
        If ``MEIT_DEVICE`` or ``MEIT_PRECISION`` asks for something that isn't there.
    EnvironmentFault
        If there isn't enough memory for anything.
    """
    wish, precision = _wished_device(), _wished_precision()
    found: Card | str = f"asked for by {ENVIRONMENT_VARIABLE}" if wish == "cpu" else (probe or probe_card)()
    if wish == "cuda" and isinstance(found, str):
        raise UserError(
            f"{ENVIRONMENT_VARIABLE} asks for CUDA, but there is {found}.", f"Unset {ENVIRONMENT_VARIABLE}."
        )
    free = (free_memory or _free_memory)()
    plans: list[Device] = []
    if isinstance(found, Card):
        plans += _on_card(found, need, precision)
        found = f"instead of {found.name}" if plans else _too_small(found, need)
    plans += _on_cpu(found, need, precision, free)
    if not plans:
        raise not_enough_memory(_least(need), free)
    return tuple(plans)


def not_enough_memory(needed_bytes: int, free_bytes: int) -> EnvironmentFault:
    """Say that nothing fits."""
    return EnvironmentFault(
        f"The language model needs {gigabytes(needed_bytes)} of memory, but only {gigabytes(free_bytes)} are free.",
        "No study is affected. Close other programs and draft again, or use a smaller pack.",
    )


def gigabytes(value: int) -> str:
    """Return bytes as people read them, for example ``8.0 GB``; a gigabyte is 2^30 bytes."""
    return f"{value / GIB:.1f} GB"


def thread_count() -> int:
    """Number of threads for torch on a CPU: the physical cores this process may use, eight at most."""
    physical = psutil.cpu_count(logical=False) or 1
    # A container or `taskset` may allow fewer cores than the machine has; more threads than cores is much slower.
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    # On a shared machine threads that wait for each other's cores make a draft many times slower: let people say so.
    wished = os.environ.get("OMP_NUM_THREADS", "")
    most = int(wished) if wished.isdigit() else MOST_THREADS
    return max(1, min(physical, allowed, most))


def probe_card() -> Card | str:
    """Return the graphics card, or what stands in the way of using one; imports torch."""
    import torch

    if not torch.cuda.is_available():
        return "no CUDA device"
    name = torch.cuda.get_device_name(0)
    try:
        free, _ = torch.cuda.mem_get_info(0)
        generation, _ = torch.cuda.get_device_capability(0)
        torch.ones(1, device="cuda").add_(1).item()
    except RuntimeError:  # a driver older than this torch, or a card it has no kernels for
        return f"{name} doesn't work with this PyTorch"
    if free < LEAST_FREE_BYTES:
        return f"{name} has less than 1 GB of free memory"
    return Card(name, free, has_bf16=generation >= 8)


def _wished_device() -> str:
    wish = os.environ.get(ENVIRONMENT_VARIABLE, "").strip().lower()
    if wish not in ("", "cpu", "cuda"):
        raise UserError(
            f"{ENVIRONMENT_VARIABLE} names the device “{wish}”, which this program doesn't know.", "Use cpu or cuda."
        )
    return wish


def _wished_precision() -> Precision | None:
    wish = os.environ.get(PRECISION_VARIABLE, "").strip().lower()
    if not wish:
        return None
    if wish not in list(Precision):
        raise UserError(
            f"{PRECISION_VARIABLE} names the precision “{wish}”, which this program doesn't know.",
            f"Use one of: {', '.join(Precision)}.",
        )
    return Precision(wish)


def _on_card(card: Card, need: Need | None, wished: Precision | None) -> Iterator[Device]:
    if wished is not None:
        yield Device("cuda", f"{card.name}, {wished.label} asked for by {PRECISION_VARIABLE}", wished)
        return
    if need is None:
        yield Device("cuda", card.name)
        return
    better = ""
    for each, needed in _possible(need.on_card):
        precision = Precision.FP16 if each is Precision.BF16 and not card.has_bf16 else each
        if needed > card.free_bytes:
            better = f" and {precision.label} needs {gigabytes(needed)}"
            continue
        why = f" because {gigabytes(card.free_bytes)} are free{better}" if better else ""
        yield Device("cuda", f"{card.name}, {precision.label}{why}", precision, needed)


def _on_cpu(why: str, need: Need | None, wished: Precision | None, free: int) -> Iterator[Device]:
    if wished is not None:
        yield Device("cpu", f"{why}, {wished.label} asked for by {PRECISION_VARIABLE}", wished)
        return
    if need is None:
        yield Device("cpu", why)
        return
    for precision, needed in _possible(need.on_cpu):
        if needed <= free:
            how = "" if precision is Precision.FP32 else f", {precision.label} because {gigabytes(free)} are free"
            yield Device("cpu", why + how, precision, needed)


def _possible(needed: Mapping[Precision, int]) -> Iterator[tuple[Precision, int]]:
    """Leave quantised weights out where the libraries for them aren't installed."""
    libraries = all(importlib.util.find_spec(library) is not None for library in ("bitsandbytes", "accelerate"))
    return ((each, size) for each, size in needed.items() if libraries or not each.is_quantised)


def _too_small(card: Card, need: Need | None) -> str:
    least = min((size for _, size in _possible(need.on_card)), default=0) if need else 0
    return f"{card.name} has {gigabytes(card.free_bytes)} free and {gigabytes(least)} are needed"


def _least(need: Need | None) -> int:
    return min((size for _, size in _possible(need.on_cpu)), default=0) if need else 0


def _free_memory() -> int:
    return int(psutil.virtual_memory().available)
