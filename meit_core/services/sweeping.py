"""Train and score the variants of a sweep, one after the other, and put them into one table."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meit_core.errors import EnvironmentFault, UserError
from meit_core.jobs import JobContext

if TYPE_CHECKING:
    from meit_core.evaluation.sweep_plan import SweepPlan, SweepRow
    from meit_core.evaluation.sweep_table import ScoredRow

RECIPE = "recipe.toml"
SCORES = "evaluation.json"
TABLE = "sweep"
"""``sweep.json``, ``sweep.md`` and ``sweep.html`` in the sweep's folder."""


class _RowJob(JobContext):
    """Tells the row in front of every message, and stops where the sweep's job does."""

    def __init__(self, sweep_job: JobContext, row: str) -> None:
        super().__init__(lambda fraction, message: sweep_job.progress(fraction, f"{row}: {message}"))
        self._sweep_job = sweep_job

    @property
    def is_cancelled(self) -> bool:
        return self._sweep_job.is_cancelled

    def check(self) -> None:
        self._sweep_job.check()


def sweep(
    *, config: Path, out: Path, root: Path | None = None, limit: int | None = None, job: JobContext | None = None
) -> dict[str, Any]:
    """Train every row of the plan in a folder of its own in ``out`` and return the table's document.

    A row that is finished is not trained again, and one that was interrupted goes on where it was: start the sweep
    again with the same folder. A row that can't be trained is named as failed, and the others go on; the first one,
    which all are compared with, has to succeed.

    Parameters
    ----------
    root
        Folder of the data set instead of the recipe's ``data.root``.
    limit
        Score the first so many recordings only.

    Raises
    ------
    UserError
        If the plan or a row's recipe is wrong, a row in ``out`` was trained with other settings, or the first row
        can't be trained.
    """
    from meit_core.evaluation.sweep_plan import load_plan

    job = job or JobContext()
    plan = load_plan(config)
    for row in plan.rows:
        _lay_out(row, out / row.name, root)
    rows: list[dict[str, Any]] = []
    scored: list[ScoredRow] = []
    for number, row in enumerate(plan.rows, start=1):
        named = _RowJob(job, f"{row.name} ({number} of {len(plan.rows)})")
        try:
            found, seconds = _train_and_score(plan, row, out / row.name, limit, named)
        except UserError as fault:
            if number == 1:
                raise
            rows.append({"name": row.name, "about": row.about, "changes": row.changes, "failed": fault.message})
            continue
        scored.append(found)
        rows.append(_figures(row, found.document, seconds))
    document = _document(plan, rows, scored, _training_references(plan, out))
    _write(document, out)
    return document


def as_markdown(document: Mapping[str, Any]) -> str:
    """Return the table of a sweep's document for a log or a page."""
    from meit_core.evaluation.sweep_table import markdown_table

    return markdown_table(document)


def _lay_out(row: SweepRow, folder: Path, root: Path | None) -> None:
    """Write the row's recipe and check it before anything is trained."""
    from meit_core.evaluation.sweep_plan import write_recipe
    from meit_core.training.recipe import load_recipe

    recipe = dict(row.recipe)
    if root is not None:
        recipe["data"] = {**recipe.get("data", {}), "root": str(root)}
    text, path = write_recipe(recipe), folder / RECIPE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_text(encoding="utf-8") != text:
            raise UserError(
                f"The row {row.name} in {folder.parent.name} was made with other settings.",
                "Choose another --out, or delete that row's folder.",
            )
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise EnvironmentFault(f"The folder {folder} can't be written.", "Choose another --out.") from fault
    load_recipe(path)


def _train_and_score(
    plan: SweepPlan, row: SweepRow, folder: Path, limit: int | None, job: JobContext
) -> tuple[ScoredRow, float]:
    from meit_core.evaluation.draft_file import draft_file_of, read_drafts
    from meit_core.evaluation.sweep_table import ScoredRow
    from meit_core.services.evaluating import evaluate
    from meit_core.services.training import train
    from meit_core.training.recipe import load_recipe

    times = folder / "seconds.json"
    if not (times.is_file() and draft_file_of(folder / SCORES).is_file()):
        started = time.monotonic()
        train(config=folder / RECIPE, out=folder, resume=True, job=job)
        times.write_text(json.dumps(round(time.monotonic() - started, 1)), encoding="utf-8")
    data = load_recipe(folder / RECIPE).data
    folds = plan.folds or frozenset(data.validation_folds)
    scores = folder / SCORES
    if limit is not None or folds != frozenset(data.validation_folds):  # else training has scored just these
        scores = folder / "scored.json"
        evaluate(root=Path(data.root), folds=folds, pack=folder / "pack", limit=limit, output=scores, job=job)
    document = json.loads(scores.read_text(encoding="utf-8"))
    return ScoredRow(row.name, read_drafts(draft_file_of(scores)), document), json.loads(times.read_text("utf-8"))


def _figures(row: SweepRow, document: Mapping[str, Any], seconds: float) -> dict[str, Any]:
    labels = document["labels"]
    return {
        "name": row.name,
        "about": row.about,
        "changes": dict(row.changes),
        "n": document["n"],
        "clean": document["clean"],
        "compat": document["compat"],
        "labels": {name: labels[name] for name in ("macro_f1", "micro_f1", "superclass_macro_auroc")},
        "ci95": document["ci95"],
        "pack_sha256": document["pack_sha256"],
        "seconds": seconds,
    }


def _document(
    plan: SweepPlan, rows: list[dict[str, Any]], scored: list[ScoredRow], training_references: list[str]
) -> dict[str, Any]:
    from meit_core.evaluation.sweep_table import differences_to_first

    against = differences_to_first(scored, training_references)
    first = scored[0].document
    return {
        "task": "sweep",
        "name": plan.name,
        "about": plan.about,
        "base": plan.base,
        "common": dict(plan.common),
        "first": scored[0].name,
        "rows": [row | ({"against_first": against[row["name"]]} if row["name"] in against else {}) for row in rows],
        "baselines": {
            name: {"clean": part["clean"], "labels": {key: part["labels"][key] for key in ("macro_f1", "micro_f1")}}
            for name, part in first["baselines"].items()
        },
        "split": first["split"],
        "patient_overlap": first["patient_overlap"],
        "interval": "95 %, patients drawn again 1000 times, both rows scored on the same draw",
    }


def _training_references(plan: SweepPlan, out: Path) -> list[str]:
    from meit_core.datasets.opening import open_dataset
    from meit_core.training.recipe import load_recipe

    folder = out / plan.rows[0].name
    data = load_recipe(folder / RECIPE).data
    dataset = json.loads((folder / SCORES).read_text(encoding="utf-8"))["dataset"]
    tables = open_dataset(dataset, Path(data.root))
    return [case.reference for case in tables.of_folds(frozenset(data.training_folds))]


def _write(document: dict[str, Any], out: Path) -> None:
    from meit_core.evaluation.benchmark_report import report_page

    try:
        (out / f"{TABLE}.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")
        (out / f"{TABLE}.md").write_text(as_markdown(document), "utf-8")
        (out / f"{TABLE}.html").write_text(report_page(document), "utf-8")
    except OSError as fault:
        raise EnvironmentFault(f"The table can't be written to {out}.", "Make room there and start again.") from fault
