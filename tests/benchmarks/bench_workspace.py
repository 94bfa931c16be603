"""The workspace: importing, saving, and a worklist of 100,000 studies."""

from __future__ import annotations

import itertools
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.services import audit, importing, reporting, users, worklist
from meit_core.services.workspace import Workspace, open_workspace
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_core.store.database import connect
from tests.benchmarks.rows import Row

RECORDINGS = 500
STUDIES = 100_000
PASSWORD = "correct horse"
_NAMES = ("DOE", "ROE", "MEIER", "GARCIA", "ŁĘCKA", "OKAFOR", "TANAKA", "SMITH", "IVANOVA", "HAUGEN")
_SENTENCES = (
    "Sinus rhythm.",
    "Atrial fibrillation with a rapid ventricular response.",
    "Left bundle branch block.",
    "Left axis deviation.",
    "Non-specific ST-T changes in the lateral leads.",
    "Prolonged QT interval.",
    "Old inferior myocardial infarction.",
    "Normal ECG.",
)


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _import_and_report(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _large_worklist(Path(folder))


def _import_and_report(folder: Path) -> Iterator[Row]:
    recordings = folder / "recordings"
    recordings.mkdir()
    _write_recordings(recordings)
    with open_workspace(folder / "workspace.meit") as ws:
        actor = users.create_first_admin(ws, username="bench", printed_name="Dr. Bench", password=PASSWORD)
        done = importing.import_paths(ws, paths=[recordings], actor=actor)
        how = "WFDB, 12 leads of 5000 samples, measured, source files kept"
        yield Row(f"import {RECORDINGS} recordings", done.seconds, "s", 20.0, len(done.imported), how)
        again = importing.import_paths(ws, paths=[recordings], actor=actor)
        yield Row("import them again", again.seconds, "s", None, len(again.duplicates), "all recognised as known")
        study_id = done.imported[0]
        yield _timed("open a study", 20, 100.0, lambda: worklist.load_study(ws, study_id=study_id))
        texts = (f"Sinus rhythm. {number}" for number in itertools.count())
        yield _timed("save a revision", 20, None, lambda: _save(ws, actor, study_id, next(texts)))
        unsigned = iter(done.imported)
        yield _timed("sign a report", 5, None, lambda: _sign(ws, actor, next(unsigned)))


def _large_worklist(folder: Path) -> Iterator[Row]:
    path = folder / "workspace.meit"
    open_workspace(path).close()
    _fill(path)
    with open_workspace(path) as ws:
        looks: dict[str, Callable[[], object]] = {
            "first page": lambda: worklist.list_studies(ws),
            "page at 50,000": lambda: worklist.list_studies(ws, offset=50_000),
            "first unread page": lambda: worklist.list_studies(ws, status=StudyStatus.UNREAD),
            "counts": lambda: worklist.count_by_status(ws),
            "next unread": lambda: worklist.next_unread(ws, after=StudyId("s50000")),
            "search a number": lambda: worklist.list_studies(ws, search="P0031415"),
            "search a name and a finding": lambda: worklist.list_studies(ws, search="lecka bundle branch"),
            "search a word in most reports": lambda: worklist.list_studies(ws, search="rhythm"),
            "search two letters": lambda: worklist.list_studies(ws, search="ga"),
            "search nothing has": lambda: worklist.list_studies(ws, search="zebra"),
        }
        for name, look in looks.items():
            yield _timed(f"worklist of {STUDIES:,}: {name}", 10, 100.0, look)
        yield _timed("verify the audit log", 3, None, lambda: audit.verify_audit(ws))


def _timed(name: str, n: int, limit_ms: float | None, work: Callable[[], object]) -> Row:
    work()
    milliseconds = []
    for _ in range(n):
        started = time.perf_counter()
        work()
        milliseconds.append(1000 * (time.perf_counter() - started))
    return Row(name, statistics.median(milliseconds), "ms", limit_ms, n, "after one warm-up")


def _save(ws: Workspace, actor: User, study_id: StudyId, text: str) -> None:
    reporting.save_revision(ws, actor=actor, study_id=study_id, text=text)


def _sign(ws: Workspace, actor: User, study_id: StudyId) -> None:
    reporting.sign(
        ws, actor=actor, password=PASSWORD, study_id=study_id, text="Sinus rhythm.", meaning=SignatureMeaning.AUTHOR
    )


def _write_recordings(folder: Path) -> None:
    import wfdb

    signal_mv = simulate(SimulatedCase()).record.signal_mv
    leads = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]
    for number in range(RECORDINGS):
        shifted = np.roll(signal_mv, number, axis=1).T.astype(np.float64)
        wfdb.wrsamp(
            f"r{number:04d}",
            fs=500,
            units=["mV"] * 12,
            sig_name=leads,
            p_signal=shifted,
            fmt=["16"] * 12,
            adc_gain=[1000.0] * 12,
            baseline=[0] * 12,
            write_dir=str(folder),
        )


def _fill(path: Path) -> None:
    """Write rows past the services, which would take an hour: only what the worklist looks at."""
    draw = np.random.default_rng(7)
    statuses = draw.choice([status.value for status in StudyStatus], STUDIES, p=[0.1, 0.1, 0.1, 0.6, 0.1])
    urgent = draw.random(STUDIES) < 0.02
    names = draw.integers(len(_NAMES), size=(STUDIES, 2))
    chosen = draw.integers(len(_SENTENCES), size=(STUDIES, 3))
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for pk in range(1, STUDIES + 1):
            number, person = f"P{pk // 2:07d}", f"{_NAMES[names[pk - 1, 0]]}, {_NAMES[names[pk - 1, 1]]}"
            if pk % 2 == 0 or pk == 1:
                connection.execute(
                    "INSERT INTO patients (pk, number, name, sex) VALUES (?, ?, ?, 'F')", (pk // 2 + 1, number, person)
                )
            connection.execute(
                "INSERT INTO studies (pk, study_id, patient_pk, status, urgency, ordered_at, imported_at, source_name,"
                " source_format, fs_hz, n_samples, notes, simulated, content_sha256)"
                " VALUES (?, ?, ?, ?, ?, ?, 0, ?, 'wfdb', 500, 5000, '[]', 0, ?)",
                (
                    pk,
                    f"s{pk}",
                    pk // 2 + 1,
                    statuses[pk - 1],
                    int(urgent[pk - 1]),
                    pk * 7_919 % 999_983,
                    f"r{pk}",
                    str(pk),
                ),
            )
            report = " ".join(_SENTENCES[index] for index in chosen[pk - 1]).lower()
            connection.execute(
                "INSERT INTO study_search (rowid, person, source, report) VALUES (?, ?, ?, ?)",
                (pk, f"{person} {number}".lower().replace("łęcka", "lecka"), f"r{pk}", report),
            )
        connection.execute("COMMIT")
