"""The window for retraining: what it shows, what it asks for, and a whole run seen through it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from meit_core.domain.training import RunId
from meit_core.domain.users import Role, User
from meit_core.errors import UserError
from meit_core.resources import ENVIRONMENT_VARIABLE as RESOURCES
from meit_core.resources import resource_path
from meit_core.services.retraining import Overview, Retrained
from meit_core.services.workspace import DEMO_PRINTED_NAME, DEMO_USERNAME, open_demo_workspace
from meit_core.signal.simulator import SimulatedCase
from meit_desktop.dialogs.retraining import RetrainingDialog
from meit_desktop.theme.tokens import DARK, LIGHT
from tests.desktop.shell.conftest import Desk
from tests.services.clinic import add_signed
from tests.tiny_pack import write_tiny_pack

EPOCHS = 2
RUN_MS = 300_000
"""For a process that loads torch, trains and compares beside other work."""


def overview(**changes: Any) -> Overview:
    values = {
        "pack": "meit-mini",
        "problem": "",
        "can_roll_back": False,
        "signed": 214,
        "public_root": None,
        "unfinished": None,
        "runs": (),
    }
    return Overview(**values | changes)


def score(before: float, after: float, half: float = 0.02) -> dict[str, Any]:
    difference = after - before
    return {
        "before": before,
        "after": after,
        "difference": difference,
        "ci95": [difference - half, difference + half],
    }


def retrained(*, worse: tuple[str, ...] = ()) -> Retrained:
    clinic = {name: score(0.5, 0.7) for name in ("micro_f1", "macro_f1", "rougeL", "bleu4")}
    public = {name: score(0.5, 0.495) for name in clinic}
    if worse:
        public["rougeL"] = score(0.6, 0.5)
    return Retrained(
        run=RunId("r"),
        folder=Path("run"),
        pack=Path("run/pack"),
        pack_name="meit-mini-r1",
        pack_sha256="1a",
        material={"reports": 171, "patients": 150, "left_out": 3, "public_recordings": 2000},
        n={"clinic": {"reports": 43, "patients": 38}, "public": {"reports": 482, "patients": 440}},
        before={},
        after={},
        difference={"clinic": clinic, "public": public},
        worse=worse,
        better=("micro_f1 on clinic",),
        seconds=900.0,
    )


@pytest.fixture
def dialog(qtbot: QtBot) -> RetrainingDialog:
    made = RetrainingDialog(LIGHT)
    qtbot.addWidget(made)
    made.show_overview(overview())
    made.show()
    return made


def test_it_starts_only_with_public_data_or_knowingly_without(qtbot: QtBot, dialog: RetrainingDialog) -> None:
    assert "214 reports" in dialog.choice.told.text() and "meit-mini drafts" in dialog.in_use.text()
    assert not dialog.start.isEnabled() and not dialog.roll_back.isVisible() and not dialog.resume.isVisible()
    dialog.choice.root.setText("/data/ptbxl")
    with qtbot.waitSignal(dialog.start_wanted) as wanted:
        dialog.start.click()
    assert wanted.args == [None, Path("/data/ptbxl"), False]
    dialog.choice.without.setChecked(True)
    assert "forgets" in dialog.choice.warning.text() and dialog.choice.warning.isVisible()
    dialog.choice.all_reports.setChecked(False)
    dialog.choice.since.setDate(QDate(2026, 3, 1))
    with qtbot.waitSignal(dialog.start_wanted) as wanted:
        dialog.start.click()
    assert wanted.args == [date(2026, 3, 1), None, True]


def test_what_is_remembered_and_what_can_go_on(dialog: RetrainingDialog) -> None:
    dialog.show_overview(overview(public_root=Path("/data/ptbxl"), unfinished=Path("run"), can_roll_back=True))
    assert dialog.choice.root.text() == str(Path("/data/ptbxl"))
    assert dialog.resume.isVisible() and dialog.roll_back.isVisible() and dialog.start.isEnabled()


def test_a_run_is_drawn_while_it_trains(dialog: RetrainingDialog) -> None:
    dialog.show_run()
    assert dialog.stop.isVisible() and not dialog.start.isVisible()
    steps = [{"event": "step", "step": step, "of": 40, "loss": 3.0 - step / 20} for step in range(1, 13)]
    epoch = {"event": "epoch", "epoch": 1, "of": 4, "step": 12, "clinic_loss": 2.1, "public_loss": 1.5}
    dialog.show_events([{"event": "phase", "phase": "training", "fraction": 0.3}, *steps, epoch])
    assert dialog.run.progress.value() == 300
    assert dialog.run.state.text() == "Training, epoch 1 of 4 done"
    assert dialog.run.curves.points["step"][0] == list(range(1, 13))
    assert dialog.run.curves.points["clinic_loss"] == ([12.0], [2.1])
    # the run was interrupted and goes on from its last checkpoint: what came after it is told again
    dialog.show_events([{"event": "step", "step": 9, "of": 40, "loss": 2.0}])
    assert dialog.run.curves.points["step"][0] == list(range(1, 10))
    dialog.show_events([{"event": "phase", "phase": "comparing: public, after", "fraction": 0.5}])
    assert dialog.run.state.text() == "Drafting the public hold-out with the new pack"
    dialog.set_theme(DARK)
    dialog.show_stopping()
    assert not dialog.stop.isEnabled()


def test_a_worse_pack_is_promoted_only_with_a_reason(qtbot: QtBot, dialog: RetrainingDialog) -> None:
    dialog.show_comparison(retrained())
    assert dialog.promote.isEnabled() and not dialog.comparison.reason.isVisible()
    texts = [dialog.comparison.table.item(row, 5) for row in range(dialog.comparison.table.rowCount())]
    words = [item.text() for item in texts if item is not None]
    assert words == ["better"] * 4 + ["no clear change"] * 4
    intervals = [dialog.comparison.table.item(row, 4) for row in range(dialog.comparison.table.rowCount())]
    told = [item.text() for item in intervals if item is not None]
    assert any("\N{MINUS SIGN}" in words for words in told) and not any("-" in words for words in told)
    dialog.show_comparison(retrained(worse=("rougeL on public",)))
    assert "worse than the pack in use" in dialog.comparison.verdict.text()
    assert not dialog.promote.isEnabled()
    dialog.comparison.reason.setText("A week's trial")
    with qtbot.waitSignal(dialog.promote_wanted) as wanted:
        dialog.promote.click()
    assert wanted.args == ["A week's trial"]


def test_a_fault_is_said_in_the_window(dialog: RetrainingDialog) -> None:
    dialog.show_fault(UserError("There are too few signed reports.", "Sign more."))
    assert dialog.fault.isVisible() and "too few" in dialog.fault.text()
    dialog.show_run()
    assert not dialog.fault.isVisible()


@pytest.fixture
def tiny_is_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "resources"
    write_tiny_pack(folder / "packs" / "meit-mini")
    for name in ("instructions.json", "knowledge", "demo", "icons", "fonts"):
        source = resource_path(name)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    monkeypatch.setenv(RESOURCES, str(folder))


@pytest.fixture
def busy_clinic(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo workspace with forty signed reports more."""
    monkeypatch.setattr("meit_core.store.hold_out.token_hex", lambda n: "5e" * n)
    path = tmp_path / "busy.meit"
    path.write_bytes(demo_file.read_bytes())
    ws, user = open_demo_workspace(path)
    with ws:
        cases = [SimulatedCase(heart_rate_bpm=60 + number, fs_hz=100.0, seed=number) for number in range(40)]
        add_signed(ws, cases, signer=user, reader=lambda _: "Left bundle branch block.")
    return path


