"""``meit train``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from meit_core.cli.options import JsonOption
from meit_core.cli.output import print_json, print_table
from meit_core.cli.progress import job_at_terminal
from meit_core.errors import Cancelled, UserError


def train(
    *,
    config: Annotated[Path, typer.Option("--config", help="Settings of the run, a TOML file.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for checkpoints, logs, curves and the pack.")] = Path(
        "runs/train"
    ),
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the interrupted run in the folder.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Train a model pack on a data set, without a screen.

    Ctrl+C and SIGTERM save what was learnt and end with status 1; --resume goes on. For several devices start it with
    'accelerate launch', see resources/training/accelerate/README.md.
    """
    from meit_core.services.training import speaks_for_all
    from meit_core.services.training import train as train_pack

    speaks = speaks_for_all()
    try:
        with job_at_terminal("Training", silent=not speaks) as job:
            done = train_pack(config=config, out=out, resume=resume, job=job)
    except Cancelled as stopped:
        raise UserError(
            "Stopped; what was learnt is saved.", f"Go on with: meit train --config {config} --out {out} --resume"
        ) from stopped
    if not speaks:
        return
    if as_json:
        print_json(done)
        return
    rows = [(row.part, f"{row.parameters:,}", f"{row.trained:,}") for row in done.parameters]
    print_table([("", "parameters", "trained"), *rows])
    typer.echo()
    typer.echo(f"Pack      {done.pack}")
    typer.echo(f"Steps     {done.steps} in {done.seconds:.0f} s")
    typer.echo("Best      " + ", ".join(f"{name} {value:.3f}" for name, value in done.best.items()))
