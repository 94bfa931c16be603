"""Printing one report."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.pdf import write_report_pdf
from tests.benchmarks.rows import Row

REPETITIONS = 15


def noisy_report() -> ReportDocument:
    """A report on 10 s at 500 Hz whose samples all differ, so that nothing compresses away."""
    signal = np.random.default_rng(1).normal(0, 0.2, (len(LEADS), 5000)).astype(np.float32)
    return ReportDocument(EcgRecord(signal, 500.0), Measurements(), text="Sinus rhythm. Left axis deviation.")


def measure() -> Iterator[Row]:
    document = noisy_report()
    with tempfile.TemporaryDirectory() as folder:
        seconds = []
        for _ in range(REPETITIONS):
            start = time.perf_counter()
            write_report_pdf(document, Path(folder) / "report.pdf")
            seconds.append(time.perf_counter() - start)
    yield Row("PDF, warm process", statistics.median(seconds), "s", 0.5, REPETITIONS, "12 leads of 5000 samples, A4")
    first = [_first_report_s() for _ in range(3)]
    how = "first in a new process: fonts and reportlab loaded, interpreter start not counted"
    yield Row("PDF, first of a process", statistics.median(first), "s", 0.5, len(first), how)


def _first_report_s() -> float:
    script = (
        "import time; from pathlib import Path; from tests.benchmarks.bench_exchange import noisy_report;"
        "from meit_core.exchange.pdf import render_report; document = noisy_report();"
        "start = time.perf_counter(); render_report(document); print(time.perf_counter() - start)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return float(done.stdout)
