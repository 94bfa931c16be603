"""Two real processes on the CPU, joined by accelerate over gloo: who sees what, and that one comes to the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from meit_core.errors import UserError
from meit_core.model.decoding.generator import load_generator
from meit_core.model.packs.pack import read_pack
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.processes import ALONE, Processes, Share, start_processes
from meit_core.training.texts import ReportBatches, train_tokenizer
from tests.training.ptbxl_folder import make_ptbxl
from tests.training.tiny_recipe import COMMAND

REPOSITORY = Path(__file__).parents[2]
LINE = """
import json, sys
from pathlib import Path
import torch
from torch import nn
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.processes import start_processes

torch.set_num_threads(1)
processes, folder = start_processes("cpu"), Path(sys.argv[1])
torch.manual_seed(1)
model = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
x, dice, seen = torch.randn(24, 3), torch.Generator(), []

def batches(epoch):
    dice.manual_seed(epoch)
    return list(torch.randperm(24, generator=dice).split(4))

def prepare(rows, share):
    noisy = x[rows] + torch.randn(len(rows), 3, generator=dice) * 0.1
    seen.extend(share.of(rows).tolist())
    return share.of(noisy), share.of(x[rows].sum(1, keepdim=True))

def loss(ready):
    return nn.functional.mse_loss(model(ready[0]), ready[1])

stage = Stage("line", model, [(model.parameters(), 1e-2)], batches, loss, lambda _: {"selection": 1.0},
              prepare=prepare, generators=(dice,))
how = LoopConfig(2, accumulate=int(sys.argv[2]), log_every=1)
run_stage(stage, how, folder=folder, processes=processes)
(folder / f"seen-{processes.share.index}.json").write_text(json.dumps(seen))
torch.save(model.state_dict(), folder / f"end-{processes.share.index}.pt")
processes.leave()
"""
RECIPE = """
name = "tiny"
version = "0"
vocabulary = 320
threads = 1
device = "cpu"
[data]
root = "{root}"
training_folds = [1, 2]
[encoder]
kind = "patch-transformer"
width = 16
layers = 1
heads = 2
n_tokens = 4
dropout = 0.0
[decoder]
hidden = 48
layers = 1
heads = 4
feed_forward = 64
attention_dropout = 0.0
[fusion]
n_summary = 2
dropout = 0.0
[pretrain]
batch = 4
objective = "labels+contrastive"
[pretrain.contrastive]
vocabulary = 320
text_width = 16
text_heads = 2
dropout = 0.0
[pretrain.loop]
epochs = 2
log_every = 1
[tune]
batch = 4
[tune.loop]
epochs = 3
evaluate_from = 3
log_every = 1
average_decay = 0.0
accumulate = 2
[generation]
max_new_tokens = 8
"""


IN_PIECES = """
import accelerate, torch
import accelerate.state as state
from accelerate.utils import DistributedType
state.PartialState._prepare_backend = lambda *_: ("gloo", DistributedType.MULTI_GPU)
state.PartialState.set_device = lambda self: setattr(self, "device", torch.device("cpu"))
as_on_cards = accelerate.Accelerator
accelerate.Accelerator = lambda cpu, **settings: as_on_cards(**settings)
"""

PIECES = {
    "ACCELERATE_USE_FSDP": "true",
    "FSDP_VERSION": "2",
    "FSDP_AUTO_WRAP_POLICY": "TRANSFORMER_BASED_WRAP",
    "FSDP_STATE_DICT_TYPE": "SHARDED_STATE_DICT",
    "FSDP_RESHARD_AFTER_FORWARD": "true",
    "FSDP_CPU_RAM_EFFICIENT_LOADING": "false",
}


def launch(processes: int, script: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(script), *arguments]
    if processes > 1:
        # The distributed launch starts torchrun; the recipe's device then makes accelerate choose gloo.
        launcher = ["-m", "accelerate.commands.launch", "--multi_gpu", "--num_processes", str(processes)]
        rest = ["--num_machines", "1", "--mixed_precision", "no", "--dynamo_backend", "no", "--main_process_port", "0"]
        command = [sys.executable, *launcher, *rest, str(script), *arguments]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(REPOSITORY), **more}
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("accumulate", [1, 4])
def test_two_processes_share_every_batch_and_end_like_one(tmp_path: Path, accumulate: int) -> None:
    script = tmp_path / "line.py"
    script.write_text(LINE, encoding="utf-8")
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        done = launch(number, script, str(folder), str(accumulate))
        assert done.returncode == 0, done.stderr
    seen = [json.loads((tmp_path / "2" / f"seen-{process}.json").read_text()) for process in (0, 1)]
    alone = json.loads((tmp_path / "1" / "seen-0.json").read_text())
    for epoch in range(2):
        parts = [rows[epoch * 12 : epoch * 12 + 12] for rows in seen]
        assert sorted(parts[0] + parts[1]) == list(range(24))
    assert Share.joined(seen) == alone
    ends = [torch.load(tmp_path / place, weights_only=True) for place in ("1/end-0.pt", "2/end-0.pt", "2/end-1.pt")]
    for name, weight in ends[0].items():
        torch.testing.assert_close(ends[1][name], weight, rtol=1e-5, atol=1e-6)
        assert torch.equal(ends[1][name], ends[2][name])
    logs = [(tmp_path / number / "line.jsonl").read_text().splitlines() for number in ("1", "2")]
    assert len(logs[1]) == len(logs[0]) == 2
    for one, two in zip(*logs, strict=True):
        assert json.loads(two)["loss"] == pytest.approx(json.loads(one)["loss"], rel=1e-5)


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the settings, and a run of one process in ``one``."""
    folder = tmp_path_factory.mktemp("processes")
    data = make_ptbxl(folder / "ptbxl", per_fold=8)
    (folder / "settings.toml").write_text(RECIPE.format(root=data.as_posix()), encoding="utf-8")
    for name, script in (("command.py", COMMAND), ("in_pieces.py", IN_PIECES + COMMAND)):
        (folder / name).write_text(script, encoding="utf-8")
    train(1, folder, "one")
    return folder


