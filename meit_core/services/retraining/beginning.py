"""Decide what a retraining does, and write it down before anything is trained."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from meit_core.domain.audit import AuditAction
from meit_core.domain.training import HoldOut, RunId, TrainingRun
from meit_core.domain.users import User
from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.packs.pack import Pack, find_pack
from meit_core.services.packs import active_pack
from meit_core.services.retraining.material import Material, material_of
from meit_core.services.retraining.plan import Plan
from meit_core.services.retraining.progress import allow_again
from meit_core.services.workspace import Workspace
from meit_core.store import audit, hold_out, rights, settings, signed_reports, training_runs
from meit_core.store.base import now

HOLD_OUT_SHARE: Final = 0.2
"""Of all patients; decided with the first run of a workspace, and kept by it."""
LEAST_REPORTS: Final = 20
"""Fewer reports to train on teach one reader's mood, not a clinic's ways."""
LEAST_HELD_OUT: Final = 5
"""Patients: with fewer the comparison's interval says nothing."""


@dataclass(frozen=True, slots=True)
class RetrainingOptions:
    """What an administrator may choose.

    Attributes
    ----------
    since, campaign
        Only reports signed then or later; only studies of this campaign.
    root
        PTB-XL folder with the public data that the pack was trained on; remembered in the workspace. ``None`` takes the
        one that was named last.
    without_public_data
        Go without: the model then forgets what the clinic's reports don't show it again.
    public_limit
        Compare the first so many recordings of the public hold-out only; ``None`` for all.
    epochs, public_per_report, rate, batch, seed
        See :class:`~meit_core.training.continuing.ContinueConfig`.
    """

    since: datetime | None = None
    campaign: str | None = None
    root: Path | None = None
    without_public_data: bool = False
    public_limit: int | None = None
    epochs: int = 10
    public_per_report: float = 2.0
    rate: float = 3e-4
    batch: int = 16
    seed: int = 29


@dataclass(frozen=True, slots=True)
class Retraining:
    """A run that was begun.

    Attributes
    ----------
    folder
        Checkpoints, progress and, in the end, pack and result.
    counts
        ``reports`` and ``patients`` to train on, the same ``held_out_...``, and how many were ``left_out``.
    left_out
        How many by reason.
    """

    run_id: RunId
    folder: Path
    counts: Mapping[str, int]
    left_out: Mapping[str, int]


def begin(ws: Workspace, *, actor: User, options: RetrainingOptions, folder: Path | None = None) -> Retraining:
    """Decide a run and write it into the workspace and into its folder; administrators only.

    The first run of a workspace also decides, for ever, which patients are held out.

    Parameters
    ----------
    folder
        By default one beside the workspace, named after the moment.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    UserError
        There are too few signed reports, no public data, or the folder holds a run already.
    EnvironmentFault
        The workspace can't be changed now, or the folder can't be written.
    """
    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
        known_root = settings.get(session, settings.PUBLIC_DATA)
    if ws.read_only:
        raise EnvironmentFault("A retraining can't be begun now.", ws.read_only_reason)
    before = find_pack(active_pack(ws))
    root = _public_root(options, None if known_root is None else Path(known_root))
    moment = now()
    run_id = RunId(f"{moment.astimezone():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}")
    folder = folder or ws.path.with_name(f"{ws.path.stem}.runs") / run_id
    if (folder / "plan.json").exists():
        raise UserError(
            f"The folder {folder.name} already holds a retraining.", "Go on with --resume, or choose another."
        )
    with ws.store.writing() as session:
        administrator = rights.require_administrator(session, actor)
        held = hold_out.find(session) or _fixed(session, administrator)
        reports = signed_reports.until(session, moment, since=options.since, campaign=options.campaign)
        material = material_of(session, held, reports)
        _refuse_too_few(material)
        plan = Plan(
            run_id=run_id,
            workspace=ws.path.absolute(),
            as_of=moment,
            since=options.since,
            campaign=options.campaign,
            pack=before.folder.absolute(),
            pack_sha256=before.sha256,
            name=_next_name(session, before),
            root=root,
            public_limit=options.public_limit,
            epochs=options.epochs,
            public_per_report=options.public_per_report if root else 0.0,
            rate=options.rate,
            batch=options.batch,
            seed=options.seed,
        )
        if root is not None:
            settings.put(session, settings.PUBLIC_DATA, str(root))
        facts = _facts(plan, material, held) | {"folder": str(folder.absolute())}
        _record(session, plan, before, facts, administrator)
        plan.save(folder)
    return Retraining(run_id, folder, material.counts, material.left_out)


