"""Marks set by hand: measured, kept with name and time, refused where they can't be, out of the model's way."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from meit_core.domain.audit import AuditAction
from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.draft import Draft, DraftId, DraftSentence, Support
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.drafting.engine import DraftEvent, SentenceFinished
from meit_core.drafting.sentences import CUT_OFF
from meit_core.errors import PermissionRefused, UserError
from meit_core.services import audit, drafting, reporting, worklist
from meit_core.services.judging import judge_statements
from meit_core.services.marking import marks_history, set_marks
from meit_core.services.measuring import median_beat_of
from meit_core.services.workspace import Workspace, open_workspace
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, simulate
from meit_core.store import studies
from tests.core.drafting.engines import Script, local
from tests.services.conftest import PASSWORD

P_ON, P_OFF, QRS_ON, QRS_OFF, T_OFF = BeatMark
INTERVALS = ("p_ms", "pr_ms", "qrs_ms", "qt_ms")


def imported(ws: Workspace, **case: object) -> tuple[StudyId, object]:
    """A simulated study and its truth."""
    simulated = simulate(SimulatedCase(**case))
    new = studies.NewStudy.of(simulated.record, measure(simulated.record), (), simulated=True)
    with ws.store.writing() as session:
        return studies.add(session, new, author="test"), simulated.truth


@pytest.mark.parametrize(
    "case",
    [
        {"heart_rate_bpm": 58.0},
        {"heart_rate_bpm": 96.0, "pr_ms": 230.0},
        {"morphology": Morphology.LBBB, "fs_hz": 250.0},
        {"qtc_ms": 490.0, "fs_hz": 1000.0},
    ],
    ids=["slow", "fast with long PR", "LBBB at 250 Hz", "long QT at 1000 Hz"],
)
def test_marks_at_the_true_places_give_the_true_intervals(
    workspace: Workspace, reader: User, case: dict[str, object]
) -> None:
    """Within one sample of the median beat, which is 2 ms: both ends of an interval are rounded to samples."""
    study_id, truth = imported(workspace, **case)
    true, step_ms = truth.beats[3], 1000 / case.get("fs_hz", 500.0)
    places = {mark: (getattr(true, mark.value) - true.r_peak) * step_ms for mark in BeatMark}
    set_marks(workspace, actor=reader, study_id=study_id, marks=places)
    read = worklist.load_study(workspace, study_id=study_id).measurements
    for name in INTERVALS:
        assert getattr(read, name) == pytest.approx(getattr(truth, name), abs=2.0), name
        assert read.source_of(name).by == "Dr. Rose"
    rr_s = read.rr_ms / 1000
    assert read.qtc_ms.bazett == pytest.approx(read.qt_ms / rr_s**0.5)
    assert read.qtc_ms.hodges == pytest.approx(read.qt_ms + 1.75 * (60 / rr_s - 60))


def test_pr_that_was_refused_is_supplied(workspace: Workspace, reader: User) -> None:
    study_id, _ = imported(workspace, rhythm=Rhythm.ATRIAL_FIBRILLATION, seed=3)
    before = worklist.load_study(workspace, study_id=study_id).measurements
    assert before.pr_ms is None
    assert before.reasons["pr_ms"]
    onset_ms = -200.0
    set_marks(workspace, actor=reader, study_id=study_id, marks={P_ON: onset_ms})
    after = worklist.load_study(workspace, study_id=study_id).measurements
    beat = median_beat_of(worklist.load_study(workspace, study_id=study_id).record)
    assert after.pr_ms == (beat.places[QRS_ON] - beat.place_at(onset_ms)) * beat.step_ms
    assert "pr_ms" not in after.reasons
    assert after.reasons["p_ms"] == "P off is not set."
    assert (after.qrs_ms, after.source_of("qrs_ms").is_manual) == (before.qrs_ms, False)


def test_every_step_stays_on_record_and_computed_comes_back(
    workspace: Workspace, reader: User, admin: User, study_id: StudyId
) -> None:
    computed = worklist.load_study(workspace, study_id=study_id).measurements
    set_marks(workspace, actor=reader, study_id=study_id, marks={T_OFF: 400.0})
    set_marks(workspace, actor=admin, study_id=study_id, marks={T_OFF: 400.0, QRS_ON: -50.0})
    read = worklist.load_study(workspace, study_id=study_id)
    assert read.manual.marks[T_OFF].by == "Dr. Rose", "a mark that hasn't moved keeps its reader"
    assert read.measurements.source_of("qt_ms").by == "Dr. Ada Łęcka"
    assert set_marks(workspace, actor=reader, study_id=study_id, marks={}) is None
    back = worklist.load_study(workspace, study_id=study_id)
    assert back.manual is None
    assert back.measurements == computed
    history = marks_history(workspace, study_id=study_id)
    assert [len(saved.reading.marks) for saved in history] == [1, 2, 0]
    assert [saved.author for saved in history] == ["Dr. Rose", "Dr. Ada Łęcka", "Dr. Rose"]
    rows = [
        entry
        for entry in audit.list_audit(workspace, actor=admin, subject=study_id)
        if entry.action is AuditAction.MARKS_SET
    ]
    assert [row.details["marks"] for row in rows] == [{}, {"qrs_onset": -50.0, "t_offset": 400.0}, {"t_offset": 400.0}]
    assert rows[0].details["before"] == rows[1].details["marks"]
    assert audit.verify_audit(workspace).ok


def test_what_is_already_so_adds_nothing(workspace: Workspace, reader: User, study_id: StudyId) -> None:
    for _ in range(2):
        set_marks(workspace, actor=reader, study_id=study_id, marks={T_OFF: 400.0})
    assert len(marks_history(workspace, study_id=study_id)) == 1


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ({T_OFF: -10.0}, "don't follow each other"),
        ({P_ON: 20.0}, "don't follow each other"),
        ({QRS_ON: None}, "every beat has a QRS complex"),
    ],
)
def test_impossible_marks_are_refused(
    workspace: Workspace, reader: User, study_id: StudyId, marks: dict[BeatMark, float | None], told: str
) -> None:
    with pytest.raises(UserError, match=told):
        set_marks(workspace, actor=reader, study_id=study_id, marks=marks)
    assert marks_history(workspace, study_id=study_id) == ()


def test_a_signed_study_is_locked(workspace: Workspace, reader: User, study_id: StudyId) -> None:
    set_marks(workspace, actor=reader, study_id=study_id, marks={T_OFF: 400.0})
    reporting.sign(
        workspace,
        actor=reader,
        password=PASSWORD,
        study_id=study_id,
        text="Sinus rhythm.",
        meaning=SignatureMeaning.AUTHOR,
    )
    with pytest.raises(UserError, match="signed"):
        set_marks(workspace, actor=reader, study_id=study_id, marks={})
    assert worklist.load_study(workspace, study_id=study_id).measurements.source_of("qt_ms").is_manual


def test_a_rater_marks_nothing(workspace: Workspace, rater: User, study_id: StudyId) -> None:
    with pytest.raises(PermissionRefused):
        set_marks(workspace, actor=rater, study_id=study_id, marks={T_OFF: 400.0})


def test_a_read_only_workspace_marks_nothing(
    workspace: Workspace, reader: User, study_id: StudyId, workspace_path: Path
) -> None:
    with open_workspace(workspace_path) as second:
        assert second.read_only
        with pytest.raises(UserError):
            set_marks(second, actor=reader, study_id=study_id, marks={T_OFF: 400.0})


def test_the_model_gets_the_recording_and_no_mark(
    workspace: Workspace, reader: User, study_id: StudyId, tmp_path: Path
) -> None:
    before = drafting.recording_to_draft(workspace, study_id=study_id, actor=reader)
    set_marks(workspace, actor=reader, study_id=study_id, marks={T_OFF: 400.0})
    after = drafting.recording_to_draft(workspace, study_id=study_id, actor=reader)
    assert (after.signal_mv == before.signal_mv).all()
    assert measure(after) == measure(before)


def rejudged(workspace: Workspace, reader: User, **case: object) -> tuple[StudyId, DraftId]:
    """A study with a draft that says what its computed PR interval contradicts, and its draft."""
    study_id, _ = imported(workspace, **case)
    draft = drafting.draft_study(
        workspace, local(Script(text="Sinus rhythm. First degree AV block.")), study_id=study_id, actor=reader
    )
    assert draft.draft_id is not None
    return study_id, draft.draft_id


PR_BY_HAND = "PR 236 ms, measured by Dr. Rose; first degree AV block means more than 200 ms (ACC/AHA/HRS 2018)."


def verdicts(workspace: Workspace, study_id: StudyId, number: int = -1) -> list[DraftSentence]:
    return list(worklist.load_study(workspace, study_id=study_id).drafts[number].sentences)


LONG = {P_ON: -310.0, QRS_ON: -74.0, QRS_OFF: 74.0}
"""PR 236 and QRS 148 ms: a first degree block, and no normal ECG, beyond all tolerances."""


def test_a_contradiction_goes_and_comes_with_the_marks(workspace: Workspace, reader: User, admin: User) -> None:
    study_id, draft_id = rejudged(workspace, reader)
    first = verdicts(workspace, study_id)
    assert first[1].support is Support.CONTRADICTED
    assert first[1].evidence.startswith("PR 1")
    assert "measured by" not in first[1].evidence
    set_marks(workspace, actor=reader, study_id=study_id, marks=LONG)
    by_hand = verdicts(workspace, study_id)
    assert by_hand[1].support is Support.SUPPORTED
    assert by_hand[1].evidence == PR_BY_HAND
    assert by_hand[0] == first[0], "what doesn't depend on the mark stays"
    (asked,) = judge_statements(workspace, study_id=study_id, statements=["Normal ECG."], draft_id=draft_id)
    assert asked.support is Support.CONTRADICTED
    assert asked.evidence.startswith(
        "QRS 148 ms and PR 236 ms, measured by Dr. Rose; normal ECG means less than 110 ms"
    )
    set_marks(workspace, actor=reader, study_id=study_id, marks={})
    assert verdicts(workspace, study_id) == first
    judged = [entry for entry in audit.list_audit(workspace, actor=admin, subject=study_id) if "marks" in entry.details]
    assert [entry.details["drafts_judged"] for entry in judged] == [[draft_id], [draft_id]]


def test_what_the_guard_said_first_stays_in_the_workspace(
    workspace: Workspace, reader: User, workspace_path: Path
) -> None:
    study_id, _ = rejudged(workspace, reader)
    set_marks(workspace, actor=reader, study_id=study_id, marks=LONG)
    with closing(sqlite3.connect(workspace_path)) as connection:
        first = connection.execute("SELECT support FROM draft_sentences ORDER BY position").fetchall()
        assert first[1] == ("contradicted",)
        ((anew,),) = connection.execute("SELECT verdicts FROM guard_verdicts").fetchall()
        assert json.loads(anew)[1] == ["supported", PR_BY_HAND]


def test_a_mark_that_changes_no_verdict_adds_none(workspace: Workspace, reader: User, workspace_path: Path) -> None:
    study_id, _ = rejudged(workspace, reader)
    set_marks(workspace, actor=reader, study_id=study_id, marks={T_OFF: 400.0})
    with closing(sqlite3.connect(workspace_path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM guard_verdicts").fetchone() == (0,)


def test_a_new_draft_is_judged_by_the_marks_too(workspace: Workspace, reader: User) -> None:
    study_id, _ = rejudged(workspace, reader)
    set_marks(workspace, actor=reader, study_id=study_id, marks=LONG)
    seen: list[DraftEvent] = []
    draft = drafting.draft_study(
        workspace,
        local(Script(text="Normal ECG. First degree AV block.")),
        study_id=study_id,
        actor=reader,
        on_event=seen.append,
    )
    normal, block = draft.sentences
    assert "QRS 148 ms and PR 236 ms, measured by Dr. Rose" in normal.evidence
    assert block.evidence == PR_BY_HAND
    assert [event.sentence.support for event in seen if isinstance(event, SentenceFinished)] == [
        sentence.support for sentence in draft.sentences
    ], "while it streams, too"
    assert verdicts(workspace, study_id) == [replace(sentence, confidence=None) for sentence in draft.sentences]


def test_a_mark_moved_while_a_draft_is_written_counts_for_it(workspace: Workspace, reader: User) -> None:
    study_id, _ = imported(workspace)

    def moves_a_mark(event: DraftEvent) -> None:
        if isinstance(event, SentenceFinished):
            set_marks(workspace, actor=reader, study_id=study_id, marks=LONG)

    draft = drafting.draft_study(
        workspace,
        local(Script(text="First degree AV block.")),
        study_id=study_id,
        actor=reader,
        on_event=moves_a_mark,
    )
    assert draft.sentences[0].support is Support.SUPPORTED
    assert verdicts(workspace, study_id)[0].support is draft.sentences[0].support


def test_remarks_and_what_was_not_judged_stay(workspace: Workspace, reader: User, draft: Draft) -> None:
    study_id, _ = imported(workspace)
    sentences = (
        DraftSentence("First degree AV block.", Support.CONTRADICTED, "PR 160 ms. Confidence 80%."),
        DraftSentence("Normal ax", Support.UNCHECKED, CUT_OFF),
    )
    stopped = replace(draft, sentences=sentences, text="First degree AV block. Normal ax", findings=())
    drafting.keep_draft(workspace, study_id=study_id, draft=stopped, actor=reader)
    set_marks(workspace, actor=reader, study_id=study_id, marks=LONG)
    block, unfinished = verdicts(workspace, study_id)
    assert (block.support, block.evidence) == (Support.SUPPORTED, PR_BY_HAND + " Confidence 80%.")
    assert unfinished == sentences[1]
