"""What was shown as saved is there, whatever happens next: killed processes, full disks."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.services import audit, worklist
from meit_core.services.workspace import Workspace, open_workspace
from tests.services.conftest import WriteRecording

SAVE_FOR_EVER = """
    import itertools, sys
    from pathlib import Path
    from meit_core.services import reporting, users
    from meit_core.services.workspace import open_workspace
    ws = open_workspace(Path(sys.argv[1]))
    actor = users.operator()
    for number in itertools.count(1):
        reporting.save_revision(ws, actor=actor, study_id=sys.argv[2], text=f"Text {number}.")
        print(number, flush=True)
"""

IMPORT_UNTIL_FULL = """
    import resource, signal, sys
    from pathlib import Path
    from meit_core.errors import EnvironmentFault
    from meit_core.services import importing, reporting, users, worklist
    from meit_core.services.workspace import open_workspace
    path = Path(sys.argv[1])
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open_workspace(path) as ws:
        actor = users.operator()
        study_id = worklist.list_studies(ws)[0].study_id
        limit = path.stat().st_size + 1_500_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            importing.import_paths(ws, paths=[Path(sys.argv[2])], actor=actor)
        except EnvironmentFault as fault:
            print(fault)
        text = "x" * 3_000_000
        try:
            reporting.save_revision(ws, actor=actor, study_id=study_id, text=text)
        except EnvironmentFault as fault:
            print(fault)
        print(len(worklist.list_studies(ws)))
        # Space has been freed.
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print(reporting.save_revision(ws, actor=actor, study_id=study_id, text="Short.").number)
"""


def test_a_killed_process_loses_no_revision_it_had_reported(
    workspace: Workspace, workspace_path: Path, study_id: StudyId
) -> None:
    workspace.close()
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SAVE_FOR_EVER), str(workspace_path), study_id],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    reported = [int(child.stdout.readline()) for _ in range(25)]
    child.kill()
    rest, _ = child.communicate()
    reported += [int(line) for line in rest.splitlines()]
    with open_workspace(workspace_path) as ws:
        detail = worklist.load_study(ws, study_id=study_id)
        assert audit.verify_audit(ws).ok
    texts = [revision.text for revision in detail.revisions]
    assert len(texts) >= reported[-1]
    assert texts == [f"Text {number}." for number in range(1, len(texts) + 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_is_said_plainly_and_harms_nothing(
    workspace: Workspace, workspace_path: Path, study_id: StudyId, write_recording: WriteRecording, tmp_path: Path
) -> None:
    workspace.close()
    for number in range(1, 70):
        write_recording(f"r{number:02d}.csv", shift=number, folder=tmp_path / "many")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(IMPORT_UNTIL_FULL), str(workspace_path), str(tmp_path / "many")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    importing, saving, studies, number = done.stdout.splitlines()
    assert "disk" in importing
    assert "recordings were imported and are safe" in importing
    told = int(importing.split(" recordings")[0].rsplit(" ", 1)[1])
    assert 0 < told < 69
    assert int(studies) == 1 + told
    assert "disk" in saving
    assert "What was saved before is safe" in saving
    assert number == "1"
    with open_workspace(workspace_path) as ws:
        assert len(worklist.list_studies(ws)) == 1 + told
        detail = worklist.load_study(ws, study_id=study_id)
        assert [revision.text for revision in detail.revisions] == ["Short."]
        assert audit.verify_audit(ws).ok


def test_one_thread_reads_and_another_drafts_at_the_same_time(
    workspace: Workspace, reader: User, study_id: StudyId
) -> None:
    """The window's database lane and the model's lane share the workspace."""
    from concurrent.futures import ThreadPoolExecutor

    from meit_core.domain.draft import Draft
    from meit_core.services import reporting

    def store_drafts(count: int) -> None:
        for number in range(count):
            draft = Draft(f"Draft {number}.", (), (), "meit-mini", "1a", "", "cpu", 0.5, 3)
            workspace.store.add_draft(study_id, draft, reader)

    def save(count: int) -> None:
        for number in range(count):
            reporting.save_revision(workspace, actor=reader, study_id=study_id, text=f"Text {number}.")

    def look(count: int) -> None:
        for _ in range(count):
            detail = worklist.load_study(workspace, study_id=study_id)
            assert [item.number for item in detail.revisions] == list(range(1, len(detail.revisions) + 1))

    with ThreadPoolExecutor(4) as lanes:
        for work in [
            lanes.submit(store_drafts, 15),
            lanes.submit(save, 15),
            lanes.submit(save, 1),
            lanes.submit(look, 15),
        ]:
            work.result()
    detail = worklist.load_study(workspace, study_id=study_id)
    assert len(detail.drafts) == 15
    assert len(detail.revisions) >= 15
    assert audit.verify_audit(workspace).ok