@pytest.mark.slow
@pytest.mark.usefixtures("tiny_is_shipped")
def test_a_whole_run_through_the_window(
    make_desk: Callable[..., Desk], busy_clinic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from meit_core.services.retraining import RetrainingOptions

    monkeypatch.setattr(RetrainingOptions.__init__, "__defaults__", _with_epochs(RetrainingOptions, EPOCHS))
    used: list[Path | None] = []
    desk = make_desk(path=busy_clinic)
    rehearse = desk.application.keeper._start
    desk.application.keeper._start = lambda pack: (used.append(pack), rehearse(pack))[1]
    desk.start()
    desk.run("retrain")
    dialog = desk.dialog(RetrainingDialog)
    desk.until(lambda: "40 reports" in dialog.choice.told.text())
    dialog.choice.without.setChecked(True)
    dialog.start.click()
    desk.qtbot.waitUntil(lambda: bool(dialog.run.curves.points["step"][0]) or dialog.fault.isVisible(), timeout=RUN_MS)
    assert not dialog.fault.text()
    assert desk.flows.retraining.is_running
    desk.open("Emma")  # reading goes on
    desk.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is not dialog.run, timeout=RUN_MS)
    assert not dialog.fault.text()
    assert "meit-mini-r1 learnt" in dialog.comparison.verdict.text()
    dialog.comparison.reason.setText("To see it work")
    dialog.promote.click()
    desk.until(lambda: "meit-mini-r1 drafts" in dialog.in_use.text())
    desk.until(lambda: bool(used) and used[-1] is not None)
    dialog.roll_back.click()
    desk.until(lambda: "tiny" in dialog.in_use.text() or "meit-mini drafts" in dialog.in_use.text())
    desk.until(lambda: used[-1] is None)


def test_only_administrators_find_it_enabled(make_desk: Callable[..., Desk], demo_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "demo.meit"
    copy.write_bytes(demo_file.read_bytes())
    desk = make_desk(path=copy)
    desk.start()
    assert desk.window.actions_table["retrain"].isEnabled()
    session = desk.application.stage.current
    object.__setattr__(session, "user", User(DEMO_USERNAME, DEMO_PRINTED_NAME, Role.READER))
    desk.flows.update_actions()
    assert not desk.window.actions_table["retrain"].isEnabled()
    assert desk.window.actions_table["next_study"].isEnabled()


def _with_epochs(options: type, epochs: int) -> tuple[Any, ...]:
    from dataclasses import fields

    return tuple(epochs if field.name == "epochs" else field.default for field in fields(options))