def train(
    processes: int,
    folder: Path,
    out: str,
    script: str = "command.py",
    config: str = "settings.toml",
    **environment: str,
) -> None:
    arguments = ("train", "--config", str(folder / config), "--out", str(folder / out), "--json")
    done = launch(processes, folder / script, *arguments, **environment)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["steps"] == 6  # and no second document by the second process


def assert_same_run(first: Path, second: Path) -> None:
    for stage in ("encoder", "tune"):
        one, two = (torch.load(run / f"{stage}.pt", weights_only=True) for run in (first, second))
        assert one.keys() == two.keys()
        for name, weight in one.items():
            # Adam divides by the gradient's size: where that is all rounding, a step is as long as anywhere else
            torch.testing.assert_close(two[name], weight, rtol=1e-3, atol=1e-3, msg=f"{stage} {name}")
        for what in ("loss", "grad_norm"):
            logs = [(run / f"{stage}.steps.jsonl").read_text().splitlines() for run in (first, second)]
            values = [[json.loads(line)[what] for line in log] for log in logs]
            assert values[1] == pytest.approx(values[0], rel=1e-4)
    assert read_pack(second / "pack").manifest["parameters"] == read_pack(first / "pack").manifest["parameters"]


@pytest.mark.slow
def test_meit_train_comes_to_the_same_with_two_processes(one: Path) -> None:
    train(2, one, "two")
    assert_same_run(one / "one", one / "two")


@pytest.mark.slow
def test_meit_train_comes_to_the_same_with_the_weights_in_pieces(one: Path) -> None:
    """accelerate offers FSDP on cards only: it is told that gloo is a card's, everything else is as on cards."""
    train(2, one, "pieces", "in_pieces.py", **PIECES)
    (pieces,) = (one / "pieces").glob("tune.last-*.pieces")
    assert len(list(pieces.glob("*_fsdp_0/__*_0.distcp"))) == 2  # a piece of each process
    assert_same_run(one / "one", one / "pieces")


