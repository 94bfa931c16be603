"""The noise task: how a model's drafts change when its recordings are disturbed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

import numpy as np

from meit_core.datasets.dataset import DataSet
from meit_core.domain.record import EcgRecord
from meit_core.drafting.legibility import ILLEGIBLE
from meit_core.evaluation.baselines import most_frequent_report, template_report
from meit_core.evaluation.clean import CLEAN_IMPLEMENTATION
from meit_core.evaluation.draft_file import StoredDraft, stored
from meit_core.evaluation.quality import chosen_cases, patients_of_both
from meit_core.evaluation.reading import Drafted, ReportModel, draft_cases
from meit_core.evaluation.task_result import TaskResult
from meit_core.evaluation.texts import evaluate_texts
from meit_core.jobs import JobContext
from meit_core.signal.disturbing import (
    Disturbance,
    arms_swapped,
    baseline_wander,
    electrode_motion,
    full_rate,
    mains_noise,
    missing_lead,
    muscle_noise,
    paper_white_noise,
)

UNDISTURBED: Final = Disturbance("undisturbed", lambda record, _: record)
SNR_DB: Final = (20, 10, 5, 0, -5)
CONDITIONS: Final = (
    UNDISTURBED,
    full_rate(),
    *(paper_white_noise(share) for share in (0.05, 0.10, 0.15, 0.20)),
    *(make(snr) for make in (muscle_noise, baseline_wander, electrode_motion) for snr in SNR_DB),
    *(mains_noise(50, snr) for snr in SNR_DB),
    mains_noise(60, 0),
    missing_lead("V2"),
    arms_swapped(),
)
"""The paper's sweep (largest share of the time; its figure calls one minus that "SNR") and real disturbances."""


def evaluate_noise(
    model: ReportModel,
    *,
    test: DataSet,
    training: DataSet,
    folds: AbstractSet[int],
    training_folds: AbstractSet[int],
    conditions: Sequence[Disturbance] = CONDITIONS,
    seed: int = 5,
    prompt: str | None = None,
    limit: int | None = None,
    job: JobContext | None = None,
) -> TaskResult:
    """Draft the same recordings under every condition; each recording meets the same noise in every run.

    ``clean``, ``labels`` and ``baselines`` of the document are those of the undisturbed recordings; ``conditions``
    holds every row with the share of drafts that refuse to say anything, and what the findings as a list reach there:
    they tell whether the encoder lost its way or the language model.

    Raises
    ------
    UserError
        If there are no recordings, or none can be read.
    Cancelled
        If the job was asked to stop.
    """
    job = job or JobContext()
    started = time.perf_counter()
    cases = chosen_cases(test, folds, "scored", "Choose other folds or another --root.")[:limit]
    trained = chosen_cases(training, training_folds, "training", "Use --train-root.")
    references = [case.reference for case in trained]
    rows: list[dict[str, Any]] = []
    drafts: list[StoredDraft] = []
    baselines: dict[str, Any] = {}
    for number, condition in enumerate(conditions, start=1):
        job.progress((number - 1) / len(conditions), f"{condition.name} ({number} of {len(conditions)})")
        drafted, _ = draft_cases(model, cases, job, prompt=prompt, change=_under(condition, seed))
        drafts = drafts or stored(drafted)  # of the first condition, the undisturbed one
        scores = _scores([done.text for done in drafted], drafted, references)
        listed = _scores([template_report(done.findings) for done in drafted], drafted, references)
        if not rows:
            commonest = _scores([most_frequent_report(references)] * len(drafted), drafted, references)
            baselines = {"most_frequent": commonest, "findings_template": listed}
        rows.append(
            {
                "name": condition.name,
                "kind": condition.kind,
                "level": condition.level,
                "unit": condition.unit,
                "n": len(drafted),
                "refused": float(np.mean([done.text == ILLEGIBLE.lower() for done in drafted])),
                **scores,
                "findings_template": listed,
            }
        )
    document = {
        "n": rows[0]["n"],
        **{part: rows[0][part] for part in ("clean", "compat", "labels", "ci95")},
        "baselines": baselines,
        "conditions": rows,
        "split": {"folds": sorted(folds), "training_folds": sorted(training_folds), "references": test.reports_from},
        "patient_overlap": patients_of_both(cases, trained),
        "implementation": CLEAN_IMPLEMENTATION,
        "seconds": round(time.perf_counter() - started, 3),
    }
    return TaskResult(document, drafts)


def _scores(texts: Sequence[str], drafted: Sequence[Drafted], training_references: Sequence[str]) -> dict[str, Any]:
    meant, patients = [done.case.reference for done in drafted], [done.case.patient_id for done in drafted]
    scores = evaluate_texts(texts, meant, training_references, patients=patients).as_dict()
    return {part: scores[part] for part in ("clean", "compat", "labels", "ci95")}


def _under(condition: Disturbance, seed: int) -> Callable[[EcgRecord], EcgRecord]:
    chance = np.random.default_rng(seed)
    return lambda record: condition.apply(record, chance)
