"""Where the model looked for the chosen sentence, and which leads it hangs on, while the reader wants to see it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot

from meit_core.domain.attention import SentenceAttention
from meit_desktop.flows.drafting import DraftFlow
from meit_desktop.flows.reading import ReadingFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import marked, tr
from meit_desktop.plots import EcgView
from meit_desktop.tasks.tokens import Token

CAPTION = marked("Where the model looked; attention is not proof.")
ALIKE = marked("The model looked at all of it alike; attention is not proof.")
LEADS = marked("Marked leads changed the wording most when hidden or shown alone; that is not proof.")
LEADS_OF_FINDING = marked(
    "Added from the findings. Marked leads changed the finding most when hidden or shown alone; that is not proof."
)
NO_LEAD = marked("No lead stands out.")
NOT_YET = marked("Asking the model where it looked…")
NOT_KNOWN = marked("Where the model looked is known only right after it has drafted.")
NOT_ITS_OWN = marked("The model did not write this sentence.")


class AttendingFlow(QObject):
    """Asks the model about the draft it has just written, once somebody wants to see it; kept in memory only.

    Attributes
    ----------
    is_on
        Whether the reader wants to see it.
    """

    def __init__(self, stage: Stage, reading: ReadingFlow, drafting: DraftFlow, trace: EcgView) -> None:
        super().__init__()
        self._stage, self._trace = stage, trace
        self._drafting = drafting
        self._found: dict[str, SentenceAttention] = {}
        self._token = Token()
        self._may_ask = False
        self._is_asking = False
        self.is_on = False
        drafting.finished_here.connect(self._drafted)
        drafting.drafting_changed.connect(lambda begun: self._forget() if begun else None)
        reading.study_shown.connect(self._forget)
        review = stage.desk.report.review
        review.sentences.current_changed.connect(self._show)
        review.changed.connect(self._show)

    @property
    def is_answered(self) -> bool:
        """Whether the model has said where it looked for the draft on the screen."""
        return bool(self._found)

    @Slot()
    def toggle(self) -> None:
        """Show it, or show it no more."""
        self.is_on = not self.is_on
        self._stage.window.actions_table.set_checked("attention", self.is_on)
        self._ask()
        self._show()

    @Slot()
    def _drafted(self) -> None:
        self._may_ask = True
        self._ask()
        self._show()

    @Slot()
    def _forget(self) -> None:
        self._token.renew()
        self._found, self._may_ask, self._is_asking = {}, False, False
        self._show()

    def _ask(self) -> None:
        """Once for each draft, and only for somebody who looks: it costs the model as much as half a draft."""
        if not (self.is_on and self._may_ask):
            return
        number, self._may_ask, self._is_asking = self._token.renew(), False, True
        task = self._drafting.look()
        task.done.connect(lambda found: self._keep(found, number))
        task.failed.connect(lambda _fault: self._keep((), number))
        task.cancelled.connect(lambda: self._keep((), number))

    def _keep(self, sentences: tuple[SentenceAttention, ...], number: int) -> None:
        if self._token.is_current(number):
            self._found, self._is_asking = {each.sentence: each for each in sentences}, False
            self._show()

    @Slot()
    def _show(self) -> None:
        found, caption = self._chosen() if self.is_on else (None, "")
        stretches, leads = (found.stretches_s, dict(found.leads)) if found else ((), {})
        self._trace.prepare().show_attention(stretches, leads, caption)

    def _chosen(self) -> tuple[SentenceAttention | None, str]:
        """What there is to show for the current sentence, and what to say."""
        review = self._stage.desk.report.review
        index = review.sentences.current
        if not 0 <= index < len(review.lines):
            return None, ""
        sentence = review.lines[index].sentence
        if sentence is None:
            return None, tr(NOT_ITS_OWN)
        if not self._found:
            return None, tr(NOT_YET if self._is_asking else NOT_KNOWN)
        found = self._found.get(sentence.text)
        if found is None or not (found.weights or found.lead_effects):
            return None, tr(NOT_ITS_OWN)
        return found, "\n".join(_said_of(found))


def _said_of(found: SentenceAttention) -> Iterator[str]:
    """One line about the time, one about the leads, each where it is known."""
    if found.weights:
        yield tr(CAPTION) if found.stretches_s else tr(ALIKE)
    if found.lead_effects:
        about_leads = tr(LEADS_OF_FINDING) if found.from_findings else tr(LEADS)
        yield about_leads if found.leads else tr(NO_LEAD)
