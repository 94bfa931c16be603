"""From a fresh checkout to a running application, with nothing but Python 3.11 or newer.

    python3 installer/bootstrap.py run      install, then open the demo (without a screen: write its report as PDF)
    python3 installer/bootstrap.py test     install what tests need, run linters, import contracts and all tests
    python3 installer/bootstrap.py bench    print the benchmark table

The first run takes some minutes and the network; later ones start in seconds and need none.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence

import system_libraries
from environments import (
    REPOSITORY,
    Environment,
    SetUpFailed,
    core_environment,
    create,
    current_key,
    desktop_environment,
    fill,
    is_ready,
)
from stages import (
    Outcome,
    core_test_stage,
    desktop_test_stage,
    exit_status,
    linter_stages,
    run_stages,
    summary,
    timed,
)

OLDEST_PYTHON = (3, 11)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="install, then open the demo workspace")
    commands.add_parser("test", help="run linters, import contracts and all tests")
    bench = commands.add_parser("bench", help="print the benchmark table")
    bench.add_argument("-o", "--output", metavar="FILE.md", help="write the table as Markdown too")
    chosen = parser.parse_args(arguments)
    if sys.version_info < OLDEST_PYTHON:
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    try:
        if chosen.command == "run":
            return run()
        return test() if chosen.command == "test" else benchmark(chosen.output)
    except SetUpFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Start again at any time: finished steps are kept.", file=sys.stderr)
        return 130


def run() -> int:
    """Open the application on the demo workspace, or do its main job where there is no screen."""
    environment = desktop_environment()
    set_up(environment)
    python = str(environment.python)
    if not has_display(os.environ, sys.platform):
        print("No display: drafting a demo study and writing its report instead.", file=sys.stderr)
        return _call([python, "installer/headless_demo.py"])
    if not provide_system_libraries(environment, window=True):
        return 1
    return _call([python, "-m", "meit_desktop", "--demo"])


def test() -> int:
    """Run every check; the exit status is 0 only if all passed."""
    environment = desktop_environment("train", "dev")
    set_up(environment)
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    outcomes = [timed("system libraries", lambda: provide_system_libraries(environment, window=False))]
    outcomes += run_stages(linter_stages(environment.python), REPOSITORY, offscreen)
    core = core_environment()
    try:
        set_up(core)
    except SetUpFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        outcomes.append(Outcome("environment without Qt", passed=False, seconds=0))
    else:
        outcomes += run_stages([core_test_stage(core.python, REPOSITORY / "tests")], REPOSITORY, offscreen)
    outcomes += run_stages([desktop_test_stage(environment.python, REPOSITORY / "tests")], REPOSITORY, offscreen)
    print("\n" + summary(outcomes))
    return exit_status(outcomes)


def benchmark(output: str | None) -> int:
    """Measure and print the table."""
    environment = desktop_environment("train", "dev")
    set_up(environment)
    provide_system_libraries(environment, window=False)
    command = [str(environment.python), "-m", "tests.benchmarks"]
    return _call([*command, "-o", output] if output else command)


def set_up(environment: Environment) -> None:
    """Make and fill an environment unless the last run left it complete."""
    key = current_key()
    if is_ready(environment, key):
        return
    _step(f"Making {environment.folder.name}", lambda: create(environment))
    extras = ", ".join(sorted(environment.extras))
    _step(
        f"Installing into {environment.folder.name} ({extras}); the first time takes minutes",
        lambda: fill(environment, key),
    )


def provide_system_libraries(environment: Environment, *, window: bool) -> bool:
    """Install missing system libraries where this process may, else say how; True if nothing is missing."""
    packages = system_libraries.missing_packages(window=window)
    if packages and system_libraries.may_install():
        _step(f"Installing {' '.join(packages)}", lambda: system_libraries.install(packages, environment.log))
        packages = system_libraries.missing_packages(window=window)
    if packages:
        print(
            f"System libraries are missing. Install them with:\n  {system_libraries.install_line(packages)}",
            file=sys.stderr,
        )
    return not packages


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened; macOS and Windows always have a screen for the signed-in user."""
    if platform in ("darwin", "win32"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _step(name: str, work: Callable[[], object]) -> None:
    print(f"{name} ...", end="", file=sys.stderr, flush=True)
    start = time.monotonic()
    work()
    print(f" {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)


def _call(command: Sequence[str]) -> int:
    return subprocess.run(command, cwd=REPOSITORY, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
