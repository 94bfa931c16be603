"""The list of packs says which can't be used, and why."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from meit_core.model.packs.backbone_store import ENVIRONMENT_VARIABLE, pull_backbone
from meit_core.resources import ENVIRONMENT_VARIABLE as RESOURCES
from meit_core.services.packs import list_packs
from tests.adapted_pack import write_adapted_pack, write_backbone


def test_a_pack_whose_language_model_is_not_here_is_listed_with_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(RESOURCES, str(tmp_path))
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "store"))
    backbone = pull_backbone(write_backbone(tmp_path / "tiny-lm"))
    write_adapted_pack(tmp_path / "packs" / "adapted", backbone)
    assert [(pack.name, pack.problem) for pack in list_packs()] == [("adapted", "")]
    shutil.rmtree(tmp_path / "store")
    (listed,) = list_packs()
    assert listed.problem == "The pack needs the language model tiny-lm, which isn't on this machine."
    (tmp_path / "packs" / "adapted" / "MODEL_CARD.md").write_text("better than it is", encoding="utf-8")
    assert "was changed after it was made" in list_packs()[0].problem
