"""A data set by its name and folder, whichever it is."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from meit_core.datasets.catalogue import Catalogue
from meit_core.datasets.dataset import DataSet
from meit_core.datasets.folds import fold_of
from meit_core.datasets.manifest import MANIFEST, ManifestData, ManifestLine, load_manifest, manifest_of
from meit_core.datasets.mimic_iv_ecg import REPORTS_FROM, mimic_facts, mimic_places
from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.datasets.wording import worded
from meit_core.errors import UserError


def open_dataset(kind: str, root: Path, *, low_rate: bool = False) -> DataSet:
    """Open a data set.

    Parameters
    ----------
    kind
        One of :data:`KINDS`: ``ptbxl``, ``mimic-iv-ecg``, or ``manifest`` for a folder that ``meit prepare`` wrote, or
        any folder with a ``manifest.jsonl`` whose records are beside it. A folder with a manifest is opened as such,
        whichever data set it was prepared from.
    low_rate
        Prefer files at 100 Hz where a data set has its recordings at several rates.

    Raises
    ------
    UserError
        If there is no such kind, or the folder isn't of that kind or damaged.
    """
    if kind not in KINDS:
        raise UserError(f"There is no data set “{kind}”.", f"Choose one of {', '.join(KINDS)}.")
    return open_manifest(root) if kind_at(root) == "manifest" else KINDS[kind](root, low_rate)


def open_mimic(root: Path) -> DataSet:
    """Open MIMIC-IV-ECG in its own layout, with the folds of seed 0; its cases stay on disk."""
    with closing(Catalogue(mimic_places(root), mimic_facts(root))) as catalogue, tempfile.TemporaryFile() as file:
        for entry in catalogue.entries():
            facts = entry.facts
            report = worded(facts.text).text
            line = ManifestLine(facts.id, facts.patient_id, fold_of(facts.patient_id), entry.place.record, report)
            file.write(line.as_json().encode() + b"\n")
        file.flush()
        return manifest_of(file, "the joined tables", root, reports_from=REPORTS_FROM, kind="mimic-iv-ecg")


def open_manifest(root: Path) -> DataSet:
    """Open a prepared folder, or one with a manifest alone."""
    if (root / MANIFEST).is_file() and not (root / ABOUT).is_file():
        return load_manifest(root / MANIFEST, root)
    return open_prepared(root)[0]


def open_prepared(out: Path) -> tuple[ManifestData, Path]:
    """Open a folder that ``meit prepare`` finished; also returns the data set's own folder.

    Raises
    ------
    UserError
        If it isn't finished, or damaged.
    """
    if not (out / MANIFEST).is_file():
        raise UserError(f"There is no {MANIFEST} in {out}.", "Name a folder that meit prepare has finished.")
    try:
        values = json.loads((out / ABOUT).read_text(encoding="utf-8"))
        root, told = Path(values["root"]), (values["reports_from"], values["superclass_of"], values["kind"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UserError(f"The file {ABOUT} in {out} is damaged.", "Prepare the data set again.") from fault
    reports_from, superclass_of, kind = told
    return load_manifest(out / MANIFEST, root, reports_from=reports_from, superclass_of=superclass_of, kind=kind), root


def kind_at(root: Path) -> str:
    """Return how a folder to train on is opened: ``manifest`` where it is a prepared one, else ``ptbxl``."""
    return "manifest" if (root / MANIFEST).is_file() else "ptbxl"


ABOUT: Final = "dataset.json"
"""Where the recordings lie, where the reports come from, and the superclass of each code."""
KINDS: Final[dict[str, Callable[[Path, bool], DataSet]]] = {
    "ptbxl": lambda root, low_rate: load_ptbxl(root, low_rate=low_rate),
    "mimic-iv-ecg": lambda root, _: open_mimic(root),
    "manifest": lambda root, _: open_manifest(root),
}
