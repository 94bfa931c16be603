"""What a workspace knows about retraining: the hold-out, the signed texts, and which pack drafts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.training import HoldOut
from meit_core.domain.users import Role, User
from meit_core.errors import UserError
from meit_core.services import reporting
from meit_core.services.workspace import open_workspace
from meit_core.store import campaigns, hold_out, promotions, signed_reports, training_runs
from meit_core.store.base import now
from tests.store.conftest import PASSWORD

ADA = User("ada", "Dr. Ada", Role.ADMIN)


def test_a_patients_lot_depends_on_the_key_and_on_nothing_else() -> None:
    one, same, other = HoldOut(b"k" * 32, 0.2), HoldOut(b"k" * 32, 0.2), HoldOut(b"q" * 32, 0.2)
    patients = [f"number {number}" for number in range(2000)]
    held = [one.holds(patient) for patient in patients]
    assert held == [same.holds(patient) for patient in patients]
    assert held != [other.holds(patient) for patient in patients]
    # 2000 draws at 0.2: four standard deviations are 0.036
    assert sum(held) / len(held) == pytest.approx(0.2, abs=0.036)
    assert len({one.pseudonym(patient) for patient in patients}) == 2000


def test_the_hold_out_is_decided_once(used: tuple[Path, StudyId]) -> None:
    with open_workspace(used[0]) as ws:
        with ws.store.reading() as session:
            kept = hold_out.find(session)
        with pytest.raises(Exception, match="decided once"), ws.store.writing() as session:
            hold_out.fix(session, 0.5)
        with ws.store.reading() as session:
            assert hold_out.find(session) == kept


def test_the_texts_of_a_moment_stay_those_whatever_is_added(used: tuple[Path, StudyId]) -> None:
    path, study_id = used
    with open_workspace(path) as ws:
        moment = now()
        reporting.amend(
            ws,
            actor=ADA,
            password=PASSWORD,
            study_id=study_id,
            addendum="Rate 72/min.",
            meaning=SignatureMeaning.AUTHOR,
        )
        with ws.store.reading() as session:
            (before,) = signed_reports.until(session, moment)
            (after,) = signed_reports.until(session, now())
            assert (before.text, before.addenda) == ("Sinus rhythm, signed.", ())
            assert (after.text, after.addenda) == ("Sinus rhythm, signed.", ("Rate 72/min.",))
            assert after.identity == "number 4711"
            assert list(signed_reports.until(session, now(), since=before.signed_at)) == [after]
            assert not list(signed_reports.until(session, now(), since=before.signed_at + timedelta(seconds=1)))
            assert list(signed_reports.until(session, now(), campaign="first")) == [after]
            with pytest.raises(UserError, match="no campaign second"):
                list(signed_reports.until(session, now(), campaign="second"))


def test_a_text_that_was_changed_outside_is_not_trained_on(used: tuple[Path, StudyId]) -> None:
    with closing(sqlite3.connect(used[0])) as connection:
        connection.execute("DROP TRIGGER report_revisions_no_update")
        connection.execute("UPDATE report_revisions SET text = 'Forged.'")
        connection.commit()
    with (
        open_workspace(used[0]) as ws,
        ws.store.reading() as session,
        pytest.raises(UserError, match="changed outside"),
    ):
        list(signed_reports.until(session, now()))


def test_a_campaign_takes_a_study_once(used: tuple[Path, StudyId]) -> None:
    with open_workspace(used[0]) as ws, ws.store.writing() as session:
        assert campaigns.extend(session, "first", [used[1]], author="ada") == 0
        assert campaigns.extend(session, "second", [used[1], used[1]], author="ada") == 1
        assert campaigns.sizes(session) == {"first": 1, "second": 1}
        with pytest.raises(UserError, match="no such study"):
            campaigns.extend(session, "second", [StudyId("nowhere")], author="ada")


def test_rollbacks_go_back_one_promotion_each(used: tuple[Path, StudyId]) -> None:
    shipped = ("meit-mini", "1a")
    with open_workspace(used[0]) as ws, ws.store.writing() as session:
        promotions.add(session, pack="second", pack_sha256="3c", location="second", author="ada", reason="Trial.")
        undone, again = promotions.roll_back(session, shipped=shipped, author="ada")
        assert (undone.pack, undone.reason) == ("second", "Trial.")
        assert again is not None and again.pack == "meit-mini-r1" and again.run_id == "r1"
        promotions.add(session, pack="third", pack_sha256="4d", location="third", author="ada")
        present = promotions.current(session)
        assert present is not None and present.pack == "third"
        promotions.roll_back(session, shipped=shipped, author="ada")
        undone, again = promotions.roll_back(session, shipped=shipped, author="ada")
        assert (undone.pack, again) == ("meit-mini-r1", None)
        assert promotions.current(session) is None
        with pytest.raises(UserError, match="nothing to go back to"):
            promotions.roll_back(session, shipped=shipped, author="ada")
        assert [each.pack for each in promotions.history(session)] == [
            "meit-mini", "meit-mini-r1", "third", "meit-mini-r1", "second", "meit-mini-r1",
        ]  # fmt: skip


def test_a_run_has_one_result(used: tuple[Path, StudyId]) -> None:
    with open_workspace(used[0]) as ws, ws.store.writing() as session:
        (run,) = training_runs.latest(session)
        assert run.scores == {"clinic": {"n": 1}}
        same = training_runs.finish(session, run.run_id, pack="meit-mini-r1", pack_sha256="2b", scores={})
        assert same == run
        with pytest.raises(UserError, match="Another result"):
            training_runs.finish(session, run.run_id, pack="other", pack_sha256="9f", scores={})
        assert training_runs.with_pack(session, "2b") == run
        assert training_runs.with_pack(session, "9f") is None
