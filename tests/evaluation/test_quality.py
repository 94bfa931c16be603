"""The quality task on a small real model: the whole document, leakage, damage, stopping."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.errors import Cancelled, UserError
from meit_core.evaluation.hallucination import RATES
from meit_core.evaluation.quality import evaluate_quality
from meit_core.jobs import JobContext
from meit_core.model.decoding.writing import CompletionConfig
from meit_core.model.house_styles import HouseStyles
from tests.evaluation.conftest import MakeFolder
from tests.evaluation.rule_reader import RuleReader

TRAINING_FOLDS = frozenset(range(1, 9))


def run(root: Path, **options: Any) -> dict[str, Any]:
    data = options.get("test") or load_ptbxl(root)
    chosen = {"test": data, "training": data, "folds": {9}, "training_folds": TRAINING_FOLDS} | options
    return evaluate_quality(RuleReader(), **chosen).document


@pytest.fixture(scope="module")
def document(miniature: Path) -> dict[str, Any]:
    return run(miniature)


def test_a_right_reader_scores_nearly_full_marks(document: dict[str, Any]) -> None:
    """It only never says "normal ECG", which two of the eight reports do."""
    assert document["n"] == 8
    per_label = document["labels"]["per_label"]
    assert {code: row["f1"] for code, row in per_label.items()} == {
        **dict.fromkeys(("SR", "STACH", "SBRAD", "AFIB"), 1.0),
        "NORM": 0.0,
    }
    assert document["clean"]["exact_match"] == 0.75
    assert document["labels"]["auroc_per_label"] == dict.fromkeys(("SR", "STACH", "SBRAD", "AFIB"), 1.0)
    assert document["drafts"]["distinct"] == 4 and document["drafts"]["empty"] == 0


def test_the_document_has_the_keys_of_the_command_line_contract(document: dict[str, Any]) -> None:
    metrics = {"bleu1", "bleu2", "bleu3", "bleu4", "meteor", "rouge1", "rouge2", "rougeL", "cider_d"}
    for part in (document, *document["baselines"].values()):
        assert metrics <= set(part["clean"])
        assert metrics <= set(part["compat"])
        assert {"macro_f1", "micro_f1", "per_label"} <= set(part["labels"])
        assert set(part["clean"]) | {"macro_f1", "micro_f1", *RATES} == set(part["ci95"])
        assert set(RATES) <= set(part["clinical"])
    assert set(document["verdict"]["against"]) == set(document["baselines"])
    assert set(document["baselines"]) == {"most_frequent", "nearest_neighbour", "findings_template"}
    assert document["patient_overlap"] == 0
    assert document["seconds"] > 0
    assert document["labels"]["superclass_macro_auroc"] is None  # this head has no output for any superclass
    json.dumps(document, allow_nan=False)


def test_baselines_are_what_they_claim(document: dict[str, Any]) -> None:
    baselines = document["baselines"]
    # the commonest of four equally common reports is the first: right for two of eight
    assert baselines["most_frequent"]["clean"]["exact_match"] == 0.25
    assert baselines["nearest_neighbour"]["clean"]["exact_match"] == 1.0
    assert baselines["findings_template"]["clean"]["exact_match"] == 0.75


class LeavesTheRhythmOut(RuleReader):
    """Sees every rhythm and writes of none, in a pack that has its drafts completed."""

    completion = CompletionConfig()

    def stream(self, *_: object) -> Iterator[str]:
        yield "t wave abnormality."


def test_a_draft_is_scored_as_the_product_shows_it(miniature: Path) -> None:
    data = load_ptbxl(miniature)
    done = evaluate_quality(
        LeavesTheRhythmOut(), test=data, training=data, folds={9}, training_folds=TRAINING_FOLDS
    ).document
    assert all(done["labels"]["per_label"][code]["recall"] == 1.0 for code in ("SR", "STACH", "SBRAD", "AFIB"))


def test_the_limit_cuts_the_scored_set_only(miniature: Path) -> None:
    document = run(miniature, limit=3)
    assert document["n"] == 3
    assert document["split"]["training_n"] == 16


def test_training_folds_may_come_from_another_folder(miniature: Path, make_ptbxl: MakeFolder) -> None:
    test = load_ptbxl(make_ptbxl((10,), 1))
    document = run(miniature, test=test, training=load_ptbxl(miniature), folds={10})
    assert document["n"] == 4 and document["split"]["training_n"] == 16
    with pytest.raises(UserError, match=r"no recordings .* training folds .*--train-root"):
        run(miniature, test=test, folds={10})


def test_folds_without_recordings_are_named(miniature: Path) -> None:
    with pytest.raises(UserError, match=r"scored folds \(7, 10\)"):
        run(miniature, folds={10, 7})


def test_scoring_the_training_set_is_refused(miniature: Path) -> None:
    with pytest.raises(UserError, match="in the training folds too"):
        run(miniature, folds={1})


def test_patients_on_both_sides_are_counted(make_ptbxl: MakeFolder) -> None:
    root = make_ptbxl((1, 9), 1)
    table = root / "ptbxl_database.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",7900.0,", ",7100,"), encoding="utf-8")
    assert run(root)["patient_overlap"] == 1


def test_damaged_and_missing_recordings_are_left_out_and_named(make_ptbxl: MakeFolder) -> None:
    root = make_ptbxl((1, 9), 1)
    (root / "records100" / "00900_lr.dat").write_bytes(b"")
    (root / "records100" / "00901_lr.hea").unlink()
    (root / "records100" / "00103_lr.hea").write_text("nonsense", encoding="ascii")
    document = run(root)
    assert document["n"] == 2
    assert document["unreadable"] == {"scored": ["900", "901"], "training": ["103"]}
    for path in (root / "records100").glob("009*"):
        path.unlink()
    with pytest.raises(UserError, match="None of the recordings can be read"):
        run(root)


def test_a_stop_is_heard_between_recordings(miniature: Path) -> None:
    seen: list[str] = []

    def stop_at_the_third(_: float | None, message: str) -> None:
        seen.append(message)
        if len(seen) == 3:
            job.cancel()

    job = JobContext(stop_at_the_third)
    with pytest.raises(Cancelled):
        run(miniature, job=job)
    assert len(seen) == 3


def test_a_prompt_of_ones_own_reaches_the_model(miniature: Path) -> None:
    document = run(miniature, prompt="list the leads")
    assert document["clean"]["exact_match"] == 0.0
    assert document["labels"]["per_label"]["AFIB"]["f1"] == 1.0


def test_each_report_is_asked_for_in_its_house_style(miniature: Path) -> None:
    data = load_ptbxl(miniature)
    styles = ["terse", "", "wordy", "terse"]
    cases = [replace(case, style=styles[place % 4]) for place, case in enumerate(data.of_folds({9}))]
    styled = replace(data, cases=(*data.of_folds({1, 2}), *cases))
    result = evaluate_quality(
        RuleReader(), test=styled, training=styled, folds={9}, training_folds={1, 2}, styles=HouseStyles(("terse",))
    )
    assert result.document["asked_in_style"] == 4
    told = {draft.ecg_id: draft.draft.lower() for draft in result.drafts}
    assert list(told) == [case.ecg_id for case in cases]
    for case in cases:
        asked = told[case.ecg_id].startswith("asked to report house style: terse.")
        assert asked is (case.style == "terse")


@pytest.mark.data
def test_the_rule_reader_beats_chance_on_real_recordings(real_data: Path) -> None:
    data = load_ptbxl(real_data / "ptbxl", low_rate=True)
    few = replace(data, cases=(*data.of_folds({1})[:20], *data.of_folds({9})[:40]))
    document = run(real_data, test=few)
    assert document["n"] == 40 and document["patient_overlap"] == 0
    assert document["labels"]["auroc_per_label"]["SR"] > 0.6
    assert document["labels"]["micro_f1"] > 0.1
