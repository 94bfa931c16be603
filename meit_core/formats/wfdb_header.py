"""What a WFDB header says about files and patient, beyond what the library returns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from meit_core.domain.record import PatientInfo, Sex

OLDEST_YEARS: Final = 120.0
"""PTB-XL writes 300 for patients over 89: such a number isn't an age."""

_RECORD_LINE: Final = re.compile(rb"^\S+[ \t]+\d+([ \t]+[\d.eE+]+(/[\d.()eE+-]+)?([ \t]+\d+.*)?)?[ \t]*$")
_AGE: Final = re.compile(r"^<?age>?\s*[:=]?\s*(\d+(?:\.\d+)?)\b", re.IGNORECASE)
_SEX: Final = re.compile(r"^<?(?:sex|gender)>?\s*[:=]?\s*(male|female|m|f)\b", re.IGNORECASE)


def looks_like_header(head: bytes) -> bool:
    """Whether a file's first bytes are a WFDB record line (after comments)."""
    if b"\0" in head:
        return False
    for line in head.splitlines():
        if line.strip() and not line.lstrip().startswith(b"#"):
            return _RECORD_LINE.match(line.strip()) is not None
    return False


def header_lines(header: Path) -> list[list[str]]:
    """Record line and signal lines of a header, split into fields; comments left out."""
    content = header.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("latin-1")  # how older software writes µV
    return [line.split() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def signal_files(header: Path) -> tuple[Path, ...]:
    """Signal files a header names, in order, without repetition, whether they exist or not.

    Names with a folder or an address in them are left out: a header must not lead anywhere but its own folder.
    """
    names = dict.fromkeys(fields[0] for fields in header_lines(header)[1:] if len(fields) > 1)
    return tuple(header.with_name(name) for name in names if name != "~" and is_plain_name(name))


def stated_unit(signal_line: Sequence[str]) -> str:
    """The unit a signal line states (``1000(0)/µV``); mV where it states none, as the format has it."""
    gain = signal_line[2] if len(signal_line) > 2 else ""
    return gain.partition("/")[2] or "mV"


def is_plain_name(name: str) -> bool:
    return not any(mark in name for mark in ("/", "\\", ":")) and name not in ("", ".", "..")


def patient_from_comments(comments: Sequence[str]) -> PatientInfo:
    """Age and sex from header comments as PhysioNet's data sets write them (``Age: 78``, ``<sex>: F``)."""
    age_years: float | None = None
    sex = Sex.UNKNOWN
    for comment in comments:
        text = comment.strip().lstrip("# ")
        if age_years is None and (found := _AGE.match(text)) and 0 <= float(found[1]) <= OLDEST_YEARS:
            age_years = float(found[1])
        if sex is Sex.UNKNOWN and (found := _SEX.match(text)):
            sex = Sex.FEMALE if found[1].lower().startswith("f") else Sex.MALE
    return PatientInfo(sex=sex, age_years=age_years)
