"""``meit studies``"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from meit_core.cli.options import JsonOption, WorkspaceOption
from meit_core.cli.output import print_json, print_table

if TYPE_CHECKING:
    from meit_core.domain.study import Study, StudyStatus


def studies(
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="Only these: unread, drafted, confirmed ...")
    ] = None,
    search: Annotated[str, typer.Option("--search", metavar="WORDS", help="In name, number, file and report.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 100,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """List the worklist: urgent studies first, then the newest."""
    from meit_core.services.worklist import list_studies
    from meit_core.services.workspace import open_workspace

    wanted = None if status is None else _status(status)
    with open_workspace(workspace) as opened:
        found = list_studies(opened, status=wanted, search=search, limit=limit)
    if as_json:
        print_json(found)
    elif found:
        print_table([("study", "status", "acquired", "patient", "name", "file"), *(_row(study) for study in found)])
    else:
        typer.echo("No studies.")


def _status(word: str) -> StudyStatus:
    """Read a status; not an option's type, because the domain's module of studies loads numpy."""
    from meit_core.domain.study import StudyStatus

    try:
        return StudyStatus(word.lower())
    except ValueError:
        raise typer.BadParameter(f"“{word}” is none of {', '.join(StudyStatus)}.", param_hint="--status") from None


def _row(study: Study) -> tuple[str, ...]:
    acquired = f"{study.acquired_at:%Y-%m-%d %H:%M}" if study.acquired_at else "-"
    name = f"{study.patient.name} (simulated)" if study.simulated else study.patient.name
    return study.study_id, study.status, acquired, study.patient.patient_id, name, study.source_name
