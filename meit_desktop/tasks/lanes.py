"""The application's lanes."""

from __future__ import annotations

from meit_desktop.tasks.lane import Lane

CLOSE_WAIT_S = 5.0
"""Longest wait for the last save when the window closes."""


class Lanes:
    """One worker each for the database, the model and files: neither a draft nor an import holds up a save."""

    def __init__(self) -> None:
        self.database = Lane("database")
        self.model = Lane("model")
        self.files = Lane("files")

    def close(self) -> None:
        """Stop drafting and importing at once; give saves their time."""
        self.model.cancel_all()
        self.files.cancel_all()
        self.database.close(CLOSE_WAIT_S)
        self.files.close(2.0)
        self.model.close(2.0)
        for lane in (self.database, self.files, self.model):
            lane.silence()
