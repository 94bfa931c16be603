"""The benchmark, from folders and names to one document of numbers."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from meit_core.errors import EnvironmentFault, UserError
from meit_core.jobs import JobContext

if TYPE_CHECKING:
    from meit_core.datasets.dataset import DataSet
    from meit_core.drafting.loaded_model import LoadedModel
    from meit_core.evaluation.draft_file import StoredDraft
    from meit_core.evaluation.reading import ReportModel
    from meit_core.evaluation.task_result import TaskResult
    from meit_core.model.house_styles import HouseStyles

WITH_REPORTS: Final = ("ptbxl", "mimic-iv-ecg", "manifest")
WITH_LABELS: Final = ("ludb", "cinc2021")
DATASETS: Final = (*WITH_REPORTS, *WITH_LABELS)
TASKS: Final = ("quality", "zero-shot", "noise", "expert")
TRAINING_FOLDS: Final = frozenset(range(1, 9))
"""PTB-XL's authors recommend folds 1-8 for training, 9 for validation and 10 for testing (Wagner et al. 2020)."""

_METRIC_PACKAGES: Final = ("nltk", "pycocoevalcap", "rouge_score")


def evaluate(
    *,
    root: Path | None = None,
    folds: Collection[int] = frozenset({9}),
    train_root: Path | None = None,
    train_dataset: str | None = None,
    pack: str | Path | None = None,
    without_instructions: str | Path | None = None,
    dataset: str = "ptbxl",
    task: str = "quality",
    prompt: str | None = None,
    house_styles: bool = True,
    limit: int | None = None,
    bert_model: Path | None = None,
    workspace: Path | None = None,
    campaign: str | None = None,
    output: Path | None = None,
    report: Path | None = None,
    job: JobContext | None = None,
) -> dict[str, Any]:
    """Score a pack on a data set's folds and return the document of ``meit evaluate --json``.

    Parameters
    ----------
    root
        Folder of the scored data set; every task but ``expert`` needs it.
    train_root
        Where the training folds are, if not in ``root``: they give document frequencies and baselines.
    train_dataset
        Kind of ``train_root``; by default ``dataset``, or the data set that the pack names as its own in ``zero-shot``.
    pack
        Name or folder; the bundled pack if not given.
    without_instructions
        For ``zero-shot``: the same model tuned without diverse instructions, to be compared with.
    prompt
        Instead of the pack's own.
    house_styles
        For ``quality``: ask for each report in the house style that the data set names, where the pack knows it, as a
        clinic sets its own once.
    limit
        Score the first so many recordings only.
    bert_model
        Folder of the language model for BERTScore in ``quality`` and ``zero-shot``.
    workspace, campaign
        For ``expert``: where the ratings are, and which studies count; by default your own workspace and all studies.
    output
        Also write the document to this file, and the drafts beside it (``x.json`` and ``x.drafts.jsonl``).
    report
        Also write a page for people to this file, ``.html``.

    Raises
    ------
    UserError
        For a task, data set or pack that isn't there, folds without recordings, unreadable recordings throughout, or a
        pack that was trained on what shall be zero-shot.
    Cancelled
        If the job was asked to stop; nothing is written.
    """
    _refuse_what_is_missing(dataset, task, limit, report)
    if task == "expert":
        from meit_core.services.ratings import expert_document

        document: dict[str, Any] = {"task": task, **expert_document(workspace, campaign=campaign)}
        drafts: Sequence[StoredDraft] = ()
    else:
        if root is None:
            raise UserError(f"The task {task} needs a data set.", "Name its folder with --root.")
        asked = _Asked(
            dataset=dataset,
            root=root,
            folds=frozenset(folds),
            train_dataset=train_dataset,
            train_root=train_root,
            prompt=prompt,
            house_styles=house_styles,
            limit=limit,
            bert_model=bert_model,
            job=job,
        )
        run = _zero_shot if task == "zero-shot" else _quality_or_noise
        document, drafts = run(task, asked, pack, without_instructions)
    if output is not None:
        from meit_core.evaluation.draft_file import draft_file_of, write_drafts

        _write(json.dumps(document, indent=1, ensure_ascii=False) + "\n", output, "-o")
        if drafts:
            write_drafts(draft_file_of(output), drafts)
    if report is not None:
        from meit_core.evaluation.benchmark_report import report_page

        _write(report_page(document), report, "--report")
    return document


