"""The worklist: order, filters, search, priors, what to read next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meit_core.domain.draft import Draft
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord, PatientInfo, Sex
from meit_core.domain.study import StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services import reporting, worklist
from meit_core.services.workspace import Workspace
from meit_core.store import studies

JANE = PatientInfo("4711", "DOE, Jane", Sex.FEMALE, date(1958, 3, 2), 67.0)
MARIA = PatientInfo("4712", "ŁĘCKA, Maria", Sex.FEMALE)


def add(workspace: Workspace, record: EcgRecord, patient: PatientInfo, day: int, name: str) -> StudyId:
    """Store a recording as a reader of a format with patient data would give it."""
    moment = datetime(2026, 3, day, 9, 14, tzinfo=UTC)
    # Each recording needs samples of its own: the same samples are the same recording.
    own = replace(
        record, signal_mv=record.signal_mv + 0.001 * day, patient=patient, acquired_at=moment, source_name=name
    )
    with workspace.store.writing() as session:
        return studies.add(session, studies.NewStudy.of(own, Measurements(), ()), author="test")


@pytest.fixture
def three(workspace: Workspace, sinus: EcgRecord) -> tuple[StudyId, StudyId, StudyId]:
    """Jane on the 2nd, Maria on the 3rd, Jane on the 4th."""
    return (
        add(workspace, sinus, JANE, 2, "jane-old.xml"),
        add(workspace, sinus, MARIA, 3, "maria.xml"),
        add(workspace, sinus, JANE, 4, "jane-new.xml"),
    )


def ids(workspace: Workspace, **filters: object) -> list[StudyId]:
    return [study.study_id for study in worklist.list_studies(workspace, **filters)]  # type: ignore[arg-type]


def test_the_newest_recording_comes_first_page_by_page(workspace: Workspace, three: tuple[StudyId, ...]) -> None:
    old, maria, new = three
    assert ids(workspace) == [new, maria, old]
    assert ids(workspace, limit=2) == [new, maria]
    assert ids(workspace, limit=2, offset=2) == [old]


def test_priors_are_the_same_patients_earlier_studies(workspace: Workspace, three: tuple[StudyId, ...]) -> None:
    old, _, new = three
    assert [prior.study_id for prior in worklist.load_study(workspace, study_id=new).priors] == [old]
    assert worklist.load_study(workspace, study_id=old).priors == ()
    assert [study.prior_count for study in worklist.list_studies(workspace)] == [1, 0, 0]


@pytest.mark.parametrize(
    "other",
    [
        replace(JANE, birth_date=date(1990, 1, 1)),
        replace(JANE, sex=Sex.MALE),
        replace(JANE, name="SMITH, Robert"),
    ],
    ids=["date of birth", "sex", "name"],
)
def test_one_number_for_two_people_does_not_mix_them(
    workspace: Workspace, sinus: EcgRecord, three: tuple[StudyId, ...], other: PatientInfo
) -> None:
    study_id = add(workspace, sinus, other, 9, "other.xml")
    detail = worklist.load_study(workspace, study_id=study_id)
    assert detail.priors == ()
    assert detail.study.patient.name == other.name


def test_what_was_unknown_of_a_patient_is_filled_in(
    workspace: Workspace, sinus: EcgRecord, three: tuple[StudyId, ...]
) -> None:
    study_id = add(workspace, sinus, replace(MARIA, birth_date=date(1970, 5, 6), name="Maria Łęcka"), 9, "m.xml")
    detail = worklist.load_study(workspace, study_id=study_id)
    assert [prior.study_id for prior in detail.priors] == [three[1]]
    assert detail.priors[0].patient.birth_date == date(1970, 5, 6)


def test_recordings_without_a_number_are_nobodys_priors(workspace: Workspace, sinus: EcgRecord) -> None:
    add(workspace, sinus, PatientInfo(), 2, "a.csv")
    second = add(workspace, sinus, PatientInfo(), 3, "b.csv")
    assert worklist.load_study(workspace, study_id=second).priors == ()


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("doe", "jane-new jane-old"),
        ("JANE doe", "jane-new jane-old"),
        ("DOE, Jane", "jane-new jane-old"),
        ("4712", "maria"),
        ("lecka", "maria"),
        ("Łęcka", "maria"),
        ("jane-old", "jane-old"),
        ("ma", "maria"),
        ("  ", "jane-new maria jane-old"),
        ("doe maria", ""),
        ('jane" OR report:"', ""),
        ("%", ""),
        ("_", ""),
        ("NEAR(", ""),
    ],
)
def test_search(workspace: Workspace, three: tuple[StudyId, ...], search: str, found: str) -> None:
    names = [study.source_name.removesuffix(".xml") for study in worklist.list_studies(workspace, search=search)]
    assert names == found.split()


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("oneill", "shane"),
        ("O'Neill", "shane"),
        ("o’neill sh", "shane"),
        ("neil", "shane"),
        ("mueller-lue", "hans"),
        ("Müller-Lüd", "hans"),
        ("Muller", "hans"),
        ("mueller", "hans greta"),
        ("Müller", "hans greta"),
        ("4711", "shane"),
        ("244711", "shane"),
        ("11", ""),
        ("P2024", "shane"),
        ("775", "hans"),
        ("123456", "greta"),
        ("12-34-56", "greta"),
        ("12-34", "greta"),
        ("2026-03", "greta hans"),
        ("2026-03-1", "greta hans"),
        ("2026-03-11", "hans"),
        ("11.3.2026", "hans"),
        ("2026-3", "greta hans"),
        ("2026-0", "greta hans shane"),
        ("2026-1", ""),
        ("2026-04-", "shane"),
        ("1958-03-02", "shane"),
        ("2.3.1958 oneill", "shane"),
        ("2026-03 mueller", "greta hans"),
        ("2025-12-24", "shane"),
        ("4711x", ""),
        ("ꓤ", ""),
    ],
)
def test_names_numbers_and_dates_are_found_as_people_type_them(
    workspace: Workspace, sinus: EcgRecord, search: str, found: str
) -> None:
    people = [
        (PatientInfo("P2024-4711", "O'NEILL, Shane", Sex.MALE, date(1958, 3, 2)), (4, 2), "shane-2025-12-24"),
        (PatientInfo("0009775", "Müller-Lüdenscheidt, Hans", Sex.MALE), (3, 11), "hans"),
        (PatientInfo("12-34-56", "Mueller, Greta", Sex.FEMALE), (3, 12), "greta"),
    ]
    for day, (patient, (month, of_month), name) in enumerate(people):
        own = replace(
            sinus,
            signal_mv=sinus.signal_mv + 0.001 * day,
            patient=patient,
            acquired_at=datetime(2026, month, of_month, 9, 14),
            source_name=f"{name}.xml",
        )
        with workspace.store.writing() as session:
            studies.add(session, studies.NewStudy.of(own, Measurements(), ()), author="test")
    names = {
        study.source_name.partition(".")[0].partition("-")[0]
        for study in worklist.list_studies(workspace, search=search)
    }
    assert names == set(found.split())


def test_search_finds_the_present_text_and_not_an_earlier_one(
    workspace: Workspace, reader: User, three: tuple[StudyId, ...], draft: Draft
) -> None:
    old, _, _ = three
    workspace.store.add_draft(old, draft, reader)
    assert ids(workspace, search="bundle branch") == [old]
    reporting.save_revision(workspace, actor=reader, study_id=old, text="Atrial flutter.")
    assert ids(workspace, search="bundle branch") == []
    assert ids(workspace, search="flutter doe") == [old]
    assert ids(workspace, search="flutter", status=StudyStatus.UNCONFIRMED) == [old]
    assert ids(workspace, search="flutter", status=StudyStatus.UNREAD) == []


def test_counts_name_every_status(workspace: Workspace, reader: User, three: tuple[StudyId, ...], draft: Draft) -> None:
    workspace.store.add_draft(three[0], draft, reader)
    assert worklist.count_by_status(workspace) == {
        StudyStatus.UNREAD: 2,
        StudyStatus.DRAFTED: 1,
        StudyStatus.UNCONFIRMED: 0,
        StudyStatus.CONFIRMED: 0,
        StudyStatus.AMENDED: 0,
    }
    assert ids(workspace, status=StudyStatus.DRAFTED) == [three[0]]


def test_next_to_read_goes_down_the_list_and_starts_again(
    workspace: Workspace, reader: User, three: tuple[StudyId, ...], draft: Draft
) -> None:
    old, maria, new = three
    assert worklist.next_unread(workspace) == new
    assert worklist.next_unread(workspace, after=new) == maria
    assert worklist.next_unread(workspace, after=old) == new
    workspace.store.add_draft(maria, draft, reader)  # nobody has read it for that
    assert worklist.next_unread(workspace, after=new) == maria
    for study_id in (maria, new):
        reporting.save_revision(workspace, actor=reader, study_id=study_id, text="Read.")
    assert worklist.next_unread(workspace, after=maria) == old
    assert worklist.next_unread(workspace, after=old) is None, "the last one isn't its own next"
    reporting.save_revision(workspace, actor=reader, study_id=old, text="Read.")
    assert worklist.next_unread(workspace) is None


def test_a_study_that_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="no such study"):
        worklist.load_study(workspace, study_id=StudyId("absent"))
