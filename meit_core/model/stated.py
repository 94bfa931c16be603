"""What a report of a recording is likely to state, by readers and findings head together. Free of torch.

A database codes what its annotators settled on, a report says what its reader thought worth saying: the two differ.
``statements.json`` of a pack names the statements that its encoder's readers guess, calibrated like findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.draft import Finding
from meit_core.model.findings import FindingOutput, load_findings

FILE: Final = "statements.json"
_SUREST: Final = 1e-5


def load_statements(path: Path) -> tuple[FindingOutput, ...]:
    """Read the statements; none where there is no such file."""
    return load_findings(path) if path.is_file() else ()


def joint_logits(
    codes: Sequence[str], guessed: npt.NDArray[np.float32], findings: Sequence[Finding]
) -> npt.NDArray[np.float32]:
    """Return (s,) logits before calibration: the mean of both opinions where the findings head has one.

    Parameters
    ----------
    codes, guessed
        s statements, and what the readers say of each.
    findings
        Calibrated, of the same recording.
    """
    seen = {finding.code: _logit(finding.probability) for finding in findings}
    both = [(logit + seen.get(code, logit)) / 2 for code, logit in zip(codes, guessed.tolist(), strict=True)]
    return np.array(both, dtype=np.float32)


def _logit(probability: float) -> float:
    kept = min(max(probability, _SUREST), 1 - _SUREST)
    return float(np.log(kept / (1 - kept)))
