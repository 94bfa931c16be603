"""``meit users``"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from meit_core.cli.options import JsonOption, WorkspaceOption
from meit_core.cli.output import print_json, print_table
from meit_core.domain.users import Role, User
from meit_core.errors import UserError

app = typer.Typer(name="users", help="Who may use a workspace.", no_args_is_help=True)

UserArgument = Annotated[str, typer.Argument(metavar="USERNAME")]


@app.command("add")
def add(
    username: UserArgument,
    *,
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="Printed under reports, such as 'Dr. A. Smith'.")],
    role: Annotated[Role, typer.Option("--role", help="What the user may do.")] = Role.READER,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Take the password from standard input instead of asking.")
    ] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Register a user; the first one of a workspace must be an administrator."""
    from meit_core.services.users import add_user, create_first_admin, needs_first_admin, operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        first = needs_first_admin(opened)
        if first and role is not Role.ADMIN:
            raise UserError("This workspace has no administrator yet.", "Add one first, with --role admin.")
        password = _password(from_input=password_stdin)
        if first:
            user = create_first_admin(opened, username=username, printed_name=name, password=password)
        else:
            user = add_user(
                opened, actor=operator(), username=username, printed_name=name, role=role, password=password
            )
    _print_user(user, as_json=as_json)


@app.command("list")
def list_(as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """List the users."""
    from meit_core.services.users import list_users, operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        found = list_users(opened, actor=operator())
    if as_json:
        print_json(found)
    elif found:
        print_table([("user", "printed name", "role", ""), *(_row(user) for user in found)])
    else:
        typer.echo("No users yet.")


@app.command("lock")
def lock(
    username: UserArgument,
    *,
    unlock: Annotated[bool, typer.Option("--unlock", help="Let the user in again.")] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Lock a user out, or let them in again."""
    from meit_core.services.users import operator, set_locked
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        user = set_locked(opened, actor=operator(), username=username, locked=not unlock)
    _print_user(user, as_json=as_json)


def _row(user: User) -> tuple[str, str, str, str]:
    return user.username, user.printed_name, user.role, "locked" if user.locked else ""


def _print_user(user: User, *, as_json: bool) -> None:
    if as_json:
        print_json(user)
    else:
        print_table([_row(user)])


def _password(*, from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UserError("The password can't be asked for without a terminal.", "Use --password-stdin.")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
