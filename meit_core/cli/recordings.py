"""What RECORD means: a file, or else a study of the workspace."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from meit_core.errors import UserError

if TYPE_CHECKING:
    from meit_core.domain.study import StudyDetail
    from meit_core.services.workspace import Workspace

_FILE_SUFFIXES: Final = (".hea", ".dat", ".mat", ".csv", ".tsv", ".txt", ".dcm", ".scp", ".xml", ".edf")


def file_of(name: str) -> Path | None:
    """Return the file that a RECORD names, or ``None`` if it can only be a study id.

    Raises
    ------
    UserError
        It is written like a path, but there is nothing.
    """
    path = Path(name)
    if path.exists() or path.with_name(f"{path.name}.hea").is_file():
        return path
    if path.parent != Path() or path.suffix.lower() in _FILE_SUFFIXES:
        raise UserError(f"There is no file {name}.", "Check the path.")
    return None


@contextlib.contextmanager
def opened_study(name: str, workspace: Path | None, *, read_only: bool) -> Iterator[tuple[Workspace, StudyDetail]]:
    """Open the workspace and load the study that a RECORD names.

    Raises
    ------
    UserError
        There is neither file nor study of this name.
    """
    from meit_core.domain.study import StudyId
    from meit_core.services.worklist import load_study

    with workspace_for(name, workspace, read_only=read_only) as opened:
        yield opened, load_study(opened, study_id=StudyId(name))


def workspace_for(name: str, workspace: Path | None, *, read_only: bool) -> Workspace:
    """Open the workspace that could hold the study a RECORD names.

    Raises
    ------
    UserError
        There is none yet.
    """
    from meit_core.services.workspace import FILE_NAME, default_folder, open_workspace

    if workspace is None and not (default_folder() / FILE_NAME).exists():
        raise UserError(f"There is no file {name}, and no workspace yet that could hold a study.", "Check the path.")
    return open_workspace(workspace, read_only=read_only)
