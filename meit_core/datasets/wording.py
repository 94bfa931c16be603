"""A report's text as the model shall write it: English statements in lower case, one after the other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

_MARKS: Final = re.compile(r"^[\s*=_–—-]+|[\s*=_–—-]+$|\*{2,}")
"""What devices put around a statement to make it stand out: ``*** Consider acute ST elevation MI ***``."""
_HEADING: Final = re.compile(r"^(?:summary|interpretation|conclusion|diagnosis)\s*:\s*")
_ADMINISTRATIVE: Final = re.compile(
    r"report made without knowing patient'?s? (?:sex|age)(?: or (?:sex|age))?"
    r"|(?:this is an )?unconfirmed(?: (?:ecg|report|analysis|diagnosis|interpretation))?(?: report)?"
    r"|(?:preliminary|unedited)(?: (?:ecg|report))?"
    r"|no previous (?:ecg|tracing)s? (?:is |are )?available(?: for comparison)?"
)
"""Says something of the report and nothing of the ECG: a network can't see who signed."""
_SIGNED: Final = re.compile(
    r"^\W*(?:electronically )?(?:confirmed|reviewed|edited|interpreted|signed|read) by\b.*$", re.I | re.M
)
"""The whole line: a name has full stops of its own."""
_STATEMENTS: Final = re.compile(r"\n+|(?<=[.;])\s+")


@dataclass(frozen=True, slots=True)
class Worded:
    """A clean report.

    Attributes
    ----------
    changes
        What was done to it, and how often.
    """

    text: str
    changes: Counter[str] = field(default_factory=Counter)


def worded(text: str) -> Worded:
    """Bring an English report into one form.

    Marks and headings around statements go, and so do statements about the report itself and repetitions; EKG becomes
    ECG; everything is in lower case; every statement ends with a full stop.
    """
    changes: Counter[str] = Counter()
    kept: list[str] = []
    said, signed = _SIGNED.subn("", text)
    changes["about the report"] += signed
    for raw in _STATEMENTS.split(said):
        statement = " ".join(raw.lower().split()).rstrip(" .;,")
        for name, pattern, instead in (("marks", _MARKS, ""), ("heading", _HEADING, ""), ("ekg", _EKG, "ecg")):
            changed = pattern.sub(instead, statement).strip(" .;,")
            changes[name] += changed != statement
            statement = changed
        if not statement:
            continue
        if _ADMINISTRATIVE.fullmatch(statement):
            changes["about the report"] += 1
        elif statement in kept:
            changes["repeated"] += 1
        else:
            kept.append(statement)
    return Worded(f"{'. '.join(kept)}." if kept else "", +changes)


_EKG: Final = re.compile(r"\bekg\b")
