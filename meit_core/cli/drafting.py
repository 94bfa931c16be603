"""Drafts for the commands that need one: of a file, or of a study, with which they are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from meit_core.cli.progress import job_at_terminal
from meit_core.cli.recordings import file_of, opened_study
from meit_core.domain.draft import Draft
from meit_core.errors import UserError

if TYPE_CHECKING:
    from meit_core.domain.record import EcgRecord
    from meit_core.domain.study import StudyId
    from meit_core.drafting.engine import DraftEvent
    from meit_core.services.workspace import Workspace


def draft_given(
    name: str, *, workspace: Path | None, pack: str | None, prompt: str | None, show_text: bool = False
) -> Draft:
    """Draft what RECORD names."""
    from meit_core.services.measuring import read_recording

    if (path := file_of(name)) is not None:
        chosen, asked = drafting_for(workspace, pack, prompt)
        return draft_file(read_recording(path), pack=chosen, prompt=asked, show_text=show_text)
    with opened_study(name, workspace, read_only=False) as (opened, detail):
        return draft_of_study(opened, detail.study.study_id, pack=pack, prompt=prompt, show_text=show_text)


def drafting_for(workspace: Path | None, pack: str | None, prompt: str | None) -> tuple[str | Path | None, str | None]:
    """Return the pack that drafts a file and its instruction: what is named, or what the workspace has set.

    One's own workspace is asked where none is named; if it can't be opened, that is no reason not to draft a file.
    """
    from meit_core.services.house_style import house_prompt
    from meit_core.services.packs import chosen_pack
    from meit_core.services.workspace import FILE_NAME, default_folder, open_workspace

    if workspace is None and not (default_folder() / FILE_NAME).exists():
        return pack, prompt
    try:
        opened = open_workspace(workspace, read_only=True)
    except UserError:
        if workspace is None:
            return pack, prompt
        raise
    with opened:
        return chosen_pack(opened, pack), prompt or house_prompt(opened, pack)


def draft_file(record: EcgRecord, *, pack: str | Path | None, prompt: str | None, show_text: bool = False) -> Draft:
    """Draft a recording that is in no workspace."""
    from meit_core.services.drafting import draft_record, start_engine

    with job_at_terminal("drafting") as job:
        engine = start_engine(pack, in_process=True)
        return draft_record(
            engine, record=record, prompt=prompt, on_event=_sentence_printer() if show_text else None, job=job
        )


def draft_of_study(
    opened: Workspace, study_id: StudyId, *, pack: str | None, prompt: str | None, show_text: bool = False
) -> Draft:
    """Draft a study and keep the draft; the pack that the workspace promoted drafts, unless another is named."""
    from meit_core.services.drafting import draft_study, start_engine
    from meit_core.services.house_style import house_prompt
    from meit_core.services.packs import chosen_pack
    from meit_core.services.users import operator

    with job_at_terminal("drafting") as job:
        return draft_study(
            opened,
            start_engine(chosen_pack(opened, pack), in_process=True),
            study_id=study_id,
            actor=operator(),
            prompt=prompt or house_prompt(opened, pack),
            on_event=_sentence_printer() if show_text else None,
            job=job,
        )


def _sentence_printer() -> Callable[[DraftEvent], None]:
    """Return what prints each sentence when it is complete, and at the end what was left unfinished."""
    from meit_core.drafting.engine import DraftFinished, SentenceFinished

    shown = ""

    def show(event: DraftEvent) -> None:
        nonlocal shown
        if isinstance(event, SentenceFinished):
            text = f"{shown} {event.sentence.text}".lstrip()
        elif isinstance(event, DraftFinished):
            text = event.draft.text
        else:
            return
        typer.echo(text[len(shown) :], nl=False)
        shown = text

    return show
