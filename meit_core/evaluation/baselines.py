"""What a model has to beat: the commonest report, the nearest neighbour's report, and the findings as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from meit_core.domain.draft import Finding
from meit_core.knowledge.statements import place_in_report, statements_by_code
from meit_core.knowledge.superclasses import superclass_outputs


def most_frequent_report(training_references: Sequence[str]) -> str:
    """Return the report that occurs most often in the training set; of several the one that comes first."""
    return Counter(training_references).most_common(1)[0][0]


def nearest_neighbour_reports(
    embeddings: npt.NDArray[np.float32],
    training_embeddings: npt.NDArray[np.float32],
    training_references: Sequence[str],
) -> list[str]:
    """Return for each recording the report of the training recording with the most similar embedding (cosine).

    Parameters
    ----------
    embeddings, training_embeddings
        (n, d) and (m, d) encoder outputs.
    """
    similarity = _unit(embeddings) @ _unit(training_embeddings).T
    return [training_references[int(index)] for index in similarity.argmax(axis=1)]


def template_report(findings: Sequence[Finding]) -> str:
    """Write the findings that the head sees as one sentence each, in the library's wording.

    Outputs for PTB-XL's superclasses are left out: "conduction disturbance" is no sentence of a report.
    """
    library = statements_by_code()
    classes = superclass_outputs({finding.code for finding in findings}) - {"NORM"}
    seen = [
        finding for finding in findings if finding.present and finding.code in library and finding.code not in classes
    ]
    seen.sort(key=lambda finding: (place_in_report(finding.code), -finding.probability))
    return " ".join(f"{library[finding.code].label.lower()}." for finding in seen)


def _unit(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    wide = vectors.astype(np.float64)
    return wide / np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-12)
