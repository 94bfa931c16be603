"""A folder of anything: each recording once, quickly, and nothing left open."""

from pathlib import Path

import psutil
import pytest

from meit_core.errors import UserError
from meit_core.formats import find_records, read_record
from tests.core.formats.wfdb_files import ecg_mv, write_wfdb


def test_a_recording_is_yielded_once_with_its_files(tmp_path: Path) -> None:
    signal = ecg_mv(seconds=2)
    write_wfdb(tmp_path, signal, name="a")
    (tmp_path / "a.atr").write_bytes(b"annotation")
    (tmp_path / "a.xml").write_bytes(b"<AnnotatedECG/>")
    (tmp_path / "orphan.dat").write_bytes(b"1234")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    write_wfdb(tmp_path / "inner", signal, name="b")
    assert [path.name for path in find_records(tmp_path)] == ["a.hea", "a.xml", "orphan.dat"]
    assert [path.name for path in find_records(tmp_path, recursive=True)][-1] == "b.hea"
    assert list(find_records(tmp_path / "a")) == [tmp_path / "a.hea"]
    assert list(find_records(tmp_path / "a.dat")) == [tmp_path / "a.hea"]


def test_an_absent_path_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no file or folder named gone"):
        list(find_records(tmp_path / "gone"))


def test_a_link_back_to_its_own_folder_ends(tmp_path: Path) -> None:
    write_wfdb(tmp_path, ecg_mv(seconds=2))
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(find_records(tmp_path, recursive=True))) == 1


@pytest.mark.slow
def test_ten_thousand_mixed_files_are_sorted_out_and_leave_nothing_open(tmp_path: Path) -> None:
    good = write_wfdb(tmp_path, ecg_mv(seconds=2))
    data = good.with_suffix(".dat").read_bytes()
    rubbish = (b"", b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"Dear colleague", b"# fs=500\nI,II\n1,x\n", bytes(900))
    for number in range(10_000):
        if number % 1000 == 0:
            (tmp_path / f"{number}.hea").write_text(good.read_text().replace("record", str(number)))
            (tmp_path / f"{number}.dat").write_bytes(data)
        else:
            (tmp_path / f"{number}.xyz").write_bytes(rubbish[number % len(rubbish)])
    open_before = len(psutil.Process().open_files())
    read, refused = 0, 0
    for path in find_records(tmp_path):
        try:
            read_record(path)
            read += 1
        except UserError as fault:
            assert fault.message and fault.hint
            refused += 1
    assert (read, refused) == (11, 9_990)
    assert len(psutil.Process().open_files()) == open_before
