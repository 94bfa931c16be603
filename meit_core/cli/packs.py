"""``meit packs``"""

from __future__ import annotations

from typing import Annotated

import typer

from meit_core.cli.options import JsonOption
from meit_core.cli.output import print_json, print_table

app = typer.Typer(name="packs", help="Look at model packs and verify them.", no_args_is_help=True)

NameArgument = Annotated[str | None, typer.Argument(metavar="[NAME_OR_PATH]", help="By default the pack in use.")]


@app.command("list")
def list_(as_json: JsonOption = False) -> None:
    """List the installed packs."""
    from meit_core.services.packs import list_packs

    found = list_packs()
    if as_json:
        print_json(found)
    elif found:
        heads = ("pack", "version", "sha256", "")
        marks = [pack.problem or ("in use" if pack.in_use else "") for pack in found]
        rows = [(pack.name, pack.version, pack.sha256[:12], mark) for pack, mark in zip(found, marks, strict=True)]
        print_table([heads, *rows])
    else:
        typer.echo("No packs are installed.")


@app.command("show")
def show(name: NameArgument = None, as_json: JsonOption = False) -> None:
    """Print a pack's model card."""
    from meit_core.services.packs import show_pack

    pack = show_pack(name)
    if as_json:
        print_json(pack)
    else:
        typer.echo(pack.card)


@app.command("verify")
def verify(name: NameArgument = None, as_json: JsonOption = False) -> None:
    """Check every file of a pack and load it once."""
    from meit_core.services.packs import verify_pack

    pack = verify_pack(name, in_process=True)
    if as_json:
        print_json({"name": pack.name, "sha256": pack.sha256, "ok": True})
    else:
        typer.echo(f"{pack.name} is intact and loads ({pack.sha256}).")
