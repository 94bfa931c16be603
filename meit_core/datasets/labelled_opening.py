"""A data set of labels by its name and folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from meit_core.datasets.cinc2021 import load_cinc2021
from meit_core.datasets.labelled import LabelledData
from meit_core.datasets.ludb import load_ludb

LABELLED: Final[dict[str, Callable[[Path], LabelledData]]] = {"ludb": load_ludb, "cinc2021": load_cinc2021}
