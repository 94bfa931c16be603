"""A workspace with as many studies as a hospital has, written past the services, which would take hours.

Every study can be opened. Those that stand first in the list have a recording of ten seconds and its measurements; the
others have flat lines, which pack to nothing: a hundred thousand real recordings are 8 GB.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from meit_core.domain.measurements import Measurements
from meit_core.domain.study import StudyStatus
from meit_core.services.workspace import open_workspace
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_core.store import search
from meit_core.store.base import Moment
from meit_core.store.database import connect
from meit_core.store.values import measurements_to_json
from meit_core.store.waveform_codec import PackedWaveform, pack

REAL_RECORDINGS = 300
FIRST = datetime(2015, 1, 1, tzinfo=UTC)
SECONDS = 10 * 365 * 86_400
_SYLLABLES = (
    *("ba", "ra", "ko", "mi", "ler", "schu", "mann", "ta", "na", "ka", "son", "ber", "ger", "hau", "gen"),
    *("lo", "pez", "vic", "iva", "no", "ol", "sen", "dah", "wei", "fer", "hof", "stein", "ric", "ard", "lin"),
)
_GIVEN = (
    *("Anna", "Jane", "Maria", "John", "Peter", "Émile", "Jürgen", "Łucja", "Sofía", "Ahmed"),
    *("Yuki", "Ivan", "Nadia", "Omar", "Lars", "Mei", "Paolo", "Ruth", "Tom", "Zoë"),
)
_OFTEN = ["Müller", "Meyer", "DOE", "Roe", "García", "Łęcka", "Okafor", "Tanaka", "Smith", "Ivanova"]
_SENTENCES = (
    "Sinus rhythm.",
    "Atrial fibrillation with a rapid ventricular response.",
    "Left bundle branch block.",
    "Left axis deviation.",
    "Non-specific ST-T changes in the lateral leads.",
    "Prolonged QT interval.",
    "Old inferior myocardial infarction.",
    "Normal ECG.",
    "First degree AV block.",
    "Premature ventricular complexes.",
)
_STATUS_SHARES = {"unread": 0.1, "drafted": 0.1, "unconfirmed": 0.1, "confirmed": 0.6, "amended": 0.1}


def write(path: Path, n_studies: int) -> None:
    """Write a workspace of ``n_studies``: two recordings a patient over ten years, 2 % of the unsigned ones urgent."""
    open_workspace(path).close()
    draw = np.random.default_rng(7)
    surnames = [*_OFTEN, *("".join(draw.choice(_SYLLABLES, draw.integers(2, 5))).title() for _ in range(4000))]
    record = simulate(SimulatedCase()).record
    real, flat = pack(record.signal_mv), pack(np.zeros((12, 5000), np.float32))
    figures = json.dumps(measurements_to_json(measure(record)))
    nothing = json.dumps(measurements_to_json(Measurements()))
    status = draw.choice(list(_STATUS_SHARES), n_studies, p=list(_STATUS_SHARES.values()))
    urgent = ((draw.random(n_studies) < 0.02) & ~np.isin(status, ("confirmed", "amended"))).astype(int)
    second = np.sort(draw.integers(0, SECONDS, n_studies))
    chosen = draw.integers(0, len(_SENTENCES), (n_studies, 3))
    rate, qtc = draw.normal(78, 18, n_studies), draw.normal(425, 28, n_studies)
    moment = Moment()
    names = [
        (surnames[one], _GIVEN[other])
        for one, other in zip(
            draw.integers(0, len(surnames), n_studies // 2 + 1), draw.integers(0, 20, n_studies // 2 + 1), strict=True
        )
    ]
    with_recording = set(np.lexsort((second, urgent))[-REAL_RECORDINGS:].tolist())

    def at(index: int) -> datetime:
        return FIRST + timedelta(seconds=int(second[index]))

    def patients() -> Iterator[tuple[Any, ...]]:
        for index, (surname, given) in enumerate(names):
            name = f"{surname}, {given}"
            yield index + 1, f"P{index:07d}", name, search.plain(name), "FM"[index % 2]

    def studies() -> Iterator[tuple[Any, ...]]:
        for index in range(n_studies):
            us = moment.process_bind_param(at(index), None)  # type: ignore[arg-type]
            iso = at(index).isoformat()
            yield (
                *(index + 1, f"s{index + 1}", _patient(index, n_studies) + 1, str(status[index]), int(urgent[index])),
                *(us, us, iso, f"r{index + 1}.xml", str(index + 1), int(status[index] != "unread")),
                *(int(index % 9 == 0), float(rate[index]), float(qtc[index])),
                "bench" if status[index] in ("unconfirmed", "confirmed", "amended") and index % 5 == 0 else None,
            )

    def found() -> Iterator[tuple[Any, ...]]:
        for index in np.lexsort((second, urgent)).tolist():
            surname, given = names[_patient(index, n_studies)]
            key = search.key_of(int(urgent[index]), at(index), index + 1)
            number = f"P{_patient(index, n_studies):07d}"
            report = " ".join(_SENTENCES[one] for one in chosen[index]) if status[index] != "unread" else ""
            source = search.about_recording(f"r{index + 1}.xml", at(index).isoformat())
            yield key, search.about_person(f"{surname}, {given}", number, None), source, search.plain(report)

    def waveforms() -> Iterator[tuple[Any, ...]]:
        for index in range(n_studies):
            yield (index + 1, *_packed(real if index in with_recording else flat))

    def measured() -> Iterator[tuple[Any, ...]]:
        for index in range(n_studies):
            yield index + 1, figures if index in with_recording else nothing

    with closing(connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for statement, rows in (
            ("INSERT INTO patients (pk, number, name, sort_name, sex) VALUES (?, ?, ?, ?, ?)", patients()),
            (
                "INSERT INTO studies (pk, study_id, patient_pk, status, urgency, ordered_at, imported_at, acquired_at,"
                " source_name, content_sha256, has_draft, poor_signal, heart_rate_bpm, qtc_ms, assignee,"
                " source_format, fs_hz, n_samples, notes, simulated)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'wfdb', 500, 5000, '[]', 0)",
                studies(),
            ),
            (
                "INSERT INTO waveforms (study_pk, encoding, lsb_mv, offset_lsb, lead_status, packed)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                waveforms(),
            ),
            (
                "INSERT INTO measurements (study_pk, source, figures, author, created_at)"
                " VALUES (?, 'computed', ?, 'bench', 0)",
                measured(),
            ),
            ("INSERT INTO study_search (rowid, person, source, report) VALUES (?, ?, ?, ?)", found()),
        ):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(statement, rows)
            connection.execute("COMMIT")
    assert set(_STATUS_SHARES) == {status.value for status in StudyStatus}


def _patient(index: int, n_studies: int) -> int:
    """Two recordings of one patient lie years apart."""
    return index % (n_studies // 2 + 1)


def _packed(waveform: PackedWaveform) -> tuple[Any, ...]:
    leads = json.dumps(["recorded"] * 12)
    return (
        *(waveform.encoding, json.dumps(list(waveform.lsb_mv)), json.dumps(list(waveform.offset_lsb)), leads),
        waveform.packed,
    )
