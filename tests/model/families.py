"""A tiny random language model of every family, each with the peculiarities that could break a fusion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import torch
import transformers as hf

VOCABULARY: Final = 61
PAD: Final = 0
END: Final = 1
_SIZES: Final = {"vocab_size": VOCABULARY, "pad_token_id": PAD, "eos_token_id": END, "bos_token_id": END}
_LLAMA: Final = {
    **_SIZES,
    "hidden_size": 32,
    "intermediate_size": 40,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "max_position_embeddings": 64,
}
_GROUPED: Final = {**_LLAMA, "num_key_value_heads": 2}
_GPT: Final = {**_SIZES, "n_embd": 32, "n_layer": 3, "n_head": 4, "n_positions": 64}
_SLIDING: Final = 5
"""Shorter than the texts of the tests: a prefix that moves out of the window would show."""

MAKERS: Final[dict[str, Callable[[], Any]]] = {
    "gpt2": lambda: hf.GPT2LMHeadModel(hf.GPT2Config(**_GPT)),
    "gpt_neo": lambda: hf.GPTNeoForCausalLM(
        hf.GPTNeoConfig(
            **_SIZES,
            hidden_size=32,
            num_layers=3,
            num_heads=4,
            attention_types=[[["global", "local", "local"], 1]],
            window_size=_SLIDING,
            max_position_embeddings=64,
        )
    ),
    "gptj": lambda: hf.GPTJForCausalLM(hf.GPTJConfig(**_GPT, rotary_dim=4)),
    "gpt_neox": lambda: hf.GPTNeoXForCausalLM(hf.GPTNeoXConfig(**_LLAMA)),
    "opt": lambda: hf.OPTForCausalLM(
        hf.OPTConfig(
            **_SIZES,
            hidden_size=32,
            ffn_dim=40,
            num_hidden_layers=3,
            num_attention_heads=4,
            word_embed_proj_dim=32,
            max_position_embeddings=64,
        )
    ),
    "opt-post-norm": lambda: hf.OPTForCausalLM(
        hf.OPTConfig(
            **_SIZES,
            hidden_size=32,
            ffn_dim=40,
            num_hidden_layers=3,
            num_attention_heads=4,
            word_embed_proj_dim=16,
            do_layer_norm_before=False,
            max_position_embeddings=64,
        )
    ),
    "bloom": lambda: hf.BloomForCausalLM(hf.BloomConfig(**_SIZES, hidden_size=32, n_layer=3, n_head=4)),
    "llama": lambda: hf.LlamaForCausalLM(hf.LlamaConfig(**_LLAMA)),
    "llama-grouped": lambda: hf.LlamaForCausalLM(hf.LlamaConfig(**_GROUPED)),
    "mistral": lambda: hf.MistralForCausalLM(hf.MistralConfig(**_GROUPED, sliding_window=_SLIDING)),
    "mixtral": lambda: hf.MixtralForCausalLM(
        hf.MixtralConfig(**_GROUPED, num_local_experts=4, num_experts_per_tok=2, sliding_window=None)
    ),
    "qwen2": lambda: hf.Qwen2ForCausalLM(hf.Qwen2Config(**_GROUPED)),
    "qwen3": lambda: hf.Qwen3ForCausalLM(hf.Qwen3Config(**_GROUPED, head_dim=16)),
    "gemma": lambda: hf.GemmaForCausalLM(hf.GemmaConfig(**_GROUPED, head_dim=16)),
    "gemma2": lambda: hf.Gemma2ForCausalLM(
        hf.Gemma2Config(**_GROUPED, head_dim=16, sliding_window=_SLIDING, query_pre_attn_scalar=16)
    ),
    "gemma3": lambda: hf.Gemma3ForCausalLM(
        hf.Gemma3TextConfig(
            **_GROUPED,
            head_dim=16,
            sliding_window=_SLIDING,
            query_pre_attn_scalar=16,
            layer_types=["sliding_attention", "full_attention", "sliding_attention"],
        )
    ),
    "phi3": lambda: hf.Phi3ForCausalLM(hf.Phi3Config(**_GROUPED, sliding_window=_SLIDING)),
    "smollm3": lambda: hf.SmolLM3ForCausalLM(hf.SmolLM3Config(**_GROUPED)),
}
"""Name -> a maker of a language model; call :func:`tiny` for a repeatable one."""

FAMILIES: Final = tuple(MAKERS)


def tiny(name: str, *, seed: int = 3, eager: bool = False) -> Any:
    """Return the language model ``name`` with random weights large enough to matter, without dropout, in ``eval``."""
    torch.manual_seed(seed)
    model = MAKERS[name]()
    for parameter in model.parameters():
        if parameter.ndim > 1:
            torch.nn.init.normal_(parameter, std=0.2)
        else:  # biases and norms that would hide a missing one at 0 and 1
            parameter.data.add_(torch.randn_like(parameter) * 0.1)
    if eager:
        model.config._attn_implementation = "eager"
    return model.eval()
