"""A loaded pack that answers: findings, embedding, and the report piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from meit_core.domain.draft import Finding
from meit_core.model.assembly import load_network
from meit_core.model.decoding.attending import Weights, attended_stretches
from meit_core.model.decoding.beams import BeamSearch
from meit_core.model.decoding.consensus import Prefer
from meit_core.model.decoding.drafts import Drafts
from meit_core.model.decoding.drawing import Drawing
from meit_core.model.decoding.expected import Expectation
from meit_core.model.decoding.greedy import grow_greedily
from meit_core.model.decoding.growing import GrowingReport
from meit_core.model.decoding.hiding_leads import Effects, lead_effects
from meit_core.model.decoding.phrases import FILE as PHRASES_FILE
from meit_core.model.decoding.phrases import Phrase, load_phrases
from meit_core.model.decoding.sampling import RowSampler
from meit_core.model.decoding.writing import BeamConfig, CompletionConfig, DrawingConfig, SampleConfig, Writing
from meit_core.model.decoding.written import Written
from meit_core.model.ecg_input import DEFAULT_INPUT, InputConfig
from meit_core.model.encoders import Encoded
from meit_core.model.findings import FindingOutput, load_findings, to_findings
from meit_core.model.house_styles import HouseStyles
from meit_core.model.language.language_model import check_vocabulary
from meit_core.model.language.precision import Precision
from meit_core.model.meit import NO_STYLE, MeitModel, Style
from meit_core.model.packs.pack import Pack
from meit_core.model.prompt import MEIT_TEMPLATE, PromptTokenizer, split_style
from meit_core.model.stated import FILE as STATEMENTS_FILE
from meit_core.model.stated import joint_logits, load_statements

Signal = npt.NDArray[np.float32]


MOST_ROWS: Final = 96
"""Rows of text side by side: with more of them two cores draw a consensus of 24 more slowly than one by one."""
MOST_RECORDINGS: Final = 32
"""Recordings side by side where each is one row."""


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
        phrases=load_phrases(pack.folder / PHRASES_FILE),
        statements=load_statements(pack.folder / STATEMENTS_FILE),
        default_prompt=str(pack.manifest["prompt"]["default"]),
        styles=_styles(pack),
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
    retold
        The report, where the last stream was ended because it began to repeat itself: pieces that were streamed before
        that showed may not belong to it. ``None`` where the report is what was streamed.
    tokens
        Tokens of the last stream.
    drawn
        Texts the last stream chose from; empty where it wrote only one.
    """

    def __init__(
        self,
        model: MeitModel,
        tokenizer: PromptTokenizer,
        outputs: tuple[FindingOutput, ...],
        *,
        default_prompt: str,
        styles: HouseStyles = HouseStyles(),  # noqa: B008 - it can't be changed
        writing: Writing,
        phrases: tuple[Phrase, ...] = (),
        statements: tuple[FindingOutput, ...] = (),
        given: InputConfig = DEFAULT_INPUT,
        device: str = "cpu",
    ) -> None:
        self._model = model.eval()
        self._tokenizer = tokenizer
        self._outputs = outputs
        self._phrases = phrases
        self._statements = statements
        self._writing = writing
        self._device = device
        self._last: tuple[bytes, Encoded] | None = None
        self._styles = styles
        self.default_prompt = default_prompt
        self.input = given
        self.hit_limit = False
        self.retold: str | None = None
        self.tokens = 0
        self.drawn: tuple[str, ...] = ()

    @property
    def completion(self) -> CompletionConfig | None:
        """When findings that the text leaves out are added to it; whoever shows the draft does that."""
        return self._writing.completion

    @property
    def together(self) -> int:
        """How many recordings are best written side by side."""
        match self._writing.way:
            case None:
                return MOST_RECORDINGS
            case DrawingConfig(rows=rows):
                return max(1, MOST_ROWS // rows)
        return 1

    def findings(self, signal: Signal) -> tuple[Finding, ...]:
        """Return the calibrated findings, likeliest first."""
        return self.findings_of_all(signal[None])[0]

    def findings_of_all(self, signals: Signal) -> list[tuple[Finding, ...]]:
        """Return the findings of each of (n, 12, samples) recordings."""
        encoded = self._encode(signals)
        return [to_findings(self._outputs, logits) for logits in encoded.finding_logits.float().cpu().numpy()]

    def statements_of_all(self, signals: Signal, prompt: str | None = None) -> list[tuple[Finding, ...]]:
        """Return what a report of each of (n, 12, samples) recordings is likely to state, likeliest first.

        The findings where no readers guess statements.

        Parameters
        ----------
        prompt
            Each house style leaves other things unsaid.
        """
        found = self.findings_of_all(signals)
        _, style = self._understood(prompt)
        encoded = self._model.asked(self._encode(signals), style)
        if encoded.statements is None or not self._statements:
            return found
        codes = [output.code for output in self._statements]
        guessed = encoded.statements.float().cpu().numpy()
        return [
            to_findings(self._statements, joint_logits(codes, logits, findings))
            for logits, findings in zip(guessed, found, strict=True)
        ]

    def embed(self, signal: Signal) -> Signal:
        """Return the encoder's pooled embedding, (d,)."""
        encoded = self._encode(signal[None])
        pooled: Signal = encoded.pooled[0].float().cpu().numpy()
        return pooled

    def stream(self, signal: Signal, prompt: str | None = None, prefer: Prefer | None = None) -> Iterator[str]:
        """Yield the report's text piece by piece; an empty piece says that another token was computed.

        Greedy decoding and a single draw stream token by token. A consensus streams its first sentence when it is
        settled and the rest at the end, a beam search everything at the end.

        Parameters
        ----------
        prompt
            The pack's own where it is empty.
        prefer
            What else speaks for or against a draft where one is chosen from several.
        """
        prompt_ids, tokens, _ = self._ask(signal[None], prompt)
        self.hit_limit, self.retold, self.tokens, self.drawn = True, None, 0, ()
        match self._writing.way:
            case DrawingConfig() as how:
                yield from self._consensus(signal, prompt, how, prefer)
            case BeamConfig() as how:
                yield from self._beams(tokens, prompt_ids, how)
            case SampleConfig() as how:
                yield from self._one_by_one(self._draws(tokens, prompt_ids, how))
            case None:
                yield from self._one_by_one(self._likeliest(tokens, prompt_ids))

    def attended(self, signal: Signal, prompt: str | None, sentences: Sequence[str]) -> tuple[Weights, ...]:
        """Return for each sentence of a report how its attention is spread over the input's window, see
        :func:`~meit_core.model.decoding.attending.attended_stretches`.
        """
        prompt_ids, tokens, _ = self._ask(signal[None], prompt)
        return attended_stretches(self._model, self._tokenizer, tokens, prompt_ids, sentences)

    def lead_effects(
        self, signal: Signal, prompt: str | None, sentences: Sequence[str], codes: Sequence[str]
    ) -> tuple[tuple[Effects, ...], tuple[Effects, ...]]:
        """Return what each lead does to each sentence of a report and to each finding, see
        :func:`~meit_core.model.decoding.hiding_leads.lead_effects`.
        """
        places = {output.code: place for place, output in enumerate(self._outputs)}
        unseen = [code for code in codes if code not in places]
        if unseen:  # readers guess statements that the findings head doesn't know
            known = [code for code in codes if code in places]
            of_text, of_known = self.lead_effects(signal, prompt, sentences, known)
            effects = dict(zip(known, of_known, strict=False))  # none where it would have taken long
            return of_text, tuple(effects.get(code, ()) for code in codes)
        given = torch.from_numpy(np.ascontiguousarray(signal[None])).to(self._device)
        outputs = [places[code] for code in codes]
        prompt_ids, style = self._understood(prompt)
        return lead_effects(
            self._model,
            self._tokenizer,
            given,
            prompt_ids=prompt_ids,
            sentences=sentences,
            outputs=outputs,
            style=style,
        )

    def write(
        self,
        signals: Signal,
        prompt: str | None = None,
        prefer: Sequence[Prefer | None] = (),
        *,
        batch: int | None = None,
    ) -> list[Written]:
        """Write the reports of (n, 12, samples) recordings, ``batch`` at a time.

        Every recording gets the report that :meth:`stream` gives it alone. Greedy decoding and consensus go side by
        side; the other ways one after the other.

        Parameters
        ----------
        prefer
            For each recording, as in :meth:`stream`.
        batch
            :attr:`together` if not given.
        """
        batch = batch or self.together
        preferences = prefer or [None] * len(signals)
        written: list[Written] = []
        for start in range(0, len(signals), batch):
            place = slice(start, start + batch)
            written += self._write_together(signals[place], prompt, preferences[place])
        return written

    def _write_together(self, signals: Signal, prompt: str | None, prefer: Sequence[Prefer | None]) -> list[Written]:
        match self._writing.way:
            case None:
                prompt_ids, tokens, _ = self._ask(signals, prompt)
                return self._greedy_together(tokens, prompt_ids)
            case DrawingConfig() as how:
                drawing = self._drawing(signals, prompt, how, prefer)
                while not drawing.is_over:
                    drawing.step()
                return [_of_drafts(drafts) for drafts in drawing.drafts]
        return [self._write_alone(signal, prompt) for signal in signals]

    def _write_alone(self, signal: Signal, prompt: str | None) -> Written:
        streamed = "".join(self.stream(signal, prompt))
        if self.retold is not None:
            return Written(self.retold, self.tokens, repeated=True)
        return Written(streamed, self.tokens, cut_off=self.hit_limit)

    def _greedy_together(self, tokens: Tensor, prompt_ids: Tensor) -> list[Written]:
        reports = [GrowingReport(self._tokenizer) for _ in range(len(tokens))]

        def take(row: int, token: int) -> bool:
            reports[row].add(token)
            return not reports[row].ended

        grow_greedily(self._model, tokens, prompt_ids, take=take, max_new_tokens=self._writing.max_new_tokens)
        return [
            Written(report.text, report.tokens, cut_off=not report.ended, repeated=report.repeated)
            for report in reports
        ]

    def _likeliest(self, tokens: Tensor, prompt_ids: Tensor) -> Iterator[int]:
        for chosen in self._model.greedy(tokens, prompt_ids, max_new_tokens=self._writing.max_new_tokens):
            yield int(chosen[0])

    def _draws(self, tokens: Tensor, prompt_ids: Tensor, how: SampleConfig) -> Iterator[int]:
        sampler = RowSampler(
            self._model, tokens, prompt_ids, rows=1, temperature=how.temperature, top_p=how.top_p, seed=how.seed
        )
        for _ in range(self._writing.max_new_tokens):
            yield int(sampler.step()[0])

    def _one_by_one(self, chosen: Iterator[int]) -> Iterator[str]:
        report = GrowingReport(self._tokenizer)
        for token in chosen:
            piece = report.add(token)
            self.tokens = report.tokens
            if report.ended:
                self.hit_limit, self.retold = False, report.text if report.repeated else None
                yield piece
                return
            yield piece
        yield report.rest()

    def _beams(self, tokens: Tensor, prompt_ids: Tensor, how: BeamConfig) -> Iterator[str]:
        search = BeamSearch(
            self._model,
            tokens,
            prompt_ids,
            how=how,
            end_id=self._tokenizer.end_id,
            max_new_tokens=self._writing.max_new_tokens,
        )
        while not search.is_over:
            search.step()
            self.tokens = search.n_steps
            yield ""
        ids = search.best.tokens if search.best.cut_off else (*search.best.tokens, self._tokenizer.end_id)
        report = GrowingReport.of(self._tokenizer, ids)
        self.hit_limit, self.retold = not report.ended, report.text if report.repeated else None
        yield report.text

    def _consensus(
        self, signal: Signal, prompt: str | None, how: DrawingConfig, prefer: Prefer | None
    ) -> Iterator[str]:
        drawing = self._drawing(signal[None], prompt, how, [prefer])
        drafts = drawing.drafts[0]
        shown = ""
        while not drawing.is_over:
            drawing.step()
            self.tokens = drafts.tokens
            yield drafts.opening[len(shown) :]
            shown = drafts.opening
        written = _of_drafts(drafts)
        self.hit_limit, self.drawn = written.cut_off, written.drawn
        self.retold = written.text if written.repeated else None
        yield written.text[len(shown) :]

    def _drawing(
        self, signals: Signal, prompt: str | None, how: DrawingConfig, prefer: Sequence[Prefer | None]
    ) -> Drawing:
        prompt_ids, tokens, encoded = self._ask(signals, prompt)
        return Drawing(
            self._model,
            self._tokenizer,
            tokens,
            prompt_ids,
            how=how,
            max_new_tokens=self._writing.max_new_tokens,
            prefer=prefer,
            expected=self._expected(encoded),
        )

    def _expected(self, encoded: Encoded) -> list[Prefer | None]:
        """Return how like a text is to what is expected of each recording's report, where readers guess that."""
        if encoded.phrases is None or not self._phrases:
            return []
        likely = torch.sigmoid(encoded.phrases.float()).cpu().numpy()
        return [Expectation(self._phrases, each).likeness for each in likely]

    def _understood(self, prompt: str | None) -> tuple[Tensor, Style]:
        """Return (1, t) tokens of a prompt, and the house style that it asks for."""
        given = (prompt or "").strip() or self.default_prompt
        instruction, asked = split_style(given)
        style = self._styles.numbers(asked) if self._styles.knows(asked) else NO_STYLE
        told = instruction if style else given  # of a style that isn't known it may know the words
        return torch.tensor([self._tokenizer.prompt_ids(told)], device=self._device), style

    @torch.inference_mode()
    def _ask(self, signals: Signal, prompt: str | None) -> tuple[Tensor, Tensor, Encoded]:
        """Return a prompt's tokens, (1, t), those of (n, 12, samples), and what the encoder says as it is asked."""
        prompt_ids, style = self._understood(prompt)
        asked = self._model.asked(self._encode(signals), style)
        return prompt_ids, self._model.projected(asked), asked

    @torch.inference_mode()
    def _encode(self, signals: Signal) -> Encoded:
        """Encode (n, 12, samples) once: findings, embedding and report are usually asked for together."""
        key = signals.tobytes()
        if self._last is None or self._last[0] != key:
            batch = torch.from_numpy(np.ascontiguousarray(signals)).to(self._device)
            self._last = (key, self._model.encoder(batch))
        return self._last[1]


def _styles(pack: Pack) -> HouseStyles:
    """Return the house styles that a pack has tokens for."""
    named = tuple(pack.manifest["prompt"].get("styles", ()))
    return HouseStyles(named if pack.manifest["fusion"].get("n_house") else ())


def _of_drafts(drafts: Drafts) -> Written:
    told = drafts.told()
    return Written(told.text, drafts.tokens, told.cut_off, told.repeated, drafts.texts)
