"""The tracing leaves as it is looked at: true millimetres on paper, in pictures and on the clipboard."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from tests.desktop.shell.conftest import Desk

MM_PER_PT = 25.4 / 72
PULSE_POINTS = 6


def printed(path: Path) -> tuple[list[np.ndarray], tuple[float, float], str]:
    """Stroked polylines in mm, the paper's size in mm, and the words of a printed PDF."""
    reader = PdfReader(path)
    page = reader.pages[0]
    matrix, stack, found, lines = np.eye(3), [], [], []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        numbers = [float(operand) for operand in operands if isinstance(operand, (int, float))]
        if operator == b"q":
            stack.append(matrix)
        elif operator == b"Q":
            matrix = stack.pop()
        elif operator == b"cm":
            a, b, c, d, e, f = numbers
            matrix = np.array([[a, b, 0], [c, d, 0], [e, f, 1]]) @ matrix
        elif operator == b"m":
            lines.append([numbers])
        elif operator == b"l":
            lines[-1].append(numbers)
        elif operator in (b"S", b"s"):
            for line in lines:
                points = np.column_stack((np.array(line), np.ones(len(line)))) @ matrix
                found.append(points[:, :2] * MM_PER_PT)
            lines = []
        elif operator in (b"n", b"f", b"f*", b"B"):
            lines = []
    box = page.mediabox
    return found, (float(box.width) * MM_PER_PT, float(box.height) * MM_PER_PT), page.extract_text()


def print_to(desk: Desk, path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)  # the flow turns it
    desk.application.commands.printing.print_on(printer)
    desk.until(lambda: "sent to the printer" in desk.window.notice.text or "larger" in desk.window.notice.text)


def pulses(lines: list[np.ndarray]) -> list[np.ndarray]:
    """Calibration pulses: level, up, level, down, level."""
    return [line for line in lines if len(line) == PULSE_POINTS and line[0, 1] == pytest.approx(line[5, 1], abs=1e-6)]


@pytest.mark.parametrize(("gain", "speed"), [(10, 25), (20, 50)])
def test_the_printed_page_is_true_to_a_tenth_of_a_millimetre(
    desk: Desk, tmp_path: Path, gain: float, speed: float
) -> None:
    desk.flows.trace.set_gain_mm_per_mv(gain)
    desk.flows.trace.set_speed_mm_per_s(speed)
    print_to(desk, tmp_path / "tracing.pdf")
    lines, paper, text = printed(tmp_path / "tracing.pdf")
    assert paper == (pytest.approx(297, abs=0.2), pytest.approx(210, abs=0.2))
    upright = np.sort([line[0, 0] for line in lines if len(line) == 2 and np.ptp(line[:, 1]) > 50])
    grid = upright[np.insert(np.diff(upright) > 0.01, 0, True)]
    assert grid[-1] - grid[0] == pytest.approx(270, abs=0.1)
    assert np.diff(grid) == pytest.approx(1, abs=0.02)
    found = pulses(lines)
    assert len(found) == 4
    for pulse in found:
        assert np.ptp(pulse[:, 1]) == pytest.approx(gain, abs=0.1)
    # Traces are drawn in stretches of 64 steps from sample to sample.
    stretches = np.array([np.ptp(line[:, 0]) for line in lines if len(line) == 65])
    assert len(stretches) > 100
    assert stretches * desk.detail.record.fs_hz / 64 == pytest.approx(speed, abs=0.1)
    assert f"{speed:g} mm/s" in text
    assert f"{gain:g} mm/mV" in text


def test_one_second_of_the_printed_grid_is_25_mm_and_a_big_square_is_5(desk: Desk, tmp_path: Path) -> None:
    print_to(desk, tmp_path / "tracing.pdf", QPageSize.PageSizeId.Letter)
    lines, paper, _ = printed(tmp_path / "tracing.pdf")
    assert paper == (pytest.approx(279.4, abs=0.2), pytest.approx(215.9, abs=0.2))
    for line in lines:
        assert line.min() >= 5
        assert (line.max(axis=0) <= np.array(paper) - 5).all()


def test_a_drafted_study_prints_without_the_banner_of_the_draft(desk: Desk, tmp_path: Path) -> None:
    desk.open("Bruno")
    desk.draft("Sinus rhythm.")
    print_to(desk, tmp_path / "tracing.pdf")
    _, _, text = printed(tmp_path / "tracing.pdf")
    assert "draft" not in text.lower()
    assert "unconfirmed" not in text.lower()
    assert "SIMULATED RECORDING" in text
    assert desk.detail.study.patient.name in text


