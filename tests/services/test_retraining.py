"""A clinic's signed reports make a new pack: what is refused, what is learnt, what is compared, what is kept."""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import torch

from meit_core.domain.audit import AuditAction
from meit_core.domain.study import StudyId
from meit_core.domain.training import SignedReport
from meit_core.domain.users import Role, User
from meit_core.drafting.local_engine import LocalEngine
from meit_core.errors import Cancelled, PermissionRefused, UserError
from meit_core.jobs import JobContext
from meit_core.model.packs.pack import read_pack
from meit_core.resources import ENVIRONMENT_VARIABLE as RESOURCES
from meit_core.resources import resource_path
from meit_core.services import audit, packs, retraining, worklist
from meit_core.services.campaigns import extend_campaign
from meit_core.services.retraining import Retrained, RetrainingOptions
from meit_core.services.retraining.final_text import final_text
from meit_core.services.retraining.house_prompts import CLINIC
from meit_core.services.retraining.material import material_of, planned_material
from meit_core.services.retraining.plan import Plan
from meit_core.services.users import add_user, create_first_admin
from meit_core.services.workspace import Workspace, open_workspace
from meit_core.signal.simulator import SimulatedCase
from meit_core.store import hold_out, signed_reports
from tests.services.clinic import add_signed, record_of
from tests.services.conftest import PASSWORD
from tests.tiny_pack import PROMPT, REPORT, write_tiny_pack
from tests.training.ptbxl_folder import make_ptbxl

HOUSE_STYLE = "left bundle branch block."
"""What every reader of this clinic signs; the tiny pack always writes :data:`REPORT`."""
N = 40
OPTIONS = RetrainingOptions(without_public_data=True, epochs=20, rate=1.5e-2, batch=4)
ADA = User("ada", "Dr. Ada", Role.ADMIN)
CASES = [SimulatedCase(heart_rate_bpm=60 + number, fs_hz=100.0, seed=number) for number in range(N)]


def same_key(n_bytes: int) -> str:
    return "5e" * n_bytes


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Resources whose only pack is a tiny one."""
    folder = tmp_path_factory.mktemp("resources")
    write_tiny_pack(folder / "packs" / "meit-mini")
    for name in ("instructions.json", "knowledge"):
        source = resource_path(name)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


@pytest.fixture(autouse=True)
def the_same_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is held out by chance would be another one in every run."""
    monkeypatch.setattr("meit_core.store.hold_out.token_hex", same_key)


