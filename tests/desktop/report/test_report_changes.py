"""Draft against final text."""

from __future__ import annotations

from meit_desktop.models.report_changes import Change, ChangeKind, compare_reports


def test_each_kind_of_change_once() -> None:
    changes = compare_reports(
        ("Sinus rhythm.", "Left bundle branch block.", "Normal ECG."),
        ("sinus rhythm", "Incomplete left bundle branch block.", "Low voltage."),
    )
    assert changes == (
        Change(ChangeKind.KEPT, "Sinus rhythm.", "sinus rhythm"),
        Change(ChangeKind.REWORDED, "Left bundle branch block.", "Incomplete left bundle branch block."),
        Change(ChangeKind.REMOVED, "Normal ECG.", ""),
        Change(ChangeKind.ADDED, "", "Low voltage."),
    )


def test_an_unchanged_draft_has_no_change() -> None:
    assert {change.kind for change in compare_reports(("A b.", "C."), ("A b.", "C."))} == {ChangeKind.KEPT}


def test_nothing_is_lost_whatever_is_compared() -> None:
    before, after = ("A b c.", "A b d.", "E."), ("A b e.", "E.", "F.")
    changes = compare_reports(before, after)
    assert sorted(change.before for change in changes if change.before) == sorted(before)
    assert sorted(change.after for change in changes if change.after) == sorted(after)
