"""A real training process, killed or asked to stop at any moment, and taken up again by the same command."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch

from tests.training.ptbxl_folder import make_ptbxl
from tests.training.tiny_recipe import COMMAND, NETWORK

RECIPE = f"""{NETWORK}[pretrain]
batch = 4
[pretrain.loop]
epochs = 8
checkpoint_every = 3
log_every = 1
[tune]
batch = 4
[tune.loop]
epochs = 8
evaluate_from = 7
checkpoint_every = 3
accumulate = 2
log_every = 1
[generation]
max_new_tokens = 8
"""


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("killed")
    data = make_ptbxl(folder / "ptbxl", per_fold=12)
    path = folder / "settings.toml"
    path.write_text(RECIPE.format(root=data.as_posix()), encoding="utf-8")
    return path


def start(config: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    arguments = ["train", "--config", str(config), "--out", str(out), *more]
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )


def wait_for_a_line(path: Path, running: subprocess.Popen[str], number: int) -> bool:
    """Wait until a log has so many lines; False if the process ended before."""
    while running.poll() is None:
        if path.is_file() and path.read_bytes().count(b"\n") >= number:
            return True
        time.sleep(0.01)
    return False


def ends(running: subprocess.Popen[str]) -> tuple[int, str]:
    _, complaint = running.communicate(timeout=300)
    return running.returncode, complaint


@pytest.fixture(scope="module")
def whole(config: Path) -> Path:
    """Folder of a run that nothing disturbed."""
    out = config.parent / "whole"
    assert ends(start(config, out)) == (0, "")
    return out


def differences(first: Path, second: Path) -> list[str]:
    """Name every weight, kept or last, and every file of the pack that isn't the same to the bit."""
    found = []
    for stage in ("encoder", "tune"):
        kept = [torch.load(run / f"{stage}.pt", weights_only=True) for run in (first, second)]
        last = [torch.load(run / f"{stage}.last.pt", weights_only=True)["model"] for run in (first, second)]
        for what, (one, other) in (("kept", kept), ("last", last)):
            assert one.keys() == other.keys()
            found += [f"{stage} {what} {name}" for name in one if not torch.equal(one[name], other[name])]
    sums = [(run / "pack" / "SHA256SUMS").read_text().splitlines() for run in (first, second)]
    return found + sorted(set(sums[0]) ^ set(sums[1]))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_run_that_is_killed_again_and_again_ends_with_the_same_weights(config: Path, whole: Path) -> None:
    out, dice = config.parent / "killed", random.Random(5)
    for stage, line in (("encoder", 2), ("encoder", 26), ("encoder", 47), ("tune", 8), ("tune", 23)):
        running = start(config, out, "--resume")
        wait_for_a_line(out / f"{stage}.steps.jsonl", running, line)
        time.sleep(dice.random() * 0.05)
        running.kill()
        assert ends(running)[0] == -signal.SIGKILL
    assert ends(start(config, out, "--resume")) == (0, "")
    assert not differences(whole, out)
    for log in ("encoder.jsonl", "encoder.steps.jsonl", "tune.jsonl", "tune.steps.jsonl"):
        assert (out / log).read_bytes().count(b"\n") == (whole / log).read_bytes().count(b"\n")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_asked_to_stop_says_how_to_go_on(config: Path, whole: Path, asked: signal.Signals) -> None:
    out = config.parent / f"asked-{asked.name}"
    running = start(config, out)
    assert wait_for_a_line(out / "tune.steps.jsonl", running, 8)
    running.send_signal(asked)
    status, complaint = ends(running)
    assert status == 1
    assert complaint == (
        f"Stopped; what was learnt is saved. Go on with: meit train --config {config} --out {out} --resume\n"
    )
    status, complaint = ends(start(config, out))
    assert (status, complaint) == (
        1,
        f"The folder {out.name} already holds a training run. Go on with --resume, or choose another --out.\n",
    )
    assert ends(start(config, out, "--resume")) == (0, "")
    assert not differences(whole, out)


@pytest.mark.slow
def test_a_run_goes_on_with_the_settings_it_began_with_only(config: Path, whole: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.toml"
    text = config.read_text(encoding="utf-8")
    changed.write_text(text.replace("[tune]\nbatch = 4", "[tune]\nbatch = 8"), encoding="utf-8")
    status, complaint = ends(start(changed, whole, "--resume"))
    assert status == 1
    assert complaint.startswith("The setting tune.batch has changed since this run began: it was 4 and is 8 now.")
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text(text.replace('device = "cpu"', 'device = "auto"'), encoding="utf-8")
    assert ends(start(elsewhere, whole, "--resume"))[0] == 0
