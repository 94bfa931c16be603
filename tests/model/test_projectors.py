"""Between encoder and language model: the product's tokens and the paper's one vector."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from meit_core.model.encoders import ENCODER_KINDS, Encoded
from meit_core.model.projectors import EcgProjector, PaperProjector
from tests.model.test_encoders import signals, small

HIDDEN = 32


def encoded(batch: int = 3, *, pooled: int = 16, seed: int = 1) -> Encoded:
    dice = torch.Generator().manual_seed(seed)
    shapes = ((batch, 5, 8), (batch, pooled), (batch, 4))
    return Encoded(*(torch.randn(*shape, generator=dice) for shape in shapes))


def temporal(**changes: Any) -> EcgProjector:
    torch.manual_seed(2)
    sizes = {"width": 8, "pooled_width": 16, "n_findings": 4, "hidden": HIDDEN, "n_summary": 2}
    return EcgProjector(**{**sizes, **changes}).eval()


def paper(head_width: int = 8, *, hidden: int = HIDDEN, pooled: int = 16, batch_norm: bool = True) -> PaperProjector:
    torch.manual_seed(2)
    return PaperProjector(pooled_width=pooled, head_width=head_width, hidden=hidden, batch_norm=batch_norm).eval()


@torch.no_grad()
def test_summary_tokens_stand_before_the_tokens_of_time() -> None:
    projector, given_ = temporal(), encoded()
    tokens = projector(given_)
    assert tokens.shape == (3, 2 + 5, HIDDEN)
    later = Encoded(given_.tokens.clone(), given_.pooled, given_.finding_logits)
    later.tokens[:, 3] += 1
    changed = (projector(later) != tokens).any(dim=-1).any(dim=0)
    assert changed.tolist() == [False, False, False, False, False, True, False]
    known = Encoded(given_.tokens, given_.pooled, given_.finding_logits + 1)
    changed = (projector(known) != tokens).any(dim=-1).any(dim=0)
    assert changed.tolist() == [True, True, False, False, False, False, False]


@torch.no_grad()
def test_summary_tokens_are_optional() -> None:
    alone = temporal(n_summary=0)
    assert alone(encoded()).shape == (3, 5, HIDDEN)
    assert not any(name.startswith("summary") for name in alone.state_dict())


def test_the_names_of_the_weights_are_those_in_packs() -> None:
    assert {name.rpartition(".")[0] for name in temporal().state_dict()} == {
        *("temporal.0", "temporal.1", "temporal.4"),
        *("summary.0", "summary.1", "summary.4"),
    }


@settings(max_examples=30, deadline=None)
@given(head=st.integers(1, 16), tiles=st.integers(1, 6), batch=st.integers(1, 5), seed=st.integers(0, 99))
@torch.no_grad()
def test_the_papers_token_is_one_unit_vector_tiled_over_the_heads(head: int, tiles: int, batch: int, seed: int) -> None:
    token = paper(head, hidden=head * tiles, batch_norm=False)(encoded(batch, seed=seed))
    assert token.shape == (batch, 1, head * tiles)
    each = token[:, 0].view(batch, tiles, head)
    assert torch.equal(each, each[:, :1].expand_as(each))
    torch.testing.assert_close(each[:, 0].norm(dim=-1), torch.ones(batch))


def test_the_papers_layers_are_those_of_its_code() -> None:
    """meit_reference, section 1: batch normalisation for every language model but GPT-NeoX."""
    names = [type(layer).__name__ for layer in paper().layers]
    assert names == ["Linear", "BatchNorm1d", "ReLU", "Linear", "BatchNorm1d"]
    assert [type(layer).__name__ for layer in paper(batch_norm=False).layers] == ["Linear", "ReLU", "Linear"]


@torch.no_grad()
def test_a_single_recording_is_projected_as_it_is_among_others() -> None:
    projector = paper().train()
    for seed in range(4):
        projector(encoded(16, seed=seed))  # batch statistics of its own
    projector.eval()
    three = encoded()
    alone = projector(Encoded(three.tokens[:1], three.pooled[:1], three.finding_logits[:1]))
    torch.testing.assert_close(alone, projector(three)[:1])


def test_a_width_that_the_head_does_not_divide_is_refused() -> None:
    with pytest.raises(ValueError, match="32 is no multiple of 24"):
        paper(24)


@pytest.mark.parametrize("kind", ENCODER_KINDS)
@pytest.mark.parametrize("n_findings", [0, 3])
def test_every_encoder_meets_both_projections(kind: str, n_findings: int) -> None:
    encoder = small(kind, n_findings=n_findings)
    both = (
        temporal(width=encoder.width, pooled_width=encoder.pooled_width, n_findings=n_findings),
        paper(pooled=encoder.pooled_width),
    )
    for projector, n in zip(both, (2 + encoder.n_tokens, 1), strict=True):
        tokens: Tensor = projector.train()(encoder.train()(signals(3, 400)))
        assert tokens.shape == (3, n, HIDDEN)
        (tokens * torch.randn(tokens.shape, generator=torch.Generator().manual_seed(3))).sum().backward()
        first = next(encoder.parameters())
        assert first.grad is not None
        assert float(first.grad.abs().sum()) > 0
        encoder.zero_grad()
