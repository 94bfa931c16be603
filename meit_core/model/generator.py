"""A loaded pack that answers: findings, embedding, and the report piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from meit_core.domain.draft import Finding
from meit_core.model.assembly import load_network
from meit_core.model.consensus import Prefer
from meit_core.model.drawing import Drawing, DrawingConfig
from meit_core.model.ecg_input import DEFAULT_INPUT, InputConfig
from meit_core.model.encoders import Encoded
from meit_core.model.findings import FindingOutput, load_findings, to_findings
from meit_core.model.language_model import check_vocabulary
from meit_core.model.meit import MeitModel
from meit_core.model.pack import Pack
from meit_core.model.precision import Precision
from meit_core.model.prompt import MEIT_TEMPLATE, PromptTokenizer

Signal = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Writing:
    """How a pack writes (``generation`` of its manifest).

    Attributes
    ----------
    drawing
        How drafts are drawn and one of them chosen; ``None`` for greedy decoding.
    """

    max_new_tokens: int
    drawing: DrawingConfig | None = None

    @classmethod
    def of_manifest(cls, generation: Mapping[str, Any]) -> Writing:
        """Read ``decoding`` (``greedy``, as without it, or ``consensus`` with its settings) and ``max_new_tokens``."""
        drawing = DrawingConfig(**generation["drawing"]) if generation.get("decoding") == "consensus" else None
        return cls(int(generation["max_new_tokens"]), drawing)


def load_generator(pack: Pack, device: str = "cpu", precision: Precision = Precision.FP32) -> Generator:
    """Load a verified pack onto a device (``cpu`` or ``cuda``), its language model at a precision.

    Raises
    ------
    UserError
        The language model isn't on this machine, or adapter or tokenizer don't belong to it.
    """
    model = load_network(pack.manifest, pack.folder, device=device, precision=precision)
    tokenizer = PromptTokenizer.load(
        pack.folder / "tokenizer", str(pack.manifest["prompt"].get("template", MEIT_TEMPLATE))
    )
    check_vocabulary(model.decoder, tokenizer.vocabulary)
    return Generator(
        model,
        tokenizer,
        load_findings(pack.folder / "findings.json"),
        default_prompt=str(pack.manifest["prompt"]["default"]),
        given=InputConfig.from_dict(pack.manifest.get("input", {})),
        writing=Writing.of_manifest(pack.manifest["generation"]),
        device=device,
    )


class Generator:
    """Inference with one network; every signal is :func:`~meit_core.model.ecg_input.model_input`'s for ``input``.

    Attributes
    ----------
    default_prompt
        The instruction that is used when none is given.
    input
        How it is given a recording, see :func:`~meit_core.model.ecg_input.model_input`.
    hit_limit
        Whether the last stream ended at the length limit rather than at the end token.
    tokens
        Tokens of the last stream.
    drawn
        Texts the last stream chose from; empty after greedy decoding.
    """

    def __init__(
        self,
        model: MeitModel,
        tokenizer: PromptTokenizer,
        outputs: tuple[FindingOutput, ...],
        *,
        default_prompt: str,
        writing: Writing,
        given: InputConfig = DEFAULT_INPUT,
        device: str = "cpu",
    ) -> None:
        self._model = model.eval()
        self._tokenizer = tokenizer
        self._outputs = outputs
        self._writing = writing
        self._device = device
        self._last: tuple[bytes, Tensor, Encoded] | None = None
        self.default_prompt = default_prompt
        self.input = given
        self.hit_limit = False
        self.tokens = 0
        self.drawn: tuple[str, ...] = ()

    def findings(self, signal: Signal) -> tuple[Finding, ...]:
        """Return the calibrated findings, likeliest first."""
        _, encoded = self._encode(signal)
        return to_findings(self._outputs, encoded.finding_logits[0].float().cpu().numpy())

    def embed(self, signal: Signal) -> Signal:
        """Return the encoder's pooled embedding, (d,)."""
        _, encoded = self._encode(signal)
        pooled: Signal = encoded.pooled[0].float().cpu().numpy()
        return pooled

    def stream(self, signal: Signal, prompt: str | None = None, prefer: Prefer | None = None) -> Iterator[str]:
        """Yield the report's text piece by piece; an empty piece says that another token was computed.

        Parameters
        ----------
        prefer
            What else speaks for or against a draft where one is chosen from several.
        """
        tokens, _ = self._encode(signal)
        ids = self._tokenizer.prompt_ids(prompt or self.default_prompt)
        prompt_ids = torch.tensor([ids], device=self._device)
        self.hit_limit, self.tokens, self.drawn = True, 0, ()
        if self._writing.drawing is None:
            yield from self._greedy(tokens, prompt_ids)
        else:
            yield from self._consensus(tokens, prompt_ids, self._writing.drawing, prefer)

    def _greedy(self, tokens: Tensor, prompt_ids: Tensor) -> Iterator[str]:
        written: list[int] = []
        shown = ""
        for chosen in self._model.greedy(tokens, prompt_ids, max_new_tokens=self._writing.max_new_tokens):
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

    def _consensus(
        self, tokens: Tensor, prompt_ids: Tensor, how: DrawingConfig, prefer: Prefer | None
    ) -> Iterator[str]:
        drawing = Drawing(
            self._model,
            self._tokenizer,
            tokens,
            prompt_ids,
            how=how,
            max_new_tokens=self._writing.max_new_tokens,
            prefer=prefer,
        )
        for piece in drawing.pieces():
            self.tokens = drawing.tokens
            yield piece
        self.hit_limit, self.drawn = drawing.cut_off, drawing.drawn

    @torch.inference_mode()
    def _encode(self, signal: Signal) -> tuple[Tensor, Encoded]:
        """Encode once per recording: findings, embedding and report are usually asked for together."""
        key = signal.tobytes()
        if self._last is None or self._last[0] != key:
            batch = torch.from_numpy(np.ascontiguousarray(signal[None])).to(self._device)
            self._last = (key, *self._model.ecg_tokens(batch))
        return self._last[1], self._last[2]
