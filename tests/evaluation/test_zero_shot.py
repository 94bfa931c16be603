"""The zero-shot task: labels instead of reports, tables that can be audited, and what isn't zero-shot."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from meit_core.cli import main
from meit_core.datasets.cinc2021 import load_cinc2021
from meit_core.datasets.labelled import LabelledData
from meit_core.datasets.ludb import load_ludb
from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.errors import UserError
from meit_core.evaluation.weighted_auroc import weighted_auroc
from meit_core.evaluation.zero_shot import evaluate_zero_shot, shared_labels
from meit_core.knowledge.foreign_labels import TABLES, load_label_map
from meit_core.knowledge.statements import statements_by_code
from meit_core.model.packs.pack import Pack, seal_pack
from meit_core.signal.simulator import Rhythm, SimulatedCase
from meit_core.training.auroc import area_under_roc
from tests.evaluation.conftest import write_record
from tests.evaluation.rule_reader import RuleReader
from tests.tiny_pack import write_tiny_pack

RHYTHMS = (
    ("Sinus rhythm", SimulatedCase(heart_rate_bpm=72)),
    ("Sinus tachycardia", SimulatedCase(heart_rate_bpm=120)),
    ("Sinus bradycardia", SimulatedCase(heart_rate_bpm=48)),
    ("Atrial fibrillation", SimulatedCase(heart_rate_bpm=85, rhythm=Rhythm.ATRIAL_FIBRILLATION)),
)
TRAINING = frozenset(range(1, 9))


@pytest.fixture(scope="module")
def ludb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight recordings in LUDB's form, two of each rhythm, all with a word that no statement has."""
    root = tmp_path_factory.mktemp("ludb") / "data"
    root.mkdir()
    for number, (rhythm, case) in enumerate(RHYTHMS * 2):
        write_record(root / str(number), case, 500, seed=number)
        comments = ("<age>: 51", "<sex>: F", "<diagnoses>:", f"Rhythm: {rhythm}.", "Early repolarization syndrome.")
        with (root / f"{number}.hea").open("a", encoding="ascii") as header:
            header.writelines(f"# {line}\n" for line in comments)
    return root.parent


@pytest.fixture
def few_reports_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meit_core.evaluation.zero_shot.MINIMUM_STATED", 2)


def run(ludb: Path, miniature: Path, **options: Any) -> dict[str, Any]:
    data = load_ptbxl(miniature)
    return evaluate_zero_shot(
        RuleReader(), test=load_ludb(ludb), training=data, training_folds=TRAINING, **options
    ).document


@pytest.mark.usefixtures("few_reports_are_enough")
def test_a_right_reader_is_right_about_labels(ludb: Path, miniature: Path) -> None:
    document = run(ludb, miniature)
    per_label = document["labels"]["per_label"]
    assert {name: row["f1"] for name, row in per_label.items()} == {rhythm.lower(): 1.0 for rhythm, _ in RHYTHMS}
    assert {row["auroc"] for row in per_label.values()} == {1.0}
    assert document["labels"]["micro_f1"] == 1.0 and document["n"] == 8
    # of five kinds of training reports in equal numbers the first is the commonest: right for one rhythm of four
    assert document["baselines"]["most_frequent"]["labels"]["micro_f1"] == 0.25
    assert document["left_out"] == [
        {"label": "Early repolarization syndrome", "n": 8, "why": "no statement of the library says it"}
    ]
    assert document["clean"] is None and document["patient_overlap"] == 0
    json.dumps(document, allow_nan=False)


@pytest.mark.usefixtures("few_reports_are_enough")
def test_packs_with_and_without_instruction_tuning_are_compared_on_the_same_recordings(
    ludb: Path, miniature: Path
) -> None:
    class AlwaysFibrillation(RuleReader):
        def stream(self, *_: object) -> Any:
            yield "atrial fibrillation."

    document = run(ludb, miniature, without_instructions=AlwaysFibrillation())
    other = document["without_instruction_tuning"]
    assert other["labels"]["micro_f1"] == 0.25
    assert other["difference"]["micro_f1"]["difference"] == 0.75
    assert other["difference"]["micro_f1"]["ci95"][0] > 0
    assert other["difference"]["macro_f1"]["ci95"][0] > 0


