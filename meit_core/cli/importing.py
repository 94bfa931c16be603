"""``meit import``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from meit_core.cli.options import JsonOption, WorkspaceOption
from meit_core.cli.output import print_json
from meit_core.cli.progress import job_at_terminal


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Recordings, or folders of them.")],
    recursive: Annotated[bool, typer.Option("--recursive", help="Folders within folders too.")] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Bring recordings into the workspace. What can't be read is listed with the reason, the rest goes on."""
    from meit_core.services.importing import import_paths
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened, job_at_terminal("importing") as job:
        result = import_paths(opened, paths=paths, actor=operator(), recursive=recursive, job=job)
    if as_json:
        print_json(result)
        return
    for file in result.quarantined:
        typer.echo(f"not read   {file.path}: {file.reason} {file.hint}".rstrip())
    for path in result.duplicates:
        typer.echo(f"known      {path}")
    counts = f"{len(result.imported)} imported, {len(result.duplicates)} known already"
    typer.echo(f"{counts}, {len(result.quarantined)} not readable, {result.seconds:.1f} s")
