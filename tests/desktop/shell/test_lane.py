"""Work on a lane: order, results on the GUI thread, stopping, faults."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_desktop.tasks.lane import Lane
from meit_desktop.tasks.stream import EventStream


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.close(5)


def test_a_result_arrives_on_the_gui_thread(lane: Lane, qtbot: QtBot) -> None:
    seen: list[object] = []
    task = lane.submit("where", lambda _job: threading.current_thread())
    task.done.connect(lambda worker: seen.extend((worker, threading.current_thread())))
    with qtbot.waitSignal(task.finished):
        pass
    assert seen[0] is not threading.main_thread()
    assert seen[1] is threading.main_thread()


def test_work_is_done_in_order(lane: Lane, qtbot: QtBot) -> None:
    done: list[int] = []
    tasks = [lane.submit(str(number), lambda _job, n=number: done.append(n)) for number in range(20)]
    with qtbot.waitSignal(tasks[-1].finished):
        pass
    assert done == list(range(20))
    assert not lane.is_busy


def test_a_user_error_is_handed_over_as_it_is(lane: Lane, qtbot: QtBot) -> None:
    fault = UserError("The disk is full.", "Make room.")

    def work(_job: JobContext) -> None:
        raise fault

    task = lane.submit("save", work)
    with qtbot.waitSignal(task.failed) as caught:
        pass
    assert caught.args == [fault]


def test_a_bug_is_reported_and_told_in_plain_words(lane: Lane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))
    task = lane.submit("divide", lambda _job: 1 / 0)
    with qtbot.waitSignal(task.failed) as caught:
        pass
    assert reported == [ZeroDivisionError]
    assert "division" not in str(caught.args[0])


def test_cancelled_work_shows_nothing(lane: Lane, qtbot: QtBot) -> None:
    started = threading.Event()

    def work(job: JobContext) -> None:
        started.set()
        while True:
            job.check()

    task = lane.submit("draft", work)
    told: list[str] = []
    task.done.connect(lambda _result: told.append("done"))
    task.failed.connect(lambda _fault: told.append("failed"))
    assert started.wait(5)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert told == []


def test_a_closed_lane_finishes_what_was_queued_and_takes_no_more(lane: Lane, qtbot: QtBot) -> None:
    done: list[str] = []
    lane.submit("last save", lambda _job: done.append("saved"))
    assert lane.close(5) == ()
    assert done == ["saved"]
    late = lane.submit("too late", lambda _job: done.append("late"))
    with qtbot.waitSignal(late.cancelled):
        pass
    assert done == ["saved"]


def test_closing_names_what_was_late(qtbot: QtBot) -> None:
    lane, gate, started = Lane("slow"), threading.Event(), threading.Event()

    def work(_job: JobContext) -> None:
        started.set()
        gate.wait(20)

    lane.submit("endless", work)
    assert started.wait(5)
    assert lane.close(0.05) == ("endless",)
    gate.set()


def test_events_arrive_in_order_and_in_few_batches(qtbot: QtBot) -> None:
    stream = EventStream()
    batches: list[tuple[int, ...]] = []
    stream.arrived.connect(batches.append)
    stream.open()
    worker = threading.Thread(target=lambda: [stream.put(number) for number in range(1000)])
    worker.start()
    worker.join()
    with qtbot.waitSignal(stream.arrived):
        pass
    stream.close()
    assert [number for batch in batches for number in batch] == list(range(1000))
    assert len(batches) <= 2
