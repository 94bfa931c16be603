"""The application's two lanes."""

from __future__ import annotations

from meit_desktop.tasks.lane import Lane

CLOSE_WAIT_S = 5.0
"""Longest wait for the last save when the window closes."""


class Lanes:
    """One worker for the database, one for the model: a long draft never holds up a save."""

    def __init__(self) -> None:
        self.database = Lane("database")
        self.model = Lane("model")

    def close(self) -> None:
        """Stop drafting at once; give saves their time."""
        self.model.cancel_all()
        self.database.close(CLOSE_WAIT_S)
        self.model.close(1.0)
