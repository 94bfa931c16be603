"""``meit draft``: of a file, of a study, streamed, as JSON, and what stands in its way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from meit_core.domain.study import StudyId, StudyStatus
from meit_core.model.packs.pack import Pack
from meit_core.services.audit import list_audit
from meit_core.services.users import operator
from meit_core.services.worklist import load_study
from meit_core.services.workspace import open_workspace
from tests.cli.conftest import Run, assert_plain_fault
from tests.tiny_pack import DRAFT, PROMPT, REPORT


def test_json_has_what_scripts_rely_on(meit: Run, recordings: Path, tiny_pack: Pack) -> None:
    ran = meit("draft", recordings / "rate-62.csv", "--pack", tiny_pack.folder, "--json")
    assert (ran.status, ran.err) == (0, "")
    draft = ran.document
    assert draft["text"] == DRAFT
    assert [sentence["text"] for sentence in draft["sentences"]] == ["Sinus rhythm.", "Normal ECG."]
    assert draft["complete"] is True
    for sentence in draft["sentences"]:
        assert sentence["support"] in {"supported", "unsupported", "contradicted", "unchecked"}
        assert isinstance(sentence["evidence"], str)
    assert {finding["code"] for finding in draft["findings"]} == {"SR", "AFIB", "NORM"}
    for finding in draft["findings"]:
        assert set(finding) == {"code", "label", "probability", "present"}
        assert 0 <= finding["probability"] <= 1
        assert isinstance(finding["present"], bool)
    assert (draft["pack"], draft["pack_sha256"]) == ("tiny", tiny_pack.sha256)
    assert draft["prompt"] == PROMPT
    assert draft["device"].startswith(("cpu (", "cuda ("))
    assert 0 < draft["seconds"] < 60
    assert 2 < draft["tokens"] <= len(REPORT)


def test_text_and_stream_print_the_same_report(meit: Run, recordings: Path, tiny_pack: Pack) -> None:
    path = recordings / "rate-62.csv"
    whole = meit("draft", path, "--pack", tiny_pack.folder)
    streamed = meit("draft", path, "--pack", tiny_pack.folder, "--stream")
    for ran in (whole, streamed):
        assert ran.status == 0
        assert ran.out.startswith(f"{DRAFT}\n\n")
        assert "Unconfirmed, not a medical device." in ran.out


def test_a_prompt_reaches_the_model(meit: Run, recordings: Path, tiny_pack: Pack) -> None:
    path = recordings / "rate-62.csv"
    ran = meit("draft", path, "--pack", tiny_pack.folder, "--prompt", "atrial fibrillation", "--json")
    assert ran.document["prompt"] == "atrial fibrillation"


def test_a_studys_draft_is_kept_with_it(meit: Run, recordings: Path, tiny_pack: Pack, workspace: Path) -> None:
    imported = meit("import", recordings / "rate-62.csv", "--workspace", workspace, "--json").document["imported"]
    ran = meit("draft", imported[0], "--workspace", workspace, "--pack", tiny_pack.folder, "--json")
    assert ran.status == 0
    with open_workspace(workspace) as opened:
        detail = load_study(opened, study_id=StudyId(imported[0]))
        log = list_audit(opened, actor=operator(), subject=imported[0])
    assert detail.study.status is StudyStatus.DRAFTED
    assert [draft.draft_id for draft in detail.drafts] == [ran.document["draft_id"]]
    assert detail.drafts[0].text == ran.document["text"]
    assert log[0].username.startswith("os:")


def test_a_study_that_cannot_keep_a_draft_is_not_drafted(
    meit: Run, recordings: Path, tiny_pack: Pack, workspace: Path
) -> None:
    imported = meit("import", recordings / "rate-62.csv", "--workspace", workspace, "--json").document["imported"]
    with open_workspace(workspace):  # somebody reads in it
        ran = meit("draft", imported[0], "--workspace", workspace, "--pack", tiny_pack.folder)
    assert_plain_fault(ran, "A draft can't be kept now.")


def test_several_recordings_give_a_list(meit: Run, recordings: Path, tiny_pack: Pack) -> None:
    names = [recordings / "rate-118.csv", recordings / "letter.pdf", recordings / "rate-62.csv", "nowhere/x.csv"]
    ran = meit("draft", *names, "--pack", tiny_pack.folder, "--json")
    assert ran.status == 1
    assert [each["record"] for each in ran.document] == [str(name) for name in names]
    fast, letter, slow, nowhere = ran.document
    for name, several in ((names[0], fast), (names[2], slow)):
        alone = meit("draft", name, "--pack", tiny_pack.folder, "--json").document
        shares = [[finding.pop("probability") for finding in each["findings"]] for each in (several, alone)]
        assert shares[0] == pytest.approx(shares[1], abs=1e-6)
        assert {**several, "seconds": 0} == {"record": str(name), **alone, "seconds": 0}
    assert set(letter) == set(nowhere) == {"record", "error"}
    assert "PDF" in letter["error"] and "no file" in nowhere["error"]
    lines = ran.err.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [str(names[1]), str(names[3])]
    assert all(line.endswith(".") for line in lines)


def test_several_recordings_are_printed_under_their_names(meit: Run, recordings: Path, tiny_pack: Pack) -> None:
    names = [recordings / "rate-118.csv", recordings / "rate-62.csv"]
    ran = meit("draft", *names, "--pack", tiny_pack.folder)
    assert (ran.status, ran.err) == (0, "")
    blocks = [str(names[0]), "Sinus tachycardia. Otherwise normal ECG.", str(names[1]), DRAFT]
    assert [line for line in ran.out.splitlines() if line in blocks] == blocks
    assert ran.out.count("Unconfirmed, not a medical device.") == 2


def test_drafts_of_several_studies_are_kept_with_them(
    meit: Run, recordings: Path, tiny_pack: Pack, workspace: Path
) -> None:
    studies = meit("import", recordings, "--workspace", workspace, "--json").document["imported"]
    file = recordings / "rate-62.csv"
    given = ("--workspace", workspace, "--pack", tiny_pack.folder, "--json")
    ran = meit("draft", studies[0], file, "4711", studies[1], *given)
    assert ran.status == 1
    first, of_file, unknown, second = ran.document
    assert set(unknown) == {"record", "error"} and of_file["draft_id"] is None
    with open_workspace(workspace) as opened:
        for study, draft in ((studies[0], first), (studies[1], second)):
            detail = load_study(opened, study_id=StudyId(study))
            assert [kept.draft_id for kept in detail.drafts] == [draft["draft_id"]]
            assert detail.study.status is StudyStatus.DRAFTED


def test_several_recordings_cannot_be_streamed(meit: Run, recordings: Path, tiny_pack: Pack) -> None:
    path = recordings / "rate-62.csv"
    ran = meit("draft", path, path, "--pack", tiny_pack.folder, "--stream")
    assert ran.status == 2 and "--stream" in ran.err and ran.out == ""


def test_a_recording_that_is_no_12_lead_ecg_is_refused(meit: Run, recordings: Path, tmp_path: Path) -> None:
    lines = (recordings / "rate-62.csv").read_text(encoding="utf-8").splitlines()
    few = tmp_path / "three-leads.csv"
    few.write_text("\n".join([*lines[:3], *(",".join(line.split(",")[:3]) for line in lines[3:])]), encoding="utf-8")
    assert_plain_fault(meit("draft", few), "lead")
    slow = tmp_path / "slow.csv"
    slow.write_text("\n".join(["# fs=5", *lines[1:]]), encoding="utf-8")
    assert_plain_fault(meit("draft", slow), "5")


def test_an_empty_prompt_is_the_packs_own(meit: Run, recordings: Path, tiny_pack: Pack) -> None:
    ran = meit("draft", recordings / "rate-62.csv", "--pack", tiny_pack.folder, "--prompt", " ", "--json")
    assert (ran.document["prompt"], ran.document["text"]) == (PROMPT, DRAFT)


def test_a_pack_that_was_changed_is_refused(meit: Run, recordings: Path, tiny_pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(tiny_pack.folder, folder)
    card = folder / "MODEL_CARD.md"
    card.write_text(card.read_text(encoding="utf-8") + "better than ever\n", encoding="utf-8")
    ran = meit("draft", recordings / "rate-62.csv", "--pack", folder)
    assert_plain_fault(ran, "changed after it was made", "MODEL_CARD.md")


def test_unknown_packs_records_and_studies_are_named(meit: Run, recordings: Path, workspace: Path) -> None:
    assert_plain_fault(meit("draft", recordings / "rate-62.csv", "--pack", "no-such-pack"), "no-such-pack")
    assert_plain_fault(meit("draft", "nowhere/record.hea"), "There is no file nowhere/record.hea.")
    assert_plain_fault(meit("draft", "4711"), "There is no file 4711", "no workspace yet")
    meit("import", recordings, "--workspace", workspace)
    assert_plain_fault(meit("draft", "4711", "--workspace", workspace))
    assert_plain_fault(meit("draft", recordings / "letter.pdf"), "PDF")
    assert_plain_fault(meit("draft", recordings), "folder")
