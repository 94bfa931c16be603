"""The training loop on a small regression: what it keeps, when it stops, what it writes, what it says when it can't."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import torch
from torch import Tensor, nn

from meit_core.errors import Cancelled, UserError
from meit_core.jobs import JobContext
from meit_core.training.curves import draw_curves, powers, ticks
from meit_core.training.loop import LoopConfig, Stage, last_step, run_stage
from meit_core.training.processes import Share

SAMPLES, BATCH = 24, 4


class Regression:
    """A layer with dropout learns a line from noisy samples; all that is random about training is in it."""

    def __init__(self, *, scores: Callable[[int], float] = float, keeps_last: bool = False) -> None:
        torch.manual_seed(3)
        self.model = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.Dropout(0.2), nn.Linear(8, 1))
        self.x = torch.randn(SAMPLES, 3)
        self.y = self.x.sum(1, keepdim=True)
        self.dice = torch.Generator()
        self.evaluations = 0
        self.seen: list[int] = []
        self._scores = scores
        groups = [(self.model[0].parameters(), 1e-2), (self.model[1:].parameters(), 2e-2)]
        self.stage = Stage(
            "line",
            self.model,
            groups,
            self.batches,
            self.loss,
            self.evaluate,
            prepare=self.prepare,
            generators=(self.dice,),
            keeps_last=keeps_last,
        )

    def batches(self, epoch: int) -> list[Tensor]:
        self.dice.manual_seed(epoch)
        return list(torch.randperm(SAMPLES, generator=self.dice).split(BATCH))

    def prepare(self, rows: Tensor, _: Share) -> tuple[Tensor, Tensor]:
        self.seen += rows.tolist()
        noise = torch.randn(len(rows), 3, generator=self.dice) * 0.1
        return self.x[rows] + noise, self.y[rows]

    def loss(self, ready: tuple[Tensor, Tensor]) -> Tensor:
        x, y = ready
        return nn.functional.mse_loss(self.model(x), y)

    def evaluate(self, averaged: nn.Module) -> dict[str, float]:
        assert not averaged.training
        self.evaluations += 1
        return {"selection": self._scores(self.evaluations)}


def weights(folder: Path, name: str = "line.last.pt") -> dict[str, Tensor]:
    state = torch.load(folder / name, weights_only=True)
    return dict(state["model"], **{f"average.{key}": value for key, value in state["average"]["module"].items()})


def lines(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def interrupt_in_epoch_2(folder: Path) -> None:
    """Leave a run of two epochs one step into its second."""
    job = JobContext(lambda _, message: job.cancel() if "epoch 2" in message else None)
    with pytest.raises(Cancelled):
        run_stage(Regression().stage, LoopConfig(2), folder=folder, job=job)


@pytest.mark.parametrize("accumulate", [1, 4])
@pytest.mark.parametrize("calls", [1, 5, 6, 9, 17])
def test_a_run_stopped_anywhere_ends_with_the_same_bits(tmp_path: Path, calls: int, accumulate: int) -> None:
    how = LoopConfig(3, accumulate=accumulate, log_every=2)
    (tmp_path / "whole").mkdir()
    (tmp_path / "broken").mkdir()
    whole = Regression()
    best = run_stage(whole.stage, how, folder=tmp_path / "whole")

    told: list[str] = []
    job = JobContext(lambda _, message: (told.append(message), job.cancel() if len(told) == calls else None)[0])
    with pytest.raises(Cancelled):
        run_stage(Regression().stage, how, folder=tmp_path / "broken", job=job)
    resumed = Regression(scores=lambda number: float(number + (calls - 1) // 6))
    torch.manual_seed(99)  # whatever the process did before
    assert run_stage(resumed.stage, how, folder=tmp_path / "broken") == best
    first, second = weights(tmp_path / "whole"), weights(tmp_path / "broken")
    assert all(torch.equal(first[name], second[name]) for name in first)
    for name, ready in whole.model.state_dict().items():
        assert torch.equal(ready, resumed.model.state_dict()[name])
    for log in ("line.jsonl", "line.steps.jsonl"):
        logs = [
            [
                {key: value for key, value in line.items() if key in ("epoch", "step", "loss", "rates", "grad_norm")}
                for line in lines(tmp_path / run, log)
            ]
            for run in ("whole", "broken")
        ]
        assert logs[0] == logs[1]


class Died(Exception):
    """As if the process had been killed: nothing of the loop's own expects it."""


