"""Parts of the training room, each by itself."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from meit_core.datasets.dataset import Case
from meit_core.errors import UserError
from meit_core.model.encoders import ConvTransformerConfig
from meit_core.model.encoders.light_conv import LightConvConfig
from meit_core.model.encoders.measuring import MeasuringConfig
from meit_core.model.prompt import IGNORED
from meit_core.training.calibrate import best_threshold, calibrate, expected_calibration_error
from meit_core.training.label_space import LabelSpace, targets
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.pretrain import macro_auroc
from meit_core.training.recipe import load_recipe
from meit_core.training.schedule import schedule
from meit_core.training.signals import Augmentation
from meit_core.training.texts import ReportBatches, TextBatch, train_tokenizer
from meit_core.training.tune import TuneConfig, report_loss

HEAD = 'name = "x"\nversion = "1"\ndata = {root = "."}\n'
REPORTS = [f"sinus rhythm. rate {number}. normal ecg." for number in range(40)]


def test_every_pair_gets_an_instruction_and_a_seed_repeats_the_epoch() -> None:
    tokenizer = train_tokenizer(REPORTS, vocabulary=320)

    def epoch(seed: int, number: int) -> list[list[int]]:
        batches = ReportBatches(tokenizer, ["Describe.", "Report, please."], REPORTS, batch=8, seed=seed)
        return [row for batch in batches.epoch(number) for row in batch.input_ids.tolist()]

    assert epoch(1, 0) == epoch(1, 0)
    assert epoch(1, 0) != epoch(1, 1)
    assert epoch(1, 0) != epoch(2, 0)
    texts = [tokenizer.text(ids) for ids in epoch(1, 0)]
    assert any("describe." in text for text in texts)
    assert any("report, please." in text for text in texts)


def test_labels_cover_the_report_and_nothing_else() -> None:
    tokenizer = train_tokenizer(REPORTS, vocabulary=320)
    for batch in ReportBatches(tokenizer, ["Describe."], REPORTS, batch=8, seed=0).epoch(0):
        for row, ids, labels in zip(batch.rows.tolist(), batch.input_ids, batch.labels, strict=True):
            counted = [int(i) for i, label in zip(ids, labels, strict=True) if label != IGNORED]
            assert tokenizer.text(counted) == REPORTS[row]


def test_the_report_loss_is_the_mean_over_labelled_tokens() -> None:
    logits = torch.randn(2, 5, 7, generator=torch.Generator().manual_seed(0))
    labels = torch.tensor([[IGNORED, IGNORED, 3, 1, IGNORED], [IGNORED, 2, IGNORED, IGNORED, IGNORED]])
    log_p = logits.log_softmax(-1)
    by_hand = -(log_p[0, 1, 3] + log_p[0, 2, 1] + log_p[1, 0, 2]) / 3

    class Told:
        """A model whose logits are known."""

        def write(self, _tokens: object, _ids: object, _mask: object, *, wanted: torch.Tensor) -> torch.Tensor:
            return logits[wanted]

    batch = TextBatch(torch.arange(2), labels, torch.ones_like(labels), labels)
    loss = report_loss(Told(), torch.zeros(2, 1, 1), batch, TuneConfig(label_smoothing=0.0))
    torch.testing.assert_close(loss, by_hand)


def test_disturbances_keep_shape_scale_and_limb_leads() -> None:
    quiet = torch.ones(64, 12, 1000)
    out = Augmentation(mask=0.0, wander_mv=0.0, noise_mv=0.0, lead_dropout=1.0).apply(
        quiet, torch.Generator().manual_seed(1)
    )
    lost = (out == 0).all(dim=2)
    assert lost[:, :6].sum() == 0
    assert (lost.sum(dim=1) == 1).all()
    assert out[~lost].min() >= 0.92 - 1e-6
    assert out.max() <= 1.08 + 1e-6
    assert torch.equal(quiet, torch.ones(64, 12, 1000))


def test_disturbances_leave_what_was_measured() -> None:
    given = torch.ones(8, 12, 1085)
    out = Augmentation(lead_dropout=1.0).apply(given, torch.Generator().manual_seed(1), 85)
    assert torch.equal(out[..., 1000:], given[..., 1000:])
    plain = Augmentation(lead_dropout=1.0).apply(given[..., :1000], torch.Generator().manual_seed(1))
    assert torch.equal(out[..., :1000], plain)
    assert not torch.equal(plain, given[..., :1000])


def test_macro_auroc_counts_pairs_in_the_right_order() -> None:
    scores = np.array([[0.9], [0.8], [0.8], [0.3], [0.7], [0.1]], dtype=np.float32)
    truth = np.array([[1], [1], [0], [0], [1], [0]], dtype=np.float32)
    # of 9 pairs: 0.9 beats three, 0.8 beats two and ties one, 0.7 beats two
    assert macro_auroc(scores, truth) == pytest.approx((3 + 2.5 + 2) / 9)


def test_calibration_makes_probabilities_honest_and_thresholds_useful() -> None:
    dice = np.random.default_rng(4)
    sure = dice.normal(0, 2, 4000)
    truth = (dice.random(4000) < 1 / (1 + np.exp(-sure))).astype(np.float32)
    shouted = (sure * 3 + 2).astype(np.float32)  # overconfident by a factor of three, and shifted
    (output,) = calibrate(["X"], ["x"], shouted[:, None], truth[:, None])
    assert output.temperature == pytest.approx(3.0, rel=0.15)
    fixed = 1 / (1 + np.exp(-(shouted / output.temperature + output.bias)))
    raw = 1 / (1 + np.exp(-shouted))
    assert expected_calibration_error(fixed, truth) < 0.03 < expected_calibration_error(raw, truth)
    (never,) = calibrate(["Y"], ["y"], shouted[:, None], np.zeros_like(truth)[:, None])
    assert never.threshold == 0.5


def test_thresholds_are_where_the_most_f1_is_to_be_expected() -> None:
    honest = np.random.default_rng(8).beta(0.3, 2.0, 20_000)
    truth = np.random.default_rng(9).random(20_000) < honest
    candidates = np.linspace(0.05, 0.95, 91)
    said = honest[None] >= candidates[:, None]
    f1 = 2 * (said & truth).sum(1) / (said.sum(1) + truth.sum())
    chosen = best_threshold(honest)
    assert chosen == pytest.approx(candidates[f1.argmax()], abs=0.05)
    assert chosen == pytest.approx(f1.max() / 2, abs=0.03)  # Lipton et al. 2014: half of the F1 that is reached


def test_a_rare_finding_gets_no_threshold_from_a_lucky_draw() -> None:
    """One positive of 400 that happens to score highest would otherwise be cut out exactly."""
    logits = np.linspace(-6, 0, 400, dtype=np.float32)
    truth = np.zeros(400, dtype=np.float32)
    truth[-1] = 1
    (output,) = calibrate(["X"], ["x"], logits[:, None], truth[:, None])
    assert output.threshold < 0.5


def test_targets_follow_codes_superclasses_and_wording() -> None:
    case = Case("1", "7", 1, Path("x"), "atrial fibrillation. left axis deviation.", frozenset({"AFIB", "IMI"}))
    space = LabelSpace(coded=("AFIB", "IMI", "MI", "NORM"), stated=("AXIS_LEFT",))
    assert targets([case], space, {"IMI": "MI", "NORM": "NORM"}).tolist() == [[1, 1, 1, 0, 1]]


@pytest.mark.parametrize("shape", ["cosine", "linear"])
def test_the_rate_rises_and_falls(shape: str) -> None:
    weight = nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.AdamW([weight], lr=1.0)
    falling = schedule(optimizer, 100, 0.1, shape)
    rates = []
    for _ in range(100):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        falling.step()
    assert rates[0] == pytest.approx(0.1)
    assert max(rates) == pytest.approx(1.0)
    assert rates[-1] < 0.03
    middle = rates[55]
    assert middle == pytest.approx(0.5 if shape == "linear" else 0.51, abs=0.02)


def test_an_unknown_schedule_is_named() -> None:
    with pytest.raises(UserError, match="no schedule square"):
        schedule(torch.optim.AdamW([nn.Parameter(torch.zeros(1))]), 10, 0.1, "square")


def test_a_diverging_run_says_so_and_keeps_the_best_epoch(tmp_path: Path) -> None:
    model = nn.Linear(1, 1)
    losses = iter([1.0, 1.0, float("nan")])

    def loss(_: list[int]) -> torch.Tensor:
        return model.weight.sum() * 0 + next(losses)

    stage = Stage("s", model, [(model.parameters(), 0.1)], lambda _: [[0]], loss, lambda _: {"selection": 1.0})
    with pytest.raises(UserError, match="diverged in epoch 3"):
        run_stage(stage, LoopConfig(epochs=5), folder=tmp_path)
    assert (tmp_path / "s.pt").is_file()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "x"\nversion = "1"\nspeed = 3\n[data]\nroot = "."', "no setting speed"),
        (
            'name = "x"\nversion = "1"\n[data]\nroot = "."\n[tune.loop]\nepoch = 3',
            "no setting tune.loop.epoch. Did you mean tune.loop.epochs?",
        ),
        (f"{HEAD}[tune]\nlangage_rate = 3e-4", "no setting tune.langage_rate. Did you mean tune.language_rate?"),
        (f"{HEAD}[fine_tune]\nbatch = 3", "no setting fine_tune. Did you mean tune?"),
        (f"{HEAD}colour = 3", "no setting colour. Known here: backbone,"),
        ('name = "x"\nversion = "1"\n[data]\nroot = "."\n[tune]\nbatch = "many"', "tune.batch has the wrong kind"),
        ('name = "x"\nversion = "1"\ndata = 3', "data must be a table"),
        (f"{HEAD}encoder = 3", "encoder must be a table"),
        (f'{HEAD}[encoder]\nkind = "wavelet"', "no encoder of the kind wavelet"),
        (f'{HEAD}[encoder]\nkind = "light-conv"\nheads = 4', "no setting encoder.heads"),
        (f"{HEAD}[encoder]\nn_tokens = 2.5", "encoder.n_tokens has the wrong kind"),
        (f"{HEAD}[encoder]\nwidths = 64", "encoder.widths has the wrong kind"),
        (f"{HEAD}[encoder]\nattention_heads = 3", "heads don't divide its width"),
        (f"{HEAD}[input]\nfs_hz = 500", "encoder takes 2048 samples at most"),
        ('name = "x"', "missing"),
        ("name = ", "isn't valid TOML"),
    ],
)
def test_a_wrong_recipe_is_refused_by_name(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=re.escape(message)):
        load_recipe(path)


def test_a_recipe_chooses_the_encoder_by_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(f'{HEAD}[input]\nfs_hz = 500\n[encoder]\nkind = "light-conv"\nwidths = [8, 16]\n', encoding="utf-8")
    assert load_recipe(path).encoder == LightConvConfig(widths=(8, 16))
    path.write_text(HEAD, encoding="utf-8")
    assert load_recipe(path).encoder == ConvTransformerConfig()


def test_the_shipped_recipes_read() -> None:
    base, experts, recipe = (
        load_recipe(Path(__file__).parents[2] / "resources" / "training" / f"{name}.toml")
        for name in ("meit-mini-base", "meit-mini-experts", "meit-mini")
    )
    assert (base.name, experts.name, recipe.name) == ("meit-mini-base", "meit-mini-experts", "meit-mini")
    assert isinstance(experts.encoder, MeasuringConfig) and experts.encoder.of_samples == base.encoder
    assert (experts.fusion, experts.input) == (base.fusion, recipe.input)
    assert recipe.data == experts.data == base.data
    assert recipe.generation == experts.generation == base.generation
    assert 9 not in recipe.data.training_folds
    assert 10 not in (*recipe.data.training_folds, *recipe.data.validation_folds)
