"""The page for people: whole, self-contained, escaped, and with a plot for every table that has one."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from meit_core.cli import main
from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.evaluation.benchmark_report import report_page
from meit_core.evaluation.benchmark_report.plots import Point, curve_plot, interval_plot
from meit_core.evaluation.benchmark_report.words import readable
from meit_core.evaluation.noise import UNDISTURBED, evaluate_noise
from meit_core.evaluation.quality import evaluate_quality
from meit_core.signal.disturbing import muscle_noise, paper_white_noise
from tests.evaluation.rule_reader import RuleReader
from tests.tiny_pack import write_tiny_pack

HEADING = {"dataset": "ptbxl", "pack": "rules <b>", "pack_sha256": "0" * 64, "device": "cpu"}
TRAINING = frozenset(range(1, 9))


class Balanced(HTMLParser):
    """Fails at a tag that closes what isn't open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.outside += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def whole(page: str) -> str:
    """Return a page that was checked: balanced, nothing from outside, every drawing well formed."""
    reader = Balanced()
    reader.feed(page)
    assert reader.open == [] and reader.outside == []
    assert "<script" not in page and "url(" not in page
    for drawing in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        ElementTree.fromstring(drawing)
        assert "nan" not in drawing
    return page


@pytest.fixture(scope="module")
def quality(miniature: Path) -> dict[str, Any]:
    data = load_ptbxl(miniature)
    result = evaluate_quality(RuleReader(), test=data, training=data, folds={9}, training_folds=TRAINING)
    document = {"task": "quality", **HEADING, **result.document}
    document["split"]["pack_trained_on"] = [1, 9]
    return document


def test_the_quality_page_has_both_columns_baselines_and_findings(quality: dict[str, Any]) -> None:
    page = whole(report_page(quality))
    assert "rules &lt;b&gt;" in page and "<b>" not in page
    for words in ("compat", "nearest neighbour", "atrial fibrillation", "Best and worst drafts", "Omission rate"):
        assert words in page
    clean, compat = quality["clean"]["bleu4"], quality["compat"]["bleu4"]
    row = next(line for line in page.splitlines() if "<td>BLEU-4</td>" in line)
    assert row.index(f"{clean:.3f} (") < row.index(f"{compat:.3f}")
    assert "The pack was trained on fold 9: these scores are no test." in page
    assert page.count("<svg") == 2  # no confidences, so no calibration


def test_examples_are_the_best_and_the_worst_and_no_report_twice(quality: dict[str, Any]) -> None:
    """The reader never says "normal ECG"; four kinds of reports, all different."""
    rows = quality["examples"]
    assert [row["which"] for row in rows] == ["best"] * 4
    assert rows[-1]["reference"] == "sinus rhythm. normal ecg." and rows[-1]["score"] < rows[0]["score"] == 1.0
    assert len({row["reference"] for row in rows}) == 4


def test_calibration_is_drawn_where_there_are_confidences(quality: dict[str, Any]) -> None:
    bins = [{"n": 20, "told": 0.85, "right": 0.6}]
    known = {"n": 20, "right": 0.6, "ece": 0.25, "ece_refitted": 0.1, "bins": bins}
    mistakes = [{"sentence": "Normal ECG.", "confidence": 0.9, "reference": "old <i>infarct</i>"}]
    page = whole(report_page({**quality, "confidence": known, "surest_mistakes": mistakes}))
    assert page.count("<svg") == 3 and "Expected calibration error 0.250" in page
    assert "old &lt;i&gt;" in page


def test_the_noise_page_draws_every_sweep(miniature: Path) -> None:
    data = load_ptbxl(miniature)
    conditions = (UNDISTURBED, *(muscle_noise(snr) for snr in (20, -25)), *(paper_white_noise(x) for x in (0.1, 0.2)))
    result = evaluate_noise(
        RuleReader(), test=data, training=data, folds={9}, training_folds=TRAINING, conditions=conditions
    )
    page = whole(report_page({"task": "noise", **HEADING, **result.document}))
    assert page.count("<svg") == 4  # two scores, two kinds of axes
    assert "muscle noise, -25 dB" in page and "dB signal to noise" in page and "largest share of the time" in page


def test_noise_grows_to_the_right_and_intervals_are_where_they_say() -> None:
    points = [Point(20, 0.5, 0.4, 0.6), Point(0, 0.2, 0.1, 0.3)]
    drawing = ElementTree.fromstring(curve_plot({"m": points}, title="t", x_title="dB", falling=True))
    line = next(each for each in drawing if each.tag.endswith("polyline"))
    (x0, y0), (x20, y20) = (map(float, pair.split(",")) for pair in line.attrib["points"].split())
    assert x20 < x0 and y20 < y0  # 20 dB is to the left and scores higher
    axis = interval_plot([("row", [(0.5, 0.25, 0.75)])], ("m",), title="t", left=100)
    marks = [each for each in ElementTree.fromstring(axis) if each.tag.endswith("line")]
    low, high = (float(marks[-1].attrib[name]) for name in ("x1", "x2"))
    zero, one = (float(marks[number].attrib["x1"]) for number in (0, 5))
    assert (low - zero) / (one - zero) == pytest.approx(0.25, abs=1e-3)
    assert (high - zero) / (one - zero) == pytest.approx(0.75, abs=1e-3)


def test_keys_of_scores_become_titles() -> None:
    assert readable("worse on macro_f1, rougeL; better on omission_rate of 9") == (
        "worse on macro F1, ROUGE-L; better on omission rate of 9"
    )


def test_a_sweeps_page_names_changes_failures_and_differences() -> None:
    scores = {"bleu4": 0.3, "meteor": 0.5, "rougeL": 0.6, "cider_d": 3.0}
    labels = {"macro_f1": 0.2, "micro_f1": 0.5, "superclass_macro_auroc": 0.9}
    bounds = {name: [0.1, 0.7] for name in (*scores, "macro_f1", "micro_f1")}
    row = {"about": "", "changes": {}, "n": 8, "clean": scores, "labels": labels, "ci95": bounds, "seconds": 90.0}
    against = {name: {"difference": -0.01, "ci95": [-0.02, 0.0]} for name in bounds}
    document = {
        "task": "sweep",
        "name": "fusion",
        "about": "Ways",
        "base": "base.toml",
        "common": {"writing": None, "tune.loop.epochs": 4},
        "first": "one",
        "rows": [
            {"name": "one", **row},
            {"name": "two", **row, "changes": {"fusion.variant": "flamingo"}, "against_first": against},
            {"name": "three", "about": "", "changes": {}, "failed": "Training diverged in epoch 1."},
        ],
        "baselines": {"most_frequent": {"clean": scores, "labels": labels}},
        "split": {"folds": [9], "training_folds": [1, 2]},
        "interval": "95 %",
    }
    page = whole(report_page(document))
    for words in ("without writing", "fusion.variant = flamingo", "Training diverged in epoch 1.", "−0.010"):
        assert words in page


def test_the_command_writes_the_page(miniature: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_tiny_pack(tmp_path / "tiny")
    target = tmp_path / "pages" / "quality.html"
    assert main(["evaluate", "--root", str(miniature), "--pack", str(pack.folder), "--report", str(target)]) == 0
    assert "BLEU-4" in capsys.readouterr().out
    assert "Quality of drafts: tiny on ptbxl" in whole(target.read_text(encoding="utf-8"))
