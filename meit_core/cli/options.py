"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

RecordArgument = Annotated[
    str,
    typer.Argument(metavar="RECORD", help="A recording's file (WFDB with or without extension, CSV) or a study id."),
]
RecordsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="RECORD", help="Recordings' files (WFDB with or without extension, CSV) or study ids, one or more."
    ),
]
StudyArgument = Annotated[str, typer.Argument(metavar="STUDY", help="A study id, see 'meit studies'.")]
WorkspaceOption = Annotated[
    Path | None, typer.Option("--workspace", metavar="PATH", help="Workspace file; by default your own.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
PackOption = Annotated[
    str | None, typer.Option("--pack", metavar="NAME_OR_PATH", help="Model pack; by default the one in use.")
]
PromptOption = Annotated[
    str | None, typer.Option("--prompt", metavar="TEXT", help="Instruction; by default the pack's own.")
]
