"""The PhysioNet/CinC Challenge 2021 (Reyna et al.): SNOMED CT ids in the header comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from meit_core.datasets.labelled import LabelledData, read_labelled
from meit_core.errors import UserError
from meit_core.knowledge.foreign_labels import load_label_map

_PTBXL_RECORD: Final = re.compile(r"HR\d{5}")
"""The Challenge contains PTB-XL itself, under these names."""


def load_cinc2021(root: Path) -> LabelledData:
    """Read the labels of all Challenge recordings under a folder.

    PTB-XL's own recordings are left out: a pack that was trained on them would meet them again.

    Raises
    ------
    UserError
        If it is no such folder.
    """
    found = list(root.rglob("*.hea"))
    headers = [header for header in found if not _PTBXL_RECORD.fullmatch(header.stem)]
    if not headers:
        raise UserError(
            f"There are no recordings of the Challenge in {root}.", "Name the folder of E07500.hea and so on."
        )
    left_out = len(found) - len(headers)
    return read_labelled(
        headers,
        load_label_map("cinc2021"),
        sources_of=_snomed_ids,
        labels_from="header comments: Dx (SNOMED CT)",
        excluded={"recordings of PTB-XL": left_out} if left_out else {},
    )


def _snomed_ids(comments: Sequence[str]) -> list[str]:
    for comment in comments:
        name, _, value = comment.partition(":")
        if name.strip().lower() == "dx":
            return list(dict.fromkeys(each.strip() for each in value.split(",") if each.strip().isdigit()))
    return []
