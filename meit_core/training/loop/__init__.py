"""The one training loop: whatever yields batches and gives a loss goes through here.

Why not Hugging Face's ``Trainer``: three stages share this loop and two of them train no language model; what is
evaluated and kept is an average of the weights, judged by the drafts it writes; and an interrupted run must end with
the same bits, although it was stopped in the middle of an epoch whose disturbances are drawn from generators of its
own. All of that would be callbacks around ``Trainer``. What it does for many devices is done by ``accelerate``, which
``Trainer`` uses too: see :mod:`meit_core.training.processes`.
"""

from meit_core.training.loop.course import run_stage
from meit_core.training.loop.run_log import last_step
from meit_core.training.loop.settings import LoopConfig
from meit_core.training.loop.stage import Stage

__all__ = ["LoopConfig", "Stage", "last_step", "run_stage"]
