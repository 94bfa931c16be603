"""``meit train``: what it refuses, and the document it prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, assert_plain_fault
from tests.training.ptbxl_folder import make_ptbxl

RECIPE = """
name = "tiny"
version = "0"
vocabulary = 300
threads = 1
[data]
root = "{root}"
training_folds = [1]
[encoder]
widths = [8, 16]
blocks_per_stage = 1
attention_layers = 1
attention_heads = 2
n_tokens = 4
[decoder]
hidden = 32
layers = 1
heads = 2
feed_forward = 32
[pretrain]
batch = 4
[pretrain.loop]
epochs = 1
[tune]
batch = 4
[tune.loop]
epochs = 1
[generation]
max_new_tokens = 8
"""


def recipe(folder: Path, root: Path) -> Path:
    path = folder / "recipe.toml"
    path.write_text(RECIPE.format(root=root.as_posix()), encoding="utf-8")
    return path


def test_a_missing_data_set_and_a_wrong_setting_are_plain_faults(meit: Run, tmp_path: Path) -> None:
    assert_plain_fault(meit("train", "--config", recipe(tmp_path, tmp_path), "--out", tmp_path / "run"), "PTB-XL")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('name = "x"\nspeed = 1\n', encoding="utf-8")
    assert_plain_fault(meit("train", "--config", wrong, "--out", tmp_path / "run"), "speed")
    assert_plain_fault(meit("train", "--config", tmp_path / "nowhere.toml"), "nowhere.toml")


def test_without_a_recipe_it_is_bad_usage(meit: Run) -> None:
    assert meit("train").status == 2


@pytest.mark.slow
def test_a_run_prints_its_pack(meit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meit_core.training.label_space.MINIMUM_CODED", 2)
    data = make_ptbxl(tmp_path / "ptbxl", per_fold=8, folds=(1, 9))
    config = recipe(tmp_path, data)
    ran = meit("train", "--config", config, "--out", tmp_path / "run", "--json")
    assert ran.status == 0, ran.err
    assert ran.document.keys() >= {"pack", "steps", "best", "seconds"}
    shown = meit("packs", "show", ran.document["pack"])
    assert "Not a medical device" in shown.out
    assert_plain_fault(meit("train", "--config", config, "--out", tmp_path / "run"), "--resume")
