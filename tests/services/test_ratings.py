"""Ratings leave and come back: blind, complete, all or none, noted in the log."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from meit_core.cli import main
from meit_core.domain.audit import AuditAction
from meit_core.domain.draft import Draft, DraftId
from meit_core.domain.rating import Criterion
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import PermissionRefused, UserError
from meit_core.services.audit import list_audit
from meit_core.services.rating import rate
from meit_core.services.ratings import export_ratings, import_ratings, rating_agreement
from meit_core.services.workspace import Workspace
from meit_core.store import campaigns

HIGH = dict.fromkeys(Criterion, 5)
LOW = dict.fromkeys(Criterion, 2)


@pytest.fixture
def draft_id(workspace: Workspace, reader: User, study_id: StudyId, draft: Draft) -> DraftId:
    stored = workspace.store.add_draft(study_id, draft, reader).draft_id
    assert stored is not None
    return stored


@pytest.fixture
def rated(workspace: Workspace, reader: User, rater: User, study_id: StudyId, draft_id: DraftId) -> Workspace:
    """Two raters, one of whom thought again."""
    rate(workspace, actor=rater, study_id=study_id, draft_id=draft_id, scores=HIGH)
    rate(workspace, actor=reader, study_id=study_id, draft_id=draft_id, scores=HIGH, comment="=1+1 says Mrs. Smith")
    rate(workspace, actor=rater, study_id=study_id, draft_id=draft_id, scores=LOW)
    return workspace


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_export_names_nobody_unless_asked(rated: Workspace, admin: User, tmp_path: Path) -> None:
    done = export_ratings(rated, actor=admin, path=tmp_path / "blind.csv")
    assert (done.ratings, done.raters, done.drafts, done.named) == (2, 2, 1, False)
    rows = rows_of(done.path)
    assert [(row["rater"], row["diagnostic_accuracy"], row["comment"]) for row in rows] == [
        ("rater-01", "5", ""),
        ("rater-02", "2", ""),
    ]
    text = done.path.read_text(encoding="utf-8")
    assert not any(name in text for name in ("rose", "rita", "Smith"))
    export_ratings(rated, actor=admin, path=tmp_path / "named.csv", names=True, comments=True)
    named = rows_of(tmp_path / "named.csv")
    assert [row["rater"] for row in named] == ["rose", "rita"]
    assert named[0]["comment"] == "'=1+1 says Mrs. Smith"  # no formula for a spreadsheet
    newest = list_audit(rated, actor=admin)[0]
    assert newest.action is AuditAction.RATINGS_EXPORTED and newest.details["names"] is True


def test_exports_are_for_administrators_and_figures_not_for_raters(
    rated: Workspace, reader: User, rater: User, tmp_path: Path
) -> None:
    with pytest.raises(PermissionRefused):
        export_ratings(rated, actor=reader, path=tmp_path / "x.csv")
    with pytest.raises(PermissionRefused):
        rating_agreement(rated, actor=rater)
    assert rating_agreement(rated, actor=reader)["raters"] == 2


@pytest.mark.parametrize("name", ["ratings.csv", "ratings.jsonl"])
def test_what_was_exported_comes_back_once(rated: Workspace, admin: User, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    export_ratings(rated, actor=admin, path=path, names=True)
    text = path.read_text(encoding="utf-8").replace("rita", "Otto ")
    path.write_text(text, encoding="utf-8")
    first = import_ratings(rated, actor=admin, path=path)
    assert (first.imported, first.duplicates, first.raters) == (2, 0, 2)  # rose's comment was left out of the file
    again = import_ratings(rated, actor=admin, path=path)
    assert (again.imported, again.duplicates) == (0, 2)
    assert list_audit(rated, actor=admin)[0].details == {"ratings": 2, "raters": 2}
    export_ratings(rated, actor=admin, path=path, names=True)
    assert "otto" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("rater-02", "", "line 3 has no rater"),
        (",2,2,2,2,", ",2,6,2,2,", "line 3 has no score from 1 to 5 for logical consistency"),
        (",2,2,2,2,", ",2,2.5,2,2,", "no score from 1 to 5"),
        ("rater-02", "rater-01", "line 3 rates a draft twice"),
        (",2,2,2,2,1,", ",2,2,2,2,9,", "another rubric"),
        ("completeness", "complete", "lacks the columns completeness"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_taken(  # noqa: PLR0917 - fixtures
    rated: Workspace, admin: User, tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "ratings.csv"
    export_ratings(rated, actor=admin, path=path)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(UserError, match=said):
        import_ratings(rated, actor=admin, path=path)
    assert rating_agreement(rated, actor=admin)["ratings"] == 2


def test_ratings_of_unknown_drafts_and_files_that_are_none(rated: Workspace, admin: User, tmp_path: Path) -> None:
    row = {"draft": "0" * 16, "rater": "x", **{criterion.value: 4 for criterion in Criterion}}
    path = tmp_path / "ratings.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"1 of 1 ratings .* aren.t in this workspace"):
        import_ratings(rated, actor=admin, path=path)
    path.write_text("no json\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"line 1 is no row of ratings"):
        import_ratings(rated, actor=admin, path=path)
    with pytest.raises(UserError, match=r"\.csv or \.jsonl"):
        import_ratings(rated, actor=admin, path=tmp_path / "ratings.xlsx")
    with pytest.raises(UserError, match="can't be read"):
        import_ratings(rated, actor=admin, path=tmp_path / "gone.csv")


def test_a_campaign_counts_its_own_studies(rated: Workspace, admin: User, study_id: StudyId) -> None:
    with rated.store.writing() as session:
        campaigns.extend(session, "march", [study_id], author="ada")
        campaigns.extend(session, "empty", [], author="ada")
    assert rating_agreement(rated, actor=admin, campaign="march")["ratings"] == 2
    with pytest.raises(UserError, match="no ratings here yet"):
        rating_agreement(rated, actor=admin, campaign="empty")
    with pytest.raises(UserError, match="no campaign “may”"):
        rating_agreement(rated, actor=admin, campaign="may")


def test_the_commands_read_the_workspace(
    rated: Workspace, workspace_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rated.close()
    at = ("--workspace", str(workspace_path))
    path = str(tmp_path / "ratings.csv")
    assert main(["ratings", "export", "-o", path, *at]) == 0
    assert "2 ratings of 1 drafts by 2 raters" in capsys.readouterr().out
    assert main(["ratings", "import", path, "--json", *at]) == 0
    assert json.loads(capsys.readouterr().out)["imported"] == 2  # as rater-01 and rater-02
    assert main(["ratings", "agreement", "--json", *at]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["raters"] == 4 and len(document["criteria"]) == 4
    (model,) = document["models"].values()
    assert model["means"]["completeness"]["mean"] == 3.5
    page, scores = tmp_path / "page.html", tmp_path / "scores.json"
    assert main(["evaluate", "--task", "expert", *at, "-o", str(scores), "--report", str(page)]) == 0
    assert "4 ratings by 4 raters" in capsys.readouterr().out
    assert json.loads(scores.read_text(encoding="utf-8"))["task"] == "expert"
    assert "Do raters agree?" in page.read_text(encoding="utf-8")
    assert not scores.with_suffix(".drafts.jsonl").exists()
