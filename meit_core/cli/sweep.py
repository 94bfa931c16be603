"""``meit sweep``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from meit_core.cli.options import JsonOption
from meit_core.cli.output import print_json
from meit_core.cli.progress import job_at_terminal


def sweep(
    *,
    config: Annotated[Path, typer.Option("--config", metavar="FILE", help="The sweep: a base recipe and its rows.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="Folder of the runs and the table; by default runs/NAME."),
    ] = None,
    root: Annotated[
        Path | None, typer.Option("--root", metavar="DIR", help="The data set's folder; by default the recipe's.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help="Score the first N recordings only.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Train variants of one recipe, score them on the same recordings and print one table.

    Start it again with the same folder to go on with a sweep that was interrupted.
    """
    from meit_core.services.sweeping import as_markdown
    from meit_core.services.sweeping import sweep as run

    folder = out or Path("runs") / config.stem
    with job_at_terminal("Sweep") as job:
        document = run(config=config, out=folder, root=root, limit=limit, job=job)
    if as_json:
        print_json(document)
        return
    typer.echo(as_markdown(document))
    folds = ", ".join(map(str, document["split"]["folds"]))
    typer.echo(f"Folds {folds}; differences to {document['first']} with 95 % intervals by patient.")
    typer.echo(f"Table and runs are in {folder}.")
