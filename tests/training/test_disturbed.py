"""Disturbed copies of the training recordings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import InputConfig
from meit_core.training.disturbed import DisturbingConfig, WithCopies, make_copies, with_copies
from meit_core.training.signals import Recordings, load_recordings
from tests.training.ptbxl_folder import make_ptbxl

GIVEN = InputConfig(measured=True)


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Recordings:
    data = make_ptbxl(tmp_path_factory.mktemp("ptbxl"), per_fold=4, folds=(1,))
    return load_recordings(load_ptbxl(data, low_rate=True).cases, given=GIVEN)


def test_samples_and_measurements_of_a_copy_are_disturbed_and_the_same_again(
    recordings: Recordings, tmp_path: Path
) -> None:
    how = DisturbingConfig(copies=2)
    copies = np.array(make_copies(recordings, GIVEN, how, tmp_path))
    assert copies.shape == (2, *recordings.signals.shape)
    assert np.isfinite(copies).all()
    for copy in copies:
        for disturbed, own in zip(copy, np.asarray(recordings.signals), strict=True):
            assert not np.array_equal(disturbed[:, :1000], own[:, :1000])
            assert not np.array_equal(disturbed[:, 1000:], own[:, 1000:])
    assert not np.array_equal(copies[0], copies[1])
    (tmp_path / "other").mkdir()
    assert np.array_equal(copies, make_copies(recordings, GIVEN, how, tmp_path / "other"))


def test_copies_that_are_there_are_not_made_again(recordings: Recordings, tmp_path: Path) -> None:
    told: list[str] = []
    job = JobContext(lambda _, message: told.append(message))
    make_copies(recordings, GIVEN, DisturbingConfig(copies=1), tmp_path, job)
    assert told
    told.clear()
    make_copies(recordings, GIVEN, DisturbingConfig(copies=1), tmp_path, job)
    assert not told
    make_copies(recordings, GIVEN, DisturbingConfig(copies=2), tmp_path, job)
    assert told


def test_recordings_come_first_and_copies_behind_them() -> None:
    own, copies = torch.arange(3.0)[:, None, None], np.arange(10.0, 16.0, dtype=np.float32).reshape(2, 3, 1, 1)
    both = WithCopies(own, copies, share=0.5)
    assert len(both) == 9 and both.n == 3
    rows = torch.tensor([0, 2, 3, 8])
    assert both[rows].flatten().tolist() == [0.0, 2.0, 10.0, 15.0]
    assert torch.cat(list(both.split(2))).flatten().tolist() == [0.0, 1.0, 2.0, *np.arange(10.0, 16.0)]
    assert both.of_each(torch.tensor([7, 8, 9])).tolist() == [7, 8, 9] * 3


def test_copies_are_drawn_as_often_as_asked() -> None:
    both = WithCopies(torch.zeros(4, 1, 1), np.zeros((2, 4, 1, 1), np.float32), share=0.35)
    rows = torch.arange(4).repeat(1000)
    drawn = both.drawn(rows, torch.Generator().manual_seed(3))
    assert torch.equal(drawn % 4, rows), "a copy stays the copy of its recording"
    counts = torch.bincount(drawn // 4) / len(rows)
    assert counts.tolist() == pytest.approx([0.65, 0.175, 0.175], abs=0.03)


def test_without_copies_nothing_is_drawn() -> None:
    dice = torch.Generator().manual_seed(1)
    before = dice.get_state()
    rows = torch.tensor([2, 0])
    assert torch.equal(with_copies(np.zeros((3, 1, 1), np.float32)).drawn(rows, dice), rows)
    assert torch.equal(dice.get_state(), before), "a recipe without copies meets the same chances as ever"
