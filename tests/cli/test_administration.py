"""``meit users``, ``audit``, ``backup``, ``packs`` and ``doctor``."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meit_core.model.packs.pack import CHECKSUMS, MANIFEST, Pack, seal_pack
from meit_core.services.users import sign_in
from meit_core.services.workspace import open_workspace
from tests.cli.conftest import Run, assert_plain_fault

PASSWORD = "correct horse"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Standard input with a password in it."""
    given = io.StringIO(f"{PASSWORD}\n")
    monkeypatch.setattr("sys.stdin", given)
    return given


def add_admin(meit: Run, workspace: Path) -> None:
    arguments = ("anna", "--name", "Dr. A. Smith", "--role", "admin", "--password-stdin", "--workspace", workspace)
    ran = meit("users", "add", *arguments, "--json")
    assert ran.status == 0, ran.err
    assert ran.document == {"username": "anna", "printed_name": "Dr. A. Smith", "role": "admin", "locked": False}


def test_users_are_added_listed_and_locked(meit: Run, workspace: Path, typed: io.StringIO) -> None:
    add_admin(meit, workspace)
    typed.seek(0)
    added = meit("users", "add", "ben", "--name", "B. Jones", "--password-stdin", "--workspace", workspace)
    assert added.status == 0 and added.out.split() == ["ben", "B.", "Jones", "reader"]
    with open_workspace(workspace) as opened:
        assert sign_in(opened, username="ben", password=PASSWORD).printed_name == "B. Jones"
    locked = meit("users", "lock", "ben", "--workspace", workspace, "--json")
    assert locked.document["locked"] is True
    listed = {
        user["username"]: user["locked"] for user in meit("users", "list", "--workspace", workspace, "--json").document
    }
    assert listed == {"anna": False, "ben": True}
    assert "locked" in meit("users", "list", "--workspace", workspace).out
    assert meit("users", "lock", "ben", "--unlock", "--workspace", workspace, "--json").document["locked"] is False


def test_the_first_user_must_be_an_administrator(meit: Run, workspace: Path, typed: io.StringIO) -> None:
    ran = meit("users", "add", "ben", "--name", "B. Jones", "--password-stdin", "--workspace", workspace)
    assert_plain_fault(ran, "no administrator yet")
    assert meit("users", "list", "--workspace", workspace).out == "No users yet.\n"


def test_a_password_is_never_an_argument(meit: Run, workspace: Path, typed: io.StringIO) -> None:
    arguments = ("anna", "--name", "Dr. A. Smith", "--role", "admin", "--workspace", workspace)
    assert_plain_fault(meit("users", "add", *arguments), "without a terminal")
    assert meit("users", "add", *arguments, "--password", PASSWORD).status == 2


def test_audit_verify_counts_rows_and_finds_a_change(meit: Run, workspace: Path, typed: io.StringIO) -> None:
    add_admin(meit, workspace)
    whole = meit("audit", "verify", "--workspace", workspace, "--json")
    assert whole.status == 0
    assert whole.document["ok"] is True and whole.document["rows"] >= 2
    assert meit("audit", "verify", "--workspace", workspace).out == f"{whole.document['rows']} rows, unbroken.\n"
    with closing(sqlite3.connect(workspace)) as file, file:
        for (trigger,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{trigger}"')
        file.execute("UPDATE audit_log SET username = 'somebody else' WHERE seq = 1")
    broken = meit("audit", "verify", "--workspace", workspace, "--json")
    assert broken.status == 1
    assert broken.document["ok"] is False
    assert broken.err.count("\n") == 1
    assert_plain_fault(meit("audit", "verify", "--workspace", workspace))


def test_audit_verify_makes_no_workspace(meit: Run, workspace: Path) -> None:
    assert_plain_fault(meit("audit", "verify", "--workspace", workspace))
    assert not workspace.exists()


def test_backup_is_a_workspace_of_its_own(meit: Run, workspace: Path, recordings: Path, tmp_path: Path) -> None:
    imported = meit("import", recordings, "--workspace", workspace, "--json").document["imported"]
    done = meit("backup", tmp_path / "copy.meit", "--workspace", workspace, "--json").document
    assert done["path"] == str(tmp_path / "copy.meit")
    assert done["n_bytes"] == (tmp_path / "copy.meit").stat().st_size
    copied = meit("studies", "--workspace", tmp_path / "copy.meit", "--json").document
    assert {study["study_id"] for study in copied} == set(imported)
    assert_plain_fault(meit("backup", tmp_path / "copy.meit", "--workspace", workspace), "already a file")
    beside = meit("backup", "--workspace", workspace, "--json").document
    assert Path(beside["path"]).parent == workspace.parent


@pytest.fixture
def installed(tiny_pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two packs shipped with the product: one whole, one damaged."""
    packs = tmp_path / "resources" / "packs"
    for name in ("tiny", "damaged"):
        shutil.copytree(tiny_pack.folder, packs / name)
    (packs / "damaged" / "findings.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("MEIT_RESOURCES", str(packs.parent))
    return packs


def test_packs_are_listed_shown_and_verified(meit: Run, installed: Path, tiny_pack: Pack) -> None:
    listed = {pack["folder"]: pack for pack in meit("packs", "list", "--json").document}
    assert listed[str(installed / "tiny")]["sha256"] == tiny_pack.sha256
    assert listed[str(installed / "tiny")]["problem"] == ""
    assert "changed" in listed[str(installed / "damaged")]["problem"]
    assert tiny_pack.sha256[:12] in meit("packs", "list").out
    assert "Knows one report" in meit("packs", "show", "tiny").out
    assert meit("packs", "show", "tiny", "--json").document["manifest"]["name"] == "tiny"
    verified = meit("packs", "verify", "tiny", "--json")
    assert verified.document == {"name": "tiny", "sha256": tiny_pack.sha256, "ok": True}
    assert_plain_fault(meit("packs", "verify", "damaged"), "changed", "findings.json")
    assert_plain_fault(meit("packs", "show", "no-such-pack"), "no-such-pack")


def test_a_pack_that_is_intact_but_does_not_load_fails(meit: Run, tiny_pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    shutil.copytree(tiny_pack.folder, folder)
    (folder / "encoder.safetensors").write_bytes(b"nothing like it")
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).unlink()
    (folder / CHECKSUMS).unlink()
    seal_pack(folder, manifest)
    assert_plain_fault(meit("packs", "verify", folder), "can't be loaded")


def test_doctor_names_what_works_and_what_to_do(meit: Run, installed: Path, tmp_path: Path) -> None:
    (tmp_path / "resources" / "packs" / "damaged").rename(installed / "meit-mini")
    ran = meit("doctor", "--json")
    assert ran.status == 1  # the bundled pack is the damaged one
    checks = {check["name"]: check for check in ran.document["checks"]}
    assert {"program", "libraries", "shipped files", "memory", "data folder", "workspace", "model"} <= set(checks)
    assert ran.document["ok"] is False
    assert checks["libraries"]["ok"] and checks["shipped files"]["ok"]
    assert not checks["model"]["ok"]
    assert "changed" in checks["model"]["message"] and checks["model"]["hint"]
    assert all(check["message"].endswith(".") for check in checks.values())


def test_doctor_passes_where_all_is_well(meit: Run, installed: Path) -> None:
    shutil.rmtree(installed / "damaged")
    shutil.copytree(installed / "tiny", installed / "meit-mini")
    ran = meit("doctor")
    lines = ran.out.splitlines()
    failing = [line for line in lines if line.startswith("NOT OK") and " memory " not in line]
    assert failing == []
    assert any("model" in line and "loads on" in line for line in lines)
