"""The findings head's outputs: names, calibration, thresholds (``findings.json`` of a pack). Free of torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from meit_core.domain.draft import Finding


@dataclass(frozen=True, slots=True)
class FindingOutput:
    """One output.

    Attributes
    ----------
    temperature, bias
        Platt scaling on the validation fold: probability = sigmoid(logit / temperature + bias).
    threshold
        Probability from which the finding counts as present: the best F1 on the validation fold.
    """

    code: str
    label: str
    temperature: float = 1.0
    bias: float = 0.0
    threshold: float = 0.5


def to_findings(outputs: Sequence[FindingOutput], logits: npt.NDArray[np.float32]) -> tuple[Finding, ...]:
    """Turn (f,) logits into calibrated findings, likeliest first."""
    found = []
    for output, logit in zip(outputs, logits, strict=True):
        probability = float(1 / (1 + np.exp(-(float(logit) / output.temperature + output.bias))))
        found.append(Finding(output.code, output.label, probability, probability >= output.threshold))
    return tuple(sorted(found, key=lambda finding: -finding.probability))


def save_findings(outputs: Sequence[FindingOutput], path: Path) -> None:
    path.write_text(json.dumps({"outputs": [asdict(output) for output in outputs]}, indent=1) + "\n", encoding="utf-8")


def load_findings(path: Path) -> tuple[FindingOutput, ...]:
    values = json.loads(path.read_text(encoding="utf-8"))
    return tuple(FindingOutput(**each) for each in values["outputs"])
