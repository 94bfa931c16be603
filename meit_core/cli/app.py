"""All commands of ``meit`` by name. A new command is one module and one line here.

Command modules import services inside their functions: ``meit --help`` has to answer at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from meit_core import __version__
from meit_core.cli import (
    campaigns,
    doctor,
    draft,
    evaluate,
    export,
    importing,
    measure,
    packs,
    prepare,
    ratings,
    report,
    retrain,
    studies,
    sweep,
    train,
    upkeep,
    users,
)

app = typer.Typer(
    name="meit",
    help="Read 12-lead ECGs from scripts: draft, measure, import, report. Works offline. Not a medical device.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.command("draft")(draft.draft)
app.command("measure")(measure.measure)
app.command("import")(importing.import_)
app.command("studies")(studies.studies)
app.command("report")(report.report)
app.command("export")(export.export)
app.command("prepare")(prepare.prepare)
app.command("train")(train.train)
app.command("sweep")(sweep.sweep)
app.command("evaluate")(evaluate.evaluate)
app.command("retrain")(retrain.retrain)
app.add_typer(campaigns.app, name="campaigns")
app.add_typer(ratings.app, name="ratings")
app.add_typer(packs.app, name="packs")
app.add_typer(users.app, name="users")
app.add_typer(upkeep.audit, name="audit")
app.command("backup")(upkeep.backup)
app.command("doctor")(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"meit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass
