"""``meit campaigns``"""

from __future__ import annotations

from typing import Annotated

import typer

from meit_core.cli.options import JsonOption, WorkspaceOption
from meit_core.cli.output import print_json, print_table

app = typer.Typer(
    name="campaigns", help="Named collections of studies, for example to retrain on.", no_args_is_help=True
)


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Made where there is none yet.")],
    studies: Annotated[list[str], typer.Argument(metavar="STUDY", help="Study ids, see 'meit studies'.")],
    *,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Put studies into a campaign."""
    from meit_core.domain.study import StudyId
    from meit_core.services.campaigns import extend_campaign
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        added = extend_campaign(opened, actor=operator(), name=name, study_ids=[StudyId(study) for study in studies])
    if as_json:
        print_json({"campaign": name, "added": added})
    else:
        typer.echo(f"{added} studies added to {name}.")


@app.command("list")
def list_(as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """List the campaigns with their number of studies."""
    from meit_core.services.campaigns import list_campaigns
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace, read_only=True) as opened:
        sizes = list_campaigns(opened)
    if as_json:
        print_json([{"campaign": name, "studies": size} for name, size in sizes.items()])
    elif sizes:
        print_table([("campaign", "studies"), *((name, str(size)) for name, size in sizes.items())])
    else:
        typer.echo("There are no campaigns yet.")
