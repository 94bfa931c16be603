"""What an engine's failure means to the person who asked for a draft."""

from __future__ import annotations

from typing import Final

from meit_core.errors import EnvironmentFault, UserError

NO_STUDY_HARMED: Final = "No study is affected."


def out_of_memory() -> EnvironmentFault:
    return EnvironmentFault(
        "The model ran out of memory.",
        f"{NO_STUDY_HARMED} Close other programs and draft again, or use a smaller pack.",
    )


def pack_does_not_load() -> UserError:
    return UserError(
        "The model pack can't be loaded by this program.",
        f"{NO_STUDY_HARMED} Choose another pack, or install this one again.",
    )


def program_fault() -> UserError:
    """Return what is shown for a bug of ours; the details are in the local log."""
    return UserError(
        "The model failed for a reason the program doesn't know.",
        f"{NO_STUDY_HARMED} Draft again; if it keeps failing, run `meit doctor`.",
    )


def explain(fault: BaseException) -> UserError | None:
    """Say in plain words what an exception from torch or the model's libraries means; ``None`` if it is a bug."""
    if isinstance(fault, UserError):
        return fault
    if is_out_of_memory(fault):
        return out_of_memory()
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith(("meit_core", "meit_desktop")):
        return EnvironmentFault(
            f"The library {fault.name}, which the model needs, isn't installed.",
            "Install the program again with `python3 installer/bootstrap.py run`.",
        )
    if isinstance(fault, ImportError | OSError):
        return EnvironmentFault(
            "The model's libraries or files can't be read on this machine.",
            f"{NO_STUDY_HARMED} Run `meit doctor`, or install the program again.",
        )
    return None


def is_out_of_memory(fault: BaseException) -> bool:
    """torch says it with a class of its own on a graphics card and with a bare RuntimeError on a CPU."""
    if isinstance(fault, MemoryError) or type(fault).__name__ == "OutOfMemoryError":
        return True
    return isinstance(fault, RuntimeError) and "allocate memory" in str(fault)
