"""``meit draft``"""

from __future__ import annotations

from typing import Annotated

import typer

from meit_core.cli.drafting import draft_given
from meit_core.cli.options import JsonOption, PackOption, PromptOption, RecordArgument, WorkspaceOption
from meit_core.cli.output import print_json
from meit_core.domain.draft import Draft, Support


def draft(
    record: RecordArgument,
    *,
    pack: PackOption = None,
    prompt: PromptOption = None,
    stream: Annotated[bool, typer.Option("--stream", help="Print each sentence as soon as it is written.")] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Draft the report of a recording. The draft of a study is kept with the study."""
    drafted = draft_given(record, workspace=workspace, pack=pack, prompt=prompt, show_text=stream and not as_json)
    if as_json:
        print_json(drafted)
        return
    typer.echo("" if stream else drafted.text)
    typer.echo()
    for line in remarks(drafted):
        typer.echo(line)


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