@pytest.mark.slow
@pytest.mark.parametrize(("script", "environment"), [("command.py", {}), ("in_pieces.py", PIECES)])
def test_an_encoder_that_stays_is_in_the_pack_as_it_was(one: Path, script: str, environment: dict[str, str]) -> None:
    base = read_pack(one / "one" / "pack")
    settings = RECIPE.format(root=(one / "ptbxl").as_posix()).replace("[tune]\n", "[tune]\nencoder_rate = 0.0\n")
    (one / "staying.toml").write_text(f'encoder_from = "{base.folder.as_posix()}"\n{settings}', encoding="utf-8")
    out = f"staying-{script.removesuffix('.py')}"
    train(2, one, out, script, "staying.toml", **environment)
    before, after = (
        {
            name: weight
            for name, weight in load_generator(pack)._model.state_dict().items()
            if name.startswith("encoder.")
        }
        for pack in (base, read_pack(one / out / "pack"))
    )
    assert before.keys() == after.keys() and all(torch.equal(after[name], before[name]) for name in before)


def test_weights_in_pieces_are_not_averaged(tmp_path: Path) -> None:
    class Sharded(Processes):
        sharded = True

    model = torch.nn.Linear(1, 1)
    stage = Stage(
        "s", model, [(model.parameters(), 1.0)], lambda _: [[0]], lambda _: model.weight.sum(), dict, shardable=True
    )
    with pytest.raises(UserError, match=r"can't be averaged\. Set average_decay = 0\.0"):
        run_stage(stage, LoopConfig(1), folder=tmp_path, processes=Sharded())


def test_a_launch_with_a_precision_of_its_own_is_refused(one: Path) -> None:
    done = launch(1, one / "command.py", "train", "--config", "x.toml", ACCELERATE_MIXED_PRECISION="bf16")
    assert (done.returncode, done.stdout) == (1, "")
    more = ("train", "--config", str(one / "settings.toml"), "--out", str(one / "bf16"))
    done = launch(1, one / "command.py", *more, ACCELERATE_MIXED_PRECISION="bf16")
    assert done.returncode == 1
    assert done.stderr.startswith("The launch asks for the precision bf16, but the recipe decides on it.")


@pytest.mark.slow
def test_one_process_that_was_launched_is_as_one_that_was_not(tmp_path: Path) -> None:
    script = tmp_path / "line.py"
    script.write_text(LINE, encoding="utf-8")
    for name, environment in (("plain", {}), ("launched", {"ACCELERATE_MIXED_PRECISION": "no"})):
        (tmp_path / name).mkdir()
        done = launch(1, script, str(tmp_path / name), "4", **environment)
        assert done.returncode == 0, done.stderr
    plain, launched = (torch.load(tmp_path / name / "end-0.pt", weights_only=True) for name in ("plain", "launched"))
    assert all(torch.equal(plain[name], launched[name]) for name in plain)


def test_shares_are_disjoint_complete_and_even() -> None:
    rows = torch.arange(12)
    parts = [Share(index, 3).of(rows).tolist() for index in range(3)]
    assert sorted(row for part in parts for row in part) == rows.tolist()
    assert Share.joined([["a", "d"], ["b"], ["c"]]) == ["a", "b", "c", "d"]
    with pytest.raises(UserError, match=r"10 recordings can't be shared evenly among 3 processes.*multiple of 3"):
        Share(0, 3).of(torch.arange(10))


def test_the_means_of_shares_weighted_make_the_mean_of_the_batch() -> None:
    reports = [f"sinus rhythm. {'normal ecg. ' * (number % 5)}" for number in range(8)]
    tokenizer = train_tokenizer(reports, vocabulary=320)
    batch = ReportBatches(tokenizer, ["Describe."], reports, batch=8, seed=1).epoch(0)[0]
    told = torch.rand(batch.labels.shape, generator=torch.Generator().manual_seed(2))
    place = {int(row): index for index, row in enumerate(batch.rows)}
    means = []
    for index in range(2):
        share = batch.share(Share(index, 2))
        own = told[[place[int(row)] for row in share.rows]]
        means.append(own[share.labels != -100].mean() * share.weight)
    torch.testing.assert_close(sum(means) / 2, told[batch.labels != -100].mean())


def test_a_process_that_nobody_launched_is_alone() -> None:
    assert start_processes("cpu") is ALONE
    assert ALONE.is_first and not ALONE.sharded
