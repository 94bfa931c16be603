"""The encoder that is given measurements: what it makes of them, and what it does without."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from meit_core.model.ecg_input import InputConfig, model_input
from meit_core.model.encoders.measuring import MeasuringConfig, MeasuringEncoder, Page
from meit_core.signal.beat_page import BEAT_COLUMNS, LEAD_COLUMNS, N_SHARED, PAGE_COLUMNS
from meit_core.signal.simulator import Morphology, SimulatedCase, simulate

SHARED = BEAT_COLUMNS + LEAD_COLUMNS


@pytest.fixture(scope="module")
def inputs() -> Tensor:
    cases = [
        SimulatedCase(morphology=morphology, seed=seed)
        for seed, morphology in enumerate((Morphology.NORMAL, Morphology.LBBB, Morphology.LVH_STRAIN) * 4)
    ]
    return torch.from_numpy(
        np.stack([model_input(simulate(case).record, InputConfig(measured=True)) for case in cases])
    )


def encoder(**changes: int) -> MeasuringEncoder:
    torch.manual_seed(1)
    config = MeasuringConfig(
        widths=(8, 16), blocks_per_stage=1, attention_layers=1, attention_heads=2, n_tokens=5, n_findings=3,
        components=6, experts=2, expert_width=8, **changes,
    )  # fmt: skip
    return MeasuringEncoder(config).eval()


def test_numbers_have_unit_size_over_the_recordings_they_were_made_acquainted_with(inputs: Tensor) -> None:
    page = Page(6)
    page.acquaint(inputs[..., -PAGE_COLUMNS:])
    numbers = page(inputs[..., -PAGE_COLUMNS:])
    assert numbers.shape == (12, page.width)
    components = numbers[:, :6]
    assert components.mean(0).abs().max() < 0.2  # some of them are held at three deviations
    assert components.std(0).min() > 0.7 and components.std(0).max() < 1.2
    assert numbers.abs().max() <= 3


def test_two_recordings_mixed_lie_between_them(inputs: Tensor) -> None:
    page = Page(6)
    page.acquaint(inputs[..., -PAGE_COLUMNS:])
    one, other = inputs[:1, :, -PAGE_COLUMNS:], inputs[1:2, :, -PAGE_COLUMNS:]
    between = page(0.7 * one + 0.3 * other)
    low, high = torch.minimum(page(one), page(other)), torch.maximum(page(one), page(other))
    assert ((between >= low - 1e-4) & (between <= high + 1e-4)).all()


def test_a_value_that_only_one_of_two_mixed_recordings_has_is_its_own() -> None:
    page = Page(2)
    one, nothing = torch.zeros(1, 12, PAGE_COLUMNS), torch.zeros(1, 12, PAGE_COLUMNS)
    cells = torch.zeros(12 * (PAGE_COLUMNS - SHARED))
    cells[0], cells[N_SHARED] = 2.0, 1.0  # one value, known
    one[0, :, SHARED:] = cells.view(12, -1)
    whole, half = page(one), page(0.5 * one + 0.5 * nothing)
    at = 2 + 12 * (LEAD_COLUMNS - 1)
    assert float(whole[0, at]) == pytest.approx(2.0)
    assert float(half[0, at]) == pytest.approx(1.0)  # 2, counted by half, and not 1 counted by half


@torch.no_grad()
def test_findings_are_the_mean_of_what_samples_and_measurements_say(inputs: Tensor) -> None:
    network = encoder()
    network.acquaint(inputs)
    encoded = network(inputs)
    assert encoded.opinions is not None and encoded.opinions.shape == (3, 12, 3)
    seen, judged = encoded.opinions[0], encoded.opinions[1:].mean(0)
    torch.testing.assert_close(encoded.finding_logits, (seen + judged) / 2)
    torch.testing.assert_close(seen, network.samples(inputs[..., :-PAGE_COLUMNS]).finding_logits)
    assert encoded.pooled.shape == (12, network.pooled_width)


@torch.no_grad()
def test_where_nothing_was_measured_the_samples_decide_alone(inputs: Tensor) -> None:
    network = encoder()
    network.acquaint(inputs)
    blank = inputs.clone()
    blank[..., -PAGE_COLUMNS:] = 0.0
    encoded = network(blank)
    torch.testing.assert_close(encoded.finding_logits, network.samples(inputs[..., :-PAGE_COLUMNS]).finding_logits)
