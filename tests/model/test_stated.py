"""What a report is likely to state, by two opinions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.draft import Finding
from meit_core.model.stated import joint_logits, load_statements


def test_the_findings_head_has_a_say_where_it_knows_the_statement() -> None:
    findings = (Finding("AFIB", "atrial fibrillation", 0.5, True), Finding("PACE", "pacing", 1.0, True))
    joint = joint_logits(["AFIB", "PACE", "PAC"], np.array([3.0, -1.0, 2.0], np.float32), findings)
    assert joint[0] == pytest.approx(1.5)
    assert joint[1] > 4.0, "a certainty is worth no more than any other sure opinion"
    assert np.isfinite(joint).all()
    assert joint[2] == pytest.approx(2.0)


def test_a_pack_without_statements_has_none(tmp_path: Path) -> None:
    assert load_statements(tmp_path / "statements.json") == ()
