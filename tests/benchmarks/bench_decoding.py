"""Decoding: what the ECG in front of the text costs, and what drafting many recordings together saves."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

import numpy as np
import torch
import transformers as hf
from torch import Tensor, nn
from transformers import DynamicCache

from meit_core.domain.record import Signal
from meit_core.model.decoding.generator import load_generator
from meit_core.model.ecg_input import model_input
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import find_pack
from meit_core.model.variants import build_fusion, variant
from meit_core.signal.simulator import demo_cases
from tests.benchmarks.rows import Row

N_ECG: Final = 25
PROMPT: Final = 24
NEW_TOKENS: Final = 64
REPETITIONS: Final = 15
"""Interleaved, with and without ECG."""
_SIZES: Final = {"vocab_size": 49152, "bos_token_id": 0, "eos_token_id": 0, "pad_token_id": 0}
HIDDEN: Final = 576
"""SmolLM2-135M's width and vocabulary, with fewer layers."""
LAYERS: Final = 8
TOGETHER: Final = 32
"""Recordings that are drafted one by one and side by side."""


def _llama() -> Any:
    sizes = {"intermediate_size": 1536, "num_attention_heads": 9, "num_key_value_heads": 3}
    return hf.LlamaForCausalLM(hf.LlamaConfig(**_SIZES, **sizes, hidden_size=HIDDEN, num_hidden_layers=LAYERS))


def _gpt2() -> Any:
    return hf.GPT2LMHeadModel(hf.GPT2Config(**_SIZES, n_embd=HIDDEN, n_layer=LAYERS, n_head=9))


def _bloom() -> Any:
    return hf.BloomForCausalLM(hf.BloomConfig(**_SIZES, hidden_size=HIDDEN, n_layer=LAYERS, n_head=9))


FAMILIES: Final[dict[str, Callable[[], Any]]] = {"llama": _llama, "gpt2": _gpt2, "bloom": _bloom}


def measure() -> Iterator[Row]:
    for name in FAMILIES:
        yield from _cost_of_the_ecg(name)
    yield from _side_by_side()
    yield _first_token()


def _cost_of_the_ecg(name: str) -> Iterator[Row]:
    torch.manual_seed(1)
    plain, fused = FAMILIES[name]().eval(), FAMILIES[name]().eval()
    fused.load_state_dict(plain.state_dict())
    model = MeitModel(nn.Identity(), nn.Identity(), build_fusion(variant("meit-desktop"), fused), fused).eval()
    tokens, prompt = torch.randn(1, N_ECG, HIDDEN), torch.randint(1, 49152, (1, PROMPT))
    ways = {
        "with": lambda: model.greedy(tokens, prompt, max_new_tokens=NEW_TOKENS),
        "without": lambda: _plain_greedy(plain, prompt),
    }
    for way in ways.values():
        _rate(way())
    rates = [{key: _rate(way()) for key, way in ways.items()} for _ in range(REPETITIONS)]
    share = statistics.median(each["with"] / each["without"] for each in rates)
    how = f"{N_ECG} ECG tokens, batch 1, {NEW_TOKENS} new tokens, {LAYERS} layers of {HIDDEN}; median of paired ratios"
    yield Row(f"decoding speed with ECG, {name}", share * 100, "%", 95.0, REPETITIONS, how, lower_is_better=False)
    rate = statistics.median(each["with"] for each in rates)
    yield Row(f"decoding with ECG, {name}", rate, "tokens/s", None, REPETITIONS, how, lower_is_better=False)


@torch.inference_mode()
def _plain_greedy(model: Any, prompt: Tensor) -> Iterator[Tensor]:
    """Yield what Hugging Face's model alone writes, with its own cache."""
    cache = DynamicCache(config=model.config)
    current = prompt
    for _ in range(NEW_TOKENS):
        logits = model(input_ids=current, past_key_values=cache, use_cache=True, logits_to_keep=1).logits
        chosen = logits[:, -1].argmax(-1)
        yield chosen
        current = chosen[:, None]


def _rate(tokens: Iterator[Tensor]) -> float:
    """Tokens per second after the first one, which reading the prompt precedes."""
    next(tokens)
    start = time.perf_counter()
    n = sum(1 for _ in tokens)
    return n / (time.perf_counter() - start)


def _side_by_side() -> Iterator[Row]:
    """Draft the demo studies' signals, again and again with a little noise, one by one and together."""
    pack = find_pack()
    signals = _signals()
    for name in ("greedy", "consensus"):
        generation = {**pack.manifest["generation"], "decoding": name}
        generator = load_generator(replace(pack, manifest={**pack.manifest, "generation": generation}))
        "".join(generator.stream(signals[0]))
        start = time.perf_counter()
        alone = ["".join(generator.stream(signal)) for signal in signals]
        one_by_one = time.perf_counter() - start
        start = time.perf_counter()
        together = [written.text for written in generator.write(signals)]
        side_by_side = time.perf_counter() - start
        same = sum(one == other for one, other in zip(alone, together, strict=True))
        how = f"{pack.name}, {generator.together} recordings at a time; {same} of {len(signals)} texts as one by one"
        yield Row(
            f"drafting side by side, {name}",
            one_by_one / side_by_side,
            "times as fast",
            1.0,
            len(signals),
            how,
            lower_is_better=False,
        )
        yield Row(f"report, {name}, side by side", side_by_side / len(signals) * 1000, "ms", None, len(signals), how)


def _signals() -> Signal:
    """Return 32 recordings as the model is given them."""
    chance = np.random.default_rng(7)
    demo = [model_input(case.simulate().record) for case in demo_cases()]
    signals = np.stack([demo[place % len(demo)] for place in range(TOGETHER)])
    return (signals + chance.normal(0, 0.01, signals.shape)).astype(np.float32)


def _first_token() -> Row:
    """Load the pack anew in a process that has torch, and wait for the first token's piece."""
    signal = _signals()[0]
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        next(load_generator(find_pack()).stream(signal))
        seconds.append(time.perf_counter() - start)
    how = "pack verified and loaded, first token computed; torch and transformers are imported"
    return Row("pack to first token", statistics.median(seconds) * 1000, "ms", None, len(seconds), how)
