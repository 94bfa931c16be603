"""``meit audit verify`` and ``meit backup``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from meit_core.cli.options import JsonOption, WorkspaceOption
from meit_core.cli.output import print_json
from meit_core.errors import UserError

audit = typer.Typer(name="audit", help="The log of who did what.", no_args_is_help=True)


@audit.callback()
def _audit() -> None:
    """Make ``verify`` a command of its own name although it is the only one."""


@audit.command("verify")
def verify(as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Check that no row of the log and no signed text was changed. Exit status 1 if one was."""
    from meit_core.services.audit import verify_audit
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace, read_only=True) as opened:
        check = verify_audit(opened)
    if as_json:
        print_json(check)
    if not check.ok:
        raise UserError(check.problem, "Keep the file as it is and compare it with your last backup.")
    if not as_json:
        typer.echo(f"{check.rows} rows, unbroken.")


def backup(
    target: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="New file, or folder; by default beside the workspace.")
    ] = None,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Copy the workspace, also while it is in use. The copy is a workspace of its own."""
    from meit_core.services.backup import back_up
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        done = back_up(opened, actor=operator(), path=target or opened.path.parent)
    if as_json:
        print_json(done)
    else:
        typer.echo(f"{done.path} ({done.n_bytes / 1e6:.1f} MB)")
