"""What stands behind the guard's evidence: how sure a sentence is, or where it comes from."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from meit_core.domain.draft import DraftSentence

ADDED: Final = "Added from the findings; the drafted text left it out."
EXPECTED: Final = "Added because reports of such recordings say it; the drafted text left it out."
MEASURED: Final = "Added from the measurements; the drafted text left it out."
_ORIGINS: Final = "|".join(map(re.escape, (ADDED, EXPECTED, MEASURED)))
_REMARK: Final = re.compile(rf"(?:^| )(Confidence \d+%\.|{_ORIGINS})$")


def confidence(probability: float) -> str:
    """Say a calibrated probability in words."""
    return f"Confidence {probability:.0%}."


def with_remark(sentence: DraftSentence, remark: str) -> DraftSentence:
    """Return the sentence with a remark behind its evidence."""
    return replace(sentence, evidence=f"{sentence.evidence} {remark}".strip())


def remark_of(evidence: str) -> str:
    """Return the remark that :func:`with_remark` put behind the evidence; empty where there is none."""
    found = _REMARK.search(evidence)
    return found[1] if found else ""