@pytest.mark.parametrize("batches", [1, 5, 6, 7, 8, 13])
@pytest.mark.parametrize("checkpoint_every", [0, 2])
def test_a_run_that_dies_anywhere_ends_with_the_same_bits(tmp_path: Path, batches: int, checkpoint_every: int) -> None:
    how = LoopConfig(3, checkpoint_every=checkpoint_every)
    for name in ("whole", "broken"):
        (tmp_path / name).mkdir()
    run_stage(Regression().stage, how, folder=tmp_path / "whole")
    dying = Regression()
    prepare = dying.prepare

    def dies(rows: Tensor, share: Share) -> tuple[Tensor, Tensor]:
        if len(dying.seen) >= batches * BATCH:
            raise Died
        return prepare(rows, share)

    with pytest.raises(Died):
        run_stage(dataclasses.replace(dying.stage, prepare=dies), how, folder=tmp_path / "broken")
    resumed = Regression()
    run_stage(resumed.stage, how, folder=tmp_path / "broken")
    done_before = SAMPLES * 3 - len(resumed.seen)
    first_of_epoch, within = divmod(batches, 6)
    saved = first_of_epoch * 6 + (within // 2 * 2 if checkpoint_every else 0)
    assert done_before == saved * BATCH
    first, second = weights(tmp_path / "whole"), weights(tmp_path / "broken")
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_a_lost_stretch_is_logged_once(tmp_path: Path) -> None:
    """Killed after it logged, before it wrote a checkpoint: the lines are written again, not twice."""
    run_stage(Regression().stage, LoopConfig(2, log_every=1), folder=tmp_path)
    with (tmp_path / "line.steps.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"step": 13, "loss": 0.1}\n{"step": 14, "lo')
    run_stage(Regression().stage, LoopConfig(2, log_every=1), folder=tmp_path)
    assert [line["step"] for line in lines(tmp_path, "line.steps.jsonl")] == list(range(1, 13))


def test_it_stops_early_when_patience_is_at_an_end(tmp_path: Path) -> None:
    scores = {1: 0.1, 2: 0.5, 3: 0.4, 4: 0.5, 5: 0.9}
    tired = Regression(scores=scores.__getitem__)
    best = run_stage(tired.stage, LoopConfig(9, patience=2), folder=tmp_path)
    assert best == {"selection": 0.5, "epoch": 2}
    assert [line["epoch"] for line in lines(tmp_path, "line.jsonl")] == [1, 2, 3, 4]
    assert last_step(tmp_path, "line") == 24
    again = Regression()
    assert run_stage(again.stage, LoopConfig(9, patience=2), folder=tmp_path) == best
    assert not again.seen
    for name, kept in torch.load(tmp_path / "line.pt", weights_only=True).items():
        assert torch.equal(kept, again.model.state_dict()[name])


def test_a_stage_without_scores_keeps_its_last_epoch_after_an_interruption_too(tmp_path: Path) -> None:
    job = JobContext(lambda _, message: job.cancel() if "epoch 3" in message else None)
    with pytest.raises(Cancelled):
        run_stage(Regression(scores=lambda _: 0.0, keeps_last=True).stage, LoopConfig(3), folder=tmp_path, job=job)
    best = run_stage(Regression(scores=lambda _: 0.0, keeps_last=True).stage, LoopConfig(3), folder=tmp_path)
    assert best["epoch"] == 3


def test_the_step_log_says_how_fast_and_how_much_outside_the_model(tmp_path: Path) -> None:
    run_stage(Regression().stage, LoopConfig(2, log_every=3), folder=tmp_path)
    logged = lines(tmp_path, "line.steps.jsonl")
    assert [line["step"] for line in logged] == [3, 6, 9, 12]
    for line in logged:
        assert set(line) == {
            "step",
            "epoch",
            "loss",
            "rates",
            "grad_norm",
            "seconds",
            "samples_per_second",
            "outside",
        }
        assert line["rates"][1] == pytest.approx(2 * line["rates"][0])  # type: ignore[index]
        assert 0 <= line["outside"] <= 1  # type: ignore[operator]
    mean = sum(line["loss"] for line in logged[:2]) / 2  # type: ignore[misc]
    assert lines(tmp_path, "line.jsonl")[0]["loss"] == pytest.approx(mean)


def test_an_average_that_forgets_everything_is_the_model_itself(tmp_path: Path) -> None:
    how = LoopConfig(2, average_decay=0.0)
    plain = Regression()
    run_stage(plain.stage, how, folder=tmp_path)
    last = torch.load(tmp_path / "line.last.pt", weights_only=True)
    assert not last["average"]
    assert all(torch.equal(value, plain.model.state_dict()[name]) for name, value in last["model"].items())


def test_a_batch_larger_than_the_training_set_is_refused(tmp_path: Path) -> None:
    nothing = Regression()
    stage = Stage("line", nothing.model, [(nothing.model.parameters(), 1.0)], lambda _: [], nothing.loss, dict)
    with pytest.raises(UserError, match="less than one batch"):
        run_stage(stage, LoopConfig(1), folder=tmp_path)


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:500]), "can't be read"),
        (lambda path: torch.save({"epoch": 3}, path), "another version"),
    ],
    ids=["damaged", "old"],
)
def test_a_checkpoint_that_is_no_use_is_named(tmp_path: Path, harm: Callable[[Path], None], message: str) -> None:
    run_stage(Regression().stage, LoopConfig(1), folder=tmp_path)
    harm(tmp_path / "line.last.pt")
    with pytest.raises(UserError, match=message):
        run_stage(Regression().stage, LoopConfig(2), folder=tmp_path)


