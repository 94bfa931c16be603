"""What each house says more or less often than anyone would."""

from __future__ import annotations

import torch

from meit_core.training.wording import house_wording


def test_a_house_that_never_says_it_is_known_for_that() -> None:
    n = 400
    parts = torch.tensor([[1, 3], [2, 3]]).repeat(n // 2, 1)
    dice = torch.Generator().manual_seed(2)
    always, never = torch.rand(n, generator=dice) < 0.5, torch.rand(n, generator=dice) < 0.5
    held = torch.stack([always, never & (parts[:, 0] == 1)], dim=1)
    wording = house_wording(torch.zeros(n, 2), held, torch.ones(n), parts, 3)
    assert not wording[0].any()
    assert wording[:, 0].abs().max() < 0.5, "both say it as often as is guessed"
    said = torch.sigmoid(wording[parts].sum(1)[:, 1])
    assert abs(float(said[0]) - 0.5) < 0.1
    assert said[1] < 0.05


def test_a_report_that_counts_little_says_little_of_its_house() -> None:
    parts, held = torch.ones(40, 1, dtype=torch.long), torch.ones(40, 1, dtype=torch.bool)
    sure, unsure = (house_wording(torch.zeros(40, 1), held, torch.full((40,), w), parts, 1)[1] for w in (1.0, 0.05))
    assert sure > unsure > 0


def test_of_an_unknown_house_nothing_is_learnt() -> None:
    parts, held = torch.zeros(20, 2, dtype=torch.long), torch.ones(20, 3, dtype=torch.bool)
    assert not house_wording(torch.zeros(20, 3), held, torch.ones(20), parts, 2).any()
