"""The watched folder: what is taken when, what waits, what fails, and that sources stay as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import wfdb

from meit_core.domain.audit import AuditAction
from meit_core.domain.record import EcgRecord
from meit_core.domain.users import User
from meit_core.domain.watching import WatchTurn
from meit_core.errors import Cancelled, EnvironmentFault, PermissionRefused, UserError
from meit_core.jobs import JobContext
from meit_core.services import audit, watching, worklist
from meit_core.services.watching import PARTS_WAIT_S, SETTLED_AFTER_S, FolderWatch
from meit_core.services.workspace import Workspace, open_workspace
from tests.services.conftest import WriteRecording


class Clock:
    def __init__(self) -> None:
        self.s = 0.0

    def __call__(self) -> float:
        return self.s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def settle(workspace: Workspace, inbox: Path, clock: Clock) -> Callable[..., WatchTurn]:
    """Look twice with enough time between, after other time has passed."""
    watch = FolderWatch(workspace, inbox, clock)

    def look(*, later_s: float = 0.0) -> WatchTurn:
        clock.s += later_s
        watch.look()
        clock.s += SETTLED_AFTER_S
        return watch.look()

    return look


def write_wfdb(folder: Path, name: str, record: EcgRecord) -> None:
    leads = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]
    wfdb.wrsamp(
        name,
        fs=250,
        units=["mV"] * 12,
        sig_name=leads,
        p_signal=record.signal_mv.T.astype(np.float64),
        fmt=["16"] * 12,
        adc_gain=[1000.0] * 12,
        baseline=[0] * 12,
        write_dir=str(folder),
    )


def names(workspace: Workspace) -> set[str]:
    return {study.source_name for study in worklist.list_studies(workspace)}


def test_a_file_is_taken_once_it_has_stopped_growing(
    workspace: Workspace, inbox: Path, clock: Clock, write_recording: WriteRecording
) -> None:
    whole = write_recording("a.csv").read_bytes()
    watch = FolderWatch(workspace, inbox, clock)
    target = inbox / "a.csv"
    for share in (0.3, 0.6, 1.0):
        target.write_bytes(whole[: int(share * len(whole))])
        assert watch.look() == WatchTurn(waiting=1)
        clock.s += SETTLED_AFTER_S
    before = (hashlib.sha256(target.read_bytes()).hexdigest(), target.stat().st_mtime_ns)
    assert watch.look() == WatchTurn(imported=1)
    assert watch.look() == WatchTurn()
    assert names(workspace) == {"a.csv"}
    assert (hashlib.sha256(target.read_bytes()).hexdigest(), target.stat().st_mtime_ns) == before


def test_a_header_waits_for_its_signal_file_and_a_signal_file_for_its_header(
    workspace: Workspace, inbox: Path, settle: Callable[..., WatchTurn], tmp_path: Path, sinus: EcgRecord
) -> None:
    write_wfdb(tmp_path, "r1", sinus)
    (inbox / "r1.dat").write_bytes((tmp_path / "r1.dat").read_bytes())
    assert settle() == WatchTurn(waiting=1)
    (inbox / "r1.dat").rename(inbox / "later.dat")
    (inbox / "r1.hea").write_bytes((tmp_path / "r1.hea").read_bytes())
    assert settle().imported == 0
    (inbox / "later.dat").rename(inbox / "r1.dat")
    assert settle() == WatchTurn(imported=1)
    assert worklist.list_quarantine(workspace) == []


def test_a_header_whose_signal_file_never_comes_goes_to_quarantine(
    workspace: Workspace, inbox: Path, settle: Callable[..., WatchTurn], tmp_path: Path, sinus: EcgRecord
) -> None:
    write_wfdb(tmp_path, "r1", sinus)
    (inbox / "r1.hea").write_bytes((tmp_path / "r1.hea").read_bytes())
    assert settle() == WatchTurn(waiting=1)
    assert settle(later_s=PARTS_WAIT_S) in (WatchTurn(failed=1), WatchTurn())
    (file,) = worklist.list_quarantine(workspace)
    assert file.path == inbox / "r1.hea"
    assert file.reason


def test_what_failed_is_told_once_and_tried_again_when_it_changes(
    workspace: Workspace, inbox: Path, settle: Callable[..., WatchTurn], write_recording: WriteRecording
) -> None:
    path = inbox / "scan.csv"
    path.write_bytes(b"%PDF-1.7 a scan")
    assert settle() == WatchTurn(failed=1)
    assert settle() == WatchTurn()
    assert [file.path for file in worklist.list_quarantine(workspace)] == [path]
    path.write_bytes(write_recording("good.csv").read_bytes())
    assert settle() == WatchTurn(imported=1)
    assert worklist.list_quarantine(workspace) == []


def test_folders_in_it_are_watched_and_unfinished_names_are_left_alone(
    workspace: Workspace, inbox: Path, settle: Callable[..., WatchTurn], write_recording: WriteRecording
) -> None:
    write_recording("deep.csv", folder=inbox / "ward" / "bed 3")
    write_recording("copying.csv.part", shift=3, folder=inbox)
    write_recording(".hidden.csv", shift=4, folder=inbox)
    assert settle() == WatchTurn(imported=1)
    assert names(workspace) == {"deep.csv"}


def test_a_restart_reads_nothing_twice(
    workspace: Workspace,
    inbox: Path,
    settle: Callable[..., WatchTurn],
    write_recording: WriteRecording,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_recording("a.csv", folder=inbox)
    assert settle() == WatchTurn(imported=1)
    path = workspace.path
    workspace.close()
    with open_workspace(path) as again:
        monkeypatch.setattr(watching, "import_paths", lambda *_a, **_n: pytest.fail("read again"))
        clock = Clock()
        watch = FolderWatch(again, inbox, clock)
        for _ in range(2):
            assert watch.look() == WatchTurn()
            clock.s += SETTLED_AFTER_S


def test_many_at_once_come_in_several_looks(
    workspace: Workspace,
    inbox: Path,
    clock: Clock,
    write_recording: WriteRecording,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watching, "AT_ONCE", 2)
    for number in range(3):
        write_recording(f"r{number}.csv", shift=number, folder=inbox)
    watch = FolderWatch(workspace, inbox, clock)
    watch.look()
    clock.s += SETTLED_AFTER_S
    assert watch.look() == WatchTurn(imported=2, more=True)
    assert watch.look() == WatchTurn(imported=1)


def test_what_comes_in_by_itself_is_named_in_the_log(
    workspace: Workspace, inbox: Path, admin: User, settle: Callable[..., WatchTurn], write_recording: WriteRecording
) -> None:
    assert watching.read_watched_folder(workspace) is None
    kept = watching.set_watched_folder(workspace, actor=admin, folder=inbox, on=True)
    assert (kept.folder, kept.on, kept.decided_by) == (inbox, True, "ada")
    assert watching.read_watched_folder(workspace) == kept
    write_recording("a.csv", folder=inbox)
    settle()
    entries = audit.list_audit(workspace, actor=admin)
    who = {entry.action: entry.username for entry in reversed(entries)}
    assert who[AuditAction.STUDY_IMPORTED] == "watched-folder"
    assert who[AuditAction.SETTING_CHANGED] == "ada"


def test_only_an_administrator_names_the_folder(workspace: Workspace, reader: User, inbox: Path) -> None:
    with pytest.raises(PermissionRefused):
        watching.set_watched_folder(workspace, actor=reader, folder=inbox, on=True)
    assert watching.read_watched_folder(workspace) is None


def test_folders_that_cannot_be_watched(workspace: Workspace, admin: User, tmp_path: Path) -> None:
    for folder, words in ((tmp_path / "nowhere", "no such folder"), (workspace.path.parent, "holds the workspace")):
        with pytest.raises(UserError, match=words):
            watching.set_watched_folder(workspace, actor=admin, folder=folder, on=True)
    watching.set_watched_folder(workspace, actor=admin, folder=tmp_path / "nowhere", on=False)


def test_a_folder_that_went_away_is_told_and_comes_back(
    workspace: Workspace, inbox: Path, clock: Clock, write_recording: WriteRecording
) -> None:
    watch = FolderWatch(workspace, inbox, clock)
    inbox.rename(inbox.with_name("gone"))
    with pytest.raises(EnvironmentFault, match="can't be reached"):
        watch.look()
    inbox.with_name("gone").rename(inbox)
    write_recording("a.csv", folder=inbox)
    watch.look()
    clock.s += SETTLED_AFTER_S
    assert watch.look() == WatchTurn(imported=1)


def test_a_look_can_be_stopped_and_nothing_is_lost(
    workspace: Workspace, inbox: Path, clock: Clock, write_recording: WriteRecording
) -> None:
    write_recording("a.csv", folder=inbox)
    watch = FolderWatch(workspace, inbox, clock)
    watch.look()
    clock.s += SETTLED_AFTER_S
    job = JobContext()
    job.cancel()
    with pytest.raises(Cancelled):
        watch.look(job)
    assert watch.look() == WatchTurn(imported=1)
