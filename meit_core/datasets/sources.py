"""The data sets that can be prepared: where their recordings are, what is known of them, how their reports read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from meit_core.datasets.entry import Facts, Place
from meit_core.datasets.folder import folder_facts, folder_places, reports_table
from meit_core.datasets.mimic_iv_ecg import REPORTS_FROM, mimic_facts, mimic_places
from meit_core.datasets.ptbxl import ptbxl_facts, ptbxl_places, ptbxl_superclasses
from meit_core.datasets.translating import PtbxlReports, language_of
from meit_core.datasets.wording import worded
from meit_core.errors import UserError

PTBXL, MIMIC, FOLDER = "ptbxl", "mimic-iv-ecg", "folder"
PREPARED_KINDS: Final = (PTBXL, MIMIC, FOLDER)
LOW_RATE_HZ: Final = 100.0


@dataclass(frozen=True, slots=True)
class Report:
    """A recording's report as the model shall write it.

    Attributes
    ----------
    language
        Of the source.
    changes
        What was done to the text, and how often.
    untranslated
        Words that were left as they were.
    """

    text: str
    language: str = ""
    changes: Counter[str] = field(default_factory=Counter)
    untranslated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A data set.

    Attributes
    ----------
    places, facts
        Read anew at every call.
    report
        Makes the report of what is known.
    reports_from
        File and column.
    """

    kind: str
    root: Path
    places: Callable[[], Iterator[Place]]
    facts: Callable[[], Iterator[Facts]]
    report: Callable[[Facts], Report]
    reports_from: str
    superclass_of: Mapping[str, str] = field(default_factory=dict)


def source_of(kind: str, root: Path, *, fs_hz: float, reports: Path | None = None) -> Source:
    """Return a data set by its name.

    Parameters
    ----------
    fs_hz
        Up to 100 Hz, files at 100 Hz are taken where there are some.
    reports
        Table of a folder's reports; ``reports.csv`` in it if not given.

    Raises
    ------
    UserError
        If there is no such kind, or its tables are missing.
    """
    if kind not in PREPARED_KINDS:
        raise UserError(f"There is no data set “{kind}”.", f"Choose one of {', '.join(PREPARED_KINDS)}.")
    if kind == PTBXL:
        return _ptbxl(root, low_rate=fs_hz <= LOW_RATE_HZ)
    if kind == MIMIC:
        return Source(kind, root, lambda: mimic_places(root), lambda: mimic_facts(root), _english, REPORTS_FROM)
    table = reports_table(root, reports)
    made_from = f"{table.name}: report"
    return Source(kind, root, lambda: folder_places(root, table), lambda: folder_facts(table), _as_it_is, made_from)


def _ptbxl(root: Path, *, low_rate: bool) -> Source:
    reports = PtbxlReports(root)

    def report(facts: Facts) -> Report:
        done = reports.english(facts)
        return Report(done.text, done.language, Counter({done.origin: 1}), done.untranslated)

    return Source(
        PTBXL,
        root,
        lambda: ptbxl_places(root, low_rate=low_rate),
        lambda: ptbxl_facts(root),
        report,
        reports.made_from,
        ptbxl_superclasses(root),
    )


def _english(facts: Facts) -> Report:
    clean = worded(facts.text)
    return Report(clean.text, "en" if clean.text else "", clean.changes)


def _as_it_is(facts: Facts) -> Report:
    """A folder's reports are taken as they are written: only their form is brought into one."""
    clean = worded(facts.text)
    return Report(clean.text, language_of(facts.text) if clean.text else "", clean.changes)