def test_paper_that_is_too_small_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    print_to(desk, tmp_path / "tracing.pdf", QPageSize.PageSizeId.A5)
    assert "larger than this paper" in desk.window.notice.text
    assert not (tmp_path / "tracing.pdf").exists()


def test_the_print_dialog_opens_on_its_key_and_lies_sideways(desk: Desk) -> None:
    desk.run("print_view")
    dialog = desk.dialog(QPrintDialog)
    assert dialog.printer().pageLayout().orientation() is QPageLayout.Orientation.Landscape
    dialog.reject()


def test_a_png_has_300_dpi_and_its_millimetres(desk: Desk, tmp_path: Path) -> None:
    desk.application.commands.printing.save_picture(tmp_path / "tracing.png")
    desk.until(lambda: "Picture written" in desk.window.notice.text)
    content = (tmp_path / "tracing.png").read_bytes()
    at = content.index(b"pHYs") + 4
    assert struct.unpack(">IIB", content[at : at + 9]) == (11811, 11811, 1)
    image = QImage(str(tmp_path / "tracing.png"))
    assert image.width() / 11.811 == pytest.approx(286, abs=0.2)  # 270 mm of sheet and two margins of 8 mm
    # Reds of the grid's bold lines along one row of pixels between the rows of the title: 5 mm apart.
    row = np.array([image.pixelColor(x, round(21 * 11.811)).green() for x in range(image.width())])
    columns = np.flatnonzero(row < 185)
    columns = columns[np.insert(np.diff(columns) > 3, 0, True)]
    assert np.diff(columns).min() == pytest.approx(5 * 11.811, abs=1.2)


def test_an_svg_is_written_in_millimetres(desk: Desk, tmp_path: Path) -> None:
    desk.flows.trace.enlarge_lead("V2")
    desk.application.commands.printing.save_picture(tmp_path / "tracing.svg")
    desk.until(lambda: "Picture written" in desk.window.notice.text)
    root = ET.parse(tmp_path / "tracing.svg").getroot()
    assert root.get("width").endswith("mm")
    texts = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.count("V2") == 2
    assert any("V2 alone" in text for text in texts)


def test_the_clipboard_gets_picture_and_drawing(desk: Desk) -> None:
    desk.run("copy_view")
    desk.until(lambda: "Tracing copied" in desk.window.notice.text)
    content = QGuiApplication.clipboard().mimeData()
    assert content.hasImage()
    assert b"<svg" in content.data("image/svg+xml").data()


def test_the_clipboard_gets_the_measurements_in_words(desk: Desk) -> None:
    desk.run("copy_measurements")
    desk.until(lambda: "Measurements copied" in desk.window.notice.text)
    text = QGuiApplication.clipboard().text()
    assert f"QRS: {desk.detail.measurements.qrs_ms:.0f} ms" in text
    assert desk.detail.study.patient.name in text


def test_without_name_is_said_and_kept_to(desk: Desk, tmp_path: Path) -> None:
    patient = desk.detail.study.patient
    desk.run("without_name")
    assert desk.window.actions_table["without_name"].isChecked()
    assert "without name and ID" in desk.window.notice.text
    desk.run("copy_measurements")
    desk.until(lambda: "Measurements copied, without name" in desk.window.notice.text)
    print_to(desk, tmp_path / "tracing.pdf")
    _, _, text = printed(tmp_path / "tracing.pdf")
    for secret in (patient.name, patient.patient_id):
        assert secret not in text
        assert secret not in QGuiApplication.clipboard().text()
    assert "Name withheld" in text
    desk.run("save_view")
    dialog = desk.dialog(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).stem == "ecg-tracing"
    dialog.reject()


def test_the_audit_log_knows_what_left(desk: Desk, tmp_path: Path) -> None:
    from meit_core.services.audit import list_audit

    print_to(desk, tmp_path / "tracing.pdf")
    session = desk.application.stage.session
    entries = list_audit(session.workspace, actor=session.user)
    left = [entry for entry in entries if entry.action == "tracing exported"]
    assert [(entry.subject, entry.details["format"]) for entry in left] == [(desk.detail.study.study_id, "printer")]
