"""Whatever is not a readable 12-lead ECG gets one plain sentence and one that says what to do."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.formats import read_record
from tests.core.formats.wfdb_files import ecg_mv, write_wfdb

SIGNAL = ecg_mv()
_TECHNICAL = re.compile(r"Traceback|Error|Exception|None|NoneType|dtype|array|object|index|/tmp|\\\\")


def truncated(folder: Path) -> Path:
    header = write_wfdb(folder, SIGNAL)
    data = header.with_suffix(".dat")
    data.write_bytes(data.read_bytes()[:60_000])
    return header


def empty_signal(folder: Path) -> Path:
    header = write_wfdb(folder, SIGNAL)
    header.with_suffix(".dat").write_bytes(b"")
    return header


def no_signal_file(folder: Path) -> Path:
    header = write_wfdb(folder, SIGNAL)
    header.with_suffix(".dat").unlink()
    return header


def signal_without_header(folder: Path) -> Path:
    write_wfdb(folder, SIGNAL).unlink()
    return folder / "record.dat"


def file_of(name: str, content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def header_of(text: str) -> Callable[[Path], Path]:
    """The usual header with its record line replaced."""

    def make(folder: Path) -> Path:
        header = write_wfdb(folder, SIGNAL)
        lines = header.read_text().splitlines()
        header.write_text("\n".join([text, *lines[1:]]))
        return header

    return make


def wfdb_of(signal: np.ndarray, **settings: object) -> Callable[[Path], Path]:
    return lambda folder: write_wfdb(folder, signal, **settings)


BAD = {
    "empty file": (file_of("a.csv", b""), "The file is empty"),
    "truncated": (truncated, "is cut off: it holds 60,000 of 120,000 bytes"),
    "empty signal file": (empty_signal, "record.dat is empty"),
    "signal file missing": (no_signal_file, "record.dat that the header names is missing"),
    "header missing": (signal_without_header, "without its WFDB header"),
    "JPEG": (file_of("ecg.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8), "a picture"),
    "PDF": (file_of("ecg.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "a PDF document"),
    "text": (file_of("letter.txt", b"Dear colleague, please find the ECG attached.\n"), "a text file"),
    "random bytes": (file_of("x.bin", bytes((7 * i * i + 3) % 251 for i in range(3000))), "not an ECG file"),
    "JPEG called .hea": (file_of("ecg.hea", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"), "a picture"),
    "DICOM": (file_of("a.dcm", bytes(128) + b"DICM" + bytes(200)), "a DICOM file"),
    "aECG": (file_of("a.xml", b'<?xml version="1.0"?><AnnotatedECG xmlns="urn:hl7-org:v3">'), "HL7 aECG"),
    "one lead": (wfdb_of(SIGNAL[:1], leads=LEADS[:1]), "has only lead I; "),
    "one limb lead": (wfdb_of(SIGNAL[5:], leads=LEADS[5:]), "missing and can't be derived"),
    "other channels": (wfdb_of(SIGNAL[:2], leads=("RESP", "PLETH")), "holds no ECG lead"),
    "all zero": (wfdb_of(np.zeros((12, 5000))), "same value"),
    "all NaN": (wfdb_of(np.full((12, 5000), np.nan)), "no valid samples"),
    "gain 1000 times too small": (wfdb_of(SIGNAL, gain="1(0)/mV"), "can't be an ECG: the unit or gain"),
    "gain 1000 times too large": (wfdb_of(SIGNAL, gain="1000000(0)/mV"), "too small for an ECG"),
    "unit not a voltage": (wfdb_of(SIGNAL, gain="1000(0)/mmHg"), "“mmHg”, which is not a voltage"),
    "half a second": (wfdb_of(SIGNAL[:, :250]), "lasts 0.5 s; at least 2 s"),
    "two hours": (header_of("record 12 500 3600000"), "lasts 120 min"),
    "50 Hz": (header_of("record 12 50 5000"), "50 Hz is outside"),
    "no rate": (header_of("record 12 0 5000"), "sampling rate"),
    "more samples than memory": (header_of("record 12 32000 19000000"), "announces 228,000,000 samples"),
    "astronomical length": (header_of("record 12 500 99999999999999999999"), "min are read"),
    "astronomical rate": (header_of("record 12 1e300 5000"), "sampling rate"),
    "astronomical leads": (header_of("record 99999999 500 5000"), "announces 499,999,995,000 samples"),
    "multi-segment": (header_of("record/3 12 500 5000"), "several WFDB segments"),
    "signal file outside": (wfdb_of(SIGNAL, signal_file="../secret.dat"), "outside its own folder"),
    "signal file absolute": (wfdb_of(SIGNAL, signal_file="/etc/passwd"), "outside its own folder"),
    "signal file on the web": (wfdb_of(SIGNAL, signal_file="https://x.org/a.dat"), "outside its own folder"),
    "CSV cut off": (file_of("a.csv", b"# fs=500\nI,II\n0.1,0.2\n0.1\n"), "Line 4 of the CSV file has 1 values"),
    "CSV of words": (file_of("a.csv", b"# fs=500\nI,II\n0.1,high\n"), "Line 3 of the CSV file holds something"),
    "CSV without rate": (file_of("a.csv", b"I,II\n0.1,0.2\n"), "doesn't say its sampling rate"),
    "CSV without samples": (file_of("a.csv", b"# fs=500\nI,II\n"), "no samples"),
}


@pytest.mark.parametrize("case", BAD)
def test_is_refused_in_plain_words(case: str, tmp_path: Path) -> None:
    make, sentence = BAD[case]
    path = make(tmp_path)
    with pytest.raises(UserError) as refused:
        read_record(path)
    assert sentence in refused.value.message
    assert_plain(refused.value)


def assert_plain(fault: UserError) -> None:
    assert fault.message.endswith((".", "…")) and fault.hint.endswith(".")
    assert len(fault.message) < 200
    assert not _TECHNICAL.search(str(fault)), str(fault)


def test_a_folder_and_an_absent_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="This is a folder"):
        read_record(tmp_path)
    with pytest.raises(UserError, match=r"nothing\.dat can't be opened"):
        read_record(tmp_path / "nothing.dat")


def test_a_file_outside_the_folder_is_not_even_opened(tmp_path: Path) -> None:
    """The file exists and would be long enough: only the name may decide."""
    write_wfdb(tmp_path, SIGNAL, name="secret")
    header = write_wfdb(tmp_path / "inbox", SIGNAL, signal_file="../secret.dat")
    with pytest.raises(UserError, match="outside its own folder"):
        read_record(header)


line_bytes = st.one_of(
    st.binary(max_size=60),
    st.text(alphabet="record.dat 0123456789/()+-x:#mVI\t", max_size=60).map(str.encode),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=line_bytes, rest=st.lists(line_bytes, max_size=4), kept=st.integers(0, 12))
def test_no_header_makes_the_reader_fall(tmp_path: Path, first: bytes, rest: list[bytes], kept: int) -> None:
    header = tmp_path / "record.hea"
    if not header.with_suffix(".dat").exists():
        write_wfdb(tmp_path, SIGNAL[:, :1000])
    good = [b"record.dat 16 1000(0)/mV 16 0 0 0 0 " + lead.encode() for lead in LEADS[:kept]]
    header.write_bytes(b"\n".join([first or b"record 12 500 1000", *good, *rest]))
    try:
        read = read_record(header)
    except UserError as fault:
        assert fault.message and fault.hint
    else:
        assert isinstance(read, EcgRecord)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    field=st.integers(0, 3),
    value=st.sampled_from(["-1", "0", "1", "1e9", "9" * 30, "nan", "inf", "0x7f", "16x999999999", "16+99999999", "é"]),
    line=st.integers(0, 12),
)
def test_no_number_in_a_header_makes_the_reader_fall(tmp_path: Path, field: int, value: str, line: int) -> None:
    header = write_wfdb(tmp_path, SIGNAL[:, :1500])
    lines = [text.split() for text in header.read_text().splitlines()]
    lines[line][field] = value
    header.write_text("\n".join(" ".join(fields) for fields in lines), encoding="utf-8")
    try:
        assert read_record(header).n_samples <= 1500
    except UserError as fault:
        assert fault.message and fault.hint
