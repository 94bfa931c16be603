"""What a printed report says, and what it never leaves out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.draft import Draft
from meit_core.domain.record import PatientInfo
from meit_core.domain.report import ReportRevision, Signature
from meit_core.domain.study import Patient, Study, StudyStatus
from meit_core.errors import EnvironmentFault, UserError
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.pdf import render_report, write_report_pdf
from tests.exchange.conftest import TEXT, MakeDocument, spikes
from tests.exchange.pdf_paths import words


def printed(document: ReportDocument) -> list[str]:
    content, pages = render_report(document)
    found = words(content)
    assert len(found) == pages
    return found


def test_one_page_names_patient_measurements_settings_report_and_model(make_document: MakeDocument) -> None:
    (page,) = printed(make_document())
    for expected in (
        "Heart Centre",
        "DOE, Jane",
        "female · 67 years · born 1958-03-02 · ID 4711",
        "Recorded 2026-03-02 09:14",
        "96 bpm",
        "148 ms",
        "471 / 466 ms",
        "– / −52° / –",
        "25 mm/s · 10 mm/mV · filter: none (raw)",
        "500 Hz",
        "Atrial fibrillation. Left bundle branch block.",
        "Drafted by meit-mini, pack 1a2b3c4d5e6f",
        "page 1 of 1",
        "PR not given: no P waves.",
    ):
        assert expected in page


def test_the_filter_of_the_tracing_is_named_and_warned_of(make_document: MakeDocument) -> None:
    (page,) = printed(make_document(display_filter=DisplayFilter(Band.STEADY, 50)))
    assert "25 mm/s · 10 mm/mV · filter: 0.67–150 Hz + 50 Hz notch" in page
    (page,) = printed(make_document(display_filter=DisplayFilter(Band.SMOOTH)))
    assert "filter: 0.67–40 Hz · 40 Hz makes QRS complexes and pacing spikes smaller and hides notches." in page


def test_until_signed_every_page_is_marked(make_document: MakeDocument) -> None:
    for page in printed(make_document(text="\n".join([TEXT] * 60))):
        assert page.count("UNCONFIRMED") >= 2
        assert "AI draft, not a medical device" in page


def test_a_report_nobody_drafted_is_not_called_an_ai_draft(make_document: MakeDocument) -> None:
    (page,) = printed(make_document(drafted_by=None))
    assert "UNCONFIRMED" in page
    assert "AI draft" not in page


def test_a_signature_shows_name_time_and_meaning(make_document: MakeDocument, signature: Signature) -> None:
    (page,) = printed(make_document(signature=signature, status=StudyStatus.CONFIRMED, text="Atrial fibrillation."))
    assert "Electronically signed Dr. Maria Łęcka 2026-03-02 09:15:02 UTC Meaning: approval" in page
    assert "edited by the reader" in page
    assert "UNCONFIRMED" not in page
    assert "AI draft" not in page


def test_a_status_without_a_signature_does_not_confirm(make_document: MakeDocument) -> None:
    (page,) = printed(make_document(status=StudyStatus.CONFIRMED))
    assert "UNCONFIRMED" in page


def test_contradicted_sentences_are_named_until_signed(make_document: MakeDocument, signature: Signature) -> None:
    (draft_page,) = printed(make_document())
    assert "Contradicted by the recording “Normal ECG.” QRS lasts 148 ms." in draft_page
    (corrected,) = printed(make_document(text="Atrial fibrillation."))
    assert "Contradicted" not in corrected
    (signed,) = printed(make_document(signature=signature, status=StudyStatus.CONFIRMED))
    assert "Contradicted" not in signed


def test_addenda_follow_the_signed_text(
    make_document: MakeDocument, signature: Signature, addendum: ReportRevision
) -> None:
    (page,) = printed(make_document(signature=signature, status=StudyStatus.AMENDED, addenda=(addendum,)))
    assert page.index("Left bundle branch block") < page.index("Addendum 1")
    assert "Dr. Gül, 2026-03-03 10:00 UTC The block is new." in page


def test_a_long_report_flows_on_and_loses_nothing(make_document: MakeDocument, signature: Signature) -> None:
    sentences = [f"Statement number {number} of a very thorough reader." for number in range(120)]
    pages = printed(make_document(text=" ".join(sentences), signature=signature, status=StudyStatus.CONFIRMED))
    assert len(pages) > 1
    everything = " ".join(pages)
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        assert "DOE, Jane" in page
        assert "25 mm/s · 10 mm/mV · filter: none (raw)" in page
    for number in range(120):
        assert f"number {number} of" in everything
    assert everything.count("Electronically signed") == 1
    assert "continued on page 2" in pages[0]


def test_a_report_and_its_signature_stay_together_below_a_very_tall_sheet(
    make_document: MakeDocument, signature: Signature
) -> None:
    tall = spikes(height_mv=-20)
    first, second = printed(make_document(record=tall, signature=signature, status=StudyStatus.CONFIRMED))
    assert "beyond the paper" in first
    assert "Atrial fibrillation" in second
    assert "Electronically signed" in second


@pytest.mark.parametrize("name", ["Łukasz Żółć", "Ğülşen İnönü", "Παπαδόπουλος", "Жуковский", "Øystein Ærø-Þór"])
def test_names_are_printed_in_their_own_letters(make_document: MakeDocument, study: Study, name: str) -> None:
    (page,) = printed(make_document(study=replace(study, patient=Patient("1", name))))
    assert name in page


def test_a_name_longer_than_the_line_is_wrapped(make_document: MakeDocument, study: Study) -> None:
    name = " ".join(f"Part{number}" for number in range(60))
    (page,) = printed(make_document(study=replace(study, patient=Patient("1", name))))
    assert all(f"Part{number}" in page for number in range(60))


@pytest.mark.parametrize("text", ["山田太郎", "a\x00b\x07c", "\ud800 lone surrogate", "👍", "x" * 5000, "", "  \n\n "])
def test_no_text_can_stop_the_printing(make_document: MakeDocument, study: Study, text: str) -> None:
    assert printed(make_document(text=text, study=replace(study, patient=Patient("1", text))))


def test_a_recording_outside_any_workspace_uses_its_own_patient(make_document: MakeDocument) -> None:
    record = replace(spikes(), patient=PatientInfo(patient_id="77", name="ROE, Richard"))
    (page,) = printed(make_document(study=None, record=record))
    assert "ROE, Richard" in page
    assert "ID 77" in page


def test_simulated_recordings_say_so(make_document: MakeDocument, study: Study) -> None:
    (page,) = printed(make_document(study=replace(study, simulated=True)))
    assert "SIMULATED RECORDING" in page


def test_identical_input_gives_identical_bytes(make_document: MakeDocument, signature: Signature) -> None:
    first, _ = render_report(make_document(signature=signature, status=StudyStatus.CONFIRMED))
    render_report(make_document(text="Something else Ω."))
    second, _ = render_report(make_document(signature=signature, status=StudyStatus.CONFIRMED))
    assert first == second


def test_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    script = (
        "import sys, hashlib; from pathlib import Path; from meit_core.domain.measurements import Measurements;"
        "from meit_core.exchange.document import ReportDocument; from meit_core.exchange.pdf import render_report;"
        "from tests.exchange.conftest import spikes;"
        "print(hashlib.sha256(render_report(ReportDocument(spikes(), Measurements(), text='Łęcka'))[0]).hexdigest())"
    )
    root = Path(__file__).parents[2]
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_no_folder_is_a_plain_sentence(make_document: MakeDocument, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder"):
        write_report_pdf(make_document(), tmp_path / "nowhere" / "report.pdf")


def test_a_failed_write_leaves_the_old_file_and_no_litter(make_document: MakeDocument, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.mkdir()
    with pytest.raises(EnvironmentFault, match="could not be written"):
        write_report_pdf(make_document(), target)
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


@pytest.mark.parametrize(("gain", "speed"), [(0, 25), (10, -1)])
def test_impossible_settings_are_refused(make_document: MakeDocument, gain: float, speed: float) -> None:
    with pytest.raises(UserError, match="positive"):
        render_report(make_document(gain_mm_per_mv=gain, speed_mm_per_s=speed))


def test_the_file_names_its_pages(make_document: MakeDocument, draft: Draft, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    assert write_report_pdf(make_document(), target) == 1
    assert target.read_bytes().startswith(b"%PDF-")
