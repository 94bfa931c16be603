"""``meit ratings``"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from meit_core.cli.options import JsonOption, WorkspaceOption
from meit_core.cli.output import print_json, print_table

app = typer.Typer(name="ratings", help="Expert ratings: export, import, means and agreement.", no_args_is_help=True)

CampaignOption = Annotated[
    str | None, typer.Option("--campaign", metavar="NAME", help="Only its studies; by default all.")
]


@app.command("export")
def export(
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Ends in .csv or .jsonl.")],
    campaign: CampaignOption = None,
    names: Annotated[bool, typer.Option("--names", help="Write raters' usernames instead of numbers.")] = False,
    comments: Annotated[
        bool, typer.Option("--comments", help="Write raters' comments; they may name somebody.")
    ] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the ratings that count to a file, one row for each rater and draft."""
    from meit_core.services.ratings import export_ratings
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        done = export_ratings(opened, actor=operator(), path=output, campaign=campaign, names=names, comments=comments)
    if as_json:
        print_json(done)
    else:
        typer.echo(f"{done.ratings} ratings of {done.drafts} drafts by {done.raters} raters are in {done.path}.")


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or JSON-lines file as export writes it.")],
    *,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Take ratings of this workspace's drafts from a file, all or none."""
    from meit_core.services.ratings import import_ratings
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        done = import_ratings(opened, actor=operator(), path=path)
    if as_json:
        print_json(done)
    else:
        typer.echo(f"{done.imported} ratings by {done.raters} raters imported; {done.duplicates} were here already.")


@app.command("agreement")
def agreement(campaign: CampaignOption = None, as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Print means with intervals by criterion and model, and how far raters agree."""
    from meit_core.services.ratings import rating_agreement
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    with open_workspace(workspace) as opened:
        document = rating_agreement(opened, actor=operator(), campaign=campaign)
    if as_json:
        print_json(document)
    else:
        print_ratings(document)


def print_ratings(document: Mapping[str, Any]) -> None:
    """Print means and agreement."""
    rows = [("", *document["models"])]
    for criterion in document["criteria"]:
        cells = []
        for model in document["models"].values():
            known = model["means"][criterion]
            low, high = known["ci95"] or (None, None)
            cells.append(f"{known['mean']:.2f}" + ("" if low is None else f" ({low:.2f} to {high:.2f})"))
        rows.append((criterion.replace("_", " "), *cells))
    print_table(rows)
    typer.echo()
    table = [("agreement", "drafts", "alpha", "ICC(2,1)", "kappa", "same score")]
    keys = ("alpha_ordinal", "icc_2_1", "weighted_kappa", "exact_agreement")
    for criterion, row in document["agreement"].items():
        figures = ("-" if row[key] is None else f"{row[key]:.2f}" for key in keys)
        table.append((criterion.replace("_", " "), str(row["drafts_rated_twice"]), *figures))
    print_table(table)
    typer.echo()
    typer.echo(
        f"{document['ratings']} ratings by {document['raters']} raters of {document['drafts']} drafts, "
        f"{document['studies']} studies. No model judged."
    )
