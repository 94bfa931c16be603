"""Who trains: this process alone, or several that ``accelerate launch`` started, one for each device."""

from meit_core.training.processes.alone import ALONE, Processes
from meit_core.training.processes.share import Share
from meit_core.training.processes.start import is_first_process, start_processes

__all__ = ["ALONE", "Processes", "Share", "is_first_process", "start_processes"]
