"""Experts on measurements put beside the encoder of a finished pack."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from meit_core.errors import UserError
from meit_core.formats import read_record
from meit_core.model.decoding.generator import load_generator
from meit_core.model.ecg_input import model_input
from meit_core.model.packs.pack import Pack, read_pack
from meit_core.services.training import train
from tests.training.ptbxl_folder import make_ptbxl
from tests.training.tiny_recipe import NETWORK, PLAIN

BASE = f"""{PLAIN}[pretrain]
batch = 4
[pretrain.loop]
epochs = 1
[tune]
batch = 4
[tune.loop]
epochs = 1
[generation]
max_new_tokens = 12
"""
EXPERTS = f"""experts_for = "{{base}}"
{NETWORK}[pretrain]
batch = 4
learning_rate = 1e-2
[pretrain.loop]
epochs = 30
[generation]
max_new_tokens = 12
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ptbxl(tmp_path_factory.mktemp("ptbxl"), per_fold=8)


@pytest.fixture(scope="module")
def base(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("base")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("meit_core.training.label_space.MINIMUM_CODED", 2)
        return read_pack(train(config=written(folder, BASE.format(root=data.as_posix())), out=folder / "run").pack)


@pytest.fixture(autouse=True)
def few_examples_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meit_core.training.label_space.MINIMUM_CODED", 2)


def written(folder: Path, text: str) -> Path:
    path = folder / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    return path


def settings(base: Pack, data: Path) -> str:
    return EXPERTS.format(base=base.folder.as_posix(), root=data.as_posix())


def test_the_network_stays_and_its_findings_become_better(base: Pack, data: Path, tmp_path: Path) -> None:
    done = train(config=written(tmp_path, settings(base, data)), out=tmp_path / "run")
    pack = read_pack(done.pack)
    before, after = load_generator(base), load_generator(pack)
    weights = after._model.state_dict()
    for name, weight in before._model.state_dict().items():
        place = name.replace("encoder.", "encoder.samples.", 1) if name.startswith("encoder.") else name
        assert torch.equal(weights[place], weight), name
    record = read_record(data / "records100" / "00000" / "00017_lr")
    plain, measured = model_input(record, before.input), model_input(record, after.input)
    assert measured.shape[1] > plain.shape[1]
    np.testing.assert_allclose(after.embed(measured), before.embed(plain), atol=1e-5)
    assert done.best["macro_auroc"] > 0.9  # two rhythms that the engine tells apart by rate and regularity
    assert pack.manifest["input"]["measured"] is True
    assert pack.manifest["training"]["experts_for"] == {
        "name": base.name,
        "version": base.version,
        "sha256": base.sha256,
    }
    assert set(pack.manifest["training"]["seeds"]) == {"encoder", "tune", "experts"}
    trained = {row.part: row.trained for row in done.parameters}
    assert 0 < trained["all"] == trained["encoder"]
    assert pack.manifest["trained_parameters"] == pack.manifest["parameters"]  # the base's, and then the experts'
    assert "perceptrons" in pack.card and "learnt last, alone" in pack.card


@pytest.mark.parametrize(
    "another",
    [
        ("widths = [8, 16]", "widths = [8, 32]", "isn't of the size"),
        ("n_summary = 2", "n_summary = 3", "in another way"),
    ],
)
def test_another_network_is_refused(another: tuple[str, str, str], base: Pack, data: Path, tmp_path: Path) -> None:
    theirs, other, sentence = another
    text = settings(base, data).replace(theirs, other)
    with pytest.raises(UserError, match=sentence):
        train(config=written(tmp_path, text), out=tmp_path / "run")


def test_an_encoder_without_experts_is_refused(base: Pack, data: Path, tmp_path: Path) -> None:
    text = f'experts_for = "{base.folder.as_posix()}"\n' + BASE.format(root=data.as_posix())
    with pytest.raises(UserError, match="has no experts"):
        train(config=written(tmp_path, text), out=tmp_path / "run")


def test_an_encoder_is_taken_over_as_it_is_given_recordings(base: Pack, data: Path, tmp_path: Path) -> None:
    text = f'encoder_from = "{base.folder.as_posix()}"\n' + BASE.format(root=data.as_posix())
    text = text.replace("measured = false", "measured = true")
    with pytest.raises(UserError, match="given recordings in another way") as fault:
        train(config=written(tmp_path, text), out=tmp_path / "run")
    assert "measured = false" in fault.value.hint


def test_measurements_and_encoder_must_belong_together(data: Path, tmp_path: Path) -> None:
    text = BASE.format(root=data.as_posix()).replace("measured = false", "measured = true")
    with pytest.raises(UserError, match="takes no measurements") as fault:
        train(config=written(tmp_path, text), out=tmp_path / "run")
    assert "input.measured = false" in fault.value.hint
