"""``meit retrain``, ``meit campaigns`` and the pack that drafts: what they print, and what they refuse."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from meit_core.domain.users import User
from meit_core.model.packs.pack import Pack, seal_pack
from meit_core.resources import ENVIRONMENT_VARIABLE as RESOURCES
from meit_core.resources import resource_path
from meit_core.services.users import create_first_admin
from meit_core.services.workspace import open_workspace
from meit_core.signal.simulator import SimulatedCase
from tests.cli.conftest import Run, assert_plain_fault
from tests.services.clinic import add_signed
from tests.tiny_pack import DRAFT, PROMPT, write_tiny_pack
from tests.training.ptbxl_folder import make_ptbxl

N: Final = 40


@pytest.fixture
def clinic(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with forty signed reports, of which the fixed key holds some out."""
    monkeypatch.setattr("meit_core.store.hold_out.token_hex", lambda n: "5e" * n)
    with open_workspace(workspace) as ws:
        ada: User = create_first_admin(ws, username="ada", printed_name="Dr. Ada", password="correct horse")
        cases = [SimulatedCase(heart_rate_bpm=60 + number, fs_hz=100.0, seed=number) for number in range(N)]
        add_signed(ws, cases, signer=ada, reader=lambda _: "Left bundle branch block.")
    return workspace


@pytest.fixture
def tiny_is_shipped(tmp_path: Path, tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Resources whose only pack is a tiny one."""
    folder = tmp_path / "resources"
    shutil.copytree(tiny_pack.folder, folder / "packs" / "meit-mini")
    for name in ("instructions.json", "knowledge"):
        source = resource_path(name)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    monkeypatch.setenv(RESOURCES, str(folder))


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_is_shipped")
def test_a_run_prints_its_table_and_the_document_of_the_contract(meit: Run, clinic: Path, tmp_path: Path) -> None:
    root = make_ptbxl(tmp_path / "ptbxl", per_fold=6)
    begun = meit("retrain", "--workspace", clinic, "--root", root, "--epochs", 1, "--json")
    assert begun.status == 0, begun.err
    document = begun.document
    assert document.keys() >= {"pack", "before", "after", "promoted"}
    assert document["promoted"] is False
    assert set(document["before"]) == set(document["after"]) == {"clinic", "public", "public_as_clinic"}
    table = meit("retrain", "--workspace", clinic, "--epochs", 1)
    assert table.status == 0, table.err
    assert "statement micro F1" in table.out and "95 % interval" in table.out and "Not promoted" in table.out
    listed = meit("packs", "list", "--workspace", clinic, "--json").document
    assert [pack["name"] for pack in listed if pack["kind"] == "pack"] == ["tiny"], "nothing was promoted"
    assert meit("audit", "verify", "--workspace", clinic).status == 0


def test_what_is_refused(meit: Run, clinic: Path, workspace: Path) -> None:
    assert_plain_fault(meit("retrain", "--workspace", clinic), "forgets", "--without-public-data")
    alone = ("retrain", "--workspace", clinic, "--without-public-data")
    assert_plain_fault(meit(*alone, "--since", "2999-01-01"), "too few signed reports")
    assert_plain_fault(meit(*alone, "--campaign", "ward"), "no campaign ward")
    assert_plain_fault(meit("retrain", "--workspace", clinic, "--resume"), "No interrupted retraining")
    assert meit("retrain", "--force", "because").status == 2
    assert meit("retrain", "--since", "yesterday").status == 2


def test_campaigns(meit: Run, clinic: Path) -> None:
    assert "no campaigns" in meit("campaigns", "list", "--workspace", clinic).out
    ids = [study["study_id"] for study in meit("studies", "--workspace", clinic, "--json").document]
    assert meit("campaigns", "add", "ward", *ids[:5], "--workspace", clinic, "--json").document["added"] == 5
    assert meit("campaigns", "add", "ward", *ids[:6], "--workspace", clinic, "--json").document["added"] == 1
    listed = meit("campaigns", "list", "--workspace", clinic, "--json").document
    assert listed == [{"campaign": "ward", "studies": 6}]
    assert_plain_fault(meit("campaigns", "add", "ward", "nowhere", "--workspace", clinic), "no such study")


def test_the_promoted_pack_drafts_and_another_one_if_it_is_named(
    meit: Run, workspace: Path, recordings: Path, tmp_path: Path, tiny_pack: Pack
) -> None:
    recording = recordings / "rate-62.csv"
    study = meit("import", recording, "--workspace", workspace, "--json").document["imported"][0]
    other = write_tiny_pack(tmp_path / "other", max_new_tokens=20)
    place = ("--workspace", workspace)
    assert_plain_fault(meit("packs", "promote", other.folder, *place), "never compared", "--force")
    assert meit("packs", "promote", other.folder, "--force", "A trial.", *place).status == 0
    for drafted in (meit("draft", study, *place, "--json"), meit("draft", recording, *place, "--json")):
        assert (drafted.document["pack"], drafted.document["text"]) == ("other", DRAFT)
    assert meit("draft", study, "--pack", tiny_pack.folder, *place, "--json").document["pack"] == "tiny"
    both = meit("draft", study, recording, *place, "--json").document
    assert [each["pack"] for each in both] == ["other", "other"]
    in_use = {
        pack["name"]: pack["in_use"] for pack in meit("packs", "list", *place, "--json").document if "in_use" in pack
    }
    assert in_use["other"] and not in_use["meit-mini"]
    assert "Knows one report" in meit("packs", "show", *place).out
    assert meit("packs", "rollback", *place, "--json").document == {"pack": "meit-mini"}
    assert_plain_fault(meit("packs", "rollback", *place), "nothing to go back to")


def test_a_house_style_is_set_once_and_asked_for_in_every_draft(
    meit: Run, workspace: Path, recordings: Path, tmp_path: Path, tiny_pack: Pack
) -> None:
    recording = recordings / "rate-62.csv"
    study = meit("import", recording, "--workspace", workspace, "--json").document["imported"][0]
    place = ("--workspace", workspace)
    assert_plain_fault(meit("packs", "style", "terse", *place), "doesn't know the house style")
    styled = tmp_path / "styled"
    shutil.copytree(tiny_pack.folder, styled)
    seal_pack(styled, {**tiny_pack.manifest, "prompt": {**tiny_pack.manifest["prompt"], "styles": ["terse", "wordy"]}})
    assert meit("packs", "promote", styled, "--force", "A trial.", *place).status == 0
    assert meit("packs", "style", *place, "--json").document == {"style": "", "known": ["terse", "wordy"]}
    assert meit("packs", "style", "Terse", *place, "--json").document["style"] == "terse"
    drafted = [meit("draft", name, *place, "--json").document for name in (study, recording)]
    drafted += meit("draft", study, recording, *place, "--json").document
    assert {each["prompt"] for each in drafted} == {f"{PROMPT} House style: terse."}
    assert meit("draft", study, "--prompt", "Rhythm only.", *place, "--json").document["prompt"] == "Rhythm only."
    assert meit("draft", study, "--pack", tiny_pack.folder, *place, "--json").document["prompt"] == PROMPT
    assert "“terse”" in meit("packs", "style", *place).out
    assert meit("packs", "style", "--none", *place).status == 0
    assert meit("draft", study, *place, "--json").document["prompt"] == PROMPT
