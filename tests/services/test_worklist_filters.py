"""Filters, orders, counts, words of a search, urgent studies, filters with a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meit_core.domain.audit import AuditAction
from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.draft import Draft
from meit_core.domain.measurements import LeadQuality, Measurements, QtCorrected
from meit_core.domain.record import EcgRecord, PatientInfo, Sex
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import Priority, StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.domain.worklist import WorklistFilter, WorklistOrder
from meit_core.errors import EnvironmentFault, PermissionRefused, UserError
from meit_core.services import audit, reporting, saved_filters, worklist
from meit_core.services.marking import set_marks
from meit_core.services.workspace import Workspace, open_workspace
from meit_core.store import studies
from meit_core.store import worklist as rows
from tests.services.conftest import PASSWORD

NORMAL = Measurements(heart_rate_bpm=70.0, qtc_ms=QtCorrected(framingham=420.0), quality={"V1": LeadQuality.GOOD})
FAST = replace(NORMAL, heart_rate_bpm=130.0)
LONG = replace(NORMAL, qtc_ms=QtCorrected(framingham=455.0))
NOISY = replace(NORMAL, quality={"V1": LeadQuality.GOOD, "V6": LeadQuality.NOISY})


class Clinic:
    """Studies known by a short word, which is their file's name."""

    def __init__(self, workspace: Workspace, record: EcgRecord) -> None:
        self.workspace, self._record = workspace, record
        self.ids: dict[str, StudyId] = {}

    def add(
        self,
        word: str,
        name: str = "",
        *,
        number: str = "",
        sex: Sex = Sex.FEMALE,
        moment: datetime | None = None,
        measured: Measurements = NORMAL,
    ) -> StudyId:
        day = len(self.ids) + 1
        own = replace(
            self._record,
            signal_mv=self._record.signal_mv + 0.001 * day,
            patient=PatientInfo(number or f"N{day}x", name, sex),
            acquired_at=moment or datetime(2026, 3, day, 9, 14, tzinfo=UTC),
            source_name=word,
        )
        with self.workspace.store.writing() as session:
            self.ids[word] = studies.add(session, studies.NewStudy.of(own, measured, ()), author="test")
        return self.ids[word]

    def shown(self, wanted: WorklistFilter | None = None, actor: User | None = None, **asked: object) -> str:
        wanted = wanted or WorklistFilter(**asked)  # type: ignore[arg-type]
        found = worklist.find_studies(self.workspace, wanted=wanted, actor=actor)
        assert worklist.count_studies(self.workspace, wanted=wanted, actor=actor) == len(found)
        return " ".join(study.source_name for study in found)


@pytest.fixture
def clinic(workspace: Workspace, sinus: EcgRecord) -> Clinic:
    return Clinic(workspace, sinus)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("muller", "stored"),
        ("mueller", "stored plain"),
        ("Müller", "stored plain"),
        ("MÜL", "stored plain"),
        ("m", "stored plain"),
        ("mu", "stored plain"),
        ("ller", ""),  # the beginning of a word, not its middle
        ("soren", "nordic"),
        ("soeren", "nordic"),
        ("strasse", "nordic"),
        ("straße", "nordic"),
        ("4711", "stored"),
        ("P0004711", "stored"),
        ("p00047", "stored"),
        ("711", "stored"),  # a number's end
        ("0471", ""),
        ("stored mueller", "stored"),
        ("-- !", ""),
    ],
)
def test_words_of_a_search(clinic: Clinic, search: str, found: str) -> None:
    clinic.add("nordic", "Straße, Søren")
    clinic.add("plain", "MUELLER, Hans")
    clinic.add("stored", "Müller, Hans", number="P0004711")
    assert set(clinic.shown(search=search).split()) == set(found.split())


def test_a_short_word_is_not_looked_for_in_reports(clinic: Clinic, reader: User) -> None:
    study_id = clinic.add("one", "Doe, Jane")
    reporting.save_revision(clinic.workspace, actor=reader, study_id=study_id, text="Sinus rhythm.")
    assert clinic.shown(search="si") == ""
    assert clinic.shown(search="sin") == "one"


def test_findings_of_a_draft_are_found_and_absent_ones_are_not(clinic: Clinic, reader: User, draft: Draft) -> None:
    study_id = clinic.add("one")
    told = replace(draft, text="Something else.", sentences=())
    clinic.workspace.store.add_draft(study_id, told, reader)
    assert clinic.shown(search="sinus rhythm") == "one"
    assert clinic.shown(search="bundle") == ""


