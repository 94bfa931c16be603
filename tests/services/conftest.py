"""A workspace with its people, and recordings as files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from meit_core.domain.draft import Draft, DraftSentence, Finding, Support
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.domain.study import StudyId
from meit_core.domain.users import Role, User
from meit_core.services.importing import import_paths
from meit_core.services.users import add_user, create_first_admin
from meit_core.services.workspace import Workspace, open_workspace
from meit_core.signal.simulator import SimulatedCase, simulate

PASSWORD = "correct horse"
WriteRecording = Callable[..., Path]


@pytest.fixture
def workspace_path(tmp_path: Path) -> Path:
    return tmp_path / "clinic" / "workspace.meit"


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace nobody has used yet; making one runs all migrations, copying it takes no time."""
    path = tmp_path_factory.mktemp("template") / "empty.meit"
    open_workspace(path).close()
    return path


@pytest.fixture
def workspace(workspace_path: Path, empty_workspace: Path) -> Iterator[Workspace]:
    workspace_path.parent.mkdir()
    shutil.copy(empty_workspace, workspace_path)
    with open_workspace(workspace_path) as opened:
        yield opened


@pytest.fixture
def admin(workspace: Workspace) -> User:
    return create_first_admin(workspace, username="ada", printed_name="Dr. Ada Łęcka", password=PASSWORD)


@pytest.fixture
def reader(workspace: Workspace, admin: User) -> User:
    return add_user(
        workspace, actor=admin, username="rose", printed_name="Dr. Rose", role=Role.READER, password=PASSWORD
    )


@pytest.fixture
def rater(workspace: Workspace, admin: User) -> User:
    return add_user(workspace, actor=admin, username="rita", printed_name="Rita", role=Role.RATER, password=PASSWORD)


@pytest.fixture(scope="session")
def sinus() -> EcgRecord:
    return simulate(SimulatedCase(duration_s=4.0, fs_hz=250.0)).record


@pytest.fixture
def write_recording(tmp_path: Path, sinus: EcgRecord) -> WriteRecording:
    """Write a CSV recording; each ``shift`` gives other samples and so another recording."""

    def write(name: str = "a.csv", *, shift: int = 0, folder: Path | None = None, **facts: Any) -> Path:
        path = (folder or tmp_path / "incoming") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        comments = {"fs": 250, "sex": "F", "age": 67, "date": "2026-03-02T09:14:00"} | facts
        lines = [f"# {key}={value}" for key, value in comments.items()]
        lines.append(",".join(LEADS))
        rows = np.roll(sinus.signal_mv, shift, axis=1).T
        lines += [",".join(f"{value:.3f}" for value in row) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def study_id(workspace: Workspace, reader: User, write_recording: WriteRecording) -> StudyId:
    (imported,) = import_paths(workspace, paths=[write_recording()], actor=reader).imported
    return imported


@pytest.fixture
def draft() -> Draft:
    return Draft(
        text="Sinus rhythm. Left bundle branch block.",
        sentences=(
            DraftSentence("Sinus rhythm.", Support.SUPPORTED, "PR 160 ms."),
            DraftSentence("Left bundle branch block.", Support.CONTRADICTED, "QRS lasts 92 ms."),
        ),
        findings=(Finding("SR", "Sinus rhythm", 0.97, True), Finding("CLBBB", "Left bundle branch block", 0.12, False)),
        pack="meit-mini",
        pack_sha256="1a2b3c",
        prompt="Describe this ECG.",
        device="cpu (no CUDA device)",
        seconds=0.61,
        tokens=11,
        complete=False,
        created_at=datetime(2020, 1, 1, tzinfo=UTC),
    )
