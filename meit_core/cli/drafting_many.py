"""Drafts of several recordings, made side by side: of files, and of studies, with which they are kept."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from meit_core.cli.drafting import drafting_for
from meit_core.cli.progress import job_at_terminal
from meit_core.cli.recordings import file_of, workspace_for
from meit_core.errors import UserError

if TYPE_CHECKING:
    from meit_core.domain.draft import Draft
    from meit_core.domain.record import EcgRecord
    from meit_core.domain.study import StudyId
    from meit_core.services.workspace import Workspace


def draft_many(
    names: Sequence[str], *, workspace: Path | None, pack: str | None, prompt: str | None
) -> Iterator[tuple[str, Draft | UserError]]:
    """Draft what each RECORD names; yields, in their order, the name with its draft or with why there is none."""
    from meit_core.services.drafting import draft_all, start_batch_engine

    with job_at_terminal("drafting") as job, contextlib.ExitStack() as stack:
        source = _Source(workspace, stack)
        read = [partial(source.read, name) for name in names]
        chosen, asked = drafting_for(workspace, pack, prompt)
        drafted = draft_all(start_batch_engine(chosen), read=read, prompt=asked, job=job)
        for name, outcome in zip(names, drafted, strict=True):
            yield name, outcome if isinstance(outcome, UserError) else source.kept(name, outcome)


class _Source:
    """Where the recordings come from; the workspace is opened for the first study and then stays open."""

    def __init__(self, workspace: Path | None, stack: contextlib.ExitStack) -> None:
        self._path = workspace
        self._stack = stack
        self._opened: Workspace | None = None
        self._studies: dict[str, StudyId] = {}

    def read(self, name: str) -> EcgRecord:
        from meit_core.domain.study import StudyId
        from meit_core.services.drafting import recording_to_draft
        from meit_core.services.measuring import read_recording
        from meit_core.services.users import operator

        if (path := file_of(name)) is not None:
            return read_recording(path)
        record = recording_to_draft(self._workspace(name), study_id=StudyId(name), actor=operator())
        self._studies[name] = StudyId(name)
        return record

    def kept(self, name: str, draft: Draft) -> Draft | UserError:
        """Keep a study's draft; hand on a file's."""
        from meit_core.services.drafting import keep_draft
        from meit_core.services.users import operator

        if name not in self._studies:
            return draft
        try:
            return keep_draft(self._workspace(name), study_id=self._studies[name], draft=draft, actor=operator())
        except UserError as fault:
            return fault

    def _workspace(self, name: str) -> Workspace:
        if self._opened is None:
            self._opened = self._stack.enter_context(workspace_for(name, self._path, read_only=False))
        return self._opened