@dataclass(frozen=True, slots=True)
class _Asked:
    """What all tasks on data sets are asked for."""

    dataset: str
    root: Path
    folds: frozenset[int]
    train_dataset: str | None
    train_root: Path | None
    prompt: str | None
    house_styles: bool
    limit: int | None
    bert_model: Path | None
    job: JobContext | None


def _quality_or_noise(
    task: str, asked: _Asked, pack: str | Path | None, _: str | Path | None
) -> tuple[dict[str, Any], Sequence[StoredDraft]]:
    from meit_core.datasets.opening import open_dataset
    from meit_core.evaluation.noise import evaluate_noise
    from meit_core.evaluation.quality import evaluate_quality

    if asked.dataset in WITH_LABELS:
        raise UserError(f"The data set {asked.dataset} has no reports to compare with.", "Choose --task zero-shot.")
    loaded, low_rate = _load(pack)
    test = open_dataset(asked.dataset, asked.root, low_rate=low_rate)
    training = test
    if asked.train_root is not None:
        training = open_dataset(asked.train_dataset or asked.dataset, asked.train_root, low_rate=low_rate)
    sets: dict[str, Any] = {
        "test": test,
        "training": training,
        "folds": asked.folds,
        "training_folds": TRAINING_FOLDS - asked.folds,
        "prompt": asked.prompt,
        "limit": asked.limit,
        "job": asked.job,
    }
    if task == "noise":
        result = evaluate_noise(_model(loaded), **sets)
    else:
        result = evaluate_quality(_model(loaded), **sets, styles=_styles_of(pack, asked), bert_model=asked.bert_model)
    document = {**_heading(task, asked, loaded), **result.document}
    training_of = _training_of(pack)
    seen = training_of["training_folds"] if training_of.get("dataset") == (test.kind or asked.dataset) else None
    document["split"]["pack_trained_on"] = None if seen is None else list(seen)
    return document, result.drafts


def _zero_shot(
    task: str, asked: _Asked, pack: str | Path | None, plain: str | Path | None
) -> tuple[dict[str, Any], Sequence[StoredDraft]]:
    """Score what the pack has not learnt from; the training folds are those of its own data set."""
    from meit_core.datasets.opening import open_dataset

    own = _training_of(pack)
    trained_on = asked.train_dataset or str(own.get("dataset", "ptbxl"))
    if asked.dataset == own.get("dataset") or (asked.train_root is not None and asked.train_root == asked.root):
        raise UserError(
            f"The pack was trained on {asked.dataset}: that would be no zero-shot test.",
            "Choose another --dataset, or --task quality.",
        )
    if asked.train_root is None:
        raise UserError(
            "Zero-shot scores need the data set that the pack was trained on, for its wording and the baselines.",
            "Name its folder with --train-root.",
        )
    loaded, low_rate = _load(pack)
    other = None if plain is None else _load(plain)[0]
    training = open_dataset(trained_on, asked.train_root, low_rate=low_rate)
    folds = frozenset(own.get("training_folds", TRAINING_FOLDS))
    result = (_zero_shot_labels if asked.dataset in WITH_LABELS else _zero_shot_reports)(
        asked, loaded, other, training, folds, low_rate=low_rate
    )
    document = {**_heading(task, asked, loaded), **result.document}
    document["trained_on"] = {"dataset": trained_on, "folds": sorted(folds), "instructions": own.get("instructions")}
    if other is not None:
        plain_training = _training_of(plain)
        document["without_instruction_tuning"] |= {
            "pack": other.info.pack,
            "pack_sha256": other.info.pack_sha256,
            "instructions": plain_training.get("instructions"),
            "trained_on": {"dataset": plain_training.get("dataset"), "folds": plain_training.get("training_folds")},
        }
    return document, result.drafts


def _zero_shot_labels(
    asked: _Asked,
    loaded: LoadedModel,
    other: LoadedModel | None,
    training: DataSet,
    folds: frozenset[int],
    *,
    low_rate: bool,  # noqa: ARG001 - these data sets have one rate
) -> TaskResult:
    from meit_core.datasets.labelled_opening import LABELLED
    from meit_core.evaluation.zero_shot import evaluate_zero_shot

    return evaluate_zero_shot(
        _model(loaded),
        test=LABELLED[asked.dataset](asked.root),
        training=training,
        training_folds=folds,
        without_instructions=None if other is None else _model(other),
        prompt=asked.prompt,
        limit=asked.limit,
        job=asked.job,
    )