def test_a_checkpoint_of_another_model_is_refused(tmp_path: Path) -> None:
    run_stage(Regression().stage, LoopConfig(1), folder=tmp_path)
    other = Regression()
    other.model.append(nn.Linear(1, 1))
    with pytest.raises(UserError, match="another model"):
        run_stage(other.stage, LoopConfig(2), folder=tmp_path)


def test_nan_keeps_the_last_checkpoint(tmp_path: Path) -> None:
    interrupt_in_epoch_2(tmp_path)
    before = (tmp_path / "line.last.pt").read_bytes()
    torn = Regression()
    torn.y[:] = float("nan")
    with pytest.raises(UserError, match=r"diverged in epoch 2, step 8.*last checkpoint"):
        run_stage(torn.stage, LoopConfig(2), folder=tmp_path)
    assert (tmp_path / "line.last.pt").read_bytes() == before


FULL_DISK = textwrap.dedent(
    """
    import resource, signal, sys
    from pathlib import Path
    from tests.training.test_loop import Regression, interrupt_in_epoch_2
    from meit_core.errors import UserError
    from meit_core.training.loop import LoopConfig, run_stage
    folder = Path(sys.argv[1])
    interrupt_in_epoch_2(folder)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
    try:
        run_stage(Regression().stage, LoopConfig(2), folder=folder)
    except UserError as fault:
        print(fault)
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_told_in_one_sentence_and_the_last_checkpoint_is_whole(tmp_path: Path) -> None:
    """The system refuses to write more than 4 kB into a file, as a disk without room refuses to write at all."""
    done = subprocess.run([sys.executable, "-c", FULL_DISK, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("There is no room left on the disk"), done.stderr
    assert not list(tmp_path.glob("*.part"))
    state = torch.load(tmp_path / "line.last.pt", weights_only=True)
    assert (state["progress"]["epoch"], state["progress"]["batch"]) == (1, 1)
    assert run_stage(Regression(scores=lambda _: 2.0).stage, LoopConfig(2), folder=tmp_path)["epoch"] == 2


def test_the_curves_show_every_score_and_the_kept_epoch(tmp_path: Path) -> None:
    assert draw_curves(tmp_path) is None
    run_stage(Regression(scores=lambda number: [0.2, 0.7, 0.4][number - 1]).stage, LoopConfig(3), folder=tmp_path)
    tree = ElementTree.parse(tmp_path / "curves.svg")
    texts = ["".join(node.itertext()).strip() for node in tree.iter() if node.tag.endswith("text")]
    for wanted in ("line: training loss", "line: validation scores", "selection", "kept", "epochs", "step"):
        assert wanted in texts
    assert "line: learning rate" not in texts  # no step was logged yet: 18 of 20


def test_axes_have_round_numbers() -> None:
    assert ticks(0.0, 1.0) == pytest.approx([0, 0.5, 1])
    assert ticks(3.2, 3.9) == pytest.approx([3.2, 3.4, 3.6, 3.8])
    assert ticks(5.0, 5.0) == [5.0]
    assert powers(0.02, 30.0) == pytest.approx([0.1, 1, 10])
    assert powers(2.0, 4.0) == pytest.approx([2, 2.5, 3, 3.5, 4])
    for low, high in [(0, 7), (0.013, 0.02), (-3, 900), (1e-5, 3e-5)]:
        assert 3 <= len(ticks(low, high)) <= 6
