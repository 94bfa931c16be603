"""How well and how fast the report parser reads sentences that were annotated by hand."""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from meit_core.knowledge import parser
from tests.benchmarks.rows import Row
from tests.core.knowledge.annotated import SAMPLE, UNSEEN, Agreement, agreement, read

FAMILIES = (
    "rhythm", "axis", "conduction", "hypertrophy", "qrs", "infarction", "ischemia", "st-t", "ectopy", "pacing",
    "technique", "summary",
)  # fmt: skip
REPORTS = 482
"""As many as fold 9 of the recordings at hand."""


def measure() -> Iterator[Row]:
    sample = read(SAMPLE)
    how = "200 distinct sentences, annotated by one reader, lexicon made with them in view"
    yield from _scores("parser", agreement(sample), how)
    weighted = agreement(sample, by_occurrence=True)
    yield _row("parser F1, every occurrence", weighted.f1, len(sample), "the same, weighted to all 12,948 sentences")
    for family in FAMILIES:
        reached = agreement(sample, family)
        n = round(reached.found + reached.missed)
        if n:
            yield _row(f"parser F1, {family}", reached.f1, n, "statements of the sample")
    yield from _details(agreement(sample))
    unseen = [sentence for sentence in read(UNSEEN) if sentence.stratum == "unseen again"]
    yield from _scores(
        "parser, unseen wordings", agreement(unseen), "clinics' own English, drawn after the last mending"
    )
    yield from _speed()


def _scores(name: str, reached: Agreement, how: str) -> Iterator[Row]:
    for score in ("precision", "recall", "f1"):
        yield _row(f"{name}: {score}", getattr(reached, score), reached.sentences, how)
    yield _row(f"{name}: sentences to the letter", reached.exact / reached.sentences, reached.sentences, how)


def _details(reached: Agreement) -> Iterator[Row]:
    found = round(reached.found)
    yield _row("parser: right certainty", reached.certainty / reached.found, found, "statements found")
    yield _row("parser: denials kept", reached.negated_found / reached.negated, reached.negated, "statements denied")
    yield _row("parser: hedges kept", reached.hedged_found / reached.hedged, reached.hedged, "possible or probable")
    yield _row("parser: age of infarctions", reached.age / reached.aged, reached.aged, "infarctions with an age")


def _row(name: str, share: float, n: int, how: str) -> Row:
    return Row(name, 100 * share, "%", None, n, how, lower_is_better=False)


def _speed() -> Iterator[Row]:
    table = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data")) / "ptbxl" / "reports_en.csv"
    if not table.is_file():
        return
    with table.open(encoding="utf-8", newline="") as file:
        texts = [row["report_en"] for row in csv.DictReader(file)][:REPORTS]
    seconds = []
    for _ in range(5):
        parser._statements.cache_clear()
        started = time.process_time()
        for text in texts:
            parser.parse_report(text)
        seconds.append(time.process_time() - started)
    yield Row("parse 482 reports", float(np.median(seconds)), "s", None, 5, "one core, nothing remembered")
