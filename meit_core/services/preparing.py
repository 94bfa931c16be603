"""A data set's folder into a prepared one."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from meit_core.errors import UserError
from meit_core.jobs import JobContext

if TYPE_CHECKING:
    from meit_core.datasets.preparing import Prepared

SUMMARY: Final = "prepare.json"


def prepare(
    *,
    dataset: str,
    root: Path,
    out: Path,
    reports: Path | None = None,
    fs_hz: float = 100.0,
    seed: int = 0,
    measure: bool = False,
    shard: tuple[int, int] = (1, 1),
    resume: bool = False,
    force: bool = False,
    limit: int | None = None,
    job: JobContext | None = None,
) -> dict[str, Any]:
    """Prepare a data set for training and return the document of ``meit prepare --json``.

    Parameters
    ----------
    dataset
        ``ptbxl``, ``mimic-iv-ecg`` or ``folder``.
    reports
        Table of a folder's reports; ``reports.csv`` in it if not given.
    fs_hz, seed, measure, shard, limit, resume, force
        See :class:`~meit_core.datasets.preparing.How`.

    Raises
    ------
    UserError
        If there is nothing to prepare, the tables are damaged, patients are in several splits, or more than one in a
        hundred recordings can't be read.
    Cancelled
        If the job was asked to stop; finished parts stay.
    """
    from meit_core.datasets.prepared import write_whole
    from meit_core.datasets.preparing import How, prepare_source
    from meit_core.datasets.sources import source_of
    from meit_core.model.ecg_input import InputConfig

    started = time.monotonic()
    if not 1 <= shard[0] <= shard[1]:
        raise UserError(f"There is no shard {shard[0]} of {shard[1]}.", "Write 1/4 for the first of four.")
    if limit is not None and limit < 1:
        raise UserError("The limit must be at least 1.", "Leave --limit out to prepare all recordings.")
    InputConfig.from_dict({"fs_hz": fs_hz})
    source = source_of(dataset, root, fs_hz=fs_hz, reports=reports)
    how = How(fs_hz=fs_hz, seed=seed, measure=measure, shard=shard, limit=limit, resume=resume, force=force)
    done = prepare_source(source, out, how, job)
    document = {
        **_document(done),
        "reports_from": source.reports_from,
        "seconds": round(time.monotonic() - started, 1),
        "out": str(out),
    }
    if not done.missing:
        write_whole(out / SUMMARY, json.dumps(document, indent=1, ensure_ascii=False) + "\n")
    return document


def _document(done: Prepared) -> dict[str, Any]:
    from meit_core.datasets.lists import SIGNAL_WITHOUT_TEXT, TEXT_WITHOUT_SIGNAL
    from meit_core.datasets.part import DAMAGED, NO_REPORT, UNTRANSLATED

    found = done.summary
    return {
        "dataset": done.plan.kind,
        "records": found.records,
        "patients": found.patients,
        "splits": found.splits,
        "patients_of_splits": found.patients_of_splits,
        "patient_overlap": found.patient_overlap,
        "folds": found.folds,
        "empty_folds": [fold for fold, n in found.folds.items() if not n],
        "languages": dict(found.languages),
        "cleaning": dict(found.counts),
        "damaged": found.notes[DAMAGED],
        "without_report": found.without_report,
        "left_out_without_report": found.notes[NO_REPORT],
        "untranslated": found.notes[UNTRANSLATED],
        "texts_without_signal": done.unmatched[TEXT_WITHOUT_SIGNAL],
        "signals_without_text": done.unmatched[SIGNAL_WITHOUT_TEXT],
        "recordings": done.plan.recordings,
        "fs_hz": done.plan.fs_hz,
        "seed": done.plan.seed,
        "measured": done.plan.measured,
        "parts": done.plan.parts,
        "missing_parts": done.missing,
    }
