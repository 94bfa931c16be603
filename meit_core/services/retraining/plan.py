"""What was decided before a run, kept in its folder: after an interruption it goes on with nothing changed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from meit_core.domain.training import RunId
from meit_core.errors import EnvironmentFault, UserError

FILE: Final = "plan.json"
RESULT: Final = "result.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """A run's settings.

    Attributes
    ----------
    as_of
        The reports are read as they stood then, whenever that is done.
    since, campaign
        Which of them.
    pack
        Folder of the pack to tune on.
    name
        Of the pack that comes out.
    root
        PTB-XL folder of the public data; ``None`` without.
    public_limit
        How many recordings of the public hold-out are compared; ``None`` for all.
    epochs, public_per_report, rate, batch, seed
        Of :class:`~meit_core.training.continuing.ContinueConfig`.
    """

    run_id: RunId
    workspace: Path
    as_of: datetime
    since: datetime | None
    campaign: str | None
    pack: Path
    pack_sha256: str
    name: str
    root: Path | None
    public_limit: int | None
    epochs: int
    public_per_report: float
    rate: float
    batch: int
    seed: int

    def save(self, folder: Path) -> None:
        """Write the plan into the run's folder.

        Raises
        ------
        EnvironmentFault
            The folder can't be written.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (folder / FILE).write_text(json.dumps(asdict(self), default=_plain, indent=1) + "\n", encoding="utf-8")
        except OSError as fault:
            raise EnvironmentFault(
                f"The run's folder can't be written ({fault.strerror or 'I/O fault'}).",
                "Nothing was begun. Free some space, or choose another folder with --out.",
            ) from fault

    @classmethod
    def load(cls, folder: Path) -> Plan:
        """Read a run's plan.

        Raises
        ------
        UserError
            The folder holds no run, or its plan is damaged.
        """
        try:
            values: dict[str, Any] = json.loads((folder / FILE).read_text(encoding="utf-8"))
            for name in ("as_of", "since"):
                values[name] = None if values[name] is None else datetime.fromisoformat(values[name])
            for name in ("workspace", "pack", "root"):
                values[name] = None if values[name] is None else Path(values[name])
            return cls(**values)
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise UserError(
                f"The folder {folder.name} holds no retraining that could go on.",
                "Start a new one with 'meit retrain'.",
            ) from fault


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
