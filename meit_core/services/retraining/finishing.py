"""Keep what came of a run, and do the whole of it in one go for the command line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from meit_core.domain.audit import AuditAction
from meit_core.domain.training import RunId, TrainingRun
from meit_core.domain.users import User
from meit_core.errors import EnvironmentFault, UserError
from meit_core.jobs import JobContext
from meit_core.model.packs.pack import read_pack
from meit_core.services.packs import promote_pack
from meit_core.services.retraining.beginning import Retraining, RetrainingOptions, begin, resumed
from meit_core.services.retraining.plan import RESULT
from meit_core.services.retraining.working import work
from meit_core.services.workspace import Workspace, open_workspace
from meit_core.store import audit, rights, training_runs


@dataclass(frozen=True, slots=True)
class Retrained:
    """What came of a run.

    Attributes
    ----------
    pack
        Its folder.
    before, after
        Scores of either pack by hold-out (``clinic``, ``public``).
    difference
        By hold-out and score: ``before``, ``after``, ``difference`` and its ``ci95``.
    worse, better
        Watched scores that changed beyond chance, in words.
    """

    run: RunId
    folder: Path
    pack: Path
    pack_name: str
    pack_sha256: str
    material: Mapping[str, int]
    n: Mapping[str, Any]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    difference: Mapping[str, Any]
    worse: tuple[str, ...]
    better: tuple[str, ...]
    seconds: float
    promoted: bool = False


def finish(ws: Workspace, *, actor: User, folder: Path) -> Retrained:
    """Keep a finished run's result in the workspace; a second time changes nothing. Administrators only.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    UserError
        The run isn't finished or isn't this workspace's, or its pack was changed.
    EnvironmentFault
        The workspace can't be changed now.
    """
    result = _result(folder)
    pack = read_pack(Path(result["pack"]))
    if pack.sha256 != result["pack_sha256"]:
        raise UserError("The pack of this run was changed after it was compared.", "Start a new run.")
    with ws.store.writing() as session:
        administrator = rights.require_administrator(session, actor)
        kept_before = training_runs.with_pack(session, pack.sha256)
        kept = {name: result[name] for name in ("n", "before", "after", "difference", "watched", "worse", "better")}
        training_runs.finish(session, RunId(result["run"]), pack=pack.name, pack_sha256=pack.sha256, scores=kept)
        if kept_before is None:
            audit.append(
                session,
                AuditAction.RETRAINING_FINISHED,
                result["run"],
                actor=administrator,
                pack=pack.name,
                pack_sha256=pack.sha256,
                scores=result["watched"],
                worse=result["worse"],
            )
    return Retrained(
        run=RunId(result["run"]),
        folder=folder,
        pack=pack.folder,
        pack_name=pack.name,
        pack_sha256=pack.sha256,
        worse=tuple(result["worse"]),
        better=tuple(result["better"]),
        **{name: result[name] for name in ("material", "n", "before", "after", "difference", "seconds")},
    )


def runs(ws: Workspace, *, actor: User, limit: int = 50) -> list[TrainingRun]:
    """Return the workspace's retrainings, the newest first; administrators only."""
    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
        return training_runs.latest(session, limit=limit)


def retrain(
    *,
    workspace: Path | None,
    actor: User,
    options: RetrainingOptions,
    folder: Path | None = None,
    resume: bool = False,
    job: JobContext | None = None,
) -> Retrained:
    """Begin or resume a run, train, compare and keep the result; the workspace is free for others meanwhile.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    UserError
        See :func:`begin`, :func:`resumed`, :func:`work` and :func:`finish`.
    Cancelled
        The job was asked to stop; ``resume`` goes on.
    """
    with open_workspace(workspace) as ws:
        begun: Retraining = (
            resumed(ws, actor=actor, folder=folder)
            if resume
            else begin(ws, actor=actor, options=options, folder=folder)
        )
    work(begun.folder, job)
    with open_workspace(workspace) as ws:
        if ws.read_only:
            raise EnvironmentFault(
                "The new pack is ready, but the workspace is in use by somebody else.",
                "Close it there, then keep the result with 'meit retrain --resume'.",
            )
        return finish(ws, actor=actor, folder=begun.folder)


def _result(folder: Path) -> dict[str, Any]:
    try:
        result: dict[str, Any] = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise UserError("This retraining isn't finished.", "Go on with 'meit retrain --resume'.") from fault
    return result


__all__ = ["Retrained", "finish", "promote_pack", "retrain", "runs"]