def test_labels_that_the_training_reports_hardly_say_are_left_out(ludb: Path) -> None:
    data = load_ludb(ludb)
    shared, left_out = shared_labels(data, data.labels, ["sinus rhythm."] * 30 + ["atrial fibrillation."] * 19)
    assert shared == ["sinus rhythm"]
    assert {key: row[key] for row in left_out if row["label"] == "atrial fibrillation" for key in ("label", "n")} == {
        "label": "atrial fibrillation",
        "n": 2,
    }


@pytest.mark.parametrize("name", TABLES)
def test_tables_name_statements_of_the_library_and_every_source_once(name: str) -> None:
    table = load_label_map(name)
    sources = [source for label in table.labels for source in label.sources]
    assert len(set(sources)) == len(sources)
    assert not set(sources) & set(table.left_out)
    for label in table.labels:
        assert label.codes and label.codes <= set(statements_by_code()), label.name
        assert all(table.name_of(source) == label.name for source in label.sources)


def test_an_id_is_not_the_beginning_of_another() -> None:
    assert load_label_map("cinc2021").name_of("426783006") == "sinus rhythm"
    assert load_label_map("cinc2021").name_of("4267830060") is None
    assert load_label_map("ludb").name_of("Ventricular extrasystole, type: couplet") == "ventricular extrasystoles"


def test_every_scored_diagnosis_of_the_challenge_is_mapped_or_left_out_with_a_reason(real_data: Path) -> None:
    import csv

    table = load_label_map("cinc2021")
    with (real_data / "cinc2021" / "scored_diagnoses_2021.csv").open(encoding="utf-8") as file:
        ids = [row["SNOMEDCTCode"] for row in csv.DictReader(file)]
    assert len(ids) == 30
    assert [each for each in ids if table.name_of(each) is None and each not in table.left_out] == []


@pytest.mark.parametrize(
    ("load", "folder", "n", "unmapped"),
    [
        (load_ludb, "ludb", 100, {"Early repolarization syndrome": 5}),
        (load_cinc2021, "cinc2021", 40, {"713422000": 2, "251187003": 1, "251170000": 1}),
    ],
)
def test_real_headers_are_understood(
    real_data: Path, load: Callable[[Path], LabelledData], folder: str, n: int, unmapped: dict[str, int]
) -> None:
    data = load(real_data / folder)
    assert len(data.cases) == n and all(data.labels)
    assert data.unmapped == unmapped and set(unmapped) <= set(data.table.left_out)


def test_recordings_of_ptbxl_in_the_challenge_are_left_out(tmp_path: Path) -> None:
    for name in ("E00001", "HR00001"):
        (tmp_path / f"{name}.hea").write_text(f"{name} 1 500 10\n# Dx: 426783006\n", encoding="ascii")
    data = load_cinc2021(tmp_path)
    assert [case.ecg_id for case in data.cases] == ["E00001"] and data.excluded == {"recordings of PTB-XL": 1}
    with pytest.raises(UserError, match="no LUDB recordings"):
        load_ludb(tmp_path / "nothing")
    (tmp_path / "E00001.hea").write_text("E00001 1 500 10\n", encoding="ascii")
    with pytest.raises(UserError, match="no labels"):
        load_cinc2021(tmp_path)


