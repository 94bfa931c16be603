"""The statement library: codes, wordings and the acronyms a reader types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from meit_core.resources import resource_path


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an ECG report.

    Attributes
    ----------
    code
        SCP-ECG statement code as in PTB-XL (EN 1064, Wagner et al. 2020), or one of ours where the standard has none
        (axis, voltage transition, ventricular response).
    label
        Wording in a report, without the full stop.
    category
        ``summary``, ``rhythm``, ``pacing``, ``ectopy``, ``conduction``, ``axis``, ``hypertrophy``, ``qrs``,
        ``infarction``, ``ischemia``, ``st-t`` or ``technique``.
    acronyms
        What a reader may type for it, lower case; no two statements share one.
    """

    code: str
    label: str
    category: str
    acronyms: tuple[str, ...]


@cache
def load_statements() -> tuple[Statement, ...]:
    """Return the whole library in report order: summary, rhythm, conduction, axis, chambers, infarction, ST-T."""
    document = json.loads(resource_path("knowledge", "statements.json").read_text(encoding="utf-8"))
    return tuple(
        Statement(row["code"], row["label"], row["category"], tuple(row["acronyms"])) for row in document["statements"]
    )


@cache
def statements_by_code() -> Mapping[str, Statement]:
    """Return the library by code."""
    return {statement.code: statement for statement in load_statements()}


_REPORT_ORDER = (
    "rhythm",
    "pacing",
    "ectopy",
    "axis",
    "conduction",
    "qrs",
    "hypertrophy",
    "infarction",
    "ischemia",
    "st-t",
    "technique",
    "summary",
)


def place_in_report(code: str) -> int:
    """Return where in a report a statement of the library stands: rhythm first and the overall judgement last."""
    return _REPORT_ORDER.index(statements_by_code()[code].category)


def expand_acronym(typed: str) -> str | None:
    """Return the wording a typed acronym stands for (``lafb`` -> left anterior fascicular block), or ``None``."""
    return _wordings().get(typed.strip().lower())


@cache
def _wordings() -> Mapping[str, str]:
    return {acronym: statement.label for statement in load_statements() for acronym in statement.acronyms}
