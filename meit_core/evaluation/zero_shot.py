"""The zero-shot task on labels: a pack that was trained on one data set drafts another, which has labels only.

Nothing is tuned, chosen or calibrated on the scored recordings. A draft says a label if it makes one of the statements
that the shipped table puts beside it. Only labels that both sides can express are scored: the table has statements for
it, and the training reports make one of these often enough to be learnt.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import numpy as np

from meit_core.datasets.dataset import DataSet
from meit_core.datasets.labelled import LabelledData
from meit_core.evaluation.baselines import most_frequent_report, nearest_neighbour_reports, template_report
from meit_core.evaluation.draft_file import StoredDraft
from meit_core.evaluation.label_scores import LabelScores, label_differences, labels_document, score_labels
from meit_core.evaluation.quality import about_drafts, chosen_cases
from meit_core.evaluation.reading import Drafted, ReportModel, draft_cases, embed_cases
from meit_core.evaluation.task_result import TaskResult
from meit_core.jobs import JobContext
from meit_core.knowledge.foreign_labels import LabelMap
from meit_core.knowledge.parser import stated_codes
from meit_core.training.label_space import MINIMUM_STATED


@dataclass(frozen=True, slots=True)
class _Judge:
    """What is true of the drafted recordings, and which labels are scored."""

    table: LabelMap
    truth: Sequence[AbstractSet[str]]
    names: Sequence[str]
    patients: Sequence[str]

    def score(self, texts: Sequence[str], of: Sequence[Drafted] | None = None) -> LabelScores:
        """Score texts, and the findings of the recordings where they are a model's own."""
        findings = None if of is None else [done.findings for done in of]
        return score_labels(texts, self.truth, self.table, self.names, findings=findings)

    def document(self, scores: LabelScores) -> dict[str, Any]:
        labels, ci95 = labels_document(scores, self.patients)
        return {"clean": None, "compat": None, "labels": labels, "ci95": ci95}


def evaluate_zero_shot(
    model: ReportModel,
    *,
    test: LabelledData,
    training: DataSet,
    training_folds: AbstractSet[int],
    without_instructions: ReportModel | None = None,
    prompt: str | None = None,
    limit: int | None = None,
    job: JobContext | None = None,
) -> TaskResult:
    """Draft the labelled recordings and compare what the drafts say with their labels.

    Parameters
    ----------
    training
        What the pack was trained on: it tells which statements can be expected of it, and gives the baselines.
    without_instructions
        The same model tuned without diverse instructions, to be compared on the same recordings.
    prompt
        Instead of each pack's own.

    Raises
    ------
    UserError
        If there are no recordings, none can be read, or no label is on both sides.
    Cancelled
        If the job was asked to stop.
    """
    job = job or JobContext()
    started = time.perf_counter()
    trained = chosen_cases(training, training_folds, "training", "Name the folder that holds them with --train-root.")
    references = [case.reference for case in trained]
    labels_of = {case.ecg_id: labels for case, labels in zip(test.cases, test.labels, strict=True)}
    drafted, unreadable = draft_cases(model, list(test.cases)[:limit], job, prompt=prompt)
    truth = [labels_of[done.case.ecg_id] for done in drafted]
    patients = [done.case.patient_id for done in drafted]
    scored_labels, left_out = shared_labels(test, truth, references)
    neighbours, unreadable_training = embed_cases(model, trained, job)
    job.progress(None, "scoring")

    judge = _Judge(test.table, truth, scored_labels, patients)
    own = judge.score([done.text for done in drafted], drafted)
    labels, ci95 = labels_document(own, patients)
    baselines = {
        "most_frequent": [most_frequent_report(references)] * len(drafted),
        "nearest_neighbour": nearest_neighbour_reports(
            np.stack([done.embedding for done in drafted]),
            np.stack([embedding for _, embedding in neighbours]),
            [case.reference for case, _ in neighbours],
        ),
        "findings_template": [template_report(done.findings) for done in drafted],
    }
    document: dict[str, Any] = {
        "n": len(drafted),
        "unreadable": {"scored": unreadable, "training": unreadable_training},
        "clean": None,
        "compat": None,
        "why_no_text_scores": "this data set has labels and no reports",
        "labels": labels,
        "ci95": ci95,
        "label_codes": {label.name: sorted(label.codes) for label in test.table.labels if label.name in scored_labels},
        "left_out": left_out,
        "baselines": {name: judge.document(judge.score(texts)) for name, texts in baselines.items()},
        "drafts": about_drafts(drafted),
        "examples": _examples(drafted, truth, scored_labels, test),
        "split": {
            "labels": test.labels_from,
            "excluded": dict(test.excluded),
            "training_folds": sorted(training_folds),
            "training_n": len(trained),
            "training_references": training.reports_from,
        },
        "patient_overlap": 0,
        "why_no_overlap": "the data sets have no patients in common by their makers' account",
    }
    if without_instructions is not None:
        others, _ = draft_cases(without_instructions, [done.case for done in drafted], job, prompt=prompt)
        plain = judge.score([done.text for done in others], others)
        document["without_instruction_tuning"] = {
            **judge.document(plain),
            "difference": label_differences(plain, own, patients),
            "difference_is": "with instruction tuning minus without, on the same recordings",
        }
    document["seconds"] = round(time.perf_counter() - started, 3)
    drafts = [
        StoredDraft(done.case.ecg_id, done.case.patient_id, "; ".join(sorted(true)), done.text)
        for done, true in zip(drafted, truth, strict=True)
    ]
    return TaskResult(document, drafts)


def shared_labels(
    test: LabelledData, truth: Sequence[AbstractSet[str]], training_references: Sequence[str]
) -> tuple[list[str], list[dict[str, Any]]]:
    """Return the labels that both sides can express, and those that were left out with the reason and their number."""
    stated = Counter(code for text in training_references for code in stated_codes(text))
    present = Counter(name for each in truth for name in each)
    shared, left_out = [], []
    for label in test.table.labels:
        times = sum(stated[code] for code in label.codes)
        if not present[label.name]:
            continue
        if times < MINIMUM_STATED:
            why = f"said {times} times in the training reports, fewer than {MINIMUM_STATED}: too few to be learnt"
            left_out.append({"label": label.name, "n": present[label.name], "why": why})
        else:
            shared.append(label.name)
    for source, n in test.unmapped.items():
        why = next((why for known, why in test.table.left_out.items() if source.startswith(known)), "not in the table")
        left_out.append({"label": source, "n": n, "why": why})
    return shared, left_out


def _examples(
    drafted: Sequence[Drafted], truth: Sequence[AbstractSet[str]], names: Sequence[str], test: LabelledData
) -> list[dict[str, Any]]:
    """Return the drafts that say most right and most wrong, beside the labels: five of each."""
    rows: list[tuple[float, dict[str, Any]]] = []
    for done, true in zip(drafted, truth, strict=True):
        said, meant = test.table.said_by(stated_codes(done.text)) & set(names), true & set(names)
        both = len(said) + len(meant)
        f1 = 2 * len(said & meant) / both if both else 1.0
        shown = {"ecg_id": done.case.ecg_id, "reference": "; ".join(sorted(true)), "draft": done.text}
        rows.append((f1, {**shown, "score": round(f1, 3)}))
    ranked = [row for _, row in sorted(rows, key=lambda each: -each[0])]
    return [*ranked[:5], *ranked[5:][-5:]]
