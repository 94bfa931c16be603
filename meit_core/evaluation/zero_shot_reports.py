"""The zero-shot task on reports: with instruction tuning against without, on the same recordings."""

from __future__ import annotations

from collections.abc import Sequence

from meit_core.datasets.dataset import Case
from meit_core.evaluation.paired import compare_drafts
from meit_core.evaluation.reading import ReportModel, draft_cases
from meit_core.evaluation.task_result import TaskResult
from meit_core.evaluation.texts import evaluate_texts
from meit_core.jobs import JobContext


def without_instruction_tuning(
    model: ReportModel,
    tuned: TaskResult,
    cases: Sequence[Case],
    training_references: Sequence[str],
    *,
    prompt: str | None = None,
    job: JobContext | None = None,
) -> TaskResult:
    """Add ``without_instruction_tuning`` to the document of a pack with it: scores, and the paired difference.

    Parameters
    ----------
    model
        The same model tuned without diverse instructions.
    cases
        The recordings that ``tuned`` drafted.
    """
    written = {draft.ecg_id: draft.draft for draft in tuned.drafts}
    drafted, _ = draft_cases(
        model, [case for case in cases if case.ecg_id in written], job or JobContext(), prompt=prompt
    )
    texts = [done.text for done in drafted]
    references = [done.case.reference for done in drafted]
    patients = [done.case.patient_id for done in drafted]
    scores = evaluate_texts(texts, references, training_references, patients=patients).as_dict()
    differences = compare_drafts(
        texts, [written[done.case.ecg_id] for done in drafted], references, training_references, patients=patients
    )
    scores["difference"] = {name: score.as_dict() for name, score in differences.items()}
    scores["difference_is"] = "with instruction tuning minus without, on the same recordings"
    return TaskResult({**tuned.document, "without_instruction_tuning": scores}, tuned.drafts)
