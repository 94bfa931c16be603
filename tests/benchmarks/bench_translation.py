"""The report translator against hand-made translations: those its makers never read, and the rest."""

from __future__ import annotations

import csv
import hashlib
import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sacrebleu.metrics import CHRF

from meit_core.knowledge import split_sentences, stated_codes
from meit_core.knowledge.translation import read_known_translations, translate
from tests.benchmarks.rows import Row

Pair = tuple[str, str]
"""The lexicon's English and a person's."""


def held_out(report: str) -> bool:
    """Whether a report's translation was kept from those who made the lexicon: one in five, by the text's hash."""
    return int(hashlib.sha256(report.encode()).hexdigest(), 16) % 5 == 0


def measure() -> Iterator[Row]:
    folder = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data")) / "ptbxl"
    if not (folder / "report_translations.tsv").is_file():
        return
    with (folder / "all_reports_folds_1_to_9.csv").open(encoding="utf-8", newline="") as file:
        reports = [row["report"] for row in csv.DictReader(file)]
    yield from _coverage(reports)
    known = read_known_translations(folder / "report_translations.tsv")
    for name, chosen in (("held out", True), ("seen", False)):
        pairs = [(translate(source).text, hand) for source, hand in known.items() if held_out(source) is chosen]
        yield from _agreement(pairs, name)


def _coverage(reports: Sequence[str]) -> Iterator[Row]:
    started = time.process_time()
    distinct = {report: translate(report) for report in dict.fromkeys(reports)}
    milliseconds = 1000 * (time.process_time() - started) / len(distinct)
    left = sum(bool(distinct[report].untranslated) for report in reports)
    how = f"PTB-XL, folds 1-9, {left} left"
    yield Row(
        "reports without a foreign word",
        100 - 100 * left / len(reports),
        "%",
        99.0,
        len(reports),
        how,
        lower_is_better=False,
    )
    yield Row("translate a report", milliseconds, "ms", 5.0, len(distinct), "mean over distinct reports, cold")


def _agreement(pairs: Sequence[Pair], name: str) -> Iterator[Row]:
    how = f"hand-made, {name}"
    chrf = CHRF().corpus_score([ours for ours, _ in pairs], [[hand for _, hand in pairs]]).score
    goal = 90.0 if name == "held out" else None
    yield Row(f"chrF, {name}", chrf, "", goal, len(pairs), f"{how}, sacreBLEU", lower_is_better=False)
    same = 100 * sum(ours == hand for ours, hand in pairs) / len(pairs)
    yield Row(f"reports word for word, {name}", same, "%", None, len(pairs), how, lower_is_better=False)
    sentences = [(Counter(split_sentences(ours)), Counter(split_sentences(hand))) for ours, hand in pairs]
    n, share = _share(sentences)
    yield Row(f"sentences word for word, {name}", share, "%", None, n, f"{how}, recall", lower_is_better=False)
    yield _findings(pairs, name)


def _share(pairs: Iterable[tuple[Counter[str], Counter[str]]]) -> tuple[int, float]:
    same = total = 0
    for ours, hand in pairs:
        same += (ours & hand).total()
        total += hand.total()
    return total, 100 * same / total


def _findings(pairs: Sequence[Pair], name: str) -> Row:
    """Micro F1 of what the report parser reads in both: a lost denial would show here."""
    both = only_ours = only_hand = 0
    for ours, hand in pairs:
        stated, expected = stated_codes(ours), stated_codes(hand)
        both += len(stated & expected)
        only_ours += len(stated - expected)
        only_hand += len(expected - stated)
    f1 = 200 * both / (2 * both + only_ours + only_hand)
    how = f"micro F1, {only_ours} added, {only_hand} lost"
    return Row(f"stated findings, {name}", f1, "%", None, both + only_hand, how, lower_is_better=False)
