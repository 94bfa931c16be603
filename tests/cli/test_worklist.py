"""``meit import`` and ``meit studies``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, assert_plain_fault


def test_import_says_what_became_of_every_file(meit: Run, recordings: Path, workspace: Path) -> None:
    ran = meit("import", recordings, "--workspace", workspace, "--json")
    assert (ran.status, ran.err) == (0, "")
    first = ran.document
    assert len(first["imported"]) == 2 and first["duplicates"] == [] and first["seconds"] > 0
    (refused,) = first["quarantined"]
    assert refused["path"] == str(recordings / "letter.pdf")
    assert refused["reason"].endswith(".")
    again = meit("import", recordings, "--workspace", workspace)
    assert again.status == 0
    assert "0 imported, 2 known already, 1 not readable" in again.out
    assert refused["reason"] in again.out


def test_folders_in_folders_are_imported_on_request(
    meit: Run, recordings: Path, workspace: Path, tmp_path: Path
) -> None:
    inner = tmp_path / "ward" / "bed 3"
    inner.mkdir(parents=True)
    shutil.copy(recordings / "rate-62.csv", inner)
    flat = meit("import", tmp_path / "ward", "--workspace", workspace, "--json").document
    assert flat["imported"] == []
    deep = meit("import", tmp_path / "ward", "--recursive", "--workspace", workspace, "--json").document
    assert len(deep["imported"]) == 1


def test_a_path_that_does_not_exist_is_named(meit: Run, workspace: Path) -> None:
    assert_plain_fault(meit("import", "nowhere", "--workspace", workspace), "nowhere")


def test_a_file_that_is_no_workspace_is_refused(meit: Run, recordings: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.meit"
    path.write_text("not a database\n" * 100, encoding="utf-8")
    assert_plain_fault(meit("import", recordings, "--workspace", path))
    assert path.read_text(encoding="utf-8").startswith("not a database")


def test_studies_lists_searches_and_filters(meit: Run, recordings: Path, workspace: Path) -> None:
    assert meit("studies", "--workspace", workspace).out == "No studies.\n"
    imported = meit("import", recordings, "--workspace", workspace, "--json").document["imported"]
    listed = meit("studies", "--workspace", workspace, "--json").document
    assert {study["study_id"] for study in listed} == set(imported)
    assert {study["status"] for study in listed} == {"unread"}
    (found,) = meit("studies", "--search", "rate-118", "--workspace", workspace, "--json").document
    assert found["source_name"] == "rate-118.csv"
    assert meit("studies", "--status", "confirmed", "--workspace", workspace, "--json").document == []
    table = meit("studies", "--status", "UNREAD", "--workspace", workspace).out.splitlines()
    assert table[0].startswith("study") and len(table) == 3
    assert len(meit("studies", "--limit", "1", "--workspace", workspace, "--json").document) == 1


@pytest.mark.parametrize("arguments", [("--status", "lost"), ("--limit", "0"), ("--colour", "red")])
def test_wrong_usage_of_studies(meit: Run, workspace: Path, arguments: tuple[str, str]) -> None:
    ran = meit("studies", *arguments, "--workspace", workspace)
    assert ran.status == 2
    assert ran.out == "" and arguments[0] in ran.err
    assert not workspace.exists()
