"""Reading and measuring in a process of its own: the same values, and no harm from what happens there."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from meit_core.domain.users import User
from meit_core.errors import EnvironmentFault, UserError
from meit_core.services import measuring, worklist
from meit_core.services.importing import import_paths
from meit_core.services.measurer import where
from meit_core.services.measuring_process import MeasuringProcess
from meit_core.services.workspace import Workspace
from meit_core.signal.simulator import demo_cases
from tests.services.conftest import WriteRecording


def is_loaded(name: str) -> bool:
    return name in sys.modules


def wait_for_end(process: psutil.Process) -> None:
    end = time.monotonic() + 30
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE and time.monotonic() < end:
        pass  # waiting for it would take its exit code away from who started it


@pytest.fixture
def apart() -> Iterator[MeasuringProcess]:
    process = MeasuringProcess()
    yield process
    process.close()


def test_values_are_the_same_to_the_last_bit(apart: MeasuringProcess) -> None:
    for case in demo_cases():
        record = case.simulate().record
        assert apart.run(measuring.measure_record, record) == measuring.measure_record(record)
        try:
            here = measuring.median_beat_of(record)
        except UserError as fault:
            with pytest.raises(UserError, match=fault.message):
                apart.run(measuring.median_beat_of, record)
            continue
        beat = apart.run(measuring.median_beat_of, record)
        assert np.array_equal(beat.signal_mv, here.signal_mv)
        assert beat.places == here.places


def test_a_fault_crosses_with_its_hint_and_the_place_it_happened(apart: MeasuringProcess, tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("Dear colleague,")
    with pytest.raises(UserError) as here:
        measuring.read_recording(text)
    with pytest.raises(UserError) as there:
        apart.run(measuring.read_recording, text)
    assert (there.value.message, there.value.hint) == (here.value.message, here.value.hint)
    assert "reading.py" in where(there.value)


def test_a_killed_process_is_told_plainly_and_the_next_one_works(apart: MeasuringProcess) -> None:
    first = apart.run(os.getpid)
    with pytest.raises(EnvironmentFault, match="ended from outside"):
        apart.run(os.kill, first, 9)
    assert apart.run(os.getpid) != first


def test_it_ends_when_nobody_asks_and_comes_back() -> None:
    apart = MeasuringProcess(idle_s=0.05)
    first = psutil.Process(apart.run(os.getpid))
    wait_for_end(first)
    assert apart.run(os.getpid) != first.pid
    apart.close()


def test_prepared_it_has_loaded_what_measuring_needs_before_anybody_asks(apart: MeasuringProcess) -> None:
    apart.prepare()
    pid = apart.pid
    assert pid is not None
    assert apart.run(is_loaded, "meit_core.signal.averaged_beat")
    apart.prepare()
    assert apart.run(os.getpid) == pid


def test_not_prepared_it_loads_nothing_that_nobody_asked_for(apart: MeasuringProcess) -> None:
    assert not apart.run(is_loaded, "meit_core.signal.averaged_beat")


def test_prepared_again_after_it_was_killed_it_works(apart: MeasuringProcess) -> None:
    first = psutil.Process(apart.run(os.getpid))
    first.kill()
    wait_for_end(first)
    apart.prepare()
    assert apart.run(os.getpid) != first.pid


def test_preparing_never_waits_and_a_closed_one_stays_closed(apart: MeasuringProcess) -> None:
    apart.run(os.getpid)
    asking = threading.Thread(target=lambda: apart.run(time.sleep, 1.0))
    asking.start()
    while not apart._one_at_a_time.locked():
        time.sleep(0.001)
    apart.prepare()
    assert asking.is_alive()
    asking.join(30)
    apart.close()
    apart.prepare()
    with pytest.raises(EnvironmentFault):
        apart.run(os.getpid)


def test_what_cannot_be_sent_is_a_fault_and_not_the_end(apart: MeasuringProcess) -> None:
    with pytest.raises(RuntimeError, match="can't be sent"):
        apart.run(threading.Lock)
    assert apart.run(abs, -1) == 1


def test_closing_ends_it_in_the_middle_of_its_work(apart: MeasuringProcess) -> None:
    child = psutil.Process(apart.run(os.getpid))
    faults: list[BaseException] = []

    def wait_for_ever() -> None:
        try:
            apart.run(time.sleep, 600)
        except EnvironmentFault as fault:
            faults.append(fault)

    asking = threading.Thread(target=wait_for_ever)
    asking.start()
    apart.close()
    asking.join(30)
    assert not child.is_running()
    assert len(faults) == 1
    with pytest.raises(EnvironmentFault):
        apart.run(os.getpid)


def test_an_import_by_it_keeps_the_same_recordings_and_reasons(
    workspace: Workspace, reader: User, write_recording: WriteRecording, tmp_path: Path, apart: MeasuringProcess
) -> None:
    good = write_recording("good.csv", folder=tmp_path / "in")
    bad = tmp_path / "in" / "bad.csv"
    bad.write_text("a;b\n1;2\n")
    workspace.measurer = apart
    result = import_paths(workspace, paths=[tmp_path / "in"], actor=reader)
    (study_id,) = result.imported
    detail = worklist.load_study(workspace, study_id=study_id)
    record = measuring.read_recording(good)
    assert np.array_equal(detail.record.signal_mv, record.signal_mv)
    assert detail.measurements == measuring.measure_record(record)
    assert [file.path.name for file in result.quarantined] == ["bad.csv"]
