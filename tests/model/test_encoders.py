"""Every kind of encoder keeps the same contract; the paper's has the paper's numbers."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from meit_core.errors import UserError
from meit_core.model.encoders import ENCODER_KINDS, build_encoder, encoder_config
from meit_core.model.encoders.resnet50_1d import ResNet50, ResNetConfig
from meit_core.model.encoders.state_space import DiagonalStateSpace
from meit_core.model.projectors import PaperProjector

SMALL: dict[str, dict[str, Any]] = {
    "conv-transformer": {"widths": [8, 16], "blocks_per_stage": 1, "attention_layers": 1, "attention_heads": 2},
    "conv-transformer-measuring": {
        "widths": [8, 16],
        "blocks_per_stage": 1,
        "attention_layers": 1,
        "attention_heads": 2,
        "components": 4,
        "experts": 2,
        "expert_width": 8,
    },
    "resnet50-1d": {},
    "light-conv": {"widths": [8, 16, 16]},
    "patch-transformer": {"width": 16, "layers": 1, "heads": 2},
    "state-space": {"width": 16, "layers": 1, "states": 4},
}


def small(kind: str, **changes: Any) -> Any:
    torch.manual_seed(1)
    return build_encoder(encoder_config({"kind": kind, **SMALL[kind], "n_tokens": 5, "n_findings": 3, **changes}))


def signals(n: int = 2, length: int = 1000) -> Tensor:
    return torch.randn(n, 12, length, generator=torch.Generator().manual_seed(2)) * 0.3


def test_every_kind_is_proved_here() -> None:
    assert set(SMALL) == set(ENCODER_KINDS)


@pytest.mark.parametrize("kind", ENCODER_KINDS)
@torch.no_grad()
def test_shapes_are_those_that_are_announced(kind: str) -> None:
    encoder = small(kind).eval()
    encoded = encoder(signals(3))
    assert encoded.tokens.shape == (3, 5, encoder.width)
    assert encoded.pooled.shape == (3, encoder.pooled_width)
    assert encoded.finding_logits.shape == (3, encoder.n_findings) == (3, 3)
    assert encoder.n_tokens == 5


@pytest.mark.parametrize("kind", ENCODER_KINDS)
@torch.no_grad()
def test_a_findings_head_is_optional(kind: str) -> None:
    assert small(kind, n_findings=0).eval()(signals()).finding_logits.shape == (2, 0)


@pytest.mark.parametrize("kind", ENCODER_KINDS)
@torch.no_grad()
def test_settings_and_weights_survive_the_pack(kind: str) -> None:
    encoder = small(kind).eval()
    again = build_encoder(encoder_config(encoder.config.to_dict())).eval()
    again.load_state_dict(encoder.state_dict())
    torch.testing.assert_close(again(signals()).tokens, encoder(signals()).tokens)
    assert encoder.config.with_findings(7).n_findings == 7


@pytest.mark.parametrize("kind", ENCODER_KINDS)
def test_every_weight_learns(kind: str) -> None:
    encoder = small(kind, dropout=0.0) if kind != "resnet50-1d" else small(kind)
    encoded = encoder.train()(signals(4))
    weights = torch.randn(encoded.tokens.shape, generator=torch.Generator().manual_seed(0))
    (encoded.finding_logits.square().sum() + encoded.pooled.pow(3).sum() + (encoded.tokens * weights).sum()).backward()
    untouched = [name for name, p in encoder.named_parameters() if p.grad is None or float(p.grad.abs().sum()) == 0]
    assert not untouched


@pytest.mark.parametrize("kind", ENCODER_KINDS)
@torch.no_grad()
def test_a_recording_is_encoded_alike_alone_and_in_a_batch(kind: str) -> None:
    encoder = small(kind).eval()
    together = encoder(signals(3))
    assert not torch.allclose(together.pooled[0], together.pooled[1], atol=1e-4)
    alone = encoder(signals(3)[1:2])
    torch.testing.assert_close(alone.tokens[0], together.tokens[1], atol=1e-5, rtol=1e-4)


@settings(max_examples=20, deadline=None)
@given(kind=st.sampled_from(ENCODER_KINDS), length=st.integers(200, 5000), tokens=st.integers(1, 12))
@torch.no_grad()
def test_any_length_gives_the_same_number_of_tokens(kind: str, length: int, tokens: int) -> None:
    encoder = small(kind, n_tokens=tokens).eval()
    length = min(length, encoder.config.longest or length)
    if kind == "resnet50-1d":
        length = min(length, 1000)  # deep: keep the test quick
    encoded = encoder(signals(1, length))
    assert encoded.tokens.shape[1] == tokens
    assert torch.isfinite(encoded.tokens).all()


@pytest.mark.parametrize(
    ("kind", "setting"), [("conv-transformer", "most_frames"), ("patch-transformer", "most_patches")]
)
@torch.no_grad()
def test_the_longest_recording_is_announced_and_no_longer_one_is_taken(kind: str, setting: str) -> None:
    encoder = small(kind, **{setting: 20}).eval()
    longest = encoder.config.longest
    assert encoder(signals(1, longest)).tokens.shape == (1, 5, 16)
    with pytest.raises(ValueError, match="longer than the 20 known"):
        encoder(signals(1, longest + 20))


@pytest.mark.parametrize("kind", ["resnet50-1d", "light-conv", "state-space"])
def test_other_kinds_take_any_length(kind: str) -> None:
    assert encoder_config({"kind": kind}).longest is None


@pytest.mark.parametrize("wrong", [{"kind": "patch-transformer", "heads": 5}, {"attention_heads": 0}])
def test_heads_that_do_not_divide_the_width_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="don't divide its width"):
        encoder_config(wrong)


def test_the_papers_encoder_has_the_papers_size() -> None:
    """meit_reference, section 1: 15,959,168 in the trunk, 20,422,144 with the head for heads of 128."""
    encoder = ResNet50(ResNetConfig())
    assert size(encoder) == 15_959_168
    with_head = {d: size(encoder) + size(paper_head(d)) for d in (64, 96, 128, 256)}
    assert with_head[128] == 20_422_144
    assert {d: round(n / 1e6, 2) for d, n in with_head.items()} == {64: 20.29, 96: 20.36, 128: 20.42, 256: 20.68}


def test_the_papers_encoder_is_built_as_its_code_says() -> None:
    encoder = ResNet50(ResNetConfig()).eval()
    stem = encoder.stem[0]
    assert (stem.in_channels, stem.out_channels) == (12, 64)
    assert (stem.kernel_size, stem.stride, stem.padding) == ((7,), (2,), (3,))
    assert encoder.lengths(5000) == (2500, 2500, 1250, 625, 313)
    assert [len(stage) for stage in encoder.stages] == [3, 4, 6, 3]
    assert [stage[0].conv2.stride[0] for stage in encoder.stages] == [1, 2, 2, 2]
    assert [stage[-1].conv3.out_channels for stage in encoder.stages] == [256, 512, 1024, 2048]
    assert not any(isinstance(module, nn.MaxPool1d) for module in encoder.modules())
    assert all(module.bias is None for module in encoder.modules() if isinstance(module, nn.Conv1d))
    with torch.no_grad():
        encoded = encoder(signals(1, 5000))
    assert encoded.tokens.shape == (1, 1, 2048)
    torch.testing.assert_close(encoded.tokens[:, 0], encoded.pooled)


@torch.no_grad()
def test_the_state_space_kernel_is_the_recurrence_written_out() -> None:
    """Zero-order hold: state' = exp(dA) state + (exp(dA) - 1) / A x, y = 2 Re(C state') + D x."""
    torch.manual_seed(4)
    layer, n = DiagonalStateSpace(3, 4), 40
    x = torch.randn(1, 3, n)
    a = torch.complex(-layer.log_decay.exp(), layer.frequency).to(torch.complex128)
    turn = torch.exp(a * layer.log_step.exp()[:, None])
    gain = (turn - 1) / a
    c = torch.view_as_complex(layer.output.contiguous()).to(torch.complex128)
    state, expected = torch.zeros(3, 4, dtype=torch.complex128), []
    for k in range(n):
        state = turn * state + gain * x[0, :, k, None]
        expected.append(2 * (c * state).sum(-1).real + layer.direct * x[0, :, k])
    torch.testing.assert_close(layer(x)[0], torch.stack(expected, dim=-1).float(), atol=1e-4, rtol=1e-3)


def test_unknown_kinds_and_settings_are_named() -> None:
    with pytest.raises(UserError, match="no encoder of the kind wavelet"):
        encoder_config({"kind": "wavelet"})
    with pytest.raises(UserError, match="light-conv has no setting wdths"):
        encoder_config({"kind": "light-conv", "wdths": [8]})
    assert encoder_config({"widths": [8, 16]}).kind == "conv-transformer"  # a pack from before there were kinds


def paper_head(head_width: int) -> PaperProjector:
    return PaperProjector(pooled_width=2048, head_width=head_width, hidden=16 * head_width)


def size(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())
