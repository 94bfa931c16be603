"""``meit retrain``"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from meit_core.cli.options import JsonOption, WorkspaceOption
from meit_core.cli.output import print_json, print_table, to_plain
from meit_core.cli.progress import job_at_terminal
from meit_core.errors import UserError

if TYPE_CHECKING:
    from meit_core.services.retraining import Retrained


def retrain(
    *,
    campaign: Annotated[
        str | None, typer.Option("--campaign", metavar="NAME", help="Only studies of this campaign.")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option("--since", metavar="DATE", formats=["%Y-%m-%d"], help="Only reports signed on this day or later."),
    ] = None,
    promote: Annotated[
        bool, typer.Option("--promote", help="Let the new pack draft from now on, unless it is worse.")
    ] = False,
    force: Annotated[
        str,
        typer.Option("--force", metavar="REASON", help="With --promote: even if it is worse; the reason is recorded."),
    ] = "",
    root: Annotated[
        Path | None,
        typer.Option("--root", metavar="DIR", help="PTB-XL's folder, to mix in and compare on; remembered."),
    ] = None,
    without_public_data: Annotated[
        bool, typer.Option("--without-public-data", help="Accept that what the reports don't show may be forgotten.")
    ] = False,
    public_limit: Annotated[
        int | None,
        typer.Option("--public-limit", min=5, metavar="N", help="Compare on the first N public recordings only."),
    ] = None,
    epochs: Annotated[int, typer.Option("--epochs", min=1, help="How often every signed report is learnt.")] = 10,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="Folder of the run; by default beside the workspace."),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the interrupted run.")] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Tune the pack in use on the signed reports, and compare both on patients held out for ever."""
    from meit_core.services.retraining import RetrainingOptions
    from meit_core.services.retraining import retrain as run
    from meit_core.services.users import operator

    if force and not promote:
        raise typer.BadParameter("it only means something with --promote", param_hint="--force")
    options = RetrainingOptions(
        since=None if since is None else since.astimezone(),
        campaign=campaign,
        root=root,
        without_public_data=without_public_data,
        public_limit=public_limit,
        epochs=epochs,
    )
    with job_at_terminal("retraining") as job:
        done = run(workspace=workspace, actor=operator(), options=options, folder=out, resume=resume, job=job)
    if not as_json:
        _print(done)
    refused = _promote(workspace, done, force) if promote else None
    if as_json:
        print_json({**to_plain(done), "promoted": promote and refused is None})
    elif promote and refused is None:
        typer.echo(f"{done.pack_name} drafts from now on. 'meit packs rollback' goes back.")
    elif not promote:
        typer.echo(f"Not promoted. To do so: meit packs promote {done.pack}")
    if refused is not None:
        raise refused


def _promote(workspace: Path | None, done: Retrained, reason: str) -> UserError | None:
    """Promote; returns why not, so that the table and the document are printed first."""
    from meit_core.services.packs import promote_pack
    from meit_core.services.users import operator
    from meit_core.services.workspace import open_workspace

    try:
        with open_workspace(workspace) as opened:
            promote_pack(opened, actor=operator(), pack=done.pack, reason=reason)
    except UserError as fault:
        return fault
    return None


def _print(done: Retrained) -> None:
    from meit_core.services.retraining.card import FACTUAL, HOLD_OUTS, NAMES

    counts = done.material
    typer.echo(
        f"{done.pack_name}: tuned on {counts['reports']} reports of {counts['patients']} patients and "
        f"{counts['public_recordings']} public recordings; {counts['left_out']} reports left out. {done.seconds:.0f} s."
    )
    for held, scores in done.difference.items():
        n = done.n[held]
        typer.echo(f"\nOn {HOLD_OUTS[held]} ({n['reports']} reports, {n['patients']} patients):")
        rows = [("", "before", "after", "difference", "95 % interval", "")]
        for name, label in NAMES.items():
            if held == "public_as_clinic" and name not in FACTUAL:
                continue  # another wording is meant there
            score = scores[name]
            low, high = score["ci95"]
            verdict = "worse" if high < 0 else "better" if low > 0 else ""
            figures = (f"{score['before']:.3f}", f"{score['after']:.3f}", f"{score['difference']:+.3f}")
            rows.append((label, *figures, f"{low:+.3f} to {high:+.3f}", verdict))
        print_table(rows)
    typer.echo("")
