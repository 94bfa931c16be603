"""A whole run that keeps a pack's encoder, teaches readers beside it, and makes a new language model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from meit_core.errors import UserError
from meit_core.formats import read_record
from meit_core.model.assembly import load_network
from meit_core.model.decoding.generator import load_generator
from meit_core.model.decoding.phrases import Phrase, load_phrases
from meit_core.model.ecg_input import model_input
from meit_core.model.packs.pack import Pack, read_pack
from meit_core.model.prompt import in_style
from meit_core.model.stated import load_statements
from meit_core.services.training import train
from meit_core.training.continued_pack import write_continued_pack
from meit_core.training.continuing import load_to_continue
from tests.training.ptbxl_folder import make_ptbxl
from tests.training.tiny_recipe import NETWORK, PLAIN

STAGES = """[pretrain]
batch = 4
[pretrain.loop]
epochs = 1
[tune]
batch = 4
{tune}
[tune.loop]
epochs = 1
[generation]
max_new_tokens = 12
[generation.drawing]
rows = 3
"""
READING = """[reading]
readers = 2
least = 3
batch = 8
[reading.loop]
epochs = 2
"""
DISTURBING = """[disturbing]
copies = 1
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ptbxl(tmp_path_factory.mktemp("ptbxl"), per_fold=8, houses=True)


@pytest.fixture(scope="module")
def base(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return trained(tmp_path_factory.mktemp("base"), NETWORK + STAGES.format(tune=""), data)


@pytest.fixture(scope="module")
def pack(base: Pack, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return trained(tmp_path_factory.mktemp("reading"), settings(base), data)


def settings(base: Pack) -> str:
    network = NETWORK.replace("[decoder]\n", '[decoder]\nkind = "gpt2"\ndropout = 0.1\n')
    stages = STAGES.format(tune="encoder_rate = 0.0\nunconfirmed = 0.2\nleast_in_style = 2")
    return f'encoder_from = "{base.folder.as_posix()}"\n{network}{DISTURBING}{READING}{stages}'


def trained(folder: Path, text: str, data: Path) -> Pack:
    recipe = folder / "recipe.toml"
    recipe.write_text(text.replace("{root}", data.as_posix()), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("meit_core.training.label_space.MINIMUM_CODED", 2)
        return read_pack(train(config=recipe, out=folder / "run").pack)


def signals(pack: Pack, data: Path) -> np.ndarray:
    given = load_generator(pack).input
    names = ("00017_lr", "00018_lr")
    return np.stack([model_input(read_record(data / "records100" / "00000" / name), given) for name in names])


def test_the_findings_stay_those_of_the_encoder(base: Pack, pack: Pack, data: Path) -> None:
    before, after = (load_generator(each).findings_of_all(signals(each, data)) for each in (base, pack))
    for old, new in zip(before, after, strict=True):
        assert {each.code: round(each.probability, 3) for each in old} == {
            each.code: round(each.probability, 3) for each in new
        }


def test_the_pack_says_what_is_in_it(pack: Pack) -> None:
    phrases = load_phrases(pack.folder / "phrases.json")
    assert len(phrases) == pack.manifest["encoder"]["phrases"] > 0
    assert pack.manifest["encoder"]["readers"] == 2
    assert pack.manifest["backbone"]["architecture"] == "GPT2LMHeadModel"
    assert set(pack.manifest["training"]["seeds"]) == {"encoder", "tune", "copies", "readers"}
    assert pack.manifest["trained_parameters"] == pack.manifest["parameters"]
    for told in ("guess from the same measurements", "GPT-2-architecture", "the encoder stayed as it was"):
        assert told in pack.card
    assert pack.manifest["training"]["disturbed_copies"] == 1
    assert "1 disturbed copies" not in pack.card and "a disturbed copy of each recording" in pack.card


def test_the_house_styles_of_the_reports_are_learnt(pack: Pack, data: Path) -> None:
    assert pack.manifest["prompt"]["styles"] == ["at-6, site 1", "cs-12, site 2"]
    assert pack.manifest["fusion"]["n_house"] == 4
    network = load_network(pack.manifest, pack.folder, device="cpu")
    both = torch.from_numpy(signals(pack, data))
    asked = [network.ecg_tokens(both, style)[1].phrases for style in ((1, 3), (2, 4))]
    place = load_phrases(pack.folder / "phrases.json").index(Phrase(("earlier", "tracings")))
    assert (asked[1][:, place] > asked[0][:, place] + 0.5).all(), "only the second house asks for earlier tracings"


def test_what_reports_state_is_guessed_and_calibrated(pack: Pack, data: Path) -> None:
    generator, both = load_generator(pack), signals(pack, data)
    named = {output.code for output in load_statements(pack.folder / "statements.json")}
    assert len(named) == pack.manifest["encoder"]["statements"]
    assert {"AFIB", "SR"} <= named
    likely = generator.statements_of_all(both)
    assert [{each.code for each in found} for found in likely] == [named, named]
    assert all(0 < each.probability < 1 for found in likely for each in found)
    assert likely != generator.findings_of_all(both)


def test_a_style_is_asked_for_in_the_prompt(pack: Pack, data: Path) -> None:
    generator, both = load_generator(pack), signals(pack, data)
    asked = in_style(generator.default_prompt, "cs-12, site 2")
    together = [written.text for written in generator.write(both, asked)]
    assert together == ["".join(generator.stream(signal, asked)) for signal in both]
    text, of_findings = generator.lead_effects(both[0], asked, ["sinus rhythm."], ["SR", "not known"])
    assert len(text[0]) == len(of_findings[0]) == 12 and of_findings[1] == ()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("meit_core.model.decoding.hiding_leads.LONGEST_S", 0.0)  # a model for which it takes too long
        assert generator.lead_effects(both[0], asked, ["sinus rhythm."], ["SR", "not known"]) == ((), ((), ()))


def test_it_drafts_alone_as_side_by_side(pack: Pack, data: Path) -> None:
    generator, both = load_generator(pack), signals(pack, data)
    together = [written.text for written in generator.write(both)]
    assert together == ["".join(generator.stream(signal)) for signal in both]
    assert all(len(written.drawn) == 3 for written in generator.write(both))


def test_a_pack_that_learns_on_keeps_the_phrases(pack: Pack, tmp_path: Path) -> None:
    model, _ = load_to_continue(pack, device="cpu")
    learnt_on = write_continued_pack(tmp_path / "pack", before=pack, model=model, changes={}, card="# Card\n")
    assert load_phrases(learnt_on.folder / "phrases.json") == load_phrases(pack.folder / "phrases.json")
    assert load_statements(learnt_on.folder / "statements.json") == load_statements(pack.folder / "statements.json")
    load_generator(learnt_on)


def test_an_encoder_without_measurements_has_nothing_to_read(data: Path, tmp_path: Path) -> None:
    text = PLAIN + READING + STAGES.format(tune="")
    with pytest.raises(UserError, match="no measurements to read from"):
        trained(tmp_path, text, data)


def test_an_unknown_architecture_is_refused(data: Path, tmp_path: Path) -> None:
    text = NETWORK.replace("[decoder]\n", '[decoder]\nkind = "gpt5"\n') + STAGES.format(tune="")
    with pytest.raises(UserError, match="kind gpt5 can't be made"):
        trained(tmp_path, text, data)
