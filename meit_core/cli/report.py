"""``meit report``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from meit_core.cli.drafting import draft_file, draft_of_study, drafting_for
from meit_core.cli.options import JsonOption, PackOption, PromptOption, RecordArgument, WorkspaceOption
from meit_core.cli.output import print_json
from meit_core.cli.recordings import file_of, opened_study
from meit_core.errors import EnvironmentFault, UserError

if TYPE_CHECKING:
    from meit_core.domain.record import EcgRecord
    from meit_core.services.exporting import ExportedPdf


def report(
    record: RecordArgument,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.pdf", help="The PDF to write.")],
    text: Annotated[
        Path | None, typer.Option("--text", metavar="FILE", help="Print this text instead of a draft (UTF-8).")
    ] = None,
    pack: PackOption = None,
    prompt: PromptOption = None,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Write a recording's report as PDF.

    It is marked as unconfirmed unless a signed study is printed. A recording from a file, and a study that has no text
    yet, is drafted first.
    """
    from meit_core.services.measuring import read_recording

    given = None if text is None else _read(text)
    if (path := file_of(record)) is not None:
        chosen, asked = drafting_for(workspace, pack, prompt)
        written = _print_recording(read_recording(path), given, output, pack=chosen, prompt=asked)
    elif given is not None:
        with opened_study(record, workspace, read_only=True) as (_, detail):
            written = _print_recording(detail.record, given, output, pack=pack, prompt=prompt)
    else:
        written = _print_study(record, workspace, output, pack=pack, prompt=prompt)
    if as_json:
        print_json(written)
    else:
        typer.echo(f"{written.path} ({written.pages} {'page' if written.pages == 1 else 'pages'})")


def _print_recording(
    recording: EcgRecord, given: str | None, output: Path, *, pack: str | Path | None, prompt: str | None
) -> ExportedPdf:
    from meit_core.services.exporting import write_record_pdf
    from meit_core.services.measuring import measure_record

    measured = measure_record(recording)
    if given is not None:
        return write_record_pdf(record=recording, measurements=measured, text=given, draft=None, path=output)
    drafted = draft_file(recording, pack=pack, prompt=prompt)
    return write_record_pdf(record=recording, measurements=measured, text=drafted.text, draft=drafted, path=output)


def _print_study(
    name: str, workspace: Path | None, output: Path, *, pack: str | None, prompt: str | None
) -> ExportedPdf:
    from meit_core.services.exporting import export_pdf
    from meit_core.services.users import operator

    with opened_study(name, workspace, read_only=False) as (opened, detail):
        study_id = detail.study.study_id
        if not detail.drafts and not detail.revisions:
            draft_of_study(opened, study_id, pack=pack, prompt=prompt)
        return export_pdf(opened, actor=operator(), study_id=study_id, path=output)


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig").strip()
    except OSError as fault:
        raise EnvironmentFault(
            f"The text {path} can't be read ({fault.strerror or 'I/O fault'}).", "Check the path."
        ) from fault
    except UnicodeDecodeError as fault:
        raise UserError(f"The file {path} is not UTF-8 text.", "Save it as UTF-8.") from fault
    if not text:
        raise UserError(f"The file {path} is empty.", "Write the report's text into it.")
    return text
