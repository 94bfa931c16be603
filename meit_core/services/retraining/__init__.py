"""Retraining: a workspace's signed reports make a new pack, which is compared with the one in use and may replace it.

Three steps, so that the workspace is never held for the hours between them: :func:`begin` writes down what is
decided, :func:`work` trains and compares with the workspace open for looking only, in this process or in one of its own
(:class:`RetrainingProcess`), and :func:`finish` keeps the result. Whoever follows a run reads its folder's progress
with :func:`read_events`. :func:`retrain` does all of it, for the command line.
"""

from meit_core.services.retraining.beginning import Retraining, RetrainingOptions, begin, resumed
from meit_core.services.retraining.child import RetrainingProcess
from meit_core.services.retraining.finishing import Retrained, finish, retrain, runs
from meit_core.services.retraining.overview import Overview, overview
from meit_core.services.retraining.progress import ask_to_stop, read_events
from meit_core.services.retraining.working import work

__all__ = [
    "Overview",
    "Retrained",
    "Retraining",
    "RetrainingOptions",
    "RetrainingProcess",
    "ask_to_stop",
    "begin",
    "finish",
    "overview",
    "read_events",
    "resumed",
    "retrain",
    "runs",
    "work",
]
