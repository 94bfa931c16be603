"""``meit draft``"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from meit_core.cli.drafting import draft_given
from meit_core.cli.drafting_many import draft_many
from meit_core.cli.options import JsonOption, PackOption, PromptOption, RecordsArgument, WorkspaceOption
from meit_core.cli.output import print_json, to_plain
from meit_core.domain.draft import Draft, Support
from meit_core.errors import UserError


def draft(
    records: RecordsArgument,
    *,
    pack: PackOption = None,
    prompt: PromptOption = None,
    stream: Annotated[bool, typer.Option("--stream", help="Print each sentence as soon as it is written.")] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Draft the report of a recording, or of several. The draft of a study is kept with the study."""
    if len(records) > 1:
        if stream:
            raise typer.BadParameter("several recordings are drafted side by side; leave it out", param_hint="--stream")
        _draft_several(draft_many(records, workspace=workspace, pack=pack, prompt=prompt), as_json=as_json)
        return
    drafted = draft_given(records[0], workspace=workspace, pack=pack, prompt=prompt, show_text=stream and not as_json)
    if as_json:
        print_json(drafted)
        return
    typer.echo("" if stream else drafted.text)
    typer.echo()
    for line in remarks(drafted):
        typer.echo(line)


def _draft_several(drafted: Iterator[tuple[str, Draft | UserError]], *, as_json: bool) -> None:
    """Print each draft under its recording's name; what couldn't be drafted is said on standard error."""
    documents = []
    failed = False
    for name, outcome in drafted:
        if isinstance(outcome, UserError):
            failed = True
            typer.echo(f"{name}: {outcome}", err=True)
            documents.append({"record": name, "error": str(outcome)})
            continue
        documents.append({"record": name, **to_plain(outcome)})
        if not as_json:
            typer.echo("\n".join([name, outcome.text, "", *remarks(outcome), ""]))
    if as_json:
        print_json(documents)
    if failed:
        raise typer.Exit(1)


def remarks(drafted: Draft) -> list[str]:
    """Say what the guard found, where the draft comes from, and what it is not."""
    lines = [
        f"{sentence.support.capitalize()}: “{sentence.text}” {sentence.evidence}".rstrip()
        for sentence in drafted.sentences
        if sentence.support in (Support.CONTRADICTED, Support.UNSUPPORTED)
    ]
    lines += [f"Mind: {limit}" for limit in drafted.limits]
    if not drafted.complete:
        lines.append("Incomplete: the draft was stopped or ran into its length limit.")
    made = f"Draft by {drafted.pack} on {drafted.device} in {drafted.seconds:.1f} s."
    return [*lines, f"{made} Unconfirmed, not a medical device."]
