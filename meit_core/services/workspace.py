"""Open a workspace, or the demo workspace with its simulated studies."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from meit_core.domain.users import Role, User
from meit_core.errors import UserError
from meit_core.services.measurer import Measurer, MeasuringHere

# SQLAlchemy takes a third of a second to load: the desktop names this class while its window first paints.
if TYPE_CHECKING:
    from meit_core.store.store import Store

FILE_NAME: Final = "workspace.meit"
DEMO_FILE_NAME: Final = "demo.meit"
DEMO_USERNAME: Final = "demo"
DEMO_PASSWORD: Final = "demo"
DEMO_PRINTED_NAME: Final = "Dr. Demo"


class Workspace:
    """An open workspace; a context manager that closes it.

    Attributes
    ----------
    store
        Its tables. Only services speak to them.
    measurer
        Reads and measures its recordings; closed with it.
    """

    def __init__(self, store: Store, measurer: Measurer | None = None) -> None:
        self.store = store
        self.measurer: Measurer = measurer or MeasuringHere()

    @property
    def path(self) -> Path:
        return self.store.path

    @property
    def read_only(self) -> bool:
        return bool(self.store.read_only_reason)

    @property
    def read_only_reason(self) -> str:
        """Plain sentences why nothing can be changed and what to do; empty where it can."""
        return self.store.read_only_reason

    @property
    def changes(self) -> int:
        """How often something was written since it was opened; what was read at the same number is still so."""
        return self.store.changes

    def close(self) -> None:
        """Finish what is being saved and let others write; a second call does nothing."""
        self.measurer.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def default_folder() -> Path:
    """Return the folder in the platform's user data that holds this user's workspaces."""
    from platformdirs import user_data_path

    return user_data_path("MEIT Desktop", appauthor=False)


def open_workspace(path: Path | None = None, *, read_only: bool = False, measurer: Measurer | None = None) -> Workspace:
    """Open a workspace, making it where there is none.

    A second opener gets it read-only: see :attr:`Workspace.read_only_reason`.

    Parameters
    ----------
    path
        A workspace's file, or a folder that holds or will hold `workspace.meit`; by default the user's own.
    read_only
        Look only, without keeping others from writing; the file must exist.
    measurer
        Where its recordings are read and measured; in this process by default.

    Raises
    ------
    UserError
        Not a workspace, damaged, or written by a newer version.
    EnvironmentFault
        No permission, or the disk is full.
    """
    from meit_core.store.opening import open_store

    return Workspace(open_store(_file(path, FILE_NAME), read_only=read_only), measurer)


def open_demo_workspace(path: Path | None = None, *, measurer: Measurer | None = None) -> tuple[Workspace, User]:
    """Open the demo workspace, filled with simulated studies the first time, and sign its user in.

    Parameters
    ----------
    path, measurer
        As for :func:`open_workspace`.

    Raises
    ------
    UserError
        The file is somebody's real workspace, or can't be opened or filled.
    """
    from meit_core.store import settings, users
    from meit_core.store.opening import open_store

    workspace = Workspace(open_store(_file(path, DEMO_FILE_NAME)), measurer)
    try:
        with workspace.store.reading() as session:
            filled = settings.get(session, settings.DEMO, False)
            in_use = users.any_user(session)
        if not filled:
            if in_use:
                raise UserError("This is a real workspace, not the demo.", "Open it without --demo.")
            from meit_core.services.demo import fill  # only needed this once

            fill(workspace)
        return workspace, User(DEMO_USERNAME, DEMO_PRINTED_NAME, Role.ADMIN)
    except BaseException:
        workspace.close()
        raise


def _file(path: Path | None, name: str) -> Path:
    if path is None:
        return default_folder() / name
    return path / name if path.is_dir() else path
