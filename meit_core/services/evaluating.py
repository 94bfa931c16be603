"""The benchmark, from folders and names to one document of numbers."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from meit_core.errors import EnvironmentFault, UserError
from meit_core.jobs import JobContext

if TYPE_CHECKING:
    from meit_core.evaluation.reading import ReportModel

DATASETS: Final = ("ptbxl", "mimic-iv-ecg", "manifest")
TASKS: Final = ("quality", "zero-shot", "noise", "expert")
TRAINING_FOLDS: Final = frozenset(range(1, 9))
"""PTB-XL's authors recommend folds 1-8 for training, 9 for validation and 10 for testing (Wagner et al. 2020)."""

_METRIC_PACKAGES: Final = ("nltk", "pycocoevalcap", "rouge_score")


def evaluate(
    *,
    root: Path,
    folds: Collection[int],
    train_root: Path | None = None,
    pack: str | Path | None = None,
    dataset: str = "ptbxl",
    task: str = "quality",
    prompt: str | None = None,
    limit: int | None = None,
    output: Path | None = None,
    job: JobContext | None = None,
) -> dict[str, Any]:
    """Score a pack on a data set's folds and return the document of ``meit evaluate --json``.

    Parameters
    ----------
    train_root
        Where the training folds are, if not in ``root``: they give document frequencies and baselines.
    pack
        Name or folder; the bundled pack if not given.
    prompt
        Instead of the pack's own.
    limit
        Score the first so many recordings only.
    output
        Also write the document to this file, and the drafts beside it (``x.json`` and ``x.drafts.jsonl``).

    Raises
    ------
    UserError
        For a task, data set or pack that isn't there, folds without recordings, unreadable recordings throughout.
    Cancelled
        If the job was asked to stop; nothing is written.
    """
    _refuse_what_is_missing(dataset, task)
    if limit is not None and limit < 1:
        raise UserError("The limit must be at least 1.", "Leave --limit out to score all recordings.")
    from meit_core.datasets.opening import open_dataset
    from meit_core.drafting.local_engine import load_pack
    from meit_core.evaluation.draft_file import draft_file_of, write_drafts
    from meit_core.evaluation.noise import evaluate_noise
    from meit_core.evaluation.quality import evaluate_quality
    from meit_core.model.ecg_input import MODEL_FS_HZ

    loaded = load_pack(pack)
    low_rate = loaded.generator.input.fs_hz <= MODEL_FS_HZ  # the data set's own files at 100 Hz are a fifth of the size
    test = open_dataset(dataset, root, low_rate=low_rate)
    training = test if train_root is None else open_dataset(dataset, train_root, low_rate=low_rate)
    run_task = evaluate_noise if task == "noise" else evaluate_quality
    result = run_task(
        cast("ReportModel", loaded.generator),  # a pack's generator embeds as well, which drafting doesn't ask for
        test=test,
        training=training,
        folds=frozenset(folds),
        training_folds=TRAINING_FOLDS - frozenset(folds),
        prompt=prompt,
        limit=limit,
        job=job,
    )
    document: dict[str, Any] = {
        "task": task,
        "dataset": dataset,
        "pack": loaded.info.pack,
        "pack_sha256": loaded.info.pack_sha256,
        "device": loaded.info.device,
        **result.document,
    }
    document["split"]["pack_trained_on"] = _trained_on(pack, dataset)
    if output is not None:
        _write(document, output)
        write_drafts(draft_file_of(output), result.drafts)
    return document


def _refuse_what_is_missing(dataset: str, task: str) -> None:
    if task not in TASKS:
        raise UserError(f"There is no task “{task}”.", f"Choose one of {', '.join(TASKS)}.")
    if dataset not in DATASETS:
        raise UserError(f"There is no data set “{dataset}”.", f"Choose one of {', '.join(DATASETS)}.")
    if task not in ("quality", "noise"):
        raise UserError(f"The task “{task}” is not available yet.", "Choose --task quality or noise.")
    missing = [name for name in _METRIC_PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise UserError(
            f"The benchmark needs packages that are not installed ({', '.join(missing)}).",
            "Install them with: pip install 'meit-desktop[train]'",
        )


def _trained_on(pack: str | Path | None, dataset: str) -> list[int] | None:
    """Return the folds that a pack says it was trained on; ``None`` where it doesn't say, or it was another data set.

    Scores on these folds are no test: the document shows them side by side with the scored folds.
    """
    from meit_core.model.packs.pack import find_pack

    training = find_pack(pack).manifest.get("training", {})
    return list(training["training_folds"]) if training.get("dataset") == dataset else None


def _write(document: dict[str, Any], path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as fault:
        raise EnvironmentFault(
            f"The results can't be written to {path} ({fault.strerror or 'I/O fault'}).",
            "Choose another file with -o.",
        ) from fault
