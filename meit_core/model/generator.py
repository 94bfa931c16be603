"""A loaded pack that answers: findings, embedding, and the report token by token."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from meit_core.domain.draft import Finding
from meit_core.model.assembly import load_network
from meit_core.model.encoder import Encoded
from meit_core.model.findings import FindingOutput, load_findings, to_findings
from meit_core.model.meit import MeitModel
from meit_core.model.pack import Pack
from meit_core.model.prompt import PromptTokenizer

Signal = npt.NDArray[np.float32]


def load_generator(pack: Pack, device: str = "cpu") -> Generator:
    """Load a verified pack onto a device (``cpu`` or ``cuda``)."""
    return Generator(
        load_network(pack.manifest, pack.folder, device=device),
        PromptTokenizer.load(pack.folder / "tokenizer"),
        load_findings(pack.folder / "findings.json"),
        default_prompt=str(pack.manifest["prompt"]["default"]),
        max_new_tokens=int(pack.manifest["generation"]["max_new_tokens"]),
        device=device,
    )


class Generator:
    """Inference with one network; every signal is :func:`~meit_core.model.ecg_input.model_input`'s (12, 1000) mV.

    Attributes
    ----------
    default_prompt
        The instruction that is used when none is given.
    hit_limit
        Whether the last stream ended at the length limit rather than at the end token.
    tokens
        Tokens of the last stream.
    """

    def __init__(
        self,
        model: MeitModel,
        tokenizer: PromptTokenizer,
        outputs: tuple[FindingOutput, ...],
        *,
        default_prompt: str,
        max_new_tokens: int,
        device: str = "cpu",
    ) -> None:
        self._model = model.eval()
        self._tokenizer = tokenizer
        self._outputs = outputs
        self._max_new_tokens = max_new_tokens
        self._device = device
        self._last: tuple[bytes, Tensor, Encoded] | None = None
        self.default_prompt = default_prompt
        self.hit_limit = False
        self.tokens = 0

    def findings(self, signal: Signal) -> tuple[Finding, ...]:
        """Return the calibrated findings, likeliest first."""
        _, encoded = self._encode(signal)
        return to_findings(self._outputs, encoded.finding_logits[0].float().cpu().numpy())

    def embed(self, signal: Signal) -> Signal:
        """Return the encoder's pooled embedding, (d,)."""
        _, encoded = self._encode(signal)
        pooled: Signal = encoded.pooled[0].float().cpu().numpy()
        return pooled

    def stream(self, signal: Signal, prompt: str | None = None) -> Iterator[str]:
        """Yield the report's text, one piece per token."""
        tokens, _ = self._encode(signal)
        ids = self._tokenizer.prompt_ids(prompt or self.default_prompt)
        prompt_ids = torch.tensor([ids], device=self._device)
        self.hit_limit, self.tokens = True, 0
        written: list[int] = []
        shown = ""
        for chosen in self._model.greedy(tokens, prompt_ids, max_new_tokens=self._max_new_tokens):
            token = int(chosen[0])
            if token == self._tokenizer.end_id:
                self.hit_limit = False
                return
            written.append(token)
            self.tokens = len(written)
            text = self._tokenizer.text(written)
            if not text.endswith("\N{REPLACEMENT CHARACTER}"):  # a character may span tokens
                yield text[len(shown) :]
                shown = text

    @torch.inference_mode()
    def _encode(self, signal: Signal) -> tuple[Tensor, Encoded]:
        """Encode once per recording: findings, embedding and report are usually asked for together."""
        key = signal.tobytes()
        if self._last is None or self._last[0] != key:
            batch = torch.from_numpy(np.ascontiguousarray(signal[None])).to(self._device)
            self._last = (key, *self._model.ecg_tokens(batch))
        return self._last[1], self._last[2]
