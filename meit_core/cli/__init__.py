"""The ``meit`` command: a thin skin over the services, for scripts and for people without a screen.

Results go to standard output, progress and faults to standard error. Exit status 0 is success, 1 a fault with one plain
line about it, 2 wrong usage. ``--json`` gives one JSON document and nothing else on standard output.

Who acts
--------
Commands act as :func:`meit_core.services.users.operator`, the person logged in at this computer, with an
administrator's rights: whoever may write the workspace's file could change it anyway. The audit log names them
``os:<login>``. Signing needs a registered user's password, so no command signs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status. This is the installed ``meit`` script."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        # In a bundled program the model host is this program, started with arguments that only this call understands.
        multiprocessing.freeze_support()
    from meit_core.cli.running import run

    return run(sys.argv[1:] if arguments is None else list(arguments))
