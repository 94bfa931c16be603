"""``meit evaluate`` with a whole small pack: its document, its summary, and what stands in its way."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from meit_core.cli import main
from meit_core.cli.evaluate import parse_folds
from meit_core.model.packs.pack import Pack, seal_pack
from tests.evaluation.conftest import MakeFolder
from tests.tiny_pack import REPORT, write_tiny_pack

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``meit evaluate`` and return status, standard output and standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(["evaluate", *(str(argument) for argument in arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return write_tiny_pack(tmp_path_factory.mktemp("packs") / "tiny")


def document_of(ran: tuple[int, str, str]) -> dict[str, Any]:
    status, out, err = ran
    assert (status, err) == (0, "")
    document: dict[str, Any] = json.loads(out)
    return document


def test_json_has_what_scripts_rely_on(evaluate: Run, miniature: Path, pack: Pack, tmp_path: Path) -> None:
    target = tmp_path / "results" / "scores.json"
    options = ("--dataset", "ptbxl", "--folds", "9", "--pack", pack.folder, "--task", "quality", "-o", target, "--json")
    document = document_of(evaluate("--root", miniature, *options))
    assert {"n", "clean", "compat", "labels", "baselines", "ci95", "split", "patient_overlap", "seconds"} <= set(
        document
    )
    assert set(document["baselines"]) == {"most_frequent", "nearest_neighbour", "findings_template"}
    assert {"macro_f1", "micro_f1", "macro_auroc", "per_label"} <= set(document["labels"])
    assert document["n"] == 8 and document["patient_overlap"] == 0
    assert (document["pack"], document["pack_sha256"]) == ("tiny", pack.sha256)
    assert document["device"].startswith(("cpu (", "cuda ("))
    assert json.loads(target.read_text(encoding="utf-8")) == document


def test_scores_are_those_of_the_report_the_pack_knows(evaluate: Run, miniature: Path, pack: Pack) -> None:
    """The pack writes one report for everything; where it is fast or slow, the measured rate names the rhythm."""
    assert REPORT == "sinus rhythm. normal ecg."
    document = document_of(evaluate("--root", miniature, "--pack", pack.folder, "--json"))
    assert document["drafts"]["distinct"] == 3
    assert document["baselines"]["most_frequent"]["clean"]["exact_match"] == 0.25
    assert document["clean"]["exact_match"] == 0.25
    sinus = {"precision": 0.5, "recall": 1.0, "f1": 2 / 3, "n": 2}
    assert document["labels"]["per_label"]["SR"] == pytest.approx(sinus)
    assert document["labels"]["per_label"]["STACH"]["f1"] == document["labels"]["per_label"]["SBRAD"]["f1"] == 1.0


def test_training_folds_may_be_in_another_folder(
    evaluate: Run, miniature: Path, make_ptbxl: MakeFolder, pack: Pack
) -> None:
    root = make_ptbxl((10,), 1)
    asked = ("--root", root, "--folds", "10", "--pack", pack.folder)
    document = document_of(evaluate(*asked, "--train-root", miniature, "--limit", "3", "--json"))
    assert document["n"] == 3
    assert document["split"]["folds"] == [10] and document["split"]["training_n"] == 16
    status, out, err = evaluate(*asked)
    assert (status, out) == (1, "")
    assert "--train-root" in err and "Traceback" not in err


def test_people_get_a_table(evaluate: Run, miniature: Path, pack: Pack) -> None:
    status, out, err = evaluate("--root", miniature, "--pack", pack.folder, "--limit", "4")
    assert (status, err) == (0, "")
    for expected in ("BLEU-4", "most frequent", "nearest neighbour", "findings template", "Scored 4 recordings"):
        assert expected in out


def test_a_pack_that_was_trained_on_the_scored_folds_is_named(
    evaluate: Run, miniature: Path, pack: Pack, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    shutil.copytree(pack.folder, own)
    seal_pack(own, {**pack.manifest, "training": {"dataset": "ptbxl", "training_folds": [1, 9]}})
    assert document_of(evaluate("--root", miniature, "--pack", own, "--json"))["split"]["pack_trained_on"] == [1, 9]
    _, out, _ = evaluate("--root", miniature, "--pack", own, "--limit", "1")
    assert "trained on fold 9: these scores are no test" in out
    assert (
        document_of(evaluate("--root", miniature, "--pack", pack.folder, "--json"))["split"]["pack_trained_on"] is None
    )


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--dataset", "mimic-iv-ecg"), 1, "MIMIC-IV-ECG"),
        (("--report", "page.pdf"), 1, ".html"),
        (("--pack", "no-such-pack"), 1, "no-such-pack"),
        (("--folds", "7"), 1, "no recordings with a report in the scored folds (7)"),
        (("--folds", "nine"), 2, "names no folds"),
        (("--task", "poetry"), 2, "poetry"),
        (("--limit", "0"), 2, "--limit"),
        (("--train-root", "nowhere"), 1, "no PTB-XL data set in nowhere"),
    ],
)  # fmt: skip
def test_faults_are_plain_and_have_the_right_status(
    evaluate: Run, miniature: Path, pack: Pack, *, options: tuple[str, ...], status: int, said: str
) -> None:
    given = options if "--pack" in options else ("--pack", str(pack.folder), *options)
    ended, out, err = evaluate("--root", miniature, *given)
    assert (ended, out) == (status, "")
    assert said in err and "Traceback" not in err


def test_missing_folder_and_unwritable_file_are_named(
    evaluate: Run, miniature: Path, pack: Pack, tmp_path: Path
) -> None:
    status, _, err = evaluate("--root", tmp_path)
    assert status == 1 and "no PTB-XL data set" in err
    (tmp_path / "file").write_text("", encoding="utf-8")
    status, _, err = evaluate("--root", miniature, "--pack", pack.folder, "--limit", "1", "-o", tmp_path / "file" / "x")
    assert status == 1 and "can't be written" in err


def test_without_the_metrics_packages_the_command_says_what_to_install(
    evaluate: Run, miniature: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib.util

    real = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *rest: None if name == "nltk" else real(name, *rest))
    status, _, err = evaluate("--root", miniature)
    assert status == 1
    assert "nltk" in err and "pip install" in err


def test_folds_are_lists_and_ranges() -> None:
    assert parse_folds("9") == {9}
    assert parse_folds("9, 10") == {9, 10}
    assert parse_folds("1-3,5") == {1, 2, 3, 5}
    for wrong in ("", "a", "3-1", "1,,2", "-1"):
        with pytest.raises(typer.BadParameter):
            parse_folds(wrong)
