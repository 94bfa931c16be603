"""``meit packs``"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from meit_core.cli.options import JsonOption, WorkspaceOption
from meit_core.cli.output import print_json, print_table, to_plain

if TYPE_CHECKING:
    from meit_core.model.packs.pack import Pack
    from meit_core.services.workspace import Workspace

app = typer.Typer(
    name="packs",
    help="Look at model packs, verify them, choose the one that drafts, and keep the language models they need.",
    no_args_is_help=True,
)

BackboneOption = Annotated[
    str,
    typer.Option(
        "--backbone",
        metavar="DIR_OR_PACKAGE_OR_HUB_ID",
        help="A folder in Hugging Face's format, an installed package that ships a GGUF file, or owner/name.",
    ),
]
NeedingOption = Annotated[
    str | None,
    typer.Option("--pack", metavar="NAME_OR_PATH", help="Keep it only if this pack was trained on it."),
]
NameArgument = Annotated[str | None, typer.Argument(metavar="[NAME_OR_PATH]", help="By default the pack in use.")]


@app.command("list")
def list_(as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """List the installed packs, the workspace's own, and the language models that packs may refer to."""
    from meit_core.services.backbones import list_language_models
    from meit_core.services.packs import list_packs

    with _looked_at(workspace) as opened:
        found = list_packs(opened)
    models = list_language_models()
    if as_json:
        packs = [{"kind": "pack", **to_plain(pack)} for pack in found]
        print_json([*packs, *({"kind": "backbone", **to_plain(model)} for model in models)])
        return
    if found:
        heads = ("pack", "version", "sha256", "")
        marks = [pack.problem or ("in use" if pack.in_use else "") for pack in found]
        rows = [(pack.name, pack.version, pack.sha256[:12], mark) for pack, mark in zip(found, marks, strict=True)]
        print_table([heads, *rows])
    else:
        typer.echo("No packs are installed.")
    if models:
        typer.echo("")
        rows = [(model.name, model.family, model.sha256[:12], model.source) for model in models]
        print_table([("language model", "family", "sha256", "source"), *rows])


@app.command("show")
def show(name: NameArgument = None, as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Print a pack's model card."""
    pack = _pack(name, workspace)
    if as_json:
        print_json(pack)
    else:
        typer.echo(pack.card)


@app.command("verify")
def verify(name: NameArgument = None, as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Check every file of a pack and load it once."""
    from meit_core.services.packs import verify_pack

    pack = verify_pack(_pack(name, workspace).folder, in_process=True)
    if as_json:
        print_json({"name": pack.name, "sha256": pack.sha256, "ok": True})
    else:
        typer.echo(f"{pack.name} is intact and loads ({pack.sha256}).")


@app.command("promote")
def promote(
    name: Annotated[str, typer.Argument(metavar="NAME_OR_PATH", help="A pack's folder or name.")],
    *,
    force: Annotated[
        str,
        typer.Option("--force", metavar="REASON", help="Even if it is worse or was not compared; recorded."),
    ] = "",
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Let a pack draft in the workspace from now on."""
    from meit_core.services.packs import promote_pack
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        promoted = promote_pack(opened, actor=operator(), pack=name, reason=force)
    if as_json:
        print_json(promoted)
    else:
        typer.echo(f"{promoted.pack} drafts from now on. 'meit packs rollback' goes back.")


@app.command("rollback")
def rollback(as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Go back to the pack that drafted before the last promotion."""
    from meit_core.services.packs import roll_back
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        name = roll_back(opened, actor=operator())
    if as_json:
        print_json({"pack": name})
    else:
        typer.echo(f"{name} drafts again.")


@app.command("style")
def style(
    name: Annotated[str | None, typer.Argument(metavar="[STYLE]", help="The style to ask for from now on.")] = None,
    *,
    none: Annotated[bool, typer.Option("--none", help="Ask for no style any more.")] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Print the house style of a workspace's drafts and those that its pack knows, or set it."""
    from meit_core.services.house_style import known_styles, read_house_style, set_house_style
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    changes = none or name is not None
    with open_workspace(workspace, read_only=not changes) as opened:
        if changes:
            set_house_style(opened, actor=operator(), style="" if none else name or "")
        now, known = read_house_style(opened), known_styles(opened)
    if as_json:
        print_json({"style": now, "known": list(known)})
        return
    typer.echo(
        f"Drafts are asked for in the house style “{now}”." if now else "Drafts are asked for in no house style."
    )
    for each in known:
        typer.echo(f"  {each}")


@app.command("pull")
def pull(
    backbone: BackboneOption,
    pack: NeedingOption = None,
    name: Annotated[str | None, typer.Option("--name", help="Name in the store; by default the model's own.")] = None,
    network: Annotated[bool, typer.Option("--network", help="Allow a hub id to be downloaded.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Take a language model into this machine's store, for the packs that refer to it."""
    from meit_core.services.backbones import pull_language_model

    model = pull_language_model(backbone, pack=pack, name=name, allow_network=network)
    if as_json:
        print_json(model)
    else:
        typer.echo(f"{model.name} ({model.family}) is in the store ({model.sha256}).")


@app.command("fit")
def fit(as_json: JsonOption = False) -> None:
    """Print which language model fits on which graphics card, for drafting and for training adapters."""
    from meit_core.services.backbones import memory_plan

    plan = memory_plan()
    if as_json:
        print_json(plan)
        return
    typer.echo(f"This machine: {plan.card}.")
    for title, best in (("drafting", "drafting"), ("training adapters", "training")):
        cards = list(getattr(plan.rows[0], best))
        rows = [
            (row.backbone, *(precision.label if precision else "-" for precision in getattr(row, best).values()))
            for row in plan.rows
        ]
        typer.echo("")
        print_table([(title, *(f"{card} GB" for card in cards)), *rows])


def _pack(name: str | None, workspace: Path | None) -> Pack:
    from meit_core.services.packs import show_pack, workspace_pack

    with _looked_at(workspace) as opened:
        return show_pack(name) if opened is None else workspace_pack(opened, name)


@contextlib.contextmanager
def _looked_at(workspace: Path | None) -> Iterator[Workspace | None]:
    """Open the workspace for looking: the one that was named, or one's own where there is one."""
    from meit_core.services.workspace import FILE_NAME, default_folder, open_workspace

    if workspace is None and not (default_folder() / FILE_NAME).exists():
        yield None
        return
    with open_workspace(workspace, read_only=True) as opened:
        yield opened
