"""Which statements contain which: territories, equals, combinations, and what can't be true together."""

from __future__ import annotations

import pytest

from meit_core.knowledge import load_statements
from meit_core.knowledge.hierarchy import load_hierarchy


@pytest.mark.parametrize(
    ("code", "contains", "not_contains"),
    [
        ("IPLMI", {"ILMI", "IPMI", "IMI", "LMI", "PMI", "MI", "IHD"}, {"AMI"}),
        ("ASMI", {"AMI", "MI"}, {"IMI", "LMI"}),
        ("MI", {"IHD"}, {"IMI"}),
        ("NORM", {"SR", "AXIS_NORMAL"}, {"AFIB"}),
        ("STACH", {"SR", "TACHY"}, {"BRADY", "NORM"}),
        ("1AVB", {"AVB", "LPR"}, {"2AVB"}),
        ("LPR", {"1AVB"}, {"3AVB"}),
        ("LAFB", {"AXIS_LEFT"}, {"BIFASC"}),
        ("PACE", {"PACE"}, {"SR"}),
    ],
)
def test_a_statement_contains_what_is_more_general(code: str, contains: set[str], not_contains: set[str]) -> None:
    contained = load_hierarchy().contained([code])
    assert contains <= contained
    assert not contained & not_contains


def test_statements_together_make_a_third() -> None:
    tree = load_hierarchy()
    assert "BIFASC" in tree.contained(["CRBBB", "LAFB"])
    assert "BIFASC" not in tree.contained(["CRBBB"])


def test_of_a_statement_and_its_kind_the_kind_is_the_specific_one() -> None:
    tree = load_hierarchy()
    assert tree.specific({"MI", "IMI", "SR"}) == {"IMI", "SR"}
    assert tree.specific({"NDT", "NT_"}) == {"NDT", "NT_"}  # each contains the other


def test_rivals_can_not_be_true_together() -> None:
    tree = load_hierarchy()
    assert {"AFIB", "AFLT", "BRADY"} <= tree.rivals("STACH")
    assert "SR" not in tree.rivals("STACH")
    assert {"SR", "JUNC"} <= tree.rivals("AFIB")
    assert tree.rivals("IMI") == frozenset()
    for code in tree.above:
        assert not tree.rivals(code) & tree.contained([code]), code


def test_it_speaks_of_statements_of_the_library_only() -> None:
    tree = load_hierarchy()
    named = {code for above in tree.above.values() for code in above} | {code for code, _ in tree.together}
    named |= {code for group in (*tree.exclusive, tree.judgements, tree.normal) for code in group}
    assert named <= {statement.code for statement in load_statements()}
