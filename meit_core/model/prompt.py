"""The text around a report: a pack's template, and which tokens the loss may see. Free of torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.errors import UserError

USER: Final = "<|user|>"
ASSISTANT: Final = "<|assistant|>"
END: Final = "<|end|>"
PAD: Final = "<|pad|>"
SPECIAL_TOKENS: Final = (PAD, END, USER, ASSISTANT)
IGNORED: Final = -100
"""Label of a token without loss (PyTorch's and Hugging Face's convention)."""
_STYLE: Final = " House style: "
LONGEST_PROMPT: Final = 96
"""Tokens of an instruction that are kept; training saw nothing near this length."""

MEIT_TEMPLATE: Final = f"{USER}\n{{instruction}}\n{ASSISTANT}\n{{report}}{END}"
"""The paper's. Its tags are tokens of their own in a tokenizer made here, and plain text in a pretrained one."""
CHATML_TEMPLATE: Final = "<|im_start|>user\n{instruction}<|im_end|>\n<|im_start|>assistant\n{report}<|im_end|>"
"""The form in which SmolLM2-Instruct and Qwen's chat models were taught to answer."""


def in_style(instruction: str, style: str) -> str:
    """Ask for a report in a house style, one of ``prompt.styles`` of a pack; empty for none."""
    return f"{instruction}{_STYLE}{style}." if style else instruction


def split_style(prompt: str) -> tuple[str, str]:
    """Return the instruction of a prompt, and the house style that it asks for; empty for none."""
    instruction, asks, style = prompt.strip().rpartition(_STYLE)
    return (instruction, style.removesuffix(".")) if asks else (prompt, "")


@dataclass(frozen=True, slots=True)
class Template:
    """What stands before an instruction, between it and the report, and after the report: one end token."""

    before: str
    between: str
    end: str

    @classmethod
    def parse(cls, text: str) -> Template:
        """Read ``before{instruction}between{report}end`` (``prompt.template`` of a pack).

        Raises
        ------
        UserError
            If a part is missing.
        """
        before, instruction, rest = text.partition("{instruction}")
        between, report, end = rest.partition("{report}")
        if not instruction or not report or not end:
            raise UserError(
                "The prompt template must hold {instruction}, then {report}, then the end token.", f"It says: {text!r}"
            )
        return cls(before, between, end)


class PromptTokenizer:
    """A pack's tokenizer together with its template.

    Parameters
    ----------
    tokenizer
        A ``tokenizers.Tokenizer``.
    template
        See :meth:`Template.parse`.

    Attributes
    ----------
    end_id
        Ends a report.
    pad_id
        Fills batches; the attention mask hides it, so where the tokenizer has none the end token serves.

    Raises
    ------
    UserError
        If the template's end isn't one token of this tokenizer.
    """

    def __init__(self, tokenizer: Any, template: str = MEIT_TEMPLATE) -> None:
        self.tokenizer = tokenizer
        self.template = template
        parts = Template.parse(template)
        end = self._ids(parts.end)
        if len(end) != 1:
            raise UserError(
                f"The tokenizer of this pack has no token for “{parts.end}”, the end of a report.",
                "Use the tokenizer that belongs to the language model.",
            )
        self.end_id = end[0]
        pad = tokenizer.token_to_id(PAD)
        self.pad_id = self.end_id if pad is None else int(pad)
        self._before, self._between = self._ids(parts.before), self._ids(parts.between)
        added = (token.content for token in tokenizer.get_added_tokens_decoder().values())
        self._tags = sorted({USER, ASSISTANT, parts.end, *added}, key=len, reverse=True)

    @classmethod
    def load(cls, folder: Path, template: str = MEIT_TEMPLATE) -> PromptTokenizer:
        """Read ``tokenizer.json`` of a pack's tokenizer folder."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer, template)

    @property
    def vocabulary(self) -> int:
        """Number of tokens a language model needs embeddings for."""
        return int(self.tokenizer.get_vocab_size())

    def prompt_ids(self, prompt: str) -> list[int]:
        """Return the tokens in front of the report.

        Tags inside the instruction are taken out: a typed tag must not end it.
        """
        for tag in self._tags:
            prompt = prompt.replace(tag, " ")
        return [*self._before, *self._ids(prompt.strip())[:LONGEST_PROMPT], *self._between]

    def training_ids(self, prompt: str, report: str) -> tuple[list[int], list[int]]:
        """Return input ids and labels: the loss falls on the report and the end token only.

        The parts are tokenised one by one, so that no token reaches across the border between prompt and report.
        """
        before = self.prompt_ids(prompt)
        after = [*self._ids(report), self.end_id]
        return before + after, [IGNORED] * len(before) + after

    def report_ids(self, report: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the tokens of a report, and which characters of it each stands for."""
        encoded = self.tokenizer.encode(report, add_special_tokens=False)
        return list(encoded.ids), [(int(start), int(end)) for start, end in encoded.offsets]

    def text(self, ids: list[int]) -> str:
        """Return the report of generated tokens."""
        return str(self.tokenizer.decode(ids, skip_special_tokens=True))

    def _ids(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)
