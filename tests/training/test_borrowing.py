"""Reports without a recording, told of recordings with nearly the same findings."""

from __future__ import annotations

import numpy as np
import torch

from meit_core.training.borrowing import Told

FINDINGS = np.eye(20, dtype=np.float32)


def told(weights: np.ndarray | None = None, *, share: float = 0.5) -> Told:
    counts = np.ones(20, np.float32) if weights is None else weights
    return Told(counts, FINDINGS, FINDINGS[[7, 3]], share=share, seed=1)


def test_a_report_keeps_its_own_recording() -> None:
    rows = torch.arange(20)
    assert told().recordings(rows, torch.Generator()).tolist() == list(range(20))


def test_a_report_without_one_is_told_of_a_recording_with_its_findings() -> None:
    drawn = told().recordings(torch.tensor([20, 21] * 50), torch.Generator().manual_seed(1))
    assert (drawn[0::2] == 7).float().mean() > 0.9
    assert (drawn[1::2] == 3).float().mean() > 0.9


def test_an_epoch_tells_its_share_and_another_one_the_next_time() -> None:
    some = told(share=0.05)
    assert len(some.among(0)) == 21
    assert len(told(share=9.0).among(0)) == 22  # there are no more
    assert {some.among(epoch)[-1] for epoch in range(20)} == {20, 21}
    assert some.among(3) == some.among(3)


def test_reports_that_count_less_are_told_less_often() -> None:
    weights = np.where(np.arange(20) < 10, 1.0, 0.2).astype(np.float32)
    assert len({len(told(weights).among(epoch)) for epoch in range(5)}) == 1
    often = [row for epoch in range(200) for row in told(weights, share=0.0).among(epoch)]
    assert often.count(2) == 200
    assert 20 < often.count(15) < 65


def test_nothing_is_borrowed_where_there_is_nothing() -> None:
    alone = Told(np.ones(3, np.float32), FINDINGS[:3], FINDINGS[:0], share=2.0, seed=1)
    assert list(alone.among(0)) == [0, 1, 2]
    assert alone.recordings(torch.tensor([2, 0]), torch.Generator()).tolist() == [2, 0]
