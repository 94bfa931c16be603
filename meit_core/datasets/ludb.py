"""LUDB (Kalyakulina et al., IEEE Access 8:186181, 2020): diagnoses as sentences in the header comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from meit_core.datasets.labelled import LabelledData, read_labelled
from meit_core.errors import UserError
from meit_core.knowledge.foreign_labels import load_label_map

_DIAGNOSES: Final = "<diagnoses>:"


def load_ludb(root: Path) -> LabelledData:
    """Read the labels of a LUDB folder (its ``data``, or the folder around it).

    Raises
    ------
    UserError
        If it is no such folder.
    """
    headers = [*root.glob("*.hea"), *(root / "data").glob("*.hea")]
    if not headers:
        raise UserError(
            f"There are no LUDB recordings in {root}.", "Name the folder that holds 1.hea, 1.dat and so on."
        )
    return read_labelled(
        headers, load_label_map("ludb"), sources_of=_diagnoses, labels_from="header comments: <diagnoses>"
    )


def _diagnoses(comments: Sequence[str]) -> list[str]:
    """Return the lines after ``<diagnoses>:`` without their full stops, each once."""
    if _DIAGNOSES not in comments:
        return []
    lines = comments[comments.index(_DIAGNOSES) + 1 :]
    return list(dict.fromkeys(line.rstrip(". ") for line in lines if line))
