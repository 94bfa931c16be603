"""``meit export``"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from meit_core.cli.options import JsonOption, StudyArgument, WorkspaceOption
from meit_core.cli.output import print_json
from meit_core.cli.recordings import opened_study
from meit_core.errors import UserError


class ExportFormat(StrEnum):
    PDF = "pdf"
    DICOM = "dicom"
    FHIR = "fhir"
    JSON = "json"
    WFDB = "wfdb"


def export(
    study: StudyArgument,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="PATH", help="The file to write.")],
    format_: Annotated[ExportFormat, typer.Option("--format", help="Only pdf is available yet.")] = ExportFormat.PDF,
    deidentify: Annotated[bool, typer.Option("--deidentify", help="Not available yet.")] = False,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Write a study for other systems."""
    if format_ is not ExportFormat.PDF:
        raise UserError(f"Export as {format_} is not available yet.", "Use --format pdf.")
    if deidentify:
        raise UserError("Removing the patient's identity is not available yet.", "Nothing was written.")
    from meit_core.services.exporting import export_pdf
    from meit_core.services.users import operator

    with opened_study(study, workspace, read_only=False) as (opened, detail):
        written = export_pdf(opened, actor=operator(), study_id=detail.study.study_id, path=output)
    if as_json:
        print_json(written)
    else:
        typer.echo(written.path)
