"""Training on a prepared folder: the same cases, the same signals, a batch at a time; and splits that are wrong."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from meit_core.errors import UserError
from meit_core.model.ecg_input import InputConfig
from meit_core.model.packs.pack import read_pack
from meit_core.services.preparing import prepare
from meit_core.services.training import train
from meit_core.training.data import load_training_data
from meit_core.training.recipe import DataConfig
from meit_core.training.signals import SignalsOnDisk, as_signals
from tests.training.ptbxl_folder import make_ptbxl
from tests.training.test_run import recipe


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ptbxl(tmp_path_factory.mktemp("ptbxl"), per_fold=8)


@pytest.fixture(scope="module")
def prepared(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("prepared") / "out"
    prepare(dataset="ptbxl", root=data, out=out)
    return out


@pytest.fixture(autouse=True)
def few_examples_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meit_core.training.label_space.MINIMUM_CODED", 2)


def test_both_ways_give_the_same_cases_signals_and_targets(data: Path, prepared: Path) -> None:
    raw, mapped = (load_training_data(DataConfig(str(root), (1, 2))) for root in (data, prepared))
    assert list(mapped.training.cases) == list(raw.training.cases)
    assert mapped.validation_references == raw.validation_references
    assert mapped.space == raw.space and mapped.tables.kind == raw.tables.kind == "ptbxl"
    rows = torch.tensor([13, 2, 7])
    half_a_microvolt = {"atol": 0.00051, "rtol": 0}
    torch.testing.assert_close(
        as_signals(mapped.training.signals)[rows], as_signals(raw.training.signals)[rows], **half_a_microvolt
    )
    parts = list(as_signals(mapped.validation.signals).split(3))
    assert [len(part) for part in parts] == [3, 3, 2]
    torch.testing.assert_close(torch.cat(parts), as_signals(raw.validation.signals)[:], **half_a_microvolt)
    for one, other in zip(mapped.for_encoder(), raw.for_encoder(), strict=True):
        np.testing.assert_array_equal(one.findings, other.findings)
        np.testing.assert_allclose(one.auxiliary[:, -2:], other.auxiliary[:, -2:], rtol=1e-5)  # age and sex
    for one, other in ((mapped.training, raw.training), (mapped.validation, raw.validation)):
        measured, expected = one.measured(), other.measured()
        # half a µV moves a boundary by a sample of 2 ms at either end, and the axis of a small P wave by a little
        np.testing.assert_allclose(measured[:, :4], expected[:, :4], atol=4.1)
        np.testing.assert_allclose(measured[:, 4:], expected[:, 4:], atol=0.1)


def test_a_part_of_the_rows_is_a_part_of_the_recordings(prepared: Path) -> None:
    signals = load_training_data(DataConfig(str(prepared), (1, 2))).training.signals
    assert isinstance(signals, SignalsOnDisk)
    part = signals[3:9]
    assert len(part) == 6
    assert torch.equal(part[torch.tensor([0, 5])], signals[torch.tensor([3, 8])])


def test_measurements_of_the_preparation_are_those_of_the_training(data: Path, tmp_path: Path) -> None:
    prepare(dataset="ptbxl", root=data, out=tmp_path / "out", measure=True)
    raw, mapped = (load_training_data(DataConfig(str(root), (1, 2))) for root in (data, tmp_path / "out"))
    np.testing.assert_array_equal(mapped.training.measured(), raw.training.measured())


def test_empty_folds_and_another_rate_are_said(prepared: Path) -> None:
    with pytest.raises(UserError, match=r"no recordings with a report in the training folds \(3, 4\)"):
        load_training_data(DataConfig(str(prepared), (3, 4)))
    with pytest.raises(UserError, match=r"in the validation folds \(10\)"):
        load_training_data(DataConfig(str(prepared), (1,), (10,)))
    with pytest.raises(UserError, match="--rate 500"):
        load_training_data(DataConfig(str(prepared), (1, 2)), given=InputConfig(500.0))


def test_a_patient_on_both_sides_is_refused_unless_forced(data: Path, tmp_path: Path) -> None:
    root = tmp_path / "ptbxl"
    root.mkdir()
    for name in ("records100", "reports_en.csv", "scp_statements.csv"):
        (root / name).symlink_to(data / name)
    with (data / "ptbxl_database.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[-1]["patient_id"] = rows[0]["patient_id"]
    with (root / "ptbxl_database.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    config = DataConfig(str(root), (1, 2))
    with pytest.raises(UserError, match="1 patients have recordings in the training folds and in the validation folds"):
        load_training_data(config)
    assert len(load_training_data(replace(config, allow_patient_overlap=True)).training.cases) == 16
    with pytest.raises(UserError, match="more than one of training, validation and test"):
        prepare(dataset="ptbxl", root=root, out=tmp_path / "out")
    assert prepare(dataset="ptbxl", root=root, out=tmp_path / "out", force=True)["patient_overlap"] == 1


@pytest.mark.slow
def test_a_pack_is_trained_and_scored_on_a_prepared_folder(prepared: Path, tmp_path: Path) -> None:
    done = train(config=recipe(tmp_path, prepared, 2), out=tmp_path / "run")
    training = read_pack(done.pack).manifest["training"]
    assert training["dataset"] == "ptbxl" and training["recordings"] == 16 and training["metrics"]["n"] == 8
