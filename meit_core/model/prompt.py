"""The text around a report: the paper's template, and which tokens the loss may see. Free of torch."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

USER: Final = "<|user|>"
ASSISTANT: Final = "<|assistant|>"
END: Final = "<|end|>"
PAD: Final = "<|pad|>"
SPECIAL_TOKENS: Final = (PAD, END, USER, ASSISTANT)
IGNORED: Final = -100
"""Label of a token without loss (PyTorch's and Hugging Face's convention)."""
LONGEST_PROMPT: Final = 96
"""Tokens of an instruction that are kept; training saw nothing near this length."""


class PromptTokenizer:
    """A pack's tokenizer together with the template ``<|user|>`` instruction ``<|assistant|>`` report ``<|end|>``.

    Parameters
    ----------
    tokenizer
        A ``tokenizers.Tokenizer`` that knows :data:`SPECIAL_TOKENS`.
    """

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer
        self.pad_id = int(tokenizer.token_to_id(PAD))
        self.end_id = int(tokenizer.token_to_id(END))
        self._assistant_id = int(tokenizer.token_to_id(ASSISTANT))

    @classmethod
    def load(cls, folder: Path) -> PromptTokenizer:
        """Read ``tokenizer.json`` of a pack's tokenizer folder."""
        from tokenizers import Tokenizer

        return cls(Tokenizer.from_file(str(folder / "tokenizer.json")))

    def prompt_ids(self, prompt: str) -> list[int]:
        """Return the tokens in front of the report, the assistant tag the last but its line break.

        Tags inside the instruction are taken out: a typed tag must not end it.
        """
        for tag in SPECIAL_TOKENS:
            prompt = prompt.replace(tag, " ")
        instruction = self._ids(prompt.strip())[:LONGEST_PROMPT]
        return [*self._ids(f"{USER}\n"), *instruction, *self._ids("\n"), self._assistant_id, *self._ids("\n")]

    def training_ids(self, prompt: str, report: str) -> tuple[list[int], list[int]]:
        """Return input ids and labels: the loss falls on the report and the end token only."""
        before = self.prompt_ids(prompt)
        after = [*self._ids(report), self.end_id]
        return before + after, [IGNORED] * len(before) + after

    def text(self, ids: list[int]) -> str:
        """Return the report of generated tokens."""
        return str(self.tokenizer.decode(ids, skip_special_tokens=True))

    def _ids(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)