def test_measured_figures_and_quality_filter(clinic: Clinic, reader: User, draft: Draft) -> None:
    clinic.add("normal")
    clinic.add("fast", measured=FAST)
    clinic.add("slow", measured=replace(NORMAL, heart_rate_bpm=45.0))
    clinic.add("noisy", measured=NOISY)
    clinic.add("unmeasured", measured=Measurements())
    assert clinic.shown(abnormal_rate=True) == "slow fast"
    assert clinic.shown(poor_signal=True) == "noisy"
    clinic.workspace.store.add_draft(clinic.ids["noisy"], draft, reader)
    assert clinic.shown(drafted=True) == "noisy"
    assert clinic.shown(drafted=False) == "unmeasured slow fast normal"
    assert clinic.shown(abnormal_rate=True, search="fas") == "fast"


def test_a_qtc_is_judged_by_sex(clinic: Clinic) -> None:
    """455 ms is long for a man and not for a woman (AHA/ACC/HRS 2009, part IV: 450 and 460 ms)."""
    clinic.add("woman", measured=LONG)
    clinic.add("man", sex=Sex.MALE, measured=LONG)
    clinic.add("short", measured=replace(NORMAL, qtc_ms=QtCorrected(framingham=370.0)))
    clinic.add("normal")
    assert clinic.shown(abnormal_qtc=True) == "short man"


def test_the_latest_measurements_count(clinic: Clinic) -> None:
    study_id = clinic.add("one", measured=FAST)
    with clinic.workspace.store.writing() as session:
        studies.add_measurements(session, studies.row_of(session, study_id).pk, NORMAL, author="test")
    assert clinic.shown(abnormal_rate=True) == ""


def test_days_include_both_ends_and_the_last_days_go_on(clinic: Clinic) -> None:
    for day in (1, 2, 3):
        clinic.add(f"day{day}", moment=datetime(2026, 5, day, 23, 59, tzinfo=UTC))
    assert clinic.shown(since=date(2026, 5, 2), until=date(2026, 5, 3)) == "day3 day2"
    assert clinic.shown(until=date(2026, 5, 1)) == "day1"
    with clinic.workspace.store.reading() as session:
        wanted = rows.Wanted(WorklistFilter(last_days=2), today=date(2026, 5, 3))
        assert [study.source_name for study in rows.page(session, wanted, limit=9)] == ["day3", "day2"]


def test_orders_keep_urgent_studies_first(clinic: Clinic, reader: User) -> None:
    for word, name in (("c", "Ćirić"), ("b", "zoe"), ("a", "Bauer")):
        clinic.add(word, name)
    assert clinic.shown() == "a b c"
    assert clinic.shown(order=WorklistOrder.OLDEST) == "c b a"
    assert clinic.shown(order=WorklistOrder.NAME) == "a c b"
    worklist.set_urgent(clinic.workspace, actor=reader, study_id=clinic.ids["b"], urgent=True)
    for order in WorklistOrder:
        assert clinic.shown(order=order).startswith("b ")
    assert clinic.shown(urgent=True) == "b"


def test_pages_join_without_a_gap_over_urgent_and_routine(clinic: Clinic, reader: User) -> None:
    for number in range(7):
        study_id = clinic.add(f"s{number}", "Same, Name")
        worklist.set_urgent(clinic.workspace, actor=reader, study_id=study_id, urgent=number % 2 == 0)
    for wanted in (WorklistFilter(), WorklistFilter(search="same"), WorklistFilter(order=WorklistOrder.OLDEST)):
        whole = clinic.shown(wanted).split()
        assert len(whole) == 7
        for size in (1, 2, 3, 5):
            pages = [
                study.source_name
                for offset in range(0, 9, size)
                for study in worklist.find_studies(clinic.workspace, wanted=wanted, limit=size, offset=offset)
            ]
            assert pages == whole


def test_mine_are_the_reports_i_have_begun(clinic: Clinic, reader: User, admin: User) -> None:
    clinic.add("hers")
    clinic.add("nobodys")
    for author in (reader, admin):
        reporting.save_revision(clinic.workspace, actor=author, study_id=clinic.ids["hers"], text=f"By {author}.")
    assert clinic.shown(mine=True, actor=reader) == "hers"
    assert clinic.shown(mine=True, actor=admin) == ""
    counted = worklist.count_worklist(clinic.workspace, actor=reader)
    assert (counted.total, counted.mine, counted.urgent) == (2, 1, 0)


def test_a_search_under_a_narrow_filter_finds_the_same(clinic: Clinic, reader: User) -> None:
    """A filter that leaves few studies is answered from their texts, any other from the index."""
    for number, name in enumerate(("Müller, Jürgen", "Mulder, Fox", "MUELLER, Ute", "Smith, Mu")):
        study_id = clinic.add(f"x{number}", name, number=f"P000{number}5")
        reporting.save_revision(clinic.workspace, actor=reader, study_id=study_id, text="Sinus rhythm, Müller cells.")
    for search in (
        "m",
        "mu",
        "mue",
        "müller",
        "mulder",
        "smi mu",
        "sinus",
        "si",
        "5",
        "05",
        "x2",
        "x2 rhyt",
        "cells ute",
    ):
        narrow = clinic.shown(search=search, status=StudyStatus.UNCONFIRMED)
        assert narrow == clinic.shown(search=search, drafted=False), search


