"""Whether this process was launched as one of several."""

from __future__ import annotations

import os

from meit_core.training.processes.alone import ALONE, Processes

_SET_BY_LAUNCHERS = ("ACCELERATE_MIXED_PRECISION", "LOCAL_RANK")
"""By ``accelerate launch``, always; by torchrun, which it uses for several processes."""


def start_processes(device: str) -> Processes:
    """Join the other processes, if there are any.

    Parameters
    ----------
    device
        The recipe's wish, see :func:`~meit_core.training.device.training_device`.

    Raises
    ------
    EnvironmentFault
        If several processes were launched, but the library that joins them isn't installed.
    """
    if not any(name in os.environ for name in _SET_BY_LAUNCHERS):
        return ALONE
    from meit_core.training.processes.launched import LaunchedProcesses

    return LaunchedProcesses(device)


def is_first_process() -> bool:
    """Whether this process speaks for all; known before they are joined."""
    return int(os.environ.get("RANK", "0")) == 0
