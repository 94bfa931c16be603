"""A workspace on a medium that can't be written: everything can be seen, and every change is refused plainly."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from meit_core.services.workspace import open_demo_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")

NOBODY = 65534

# Root may write everything: then the child gives its rights up, once all modules it needs are loaded.
PREPARE = f"""
    import os, sys, tempfile
    from pathlib import Path
    from meit_core.domain.users import Role, User
    from meit_core.errors import UserError
    from meit_core.services import backup, reporting, users, worklist, exporting
    from meit_core.services.workspace import open_demo_workspace, open_workspace
    actor = User("os:nobody", "Nobody", Role.ADMIN)
    with tempfile.TemporaryDirectory() as folder:
        warm = Path(folder) / "warm.meit"
        warm.write_bytes(Path(sys.argv[2]).read_bytes())
        ws, demo = open_demo_workspace(warm)
        with ws:
            study = worklist.list_studies(ws)[0]
            worklist.load_study(ws, study_id=study.study_id)
            users.sign_in(ws, username="demo", password="demo")
            exporting.export_pdf(ws, actor=demo, study_id=study.study_id, path=Path(folder) / "warm.pdf")
    path = Path(sys.argv[1])
    if os.geteuid() == 0:
        os.setgid({NOBODY})
        os.setuid({NOBODY})
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.meit"
    open_demo_workspace(path)[0].close()
    return path


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder another user can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def run(script: str, path: Path, *, warm_up_with: Path) -> str:
    source = textwrap.dedent(PREPARE) + textwrap.dedent(script)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", source, str(path), str(warm_up_with)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def protect(path: Path, folder: bool) -> None:
    path.with_name(f"{path.name}.lock").unlink(missing_ok=True)
    path.chmod(0o444)
    if folder:
        path.parent.chmod(0o555)


LOOK_AND_TRY = """
    with open_workspace(path) as ws:
        studies = worklist.list_studies(ws)
        detail = worklist.load_study(ws, study_id=studies[0].study_id)
        user = users.sign_in(ws, username="demo", password="demo")
        print(ws.read_only, len(studies), detail.record.n_samples, user.role)
        print(ws.read_only_reason)
        for change in (
            lambda: reporting.save_revision(ws, actor=actor, study_id=studies[0].study_id, text="Lost."),
            lambda: users.set_locked(ws, actor=actor, username="demo", locked=True),
        ):
            try:
                change()
            except UserError as refused:
                print(refused)
        out = Path(tempfile.mkdtemp())
        print(exporting.export_pdf(ws, actor=actor, study_id=studies[0].study_id, path=out / "a.pdf").pages)
        print(backup.back_up(ws, actor=actor, path=out).n_bytes > 100_000)
"""


@pytest.mark.parametrize("folder", [False, True], ids=["file", "file and folder"])
def test_everything_is_seen_and_nothing_changed(shelf: Path, demo: Path, folder: bool) -> None:
    path = shelf / "demo.meit"
    shutil.copy(demo, path)
    before = path.read_bytes()
    protect(path, folder)
    lines = run(LOOK_AND_TRY, path, warm_up_with=demo).splitlines()
    assert lines[0] == "True 14 5000 admin"
    assert "write-protected" in lines[1]
    assert lines[2] == lines[3] == f"This can't be changed now. {lines[1]}"
    assert lines[4:] == ["1", "True"]
    assert path.read_bytes() == before
    assert [item.name for item in shelf.iterdir()] == ["demo.meit"]


def test_what_a_crash_left_in_the_side_file_is_not_ignored(shelf: Path, demo: Path) -> None:
    """The last commits may be in the WAL only: showing the workspace without them would show an older report."""
    path = shelf / "demo.meit"
    shutil.copy(demo, path)
    crash = """
        import signal
        ws = open_workspace(path)
        study = worklist.list_studies(ws)[0]
        reporting.save_revision(ws, actor=actor, study_id=study.study_id, text="Only in the WAL.")
        sys.stdout.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    """
    source = textwrap.dedent(PREPARE.replace("os.geteuid() == 0", "False")) + textwrap.dedent(crash)
    subprocess.run([sys.executable, "-c", source, str(path), str(demo)], check=False, capture_output=True)
    assert Path(f"{path}-wal").stat().st_size > 0
    for side in ("-wal", "-shm"):
        Path(f"{path}{side}").chmod(0o444)
    protect(path, folder=True)
    look = """
        try:
            with open_workspace(path) as ws:
                study = worklist.list_studies(ws)[0]
                print(worklist.load_study(ws, study_id=study.study_id).revisions[0].text)
        except UserError as refused:
            print(refused)
    """
    said = run(look, path, warm_up_with=demo).strip()
    assert said == "Only in the WAL."


def test_a_new_workspace_where_nothing_may_be_written(shelf: Path, demo: Path) -> None:
    shelf.chmod(0o555)
    script = """
        try:
            open_workspace(path)
        except UserError as refused:
            print(refused)
    """
    assert "A workspace can't be made here" in run(script, shelf / "new.meit", warm_up_with=demo)
    assert not list(shelf.iterdir())