def resumed(ws: Workspace, *, actor: User, folder: Path | None = None) -> Retraining:
    """Return a run that was interrupted, so that it can go on; administrators only.

    Parameters
    ----------
    folder
        By default the workspace's latest run that has no result.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    UserError
        There is no such run, or it isn't this workspace's.
    """
    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
        if folder is None:
            folder = _latest_unfinished(session)
        plan = Plan.load(folder)
        row = training_runs.row_of(session, plan.run_id)
        counts: dict[str, int] = row.settings["material"]
    allow_again(folder)
    return Retraining(plan.run_id, folder, counts, row.settings["left_out"])


def _latest_unfinished(session: Session) -> Path:
    for run in training_runs.latest(session):
        folder = Path(run.settings["folder"])
        if run.finished_at is None and (folder / "plan.json").is_file():
            return folder
    raise UserError("No interrupted retraining was found.", "Start a new one with 'meit retrain'.")


def _public_root(options: RetrainingOptions, known: Path | None) -> Path | None:
    if options.without_public_data:
        return None
    root = options.root or known
    if root is None:
        raise UserError(
            "There is no public data to mix in: from its own reports alone the model forgets what they don't show.",
            "Name PTB-XL's folder with --root, or accept that with --without-public-data.",
        )
    if not (root / "ptbxl_database.csv").is_file():
        raise UserError(
            f"There is no PTB-XL data set in {root}.", "Name the folder that holds ptbxl_database.csv with --root."
        )
    return root.absolute()


def _refuse_too_few(material: Material) -> None:
    counts = material.counts
    if counts["reports"] < LEAST_REPORTS or counts["held_out_patients"] < LEAST_HELD_OUT:
        raise UserError(
            f"There are too few signed reports: {counts['reports']} to train on and {counts['held_out_patients']} "
            f"held-out patients to compare with.",
            f"At least {LEAST_REPORTS} and {LEAST_HELD_OUT} are needed; about {HOLD_OUT_SHARE:.0%} of patients are "
            "held out.",
        )


def _fixed(session: Session, administrator: User) -> HoldOut:
    held = hold_out.fix(session, HOLD_OUT_SHARE)
    audit.append(session, AuditAction.HOLD_OUT_FIXED, held.fingerprint, actor=administrator, share=held.share)
    return held


def _next_name(session: Session, before: Pack) -> str:
    """Name packs after the first one: meit-mini-r1, meit-mini-r2."""
    root, separator, number = before.name.rpartition("-r")
    first = root if separator and number.isdigit() else before.name
    return f"{first}-r{len(training_runs.latest(session, limit=100_000)) + 1}"


def _facts(plan: Plan, material: Material, held: HoldOut) -> dict[str, Any]:
    chosen = {
        name: str(value) if isinstance(value, Path | datetime) else value
        for name, value in asdict(plan).items()
        if name not in ("workspace", "pack", "pack_sha256")
    }
    return {**chosen, "material": material.counts, "left_out": material.left_out, "hold_out": held.fingerprint}


def _record(session: Session, plan: Plan, before: Pack, facts: Mapping[str, Any], administrator: User) -> None:
    run = TrainingRun(
        run_id=plan.run_id,
        username=administrator.username,
        started_at=plan.as_of,
        pack_before=before.name,
        pack_before_sha256=before.sha256,
        settings=facts,
    )
    training_runs.begin(session, run)
    audit.append(
        session,
        AuditAction.RETRAINING_STARTED,
        plan.run_id,
        actor=administrator,
        pack=before.name,
        pack_sha256=before.sha256,
        since=facts["since"],
        campaign=plan.campaign,
        public_data=plan.root is not None,
        hold_out=facts["hold_out"],
        **facts["material"],
    )
