"""What came of a preparation, counted from its parts; memory doesn't grow with them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field

from meit_core.datasets.folds import FOLDS, SPLITS, split_of
from meit_core.datasets.manifest import ManifestLine
from meit_core.datasets.part import DAMAGED, NO_REPORT, UNTRANSLATED, DonePart
from meit_core.jobs import JobContext


@dataclass(slots=True)
class Summary:
    """Counts.

    Attributes
    ----------
    splits, folds
        Recordings in each.
    patients, patients_of_splits
        Different patients, and those of each split.
    patient_overlap
        Patients with recordings in more than one split.
    without_report
        Recordings in the manifest that have codes only.
    notes
        Kind of :class:`~meit_core.datasets.part.Note` -> how many.
    counts
        What was done to reports and signals -> to how many.
    """

    records: int = 0
    patients: int = 0
    patient_overlap: int = 0
    without_report: int = 0
    splits: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SPLITS, 0))
    patients_of_splits: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SPLITS, 0))
    folds: dict[int, int] = field(default_factory=lambda: dict.fromkeys(range(1, FOLDS + 1), 0))
    languages: Counter[str] = field(default_factory=Counter)
    notes: dict[str, int] = field(default_factory=lambda: dict.fromkeys((DAMAGED, NO_REPORT, UNTRANSLATED), 0))
    counts: Counter[str] = field(default_factory=Counter)


def summarise(parts: Iterable[DonePart], job: JobContext) -> Summary:
    """Count what the parts hold."""
    done = Summary()
    with closing(sqlite3.connect("")) as database:  # patients by the hundred thousand lie on disk
        database.execute("CREATE TABLE seen (patient TEXT, split TEXT, PRIMARY KEY (patient, split)) WITHOUT ROWID")
        for part in parts:
            job.progress(None, "counting")
            seen = set()
            for text in part.lines():
                line = ManifestLine.from_json(text)
                done.records += 1
                done.folds[line.fold] += 1
                done.splits[split_of(line.fold)] += 1
                done.without_report += not line.report
                done.languages[line.language or "unknown"] += bool(line.report)
                seen.add((line.patient_id, split_of(line.fold)))
            database.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", seen)
            done.notes.update({kind: done.notes[kind] + n for kind, n in Counter(n.kind for n in part.notes()).items()})
            done.counts.update(part.counts())
        done.patients_of_splits |= dict(database.execute("SELECT split, count(*) FROM seen GROUP BY split"))
        (done.patients,) = database.execute("SELECT count(DISTINCT patient) FROM seen").fetchone()
        query = "SELECT count(*) FROM (SELECT patient FROM seen GROUP BY patient HAVING count(*) > 1)"
        (done.patient_overlap,) = database.execute(query).fetchone()
    done.languages = +done.languages
    return done
