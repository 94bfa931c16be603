"""What an administrator sees before deciding anything: reports there are, the pack in use, runs to go on with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meit_core.domain.training import TrainingRun
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services.packs import active_pack
from meit_core.services.workspace import Workspace
from meit_core.store import promotions, rights, settings, signed_reports, training_runs
from meit_core.store.base import now


@dataclass(frozen=True, slots=True)
class Overview:
    """Where retraining stands in a workspace.

    Attributes
    ----------
    pack
        Name of the pack in use; ``problem`` says where it can't be used.
    can_roll_back
        Whether there is a pack to go back to.
    signed
        Reports that are signed.
    public_root
        PTB-XL folder that was named last; ``None`` where none was.
    unfinished
        Folder of the latest run that can go on; ``None`` where there is none.
    runs
        The newest first.
    """

    pack: str
    problem: str
    can_roll_back: bool
    signed: int
    public_root: Path | None
    unfinished: Path | None
    runs: tuple[TrainingRun, ...]


def overview(ws: Workspace, *, actor: User) -> Overview:
    """Return where retraining stands; administrators only."""
    from meit_core.model.packs.pack import find_pack

    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
        present = promotions.current(session)
        runs = training_runs.latest(session)
        root = settings.get(session, settings.PUBLIC_DATA)
        signed = sum(1 for _ in signed_reports.until(session, now()))
    name, problem = ("" if present is None else present.pack), ""
    try:
        name = find_pack(active_pack(ws)).name
    except UserError as fault:
        problem = str(fault)
    return Overview(
        pack=name,
        problem=problem,
        can_roll_back=present is not None,
        signed=signed,
        public_root=None if root is None else Path(root),
        unfinished=_unfinished(runs),
        runs=tuple(runs),
    )


def _unfinished(runs: list[TrainingRun]) -> Path | None:
    """Return the newest run's folder, if that run has no result yet and can go on."""
    if not runs or runs[0].finished_at is not None:
        return None
    folder = Path(runs[0].settings["folder"])
    return folder if (folder / "plan.json").is_file() else None
