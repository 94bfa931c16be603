"""The quality task: draft every recording of the test folds and compare with its report and with the baselines."""

from __future__ import annotations

import time
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

import numpy as np

from meit_core.datasets.dataset import Case, DataSet
from meit_core.errors import UserError
from meit_core.evaluation.baselines import most_frequent_report, nearest_neighbour_reports, template_report
from meit_core.evaluation.bertscore import bert_scorer
from meit_core.evaluation.canonical import canonical_report
from meit_core.evaluation.clean import CLEAN_IMPLEMENTATION, clean_metrics
from meit_core.evaluation.confidence import confidence_report, surest_mistakes
from meit_core.evaluation.discrimination import discrimination
from meit_core.evaluation.draft_file import stored
from meit_core.evaluation.examples import best_and_worst
from meit_core.evaluation.reading import NO_STYLES, Drafted, ReportModel, draft_cases, embed_cases
from meit_core.evaluation.subgroups import subgroup_scores
from meit_core.evaluation.task_result import TaskResult
from meit_core.evaluation.texts import TextEvaluation, evaluate_texts
from meit_core.evaluation.verdict import verdict
from meit_core.jobs import JobContext
from meit_core.model.house_styles import HouseStyles

ROUGE_L: Final = 3
"""Its column in :attr:`~meit_core.evaluation.clean.ReportScores.means`."""


def evaluate_quality(
    model: ReportModel,
    *,
    test: DataSet,
    training: DataSet,
    folds: AbstractSet[int],
    training_folds: AbstractSet[int],
    prompt: str | None = None,
    styles: HouseStyles = NO_STYLES,
    limit: int | None = None,
    across: bool = False,
    bert_model: Path | None = None,
    job: JobContext | None = None,
) -> TaskResult:
    """Run the benchmark and return its part of the document that ``meit evaluate --json`` prints, and the drafts.

    Recordings that can't be read are left out and named under ``unreadable``; ``n`` counts those that were scored.

    Parameters
    ----------
    training, training_folds
        Source of document frequencies and baselines; never what the model is scored on.
    prompt
        Instead of the pack's own.
    styles
        House styles of the model: where the data set names one that it knows, the report is asked for in it.
    limit
        Take the first so many recordings only; the training set is never cut.
    across
        Both sets are different collections: equal ids are different recordings and patients.
    bert_model
        Folder of the language model for BERTScore; without it MiniLM, where its package is installed.

    Raises
    ------
    UserError
        If recordings are in both sets, if there are none, or if none can be read.
    Cancelled
        If the job was asked to stop.
    """
    job = job or JobContext()
    started = time.perf_counter()
    cases = chosen_cases(test, folds, "scored", "Choose other folds or another --root.")[:limit]
    trained = chosen_cases(training, training_folds, "training", "Name a folder that holds them with --train-root.")
    if not across and {case.ecg_id for case in cases} & {case.ecg_id for case in trained}:
        raise UserError("Some scored recordings are in the training folds too.", "Check --root and --train-root.")
    bert = bert_scorer(bert_model)  # now, not after an hour of drafting
    drafted, unreadable = draft_cases(model, cases, job, prompt=prompt, styles=styles)
    neighbours, unreadable_training = embed_cases(model, trained, job)
    job.progress(None, "scoring")

    references = [done.case.reference for done in drafted]
    training_references = [case.reference for case in trained]
    patients = [done.case.patient_id for done in drafted]
    codes = [done.case.codes for done in drafted]

    def scored(texts: Sequence[str]) -> TextEvaluation:
        job.check()
        return evaluate_texts(texts, references, training_references, patients=patients, codes=codes, bert=bert)

    own = scored([done.text for done in drafted])
    document = own.as_dict()
    document["labels"] |= discrimination(
        [{finding.code: finding.probability for finding in done.findings} for done in drafted],
        codes=codes,
        references=references,
        superclass_of=test.superclass_of or training.superclass_of,
        patients=patients,
    )
    document["canonical"] = clean_metrics(
        [canonical_report(done.text) for done in drafted],
        [canonical_report(text) for text in references],
        [canonical_report(text) for text in training_references],
    ).as_dict()
    document["confidence"] = confidence_report([done.sentences for done in drafted], references, patients)
    document["surest_mistakes"] = surest_mistakes([done.sentences for done in drafted], references)
    document["subgroups"] = subgroup_scores(drafted, training_references)
    baselines = {
        "most_frequent": scored([most_frequent_report(training_references)] * len(drafted)),
        "nearest_neighbour": scored(
            nearest_neighbour_reports(
                np.stack([done.embedding for done in drafted]),
                np.stack([embedding for _, embedding in neighbours]),
                [case.reference for case, _ in neighbours],
            )
        ),
        "findings_template": scored([template_report(done.findings) for done in drafted]),
    }
    document["baselines"] = {name: evaluation.as_dict() for name, evaluation in baselines.items()}
    document["verdict"] = verdict(own, baselines, patients)
    drafts = stored(drafted)
    result = {
        "n": len(drafted),
        "unreadable": {"scored": unreadable, "training": unreadable_training},
        **document,
        "drafts": about_drafts(drafted),
        "examples": best_and_worst(drafts, own.scores.means[:, ROUGE_L], own.labels),
        "split": {
            "folds": sorted(folds),
            "training_folds": sorted(training_folds),
            "training_n": len(trained),
            "references": test.reports_from,
            "training_references": training.reports_from,
            "without_report": test.without_report(folds),
        },
        "asked_in_style": sum(styles.knows(done.case.style) for done in drafted),
        "patient_overlap": 0 if across else patients_of_both(cases, trained),
        "implementation": CLEAN_IMPLEMENTATION,
        "seconds": round(time.perf_counter() - started, 3),
    }
    return TaskResult(result, drafts)


def chosen_cases(data: DataSet, folds: AbstractSet[int], purpose: str, hint: str) -> Sequence[Case]:
    """Return the cases of these folds that have a report.

    Raises
    ------
    UserError
        If there are none; names the ``purpose`` of the folds and gives the ``hint``.
    """
    cases = data.of_folds(folds)
    if not cases:
        named = ", ".join(str(fold) for fold in sorted(folds))
        raise UserError(f"There are no recordings with a report in the {purpose} folds ({named}).", hint)
    return cases


def patients_of_both(cases: Sequence[Case], trained: Sequence[Case]) -> int:
    """Count the patients with recordings in both sets."""
    return len({case.patient_id for case in cases} & {case.patient_id for case in trained})


def about_drafts(drafted: Sequence[Drafted]) -> dict[str, float]:
    """Return how many drafts differ, are empty or end at the limit, and how long one takes."""
    return {
        "distinct": len({done.text for done in drafted}),
        "empty": sum(not done.text for done in drafted),
        "cut_off": sum(done.cut_off for done in drafted),
        "median_seconds": round(float(np.median([done.seconds for done in drafted])), 4),
    }
