"""The host's view of the job that its client is waiting for."""

from __future__ import annotations

from multiprocessing.connection import Connection

from meit_core.drafting import wire
from meit_core.errors import Cancelled
from meit_core.jobs import JobContext


class HostJob(JobContext):
    """Looks for a stop on the connection each time it is asked, so that the host needs no thread.

    Raises :class:`EOFError` where the client is gone: nobody is left to draft for.
    """

    def __init__(self, connection: Connection, number: int) -> None:
        super().__init__()
        self._connection = connection
        self._number = number

    @property
    def is_cancelled(self) -> bool:
        while not super().is_cancelled and self._connection.poll():
            match wire.from_bytes(self._connection.recv_bytes()):
                case wire.Stop(number) if number == self._number:
                    self.cancel()
                case wire.Close():
                    raise EOFError
                case _:
                    pass  # a stop of an earlier draft that had ended already
        return super().is_cancelled

    def check(self) -> None:
        if self.is_cancelled:
            raise Cancelled
