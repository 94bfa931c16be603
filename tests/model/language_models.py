"""Language models as folders in Hugging Face's format: tiny, random, written in a moment."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import torch
import transformers as hf
from tokenizers import Tokenizer, models, pre_tokenizers

WORDS: Final = ("<|end|>", "sinus", "rhythm", "atrial", "fibrillation", "normal", "ecg", "block", "bundle", "branch")
SIZES: Final = {"vocab_size": 16, "bos_token_id": 0, "eos_token_id": 0, "pad_token_id": 0}
HIDDEN: Final = 64


def new_model(family: str = "llama", seed: int = 1) -> Any:
    """Return a random language model whose layers are whole blocks of 64 weights, as NF4 quantises them."""
    torch.manual_seed(seed)
    if family == "gpt2":
        return hf.GPT2LMHeadModel(hf.GPT2Config(**SIZES, n_embd=HIDDEN, n_layer=2, n_head=4, n_positions=64)).eval()
    config = hf.LlamaConfig(
        **SIZES,
        hidden_size=HIDDEN,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=64,
    )
    return hf.LlamaForCausalLM(config).eval()


def write_tokenizer(folder: Path, words: tuple[str, ...] = WORDS) -> None:
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(words)}, unk_token=words[0]))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))


def write_model(folder: Path, family: str = "llama", *, seed: int = 1, shard_size: str = "1GB") -> Path:
    """Write a language model with its tokenizer and return the folder."""
    new_model(family, seed).save_pretrained(str(folder), max_shard_size=shard_size)
    write_tokenizer(folder)
    return folder
