"""``meit packs pull``, ``list`` and ``fit``: language models kept beside the packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from meit_core.drafting.device import Card
from meit_core.model.packs.backbone_store import Backbone, pull_backbone, store_folder
from meit_core.model.packs.pack import Pack
from meit_core.model.sizing.memory import GIB
from tests.adapted_pack import write_adapted_pack, write_backbone
from tests.cli.conftest import Run, assert_plain_fault
from tests.model.language_models import write_model


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_model(tmp_path / "tiny-llama")


@pytest.fixture
def backbone(tmp_path: Path) -> Backbone:
    return pull_backbone(write_backbone(tmp_path / "tiny-instruct"))


def test_a_language_model_is_pulled_and_listed(meit: Run, source: Path) -> None:
    pulled = meit("packs", "pull", "--backbone", source, "--name", "mine", "--json")
    assert pulled.status == 0
    assert {"name", "family", "sha256", "source", "licence", "folder"} == set(pulled.document)
    assert pulled.document["name"] == "mine"
    assert "mine (llama) is in the store" in meit("packs", "pull", "--backbone", source, "--name", "mine").out
    listed = meit("packs", "list", "--json").document
    assert {"meit-mini"} == {each["name"] for each in listed if each["kind"] == "pack"}
    assert [each["sha256"] for each in listed if each["kind"] == "backbone"] == [pulled.document["sha256"]]
    assert pulled.document["sha256"][:12] in meit("packs", "list").out


def test_without_a_language_model_the_list_is_of_packs(meit: Run) -> None:
    assert "language model" not in meit("packs", "list").out


def test_a_model_that_a_pack_was_not_trained_on_is_refused(
    meit: Run, backbone: Backbone, source: Path, tmp_path: Path
) -> None:
    pytest.importorskip("peft")
    pack = write_adapted_pack(tmp_path / "adapted", backbone)
    ran = meit("packs", "pull", "--backbone", source, "--pack", pack.folder)
    assert_plain_fault(ran, "The adapter of adapted was trained on tiny-instruct, not on tiny-llama.")
    assert not (store_folder() / "tiny-llama").exists()
    right = meit("packs", "pull", "--backbone", tmp_path / "tiny-instruct", "--pack", pack.folder, "--json")
    assert right.document["sha256"] == backbone.sha256


def test_a_pack_that_holds_its_model_needs_none(meit: Run, source: Path, tiny_pack: Pack) -> None:
    ran = meit("packs", "pull", "--backbone", source, "--pack", tiny_pack.folder)
    assert_plain_fault(ran, "holds its language model itself")


def test_what_cannot_be_pulled_is_said_in_one_line(meit: Run, source: Path, tmp_path: Path) -> None:
    assert_plain_fault(meit("packs", "pull", "--backbone", "owner/model"), "network is off", "--network")
    assert_plain_fault(
        meit("packs", "pull", "--backbone", "no such thing"), "no folder, installed package or hub model"
    )
    assert_plain_fault(meit("packs", "pull", "--backbone", "json"), "ships no language model")
    (source / "tokenizer.json").unlink()
    assert_plain_fault(meit("packs", "pull", "--backbone", source), "has no tokenizer.json")
    (tmp_path / "empty").mkdir()
    assert_plain_fault(meit("packs", "pull", "--backbone", tmp_path / "empty"), "has no config.json")
    assert meit("packs", "pull").status == 2


def test_a_pack_whose_language_model_is_missing_says_how_to_get_it(
    meit: Run, backbone: Backbone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("peft")
    pack = write_adapted_pack(tmp_path / "adapted", backbone)
    monkeypatch.setenv("MEIT_BACKBONES", str(tmp_path / "empty"))
    ran = meit("packs", "verify", pack.folder)
    assert_plain_fault(ran, "needs the language model tiny-instruct", "meit packs pull --backbone DIR")
    monkeypatch.delenv("MEIT_BACKBONES")
    assert meit("packs", "verify", pack.folder).status == 0


def test_what_fits_is_printed_with_this_machines_card(meit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meit_core.drafting.device.probe_card", lambda: "no CUDA device")
    ran = meit("packs", "fit")
    assert ran.out.startswith("This machine: no CUDA device.\n")
    assert "llama-7b" in ran.out and "80 GB" in ran.out
    document = meit("packs", "fit", "--json").document
    assert (document["card"], document["card_gib"]) == ("no CUDA device", None)
    seven = next(row for row in document["rows"] if row["backbone"] == "llama-7b")
    assert seven["drafting"]["8"] == "nf4" and seven["parameters"] == 6_738_415_616
    monkeypatch.setattr("meit_core.drafting.device.probe_card", lambda: Card("Card", 10 * GIB))
    document = meit("packs", "fit", "--json").document
    assert document["card"] == "Card, 10.0 GB free"
    assert next(row for row in document["rows"] if row["backbone"] == "llama-7b")["drafting"]["10"] == "nf4"