def test_weighted_areas_are_those_of_the_repeated_recordings() -> None:
    dice = np.random.default_rng(4)
    scores, truth = np.round(dice.random(40), 1), dice.random(40) < 0.3
    weights = dice.integers(0, 4, (5, 40)).astype(np.float64)
    weights[4] = truth  # a sample without a negative has no area
    areas = weighted_auroc(scores, truth, weights)
    for row in range(4):
        rows = np.repeat(np.arange(40), weights[row].astype(int))
        assert areas[row] == pytest.approx(area_under_roc(scores[rows], truth[rows]))
    assert np.isnan(areas[4])


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    made = write_tiny_pack(tmp_path_factory.mktemp("packs") / "tiny")
    return seal_again(made, {"dataset": "ptbxl", "training_folds": [1, 2], "instructions": "diverse"})


def seal_again(pack: Pack, training: dict[str, Any]) -> Pack:
    for name in ("pack.json", "SHA256SUMS"):
        (pack.folder / name).unlink()
    return seal_pack(pack.folder, {**pack.manifest, "training": training})


def evaluate(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(["evaluate", "--task", "zero-shot", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.usefixtures("few_reports_are_enough")
def test_the_command_scores_a_pack_on_labels(
    capsys: pytest.CaptureFixture[str], ludb: Path, miniature: Path, pack: Pack
) -> None:
    given = ("--dataset", "ludb", "--root", ludb, "--train-root", miniature, "--pack", pack.folder)
    status, out, err = evaluate(capsys, *given, "--without-instructions", pack.folder, "--json")
    assert (status, err) == (0, "")
    document = json.loads(out)
    assert document["trained_on"] == {"dataset": "ptbxl", "folds": [1, 2], "instructions": "diverse"}
    assert document["labels"]["per_label"]["sinus rhythm"]["recall"] == 1.0
    other = document["without_instruction_tuning"]
    assert other["pack_sha256"] == pack.sha256 and other["difference"]["micro_f1"]["difference"] == 0.0
    status, out, err = evaluate(capsys, *given, "--limit", "4")
    assert (status, err) == (0, "")
    assert "sinus rhythm" in out and "Early repolarization syndrome (8)" in out and "most frequent" in out


def test_the_command_scores_a_pack_on_reports_of_another_data_set(
    capsys: pytest.CaptureFixture[str], miniature: Path, pack: Pack, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    lines = [
        json.dumps(
            {
                "id": str(row),
                "patient_id": "7",
                "fold": 10,
                "record": f"records100/{900 + row:05d}_lr",
                "report": "sinus rhythm. normal ecg.",
            }
        )
        for row in range(4)
    ]
    (elsewhere / "manifest.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (elsewhere / "records100").mkdir()
    for row in range(4):
        write_record(elsewhere / f"records100/{900 + row:05d}_lr", RHYTHMS[0][1], 100, seed=900 + row)
    given = ("--dataset", "manifest", "--root", elsewhere, "--folds", "10", "--pack", pack.folder)
    both = ("--train-root", miniature, "--without-instructions", pack.folder)
    status, out, err = evaluate(capsys, *given, *both, "--json")
    assert (status, err) == (0, "")
    document = json.loads(out)
    assert document["clean"]["exact_match"] == 1.0 and document["split"]["training_n"] == 16
    assert document["without_instruction_tuning"]["difference"]["rougeL"]["difference"] == 0.0
    assert evaluate(capsys, *given)[0] == 1


def test_what_is_no_zero_shot_test_is_refused(
    capsys: pytest.CaptureFixture[str], ludb: Path, miniature: Path, pack: Pack
) -> None:
    given = ("--pack", pack.folder)
    _, _, err = evaluate(capsys, "--root", miniature, "--train-root", ludb, *given)
    assert "trained on ptbxl: that would be no zero-shot test" in err
    _, _, err = evaluate(capsys, "--root", ludb, "--dataset", "ludb", *given)
    assert "--train-root" in err
    status = main(["evaluate", "--root", str(ludb), "--dataset", "ludb", "--pack", str(pack.folder)])
    assert status == 1 and "--task zero-shot" in capsys.readouterr().err