def _zero_shot_reports(
    asked: _Asked,
    loaded: LoadedModel,
    other: LoadedModel | None,
    training: DataSet,
    folds: frozenset[int],
    *,
    low_rate: bool,
) -> TaskResult:
    from meit_core.datasets.opening import open_dataset
    from meit_core.evaluation.quality import evaluate_quality
    from meit_core.evaluation.zero_shot_reports import without_instruction_tuning

    test = open_dataset(asked.dataset, asked.root, low_rate=low_rate)
    scored = {case.record_path.resolve() for case in test.of_folds(asked.folds)}
    if any(case.record_path.resolve() in scored for case in training.of_folds(folds)):
        raise UserError(
            "The pack's training recordings are among the scored ones: that would be no zero-shot test.",
            "Check --root, --folds and --train-root.",
        )
    result = evaluate_quality(
        _model(loaded),
        test=test,
        training=training,
        folds=asked.folds,
        training_folds=folds,
        prompt=asked.prompt,
        limit=asked.limit,
        across=True,
        bert_model=asked.bert_model,
        job=asked.job,
    )
    if other is None:
        return result
    references = [case.reference for case in training.of_folds(folds)]
    cases = test.of_folds(asked.folds)[: asked.limit]
    return without_instruction_tuning(_model(other), result, cases, references, prompt=asked.prompt, job=asked.job)


def _heading(task: str, asked: _Asked, loaded: LoadedModel) -> dict[str, Any]:
    return {
        "task": task,
        "dataset": asked.dataset,
        "pack": loaded.info.pack,
        "pack_sha256": loaded.info.pack_sha256,
        "device": loaded.info.device,
    }


def _load(pack: str | Path | None) -> tuple[LoadedModel, bool]:
    """Load a pack; also returns whether a data set's own files at 100 Hz are all that it needs."""
    from meit_core.drafting.local_engine import load_pack
    from meit_core.model.ecg_input import MODEL_FS_HZ

    loaded = load_pack(pack)
    return loaded, loaded.generator.input.fs_hz <= MODEL_FS_HZ


def _model(loaded: LoadedModel) -> ReportModel:
    return cast("ReportModel", loaded.generator)  # a pack's generator embeds as well, which drafting doesn't ask for


def _refuse_what_is_missing(dataset: str, task: str, limit: int | None, report: Path | None) -> None:
    if task not in TASKS:
        raise UserError(f"There is no task “{task}”.", f"Choose one of {', '.join(TASKS)}.")
    if dataset not in DATASETS:
        raise UserError(f"There is no data set “{dataset}”.", f"Choose one of {', '.join(DATASETS)}.")
    if limit is not None and limit < 1:
        raise UserError("The limit must be at least 1.", "Leave --limit out to score all recordings.")
    if report is not None and report.suffix.lower() not in (".html", ".htm"):
        raise UserError("The page for people is written as HTML.", "Give --report a name that ends in .html.")
    missing = [name for name in _METRIC_PACKAGES if importlib.util.find_spec(name) is None]
    if missing and task != "expert":
        raise UserError(
            f"The benchmark needs packages that are not installed ({', '.join(missing)}).",
            "Install them with: pip install 'meit-desktop[train]'",
        )


def _styles_of(pack: str | Path | None, asked: _Asked) -> HouseStyles:
    from meit_core.model.house_styles import HouseStyles
    from meit_core.model.packs.pack import find_pack

    known = find_pack(pack).manifest["prompt"].get("styles", ())
    return HouseStyles(tuple(known) if asked.house_styles else ())


def _training_of(pack: str | Path | None) -> dict[str, Any]:
    """Return what a pack says of its training: scores on those folds are no test."""
    from meit_core.model.packs.pack import find_pack

    return dict(find_pack(pack).manifest.get("training", {}))


def _write(text: str, path: Path, option: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise EnvironmentFault(
            f"The results can't be written to {path} ({fault.strerror or 'I/O fault'}).",
            f"Choose another file with {option}.",
        ) from fault