def test_marking_urgent_moves_the_study_and_is_logged(clinic: Clinic, reader: User, rater: User, admin: User) -> None:
    study_id = clinic.add("old", "Doe")
    clinic.add("new", "Doe")
    study = worklist.set_urgent(clinic.workspace, actor=reader, study_id=study_id, urgent=True)
    assert study.priority is Priority.URGENT
    assert clinic.shown() == clinic.shown(search="doe") == "old new"
    worklist.set_urgent(clinic.workspace, actor=reader, study_id=study_id, urgent=True)
    entries = [
        entry
        for entry in audit.list_audit(clinic.workspace, actor=admin, subject=study_id)
        if entry.action is AuditAction.PRIORITY_CHANGED
    ]
    assert [dict(entry.details) for entry in entries] == [{"before": "routine", "after": "urgent"}]
    reporting.save_revision(clinic.workspace, actor=reader, study_id=study_id, text="Flutter.")
    assert clinic.shown(search="flutter doe") == "old"
    worklist.set_urgent(clinic.workspace, actor=reader, study_id=study_id, urgent=False)
    assert clinic.shown(search="doe") == "new old"
    with pytest.raises(PermissionRefused):
        worklist.set_urgent(clinic.workspace, actor=rater, study_id=study_id, urgent=True)


def test_a_signature_ends_the_urgency(clinic: Clinic, reader: User) -> None:
    clinic.add("old", "Doe")
    clinic.add("new", "Doe")
    worklist.set_urgent(clinic.workspace, actor=reader, study_id=clinic.ids["old"], urgent=True)
    reporting.sign(
        clinic.workspace,
        actor=reader,
        password=PASSWORD,
        study_id=clinic.ids["old"],
        text="Sinus rhythm.",
        meaning=SignatureMeaning.AUTHOR,
    )
    assert clinic.shown() == clinic.shown(search="doe") == "new old"
    assert clinic.shown(search="sinus") == "old"
    assert clinic.shown(urgent=True) == ""
    with pytest.raises(UserError, match="signed"):
        worklist.set_urgent(clinic.workspace, actor=reader, study_id=clinic.ids["old"], urgent=True)


def test_measurements_by_hand_are_filtered_by(clinic: Clinic, reader: User) -> None:
    study_id = clinic.add("one", measured=replace(NORMAL, rr_ms=857.0))
    assert clinic.shown(abnormal_qtc=True) == ""
    set_marks(clinic.workspace, actor=reader, study_id=study_id, marks={BeatMark.T_OFFSET: 200.0})
    detail = worklist.load_study(clinic.workspace, study_id=study_id)
    assert detail.measurements.qtc_ms.framingham is not None
    assert detail.measurements.qtc_ms.framingham < 390, "or this test shows nothing"
    assert clinic.shown(abnormal_qtc=True) == "one"


def test_filters_with_a_name_belong_to_one_reader_and_stay(clinic: Clinic, reader: User, admin: User) -> None:
    ws = clinic.workspace
    night = WorklistFilter(
        status=StudyStatus.UNREAD, urgent=True, since=date(2026, 3, 1), drafted=False, order=WorklistOrder.OLDEST
    )
    saved_filters.save_filter(ws, actor=reader, name="  Night   shift ", wanted=night)
    saved_filters.save_filter(ws, actor=reader, name="all", wanted=WorklistFilter(last_days=7))
    assert [one.name for one in saved_filters.list_filters(ws, actor=reader)] == ["all", "Night shift"]
    assert saved_filters.list_filters(ws, actor=admin) == ()
    path = ws.path
    ws.close()
    with open_workspace(path) as again:
        kept = saved_filters.list_filters(again, actor=reader)
        assert kept[1].filter == night
        saved_filters.save_filter(again, actor=reader, name="NIGHT SHIFT", wanted=WorklistFilter(mine=True))
        assert [one.name for one in saved_filters.list_filters(again, actor=reader)] == ["all", "NIGHT SHIFT"]
        assert [one.name for one in saved_filters.delete_filter(again, actor=reader, name="all")] == ["NIGHT SHIFT"]
        with pytest.raises(UserError, match="no name"):
            saved_filters.save_filter(again, actor=reader, name=" ", wanted=night)
        with open_workspace(path, read_only=True) as looking, pytest.raises(EnvironmentFault):
            saved_filters.save_filter(looking, actor=reader, name="x", wanted=night)


def test_a_filter_of_another_version_excludes_nothing_it_does_not_know() -> None:
    assert WorklistFilter.from_json({"mine": True, "moon": "full"}) == WorklistFilter(mine=True)
    assert WorklistFilter.from_json({"since": "no date"}) == WorklistFilter()
    assert WorklistFilter.from_json({"status": "forgotten"}) == WorklistFilter()
