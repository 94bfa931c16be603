"""A task's document as one page for people: tables and plots, self-contained, to be read, printed and archived."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from meit_core.errors import BugError
from meit_core.evaluation.benchmark_report.expert_page import expert_page
from meit_core.evaluation.benchmark_report.labels_page import labels_page
from meit_core.evaluation.benchmark_report.noise_page import noise_page
from meit_core.evaluation.benchmark_report.sweep_page import sweep_page
from meit_core.evaluation.benchmark_report.texts_page import texts_page

__all__ = ["report_page"]

_PAGES: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "quality": texts_page,
    "noise": noise_page,
    "expert": expert_page,
    "sweep": sweep_page,
}


def report_page(document: Mapping[str, Any]) -> str:
    """Return the HTML page of a document of ``meit evaluate`` or ``meit sweep``."""
    task = document["task"]
    if task == "zero-shot":
        return labels_page(document) if document["clean"] is None else texts_page(document)
    if task not in _PAGES:
        raise BugError(f"no page for the task {task}")
    return _PAGES[task](document)
