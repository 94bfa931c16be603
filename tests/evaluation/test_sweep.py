"""Sweeps: what a plan says, and the table that two trained variants end in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from meit_core.cli import main
from meit_core.errors import Cancelled, UserError
from meit_core.evaluation.draft_file import StoredDraft
from meit_core.evaluation.sweep_plan import load_plan, write_recipe
from meit_core.evaluation.sweep_table import ScoredRow, differences_to_first
from meit_core.jobs import JobContext
from meit_core.resources import resource_path
from meit_core.services.sweeping import sweep
from meit_core.training.recipe import load_recipe
from tests.training.ptbxl_folder import make_ptbxl
from tests.training.test_run import RECIPE

PLAN = """
name = "widths"
base = "base.toml"
without = ["generation.drawing"]
[change.pretrain.loop]
epochs = 1
[[row]]
name = "two"
[[row]]
name = "three"
change = { fusion.n_summary = 3, name = "not this" }
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "base.toml").write_text(RECIPE.format(root="nowhere", epochs=2), encoding="utf-8")
    path = tmp_path / "widths.toml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_rows_are_the_base_with_their_changes(plan: Path, tmp_path: Path) -> None:
    loaded = load_plan(plan)
    assert [row.name for row in loaded.rows] == ["two", "three"]
    assert loaded.common == {"generation.drawing": None, "pretrain.loop.epochs": 1}
    two, three = (dict(row.recipe) for row in loaded.rows)
    assert two["fusion"] == {"n_summary": 2} and three["fusion"] == {"n_summary": 3}
    assert two["pretrain"]["loop"]["epochs"] == three["pretrain"]["loop"]["epochs"] == 1
    assert "drawing" not in two["generation"] and three["name"] == "three"


def test_a_written_recipe_is_read_as_the_same(tmp_path: Path) -> None:
    values = {
        "name": 'with "quotes" and ümläut\n',
        "data": {"root": "C:\\data", "training_folds": [1, 2]},
        "tune": {"batch": 4, "language_rate": 1e-05, "checkpointing": True, "loop": {"epochs": 3}},
    }
    import tomllib

    assert tomllib.loads(write_recipe(values)) == values


@pytest.mark.parametrize("name", sorted(path.stem for path in resource_path("training", "sweeps").glob("*.toml")))
def test_sweeps_that_ship_name_recipes_that_load(name: str, tmp_path: Path) -> None:
    for row in load_plan(resource_path("training", "sweeps", f"{name}.toml")).rows:
        path = tmp_path / f"{row.name}.toml"
        path.write_text(write_recipe(row.recipe), encoding="utf-8")
        assert load_recipe(path).name == row.name


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("without", "whithout", "Did you mean without"),
        ('name = "three"', 'name = "two"', "Two rows"),
        ('name = "three"', 'name = "a/b"', "can't be called"),
        ('base = "base.toml"', 'base = "gone.toml"', "gone.toml"),
        ("generation.drawing", "generation.drawings", "isn't in its base"),
        ('[[row]]\nname = "two"\n', "", "fewer than two rows"),
    ],
)
def test_a_wrong_plan_says_what_is_wrong(plan: Path, old: str, new: str, said: str) -> None:
    plan.write_text(PLAN.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError, match=said):
        load_plan(plan)


def test_a_wrong_setting_in_any_row_stops_the_sweep_before_it_trains(plan: Path, tmp_path: Path) -> None:
    plan.write_text(PLAN.replace("n_summary", "n_sumary"), encoding="utf-8")
    with pytest.raises(UserError, match="n_sumary"):
        sweep(config=plan, out=tmp_path / "out")
    assert not list((tmp_path / "out").glob("*/*.pt"))


def row(name: str, texts: list[str]) -> ScoredRow:
    drafts = [StoredDraft(str(n), str(n // 2), REFERENCES[n], text) for n, text in enumerate(texts)]
    return ScoredRow(name, drafts, {})


REFERENCES = ["sinus rhythm. normal ecg.", "atrial fibrillation.", "sinus tachycardia.", "sinus bradycardia."] * 3


def test_a_difference_is_that_of_the_same_recordings() -> None:
    right, wrong = list(REFERENCES), ["sinus rhythm."] * len(REFERENCES)
    table = differences_to_first([row("right", right), row("wrong", wrong), row("again", right)], REFERENCES)
    assert set(table) == {"wrong", "again"}
    worse = table["wrong"]["micro_f1"]
    assert worse["before"] == 1.0 and worse["difference"] == pytest.approx(worse["after"] - 1.0)
    assert worse["ci95"][1] < 0
    assert table["again"]["rougeL"] == {"before": 1.0, "after": 1.0, "difference": 0.0, "ci95": [0.0, 0.0]}
    fewer = ScoredRow("fewer", row("x", right).drafts[:5], {})
    assert differences_to_first([row("right", right), fewer], REFERENCES)["fewer"]["n"] == 5


@pytest.mark.slow
def test_a_sweep_trains_goes_on_and_ends_in_one_table(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("meit_core.training.label_space.MINIMUM_CODED", 2)
    data, out = make_ptbxl(tmp_path / "ptbxl", per_fold=8), tmp_path / "out"

    def stop_in_the_second_row(_: float | None, message: str) -> None:
        if message.startswith("three (2 of 2): tune"):
            job.cancel()

    job = JobContext(stop_in_the_second_row)
    with pytest.raises(Cancelled):
        sweep(config=plan, out=out, root=data, job=job)
    first = (out / "two" / "evaluation.json").stat().st_mtime_ns
    status = main(["sweep", "--config", str(plan), "--out", str(out), "--root", str(data), "--json"])
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert status == 0
    assert (out / "two" / "evaluation.json").stat().st_mtime_ns == first  # a finished row isn't made again
    assert [row["name"] for row in document["rows"]] == ["two", "three"]
    assert document["rows"][1]["changes"]["fusion.n_summary"] == 3
    assert "against_first" not in document["rows"][0]
    assert document["rows"][1]["against_first"]["n"] == 8
    assert json.loads((out / "sweep.json").read_text(encoding="utf-8")) == document
    assert "| to two |" in (out / "sweep.md").read_text(encoding="utf-8")
    plan.write_text(PLAN.replace("n_summary = 3", "n_summary = 4"), encoding="utf-8")
    with pytest.raises(UserError, match="other settings"):
        sweep(config=plan, out=out, root=data)