@pytest.fixture(autouse=True)
def only_the_tiny_pack(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(RESOURCES, str(shipped))


@pytest.fixture(scope="module")
def signed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with forty signed reports."""
    path = tmp_path_factory.mktemp("signed") / "clinic.meit"
    with open_workspace(path) as ws:
        ada = create_first_admin(ws, username="ada", printed_name="Dr. Ada", password=PASSWORD)
        add_signed(ws, CASES, signer=ada, reader=lambda _: HOUSE_STYLE.capitalize())
    return path


@pytest.fixture
def clinic(signed_once: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "clinic.meit"
    shutil.copy(signed_once, path)
    with open_workspace(path) as opened:
        yield opened


def drafts(pack: Path | None, number: int = 3) -> set[str]:
    records = [record_of(SimulatedCase(heart_rate_bpm=75 + i, fs_hz=100.0, seed=900 + i), i) for i in range(number)]
    done = LocalEngine(pack).draft_many(records)
    return {"" if isinstance(each, UserError) else each.text.lower() for each in done}


def events_of(folder: Path, kind: str) -> list[dict[str, Any]]:
    return [event for event in retraining.read_events(folder)[0] if event["event"] == kind]


@pytest.fixture(scope="module")
def finished(signed_once: Path, shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Retrained]:
    """A workspace in which a run is finished and nothing promoted."""
    path = tmp_path_factory.mktemp("finished") / "clinic.meit"
    shutil.copy(signed_once, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(RESOURCES, str(shipped))
        patch.setattr("meit_core.store.hold_out.token_hex", same_key)
        done = retraining.retrain(workspace=path, actor=ADA, options=OPTIONS)
    return path, done


@pytest.fixture
def after_a_run(finished: tuple[Path, Retrained], tmp_path: Path) -> Iterator[tuple[Workspace, Retrained]]:
    path = tmp_path / "after.meit"
    shutil.copy(finished[0], path)
    with open_workspace(path) as opened:
        yield opened, finished[1]


def test_the_clinics_ways_are_learnt_and_compared(after_a_run: tuple[Workspace, Retrained]) -> None:
    ws, done = after_a_run
    assert drafts(None) == {REPORT}
    assert drafts(done.pack) == {HOUSE_STYLE}, "the rule is followed on recordings that nobody signed"
    assert done.material["reports"] + done.material["held_out_reports"] == N
    assert done.n["clinic"] == {
        "reports": done.material["held_out_reports"],
        "patients": done.material["held_out_patients"],
    }
    assert done.before["clinic"]["exact_match"] == 0.0
    assert done.after["clinic"]["exact_match"] == 1.0
    assert done.difference["clinic"]["micro_f1"]["ci95"][0] > 0
    assert not done.worse and {"bleu4 on clinic", "micro_f1 on clinic"} <= set(done.better)
    before = packs.show_pack()
    for name in ("findings.json", "tokenizer/tokenizer.json"):
        assert (done.pack / name).read_bytes() == (before.folder / name).read_bytes()
    made = read_pack(done.pack)
    assert "Compared with the pack before" in made.card and made.manifest["prompt"]["default"] == CLINIC
    assert made.manifest["prompt"]["public"] == PROMPT, "the old way of asking still gives the old way of writing"
    assert made.manifest["retraining"][0]["from"]["sha256"] == before.sha256
    (run,) = retraining.runs(ws, actor=ADA)
    assert (run.pack_sha256, run.settings["material"]["reports"]) == (made.sha256, done.material["reports"])


def test_promotion_and_rollback_are_one_step_each(after_a_run: tuple[Workspace, Retrained]) -> None:
    ws, done = after_a_run
    assert packs.active_pack(ws) is None
    promotion = packs.promote_pack(ws, actor=ADA, pack=done.pack)
    assert (promotion.run_id, promotion.reason) == (done.run, "")
    in_use = packs.active_pack(ws)
    assert in_use is not None and in_use != done.pack, "the workspace has a copy of its own"
    assert read_pack(in_use).sha256 == done.pack_sha256
    assert [(each.name, each.in_use, each.shipped) for each in packs.list_packs(ws)] == [
        ("meit-mini", False, True),
        ("meit-mini-r1", True, False),
    ]
    assert packs.chosen_pack(ws, "meit-mini-r1") == in_use
    with pytest.raises(UserError, match="in use already"):
        packs.promote_pack(ws, actor=ADA, pack=in_use)

    (in_use / "MODEL_CARD.md").rename(in_use / "hidden.md")
    with pytest.raises(UserError, match="was changed after it was made"):
        packs.workspace_pack(ws)
    shutil.rmtree(in_use)
    with pytest.raises(UserError, match=r"is missing.*rollback"):
        packs.active_pack(ws)

    assert packs.roll_back(ws, actor=ADA) == "meit-mini"
    assert packs.active_pack(ws) is None
    log = {entry.action: entry.details for entry in audit.list_audit(ws, actor=ADA)}
    assert log[AuditAction.PACK_PROMOTED]["pack_sha256"] == done.pack_sha256
    assert log[AuditAction.PACK_PROMOTED]["scores"]["clinic"]["micro_f1"]["after"] == 1.0
    assert log[AuditAction.PACK_ROLLED_BACK]["before_sha256"] == done.pack_sha256
    assert log[AuditAction.RETRAINING_STARTED]["reports"] == done.material["reports"]
    assert log[AuditAction.RETRAINING_FINISHED]["worse"] == []
    assert AuditAction.HOLD_OUT_FIXED in log
    assert audit.verify_audit(ws).ok


def test_a_pack_that_got_worse_needs_a_reason(after_a_run: tuple[Workspace, Retrained], tmp_path: Path) -> None:
    ws, done = after_a_run
    other = write_tiny_pack(tmp_path / "other", max_new_tokens=20)
    with pytest.raises(UserError, match=r"never compared.*--force"):
        packs.promote_pack(ws, actor=ADA, pack=other.folder)
    _say_it_got_worse(ws.path)
    with pytest.raises(UserError, match=r"worse than the one in use, beyond chance: rougeL on public\."):
        packs.promote_pack(ws, actor=ADA, pack=done.pack)
    assert packs.active_pack(ws) is None
    promotion = packs.promote_pack(ws, actor=ADA, pack=done.pack, reason=" A week's trial. ")
    assert promotion.reason == "A week's trial."
    newest = audit.list_audit(ws, actor=ADA)[0]
    assert newest.details["reason"] == "A week's trial." and "rougeL on public" in newest.details["against"]
    packs.promote_pack(ws, actor=ADA, pack=other.folder, reason="Another trial.")
    packs.roll_back(ws, actor=ADA)
    active = packs.active_pack(ws)
    assert active is not None and read_pack(active).sha256 == done.pack_sha256
    packs.promote_pack(ws, actor=ADA, pack="meit-mini")
    assert packs.active_pack(ws) == packs.show_pack().folder


def test_a_comparison_with_another_pack_doesnt_count(after_a_run: tuple[Workspace, Retrained], tmp_path: Path) -> None:
    ws, done = after_a_run
    other = write_tiny_pack(tmp_path / "other", max_new_tokens=20)
    packs.promote_pack(ws, actor=ADA, pack=other.folder, reason="Trial.")
    with pytest.raises(UserError, match="compared with another pack"):
        packs.promote_pack(ws, actor=ADA, pack=done.pack)


def test_nothing_of_the_patients_is_in_the_runs_folder(finished: tuple[Path, Retrained]) -> None:
    folder = finished[1].folder
    for file in (path for path in folder.rglob("*") if path.suffix in (".json", ".jsonl", ".md", ".log")):
        if "tokenizer" in file.parts:
            continue
        text = file.read_text(encoding="utf-8").lower()
        assert "left bundle branch" not in text and not re.search(r"\bdoe\b", text) and "p00001" not in text, file.name


def test_only_administrators_retrain_promote_and_roll_back(clinic: Workspace) -> None:
    rose = add_user(clinic, actor=ADA, username="rose", printed_name="Dr. Rose", role=Role.READER, password=PASSWORD)
    for refused in (
        lambda: retraining.begin(clinic, actor=rose, options=OPTIONS),
        lambda: retraining.resumed(clinic, actor=rose),
        lambda: packs.promote_pack(clinic, actor=rose, pack="meit-mini"),
        lambda: packs.roll_back(clinic, actor=rose),
        lambda: retraining.runs(clinic, actor=rose),
    ):
        with pytest.raises(PermissionRefused, match="Only an administrator"):
            refused()


def test_without_public_data_it_says_what_is_lost(clinic: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"forgets.*--without-public-data"):
        retraining.begin(clinic, actor=ADA, options=replace(OPTIONS, without_public_data=False))
    with pytest.raises(UserError, match="no PTB-XL data set"):
        retraining.begin(clinic, actor=ADA, options=replace(OPTIONS, without_public_data=False, root=tmp_path))


def test_too_few_reports_are_refused_and_leave_nothing(workspace: Workspace, admin: User) -> None:
    add_signed(workspace, CASES[:6], signer=admin, reader=lambda _: HOUSE_STYLE)
    with pytest.raises(UserError, match=r"too few signed reports: \d to train on and \d held-out patients.*20 and 5"):
        retraining.begin(workspace, actor=admin, options=OPTIONS)
    assert not list(workspace.path.parent.glob("*.runs"))
    assert retraining.runs(workspace, actor=admin) == []
    with workspace.store.reading() as session:
        assert hold_out.find(session) is None


def test_filters(clinic: Workspace) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    with pytest.raises(UserError, match="0 to train on"):
        retraining.begin(clinic, actor=ADA, options=replace(OPTIONS, since=tomorrow))
    with pytest.raises(UserError, match="no campaign ward"):
        retraining.begin(clinic, actor=ADA, options=replace(OPTIONS, campaign="ward"))
    ids = [study.study_id for study in worklist.list_studies(clinic)]
    extend_campaign(clinic, actor=ADA, name="ward", study_ids=ids[:35])
    begun = retraining.begin(clinic, actor=ADA, options=replace(OPTIONS, campaign="ward"))
    assert begun.counts["reports"] + begun.counts["held_out_reports"] == 35


def test_who_is_held_out_stays_held_out_after_more_data(clinic: Workspace) -> None:
    first = retraining.begin(clinic, actor=ADA, options=OPTIONS)
    held = _held_out(clinic, first.folder)
    # the same patients come again, with new recordings, and their reports are signed
    again = [replace(case, heart_rate_bpm=case.heart_rate_bpm + 1, seed=case.seed + 500) for case in CASES]
    add_signed(clinic, again, signer=ADA, reader=lambda _: HOUSE_STYLE)
    second = retraining.begin(clinic, actor=ADA, options=OPTIONS)
    assert _held_out(clinic, second.folder) == held
    assert _held_out(clinic, first.folder) == held, "a run that goes on reads what it read"
    assert second.counts["held_out_reports"] == 2 * first.counts["held_out_reports"]
    material = planned_material(clinic, Plan.load(second.folder))
    assert not {each.patient for each in material.training} & {each.patient for each in material.held_out}


def test_reports_that_name_their_patient_are_left_out(workspace: Workspace, admin: User) -> None:
    texts = iter(["Mr Patient0 has sinus rhythm.", "Sinus rhythm, see P00001.", "Sinus rhythm."])
    add_signed(workspace, CASES[:3], signer=admin, reader=lambda _: next(texts))
    with workspace.store.writing() as session:
        held = hold_out.fix(session, 0.0)
        material = material_of(session, held, signed_reports.until(session, datetime.now(UTC)))
    assert [each.text for each in material.training] == ["sinus rhythm."]
    assert material.left_out == {"the text names its patient": 2}


@pytest.mark.slow
def test_an_interrupted_run_goes_on_to_the_same_weights(
    clinic: Workspace, finished: tuple[Path, Retrained], tmp_path: Path
) -> None:
    begun = retraining.begin(clinic, actor=ADA, options=OPTIONS, folder=tmp_path / "run")
    with pytest.raises(UserError, match="already holds"):
        retraining.begin(clinic, actor=ADA, options=OPTIONS, folder=tmp_path / "run")

    def stop_in_the_middle(fraction: float | None, message: str) -> None:
        if message.startswith("training") and (fraction or 0) > 0.4:
            job.cancel()

    job = JobContext(stop_in_the_middle)
    with pytest.raises(Cancelled):
        retraining.work(begun.folder, job)
    assert retraining.read_events(begun.folder)[0][-1]["event"] == "stopped"
    with pytest.raises(UserError, match="isn't finished"):
        retraining.finish(clinic, actor=ADA, folder=begun.folder)
    clinic.close()
    done = retraining.retrain(workspace=clinic.path, actor=ADA, options=OPTIONS, resume=True)
    assert done.run == begun.run_id
    for weights in ("encoder.safetensors", "backbone/model.safetensors"):
        assert (done.pack / weights).read_bytes() == (finished[1].pack / weights).read_bytes()
    steps = [event["step"] for event in retraining.read_events(begun.folder)[0] if event["event"] == "step"]
    assert sorted(set(steps)) == list(range(1, steps[-1] + 1))


@pytest.mark.slow
def test_a_process_of_its_own_is_followed_and_stopped(clinic: Workspace) -> None:
    begun = retraining.begin(clinic, actor=ADA, options=replace(OPTIONS, epochs=500))
    process = retraining.RetrainingProcess(begun.folder)
    process.start()
    try:
        events, offset = [], 0
        deadline = time.monotonic() + 60
        while not any(event["event"] == "step" for event in events) and time.monotonic() < deadline:
            process.wait(0.1)
            new, offset = retraining.read_events(begun.folder, offset)
            events += new
        assert process.is_alive and clinic.read_only is False
        process.stop()
        assert process.wait(60) and process.exit_code == 0
    finally:
        process.kill()
    new, _ = retraining.read_events(begun.folder, offset)
    assert new[-1]["event"] == "stopped"


@pytest.mark.slow
def test_public_data_are_rehearsed_and_compared(clinic: Workspace, tmp_path: Path) -> None:
    root = make_ptbxl(tmp_path / "ptbxl", per_fold=8)
    options = replace(OPTIONS, without_public_data=False, root=root, epochs=2)
    begun = retraining.begin(clinic, actor=ADA, options=options)
    retraining.work(begun.folder)
    done = retraining.finish(clinic, actor=ADA, folder=begun.folder)
    assert done.material["public_recordings"] == 16, "folds 1 and 2"
    assert done.n["public"] == {"reports": 8, "patients": 8}, "fold 9"
    assert set(done.before) == {"clinic", "public", "public_as_clinic"}
    assert {"clinic_loss", "public_loss"} <= set(events_of(begun.folder, "epoch")[-1])
    again = retraining.begin(clinic, actor=ADA, options=replace(options, root=None))
    assert Plan.load(again.folder).root == root, "remembered"


def test_addenda_win() -> None:
    def told(text: str, *addenda: str) -> str | None:
        return final_text(SignedReport(StudyId("s"), "p", datetime.now(UTC), text, addenda))

    assert told("Sinus rhythm.\nNormal ECG") == "sinus rhythm. normal ecg."
    assert told("Sinus rhythm.", "First degree AV block.") == "sinus rhythm. first degree av block."
    corrected = told("Sinus rhythm. Left bundle branch block.", "No left bundle branch block. Left axis deviation.")
    assert corrected == "sinus rhythm. left axis deviation."
    assert told("Sinus rhythm with left bundle branch block.", "No left bundle branch block.") is None


def _held_out(ws: Workspace, folder: Path) -> set[str]:
    return {each.patient for each in planned_material(ws, Plan.load(folder)).held_out}


def _say_it_got_worse(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER training_results_no_update")
        connection.execute(
            "UPDATE training_results SET scores = json_set(scores, '$.worse', json_array('rougeL on public'))"
        )
        connection.commit()
