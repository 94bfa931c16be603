"""House styles: names, numbers, and what a model is told of them."""

from __future__ import annotations

import pytest
import torch

from meit_core.errors import UserError
from meit_core.model.assembly import DecoderConfig, assemble, new_decoder
from meit_core.model.encoders import build_encoder
from meit_core.model.encoders.measuring import MeasuringConfig
from meit_core.model.house_styles import HouseStyles
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import in_style, split_style
from meit_core.model.variants import variant
from meit_core.signal.beat_page import PAGE_COLUMNS

STYLES = HouseStyles(("at-6, site 1", "cs-12 e, site 0", "cs-12 e, site 1"))


def test_the_parts_of_the_names_are_numbered() -> None:
    assert STYLES.parts == ("at-6", "cs-12 e", "site 0", "site 1")
    assert STYLES.numbers("cs-12 e, site 1") == (2, 4)
    assert STYLES.numbers(" CS-12  E, Site 1") == (2, 4)


@pytest.mark.parametrize(
    ("style", "numbers"),
    [("at-6, site 0", (1, 3)), ("at-7, site 0", (0, 3)), ("at-7", (0, 0)), ("", (0, 0)), ("a, b, c", (0, 0))],
)
def test_what_is_known_of_a_style_is_told(style: str, numbers: tuple[int, ...]) -> None:
    assert STYLES.numbers(style) == numbers
    assert STYLES.knows(style) is any(numbers)


def test_a_prompt_is_split_where_it_asks_for_a_style() -> None:
    assert split_style(in_style("Report this ECG.", "cs-12 e, site 0")) == ("Report this ECG.", "cs-12 e, site 0")
    assert split_style("Report this ECG.") == ("Report this ECG.", "")


def model(n_house: int = 4) -> MeitModel:
    torch.manual_seed(1)
    encoder = build_encoder(MeasuringConfig(n_findings=3, readers=2, phrases=5, statements=2, experts=1, components=4))
    decoder = new_decoder(
        DecoderConfig(hidden=32, layers=1, heads=2, feed_forward=32), vocabulary=40, end_id=1, pad_id=0
    )
    return assemble(encoder, variant("meit-desktop", n_summary=2, n_house=n_house), decoder).eval()


def test_a_style_changes_its_own_tokens_and_what_is_guessed() -> None:
    made = model()
    wording = torch.zeros(5, 7)
    wording[2, 0], wording[4, 0], wording[4, 1], wording[4, 6] = 1.0, 0.5, -2.0, -3.0
    made.projector.house.acquaint(wording)
    made.projector.impression.acquaint(torch.randn(20, 5))
    signal = torch.randn(2, 12, 1000 + PAGE_COLUMNS)
    with torch.no_grad():
        plain, before = made.ecg_tokens(signal)
        none, _ = made.ecg_tokens(signal, (0, 0))
        told, after = made.ecg_tokens(signal, STYLES.numbers("cs-12 e, site 1"))
    assert torch.equal(plain, none)
    assert not torch.equal(plain[:, :2], told[:, :2])
    assert torch.equal(plain[:, 2:4], told[:, 2:4]), "embedding and findings are the recording's, whoever reports"
    assert not torch.equal(plain[:, 4:6], told[:, 4:6])
    assert torch.equal(plain[:, 6:], told[:, 6:])
    assert before.phrases is not None and after.phrases is not None
    assert torch.allclose(after.phrases - before.phrases, torch.tensor([1.5, -2.0, 0.0, 0.0, 0.0]), atol=1e-5)
    assert before.statements is not None and after.statements is not None
    assert torch.allclose(after.statements - before.statements, torch.tensor([0.0, -3.0]), atol=1e-5)


def test_a_model_without_styles_answers_as_ever() -> None:
    made, signal = model(n_house=0), torch.randn(1, 12, 1000 + PAGE_COLUMNS)
    with torch.no_grad():
        assert torch.equal(made.ecg_tokens(signal)[0], made.ecg_tokens(signal, (1, 2))[0])


def test_the_papers_projection_knows_none() -> None:
    decoder = new_decoder(
        DecoderConfig(hidden=32, layers=1, heads=2, feed_forward=32), vocabulary=40, end_id=1, pad_id=0
    )
    encoder = build_encoder(MeasuringConfig(n_findings=3, components=4))
    with pytest.raises(UserError, match="knows no house styles"):
        assemble(encoder, variant("meit-paper", n_house=2), decoder)
