"""``meit report`` and ``meit export``."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from meit_core.model.packs.pack import Pack
from tests.cli.conftest import Run, assert_plain_fault


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_a_recording_is_drafted_and_printed_as_unconfirmed(
    meit: Run, recordings: Path, tiny_pack: Pack, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"
    ran = meit("report", recordings / "rate-62.csv", "-o", target, "--pack", tiny_pack.folder, "--json")
    assert (ran.status, ran.err) == (0, "")
    assert ran.document == {"path": str(target), "pages": 1}
    printed = text_of(target)
    assert "UNCONFIRMED" in printed and "tiny" in printed and "normal ecg." in printed.lower()


def test_given_text_needs_no_model(meit: Run, recordings: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Sinus rhythm. Written by hand.\n", encoding="utf-8")
    target = tmp_path / "report.pdf"
    ran = meit("report", recordings / "rate-62.csv", "-o", target, "--text", text, "--pack", "no-such-pack")
    assert ran.status == 0
    assert ran.out == f"{target} (1 page)\n"
    printed = text_of(target)
    assert "Written by hand." in printed and "UNCONFIRMED" in printed


def test_a_study_without_text_is_drafted_once(
    meit: Run, recordings: Path, tiny_pack: Pack, workspace: Path, tmp_path: Path
) -> None:
    (study,) = meit("import", recordings / "rate-62.csv", "--workspace", workspace, "--json").document["imported"]
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    made = meit("report", study, "-o", first, "--workspace", workspace, "--pack", tiny_pack.folder)
    assert made.status == 0, made.err
    # The second time there is a draft: no pack is needed.
    again = meit("report", study, "-o", second, "--workspace", workspace, "--pack", "no-such-pack")
    assert again.status == 0, again.err
    assert first.read_bytes() == second.read_bytes()
    assert "UNCONFIRMED" in text_of(first)
    exported = meit("export", study, "--format", "pdf", "-o", tmp_path / "3.pdf", "--workspace", workspace, "--json")
    assert exported.document["path"] == str(tmp_path / "3.pdf")
    assert (tmp_path / "3.pdf").read_bytes() == first.read_bytes()


def test_a_studys_recording_is_printed_with_other_text(
    meit: Run, recordings: Path, workspace: Path, tmp_path: Path
) -> None:
    (study,) = meit("import", recordings / "rate-62.csv", "--workspace", workspace, "--json").document["imported"]
    text = tmp_path / "text.txt"
    text.write_text("For the meeting.", encoding="utf-8")
    ran = meit("report", study, "-o", tmp_path / "1.pdf", "--text", text, "--workspace", workspace)
    assert ran.status == 0, ran.err
    assert "For the meeting." in text_of(tmp_path / "1.pdf")
    (listed,) = meit("studies", "--workspace", workspace, "--json").document
    assert listed["status"] == "unread"  # the study itself is untouched


def test_what_stands_in_the_way_is_said(meit: Run, recordings: Path, tmp_path: Path) -> None:
    record, text = recordings / "rate-62.csv", tmp_path / "text.txt"
    target = tmp_path / "report.pdf"
    assert_plain_fault(meit("report", record, "-o", target, "--text", text), "can't be read")
    text.write_text(" \n", encoding="utf-8")
    assert_plain_fault(meit("report", record, "-o", target, "--text", text), "is empty")
    text.write_bytes(b"\xff\xfe\x00broken")
    assert_plain_fault(meit("report", record, "-o", target, "--text", text), "not UTF-8")
    text.write_text("Sinus rhythm.", encoding="utf-8")
    assert_plain_fault(meit("report", record, "-o", tmp_path / "no" / "x.pdf", "--text", text), "folder")
    assert not target.exists()
    assert meit("report", record).status == 2


@pytest.mark.parametrize("name", ["dicom", "fhir", "json", "wfdb"])
def test_other_formats_are_refused_in_plain_words(meit: Run, workspace: Path, name: str) -> None:
    ran = meit("export", "1", "--format", name, "-o", "x", "--workspace", workspace)
    assert_plain_fault(ran, f"Export as {name} is not available yet.")
    assert meit("export", "1", "--format", "word", "-o", "x").status == 2
