"""One draft on its way: what is asked of the model, and what becomes of what it writes. Free of torch."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from meit_core.domain.attention import SentenceAttention
from meit_core.domain.draft import Draft, DraftSentence, Finding, Support
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.drafting.completing import Told, completed
from meit_core.drafting.confidence import agreement
from meit_core.drafting.engine import DraftEvent, DraftFinished, SentenceFinished, TextAdded
from meit_core.drafting.faults import NO_STUDY_HARMED
from meit_core.drafting.guard import judge
from meit_core.drafting.legibility import ILLEGIBLE, why_illegible
from meit_core.drafting.limits import limits_of
from meit_core.drafting.loaded_model import LoadedModel
from meit_core.drafting.preference import preference
from meit_core.drafting.remarks import ADDED, EXPECTED, MEASURED, confidence, with_remark
from meit_core.drafting.sentences import closed_sentences, with_cut_off
from meit_core.drafting.tidying import tidied
from meit_core.errors import Cancelled, UserError
from meit_core.jobs import JobContext
from meit_core.knowledge.casing import sentence_case
from meit_core.knowledge.parser import split_sentences
from meit_core.model.decoding.consensus import Prefer
from meit_core.model.decoding.written import Written
from meit_core.model.ecg_input import MODEL_SECONDS, model_input
from meit_core.signal.measure import measure

_log = logging.getLogger(__name__)


class DraftUnderWay:
    """One recording's draft.

    Parameters
    ----------
    prompt
        The pack's own instruction where it is empty.
    measurements
        What the guard judges by; measured from the recording where there are none.

    Attributes
    ----------
    prompt
        ``None`` for the pack's own.
    signal
        What the model is given of the recording.
    illegible
        Why nothing can be said of the recording; empty where it can be read.
    """

    def __init__(
        self, model: LoadedModel, record: EcgRecord, prompt: str | None, measurements: Measurements | None = None
    ) -> None:
        self._model = model
        self._record = record
        self.prompt = prompt if prompt and prompt.strip() else None
        self._started = time.perf_counter()
        self._measurements = _with_facts(record, measurements)
        self.signal = model_input(record, model.generator.input)
        self.illegible = why_illegible(record, self._measurements)
        self._findings: tuple[Finding, ...] = ()
        self._likely: tuple[Finding, ...] = ()
        self._text = ""
        self._sentences: tuple[DraftSentence, ...] = ()
        self._told: tuple[Told, ...] = ()
        self._written = ""

    def stream(self, job: JobContext) -> Iterator[DraftEvent]:
        """Draft it, see :class:`~meit_core.drafting.engine.DraftEngine`."""
        if self.illegible:
            yield from self.refuse()
            return
        generator = self._model.generator
        (likely,) = generator.statements_of_all(self.signal[None], self.prompt)
        prefer = self.prefer(generator.findings(self.signal), likely)
        pieces = generator.stream(self.signal, self.prompt, prefer)
        # The job is asked before the next token is computed, so a stop costs at most the token under way.
        while not job.is_cancelled and (piece := next(pieces, None)) is not None:
            yield from self._take(piece)
        text = self._text if generator.retold is None else generator.retold
        written = Written(text, generator.tokens, cut_off=generator.hit_limit, drawn=tuple(generator.drawn))
        stopped = job.is_cancelled
        yield from self.finish(written, stopped=stopped)

    def prefer(self, findings: tuple[Finding, ...], likely: tuple[Finding, ...]) -> Prefer:
        """Take the recording's findings and likely statements, and return what they and the measurements prefer."""
        self._findings, self._likely = findings, likely
        return preference(findings, likely, self._measurements, self._record.patient.sex)

    def refuse(self) -> Iterator[DraftEvent]:
        """Draft that there is nothing to report on: a model that must write something would invent it."""
        self._text = ILLEGIBLE
        self._sentences = (DraftSentence(ILLEGIBLE, Support.SUPPORTED, self.illegible),)
        yield TextAdded(ILLEGIBLE)
        yield SentenceFinished(self._sentences[0])
        yield DraftFinished(self._draft(complete=True, tokens=0))

    def finish(self, written: Written, *, stopped: bool = False) -> Iterator[DraftEvent]:
        """Judge what the model wrote as far as it isn't judged yet, and end the draft.

        Parameters
        ----------
        stopped
            Whether the reader stopped it.

        Raises
        ------
        UserError
            The model wrote nothing.
        Cancelled
            The draft was stopped before the first word.
        """
        self._text = written.text.lstrip()
        if not self._text.strip():
            if stopped:
                raise Cancelled
            raise UserError(
                "The model wrote nothing for this recording.", f"{NO_STUDY_HARMED} Write the report yourself."
            )
        complete = not stopped and not written.cut_off
        self._sentences = self._sentences[: len(split_sentences(self._text))]  # some may have been taken back
        yield from self._judge(split_sentences(self._text) if complete else closed_sentences(self._text))
        told = self._completed() if complete else tuple(Told(sentence.text) for sentence in self._sentences)
        self._told, self._written = told, written.text if complete else ""
        self._weigh(told, written.drawn)
        yield DraftFinished(self._draft(complete=complete, tokens=written.tokens))

    def looked(self) -> tuple[SentenceAttention, ...]:
        """Ask where the model looked for each sentence, and which leads it hangs on; empty where that isn't known."""
        if not self._written:
            return ()
        told = {each.written or each.text: each.text for each in self._told if each.is_of_model}
        sentences = [sentence for sentence in split_sentences(self._written) if sentence_case(sentence) in told]
        added = [(each.text, each.added_for.code) for each in self._told if each.added_for is not None]
        generator = self._model.generator
        try:
            found = generator.attended(self.signal, self.prompt, sentences) or [()] * len(sentences)
            codes = [code for _, code in added]
            of_text, of_findings = generator.lead_effects(self.signal, self.prompt, sentences, codes)
        except Exception as fault:  # whatever a library does here, the report is written
            _log.warning("no attention: %s", type(fault).__name__)
            return ()
        return (
            *(
                SentenceAttention(told[sentence_case(sentence)], tuple(weights), MODEL_SECONDS, tuple(effects))
                for sentence, weights, effects in zip(sentences, found, of_text or [()] * len(found), strict=True)
            ),
            *(
                SentenceAttention(sentence, (), MODEL_SECONDS, tuple(effects), from_findings=True)
                for (sentence, _), effects in zip(added, of_findings, strict=False)
                if effects
            ),
        )

    def _take(self, piece: str) -> Iterator[DraftEvent]:
        if not self._text:
            piece = piece.lstrip()
        if not piece:
            return
        self._text += piece
        yield TextAdded(piece)
        yield from self._judge(closed_sentences(self._text))

    def _judge(self, closed: tuple[str, ...]) -> Iterator[DraftEvent]:
        """Judge the new sentences; the guard sees the earlier ones too, because they may exclude each other."""
        n_judged = len(self._sentences)
        if len(closed) <= n_judged:
            return
        self._sentences = self._judged([sentence_case(sentence) for sentence in closed])
        yield from (SentenceFinished(sentence) for sentence in self._sentences[n_judged:])

    def _judged(self, sentences: Sequence[str]) -> tuple[DraftSentence, ...]:
        return judge(
            sentences,
            findings=self._findings,
            measurements=self._measurements,
            sex=self._record.patient.sex,
        )

    def _completed(self) -> tuple[Told, ...]:
        """Add what is measured and what a report is likely to state, where the pack wants that; put the whole right."""
        written = [sentence.text for sentence in self._sentences]
        told = completed(
            written,
            likely=self._likely,
            findings=self._findings,
            measurements=self._measurements,
            sex=self._record.patient.sex,
            how=self._model.generator.completion,
        )
        told = tidied(told, self._measurements, self._record.patient.sex)
        texts = [each.text for each in told]
        if texts != written:
            self._sentences = self._judged(texts)
            self._text = " ".join(texts)
        return told

    def _weigh(self, told: Sequence[Told], drawn: Sequence[str]) -> None:
        """Say of each sentence the model wrote how far it can be believed, once all drafts are there."""
        self._sentences = tuple(
            self._with_origin(sentence, each, drawn) for sentence, each in zip(self._sentences, told, strict=True)
        )

    def _with_origin(self, sentence: DraftSentence, told: Told, drawn: Sequence[str]) -> DraftSentence:
        if told.is_measured:
            return with_remark(sentence, MEASURED)
        if told.added_for is not None:
            seen = any(finding.code == told.added_for.code and finding.present for finding in self._findings)
            return with_remark(sentence, ADDED if seen else EXPECTED)
        return self._with_confidence(sentence, agreement(told.written or told.text, drawn))

    def _with_confidence(self, sentence: DraftSentence, share: float | None) -> DraftSentence:
        if share is None:
            return sentence
        probability = self._model.confidence.probability(share)
        return replace(with_remark(sentence, confidence(probability)), confidence=round(probability, 4))

    def _draft(self, *, complete: bool, tokens: int) -> Draft:
        info = self._model.info
        sentences = self._sentences if complete else with_cut_off(self._text, self._sentences)
        return Draft(
            text=" ".join(sentence.text for sentence in sentences),
            sentences=sentences,
            findings=self._findings,
            pack=info.pack,
            pack_sha256=info.pack_sha256,
            prompt=self.prompt or self._model.generator.default_prompt,
            device=info.device,
            seconds=time.perf_counter() - self._started,
            tokens=tokens,
            complete=complete,
            limits=limits_of(self._record, self._measurements),
        )


def _with_facts(record: EcgRecord, measurements: Measurements | None) -> Measurements:
    """Measure what hasn't been: an earlier version knew no measured facts."""
    if measurements is None:
        return measure(record)
    return replace(measurements, facts=measure(record).facts) if measurements.facts is None else measurements
