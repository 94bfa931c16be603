"""What the language stage learns from: context targets, out-of-fold heads, lent recordings, known sites."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from meit_core.model.encoder import EncoderConfig
from meit_core.training import crossfit
from meit_core.training.context import (
    MINIMUM_RECORDED,
    MINIMUM_WORDED,
    UNKNOWN,
    ContextSpace,
    ContextWeights,
    context_loss,
    context_targets,
    derive_context_space,
)
from meit_core.training.crossfit import CrossfitConfig, heads_out_of_fold
from meit_core.training.language import weighted_report_loss, with_site
from meit_core.training.lending import lend_recordings
from meit_core.training.loop import LoopConfig
from meit_core.training.pretrain import EncoderData, PretrainConfig
from meit_core.training.ptbxl import Case


def case(report: str, site: str = "0", device: str = "cart", number: int = 0) -> Case:
    return Case(str(number), str(number), 1, Path("none"), report, frozenset(), device=device, site=site)


def test_the_context_space_holds_what_is_frequent_enough() -> None:
    common = [case("sinus rhythm. normal ecg.", site="1")] * MINIMUM_RECORDED
    rare = [case("sinus rhythm. dextrocardia.", site="2")] * (MINIMUM_WORDED - 1)
    space = derive_context_space([*common, *rare])
    assert space.wordings == ("normal ecg.", "sinus rhythm.")
    assert (space.devices, space.sites) == (("cart",), ("1",))
    assert space.width == 2 + 13 + 1 + 1
    targets = context_targets([common[0], rare[0]], np.zeros((2, 13), np.float32), space)
    assert targets.wordings.tolist() == [[1, 1], [0, 1]]
    assert targets.sites.tolist() == [0, UNKNOWN]


def test_measured_values_of_mixed_recordings_teach_nothing() -> None:
    space = ContextSpace((), (), ())
    wanted = context_targets([case(""), case("")], np.ones((2, 13), np.float32), space)
    outputs = torch.zeros(2, 13)
    pure = torch.tensor([True, False])
    both = context_loss(outputs, wanted, torch.tensor([True, True]), space, ContextWeights(measured=1.0))
    assert float(both) == pytest.approx(0.5)  # smooth L1 of an error of 1
    outputs[1] = 100.0
    assert float(context_loss(outputs, wanted, pure, space, ContextWeights(measured=1.0))) == pytest.approx(0.5)


def test_no_recording_is_read_by_an_encoder_that_has_seen_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each recording carries its number as a constant; the encoders note which numbers they were shown."""
    seen: dict[str, set[int]] = {}
    real = crossfit.pretrain_encoder

    def noting(config: EncoderConfig, how: PretrainConfig, **given: object) -> object:
        training = given["training"]
        assert isinstance(training, EncoderData)
        seen[str(given["name"])] = {round(float(row[0, 0])) for row in training.signals}
        return real(config, how, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(crossfit, "pretrain_encoder", noting)
    n = 12
    folds = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]
    space = ContextSpace((), (), ())
    signals = np.tile(np.arange(n, dtype=np.float32)[:, None, None], (1, 12, 1000))
    targets = context_targets([case("", number=row) for row in range(n)], np.zeros((n, 13), np.float32), space)
    data = EncoderData(signals, np.eye(n, 2, dtype=np.float32), targets, space)
    config = EncoderConfig(
        widths=(8, 16), blocks_per_stage=1, attention_layers=1, attention_heads=2, n_tokens=2
    ).with_heads(2, space.width)
    known = heads_out_of_fold(
        config,
        CrossfitConfig(parts=3, loop=LoopConfig(epochs=1)),
        PretrainConfig(batch=4),
        data=data,
        folds=folds,
        folder=tmp_path,
    )
    assert known.shape == (n, 2 + 13) and bool((known != 0).any(1).all())
    read_by = {row: f"crossfit-{(folds[row] - 1) % 3 + 1}" for row in range(n)}
    assert all(row not in seen[name] for row, name in read_by.items())
    assert all(len(rows) == 8 for rows in seen.values())


def test_a_report_borrows_the_recordings_with_the_most_alike_reports() -> None:
    recorded = [
        "sinus rhythm. normal ecg.",
        "sinus rhythm. left bundle branch block.",
        "atrial fibrillation. left bundle branch block.",
        "pacemaker rhythm.",
    ]
    lent = lend_recordings(["sinus bradycardia. left bundle branch block.", "pacemaker rhythm. otherwise."], recorded)
    assert set(lent[0][:2]) == {1, 2}
    assert lent[1] == (3,)
    assert lend_recordings(["something unheard of"], recorded) == [(0, 1, 2, 3)]
    with pytest.raises(ValueError, match="no recordings"):
        lend_recordings(["sinus rhythm."], [])


def test_a_known_site_replaces_the_guess_and_an_unknown_one_leaves_it() -> None:
    known = torch.full((2, 5), 0.1)
    out = with_site(known, torch.tensor([1, -1]), slice(3, 5))
    assert out[0, 3] < -2 and out[0, 4] > 2
    assert torch.equal(out[0, :3], known[0, :3]) and torch.equal(out[1], known[1])
    assert torch.equal(with_site(known, torch.tensor([0, 0]), slice(5, 5)), known)


def test_a_report_of_no_weight_teaches_nothing() -> None:
    logits = torch.randn(2, 4, 7, requires_grad=True)
    labels = torch.tensor([[-100, 1, 2, 3], [-100, -100, 4, 5]])
    weighted_report_loss(logits, labels, torch.tensor([1.0, 0.0]), 0.0).backward()
    assert logits.grad is not None
    assert float(logits.grad[0].abs().sum()) > 0 and float(logits.grad[1].abs().sum()) == 0
