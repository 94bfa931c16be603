"""The guard's verdicts on a stored draft by measurements that have changed since: a reader has moved a mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from meit_core.domain.draft import Draft, DraftSentence
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_core.drafting.guard import FINDINGS_HEAD, judge
from meit_core.drafting.legibility import ILLEGIBLE
from meit_core.drafting.remarks import MEASURED, remark_of, with_remark
from meit_core.drafting.sentences import CUT_OFF


def judged_anew(draft: Draft, *, measurements: Measurements, sex: Sex) -> tuple[DraftSentence, ...]:
    """Return a draft's sentences with the verdicts that these measurements give; the remarks behind them stay.

    What the guard never judged stays as it is: the end of a draft that was stopped, and "signal quality insufficient".

    Parameters
    ----------
    measurements
        Those in force: manual where a reader has set them.
    """
    if draft.text == ILLEGIBLE:
        return draft.sentences
    whole = [sentence for sentence in draft.sentences if sentence.evidence != CUT_OFF]
    judged = judge([sentence.text for sentence in whole], findings=draft.findings, measurements=measurements, sex=sex)
    pairs = zip(whole, judged, strict=True)
    has_facts = measurements.facts is not None
    anew = tuple(
        before
        if not has_facts and remark_of(before.evidence) == MEASURED  # they were measured for the draft alone
        else _with_verdict(before, verdict, has_findings=bool(draft.findings))
        for before, verdict in pairs
    )
    return anew + draft.sentences[len(whole) :]


def judged_statements(
    statements: Sequence[str], *, draft: Draft | None, measurements: Measurements, sex: Sex
) -> tuple[DraftSentence, ...]:
    """Judge statements that a reader has written, in the order of the report, as sentences of a draft are judged."""
    findings = draft.findings if draft else ()
    return judge(statements, findings=findings, measurements=measurements, sex=sex)


def _with_verdict(before: DraftSentence, verdict: DraftSentence, *, has_findings: bool) -> DraftSentence:
    # A draft that was stopped in a hurry is stored without its findings: what they said can't be asked again.
    if not has_findings and not verdict.evidence and before.evidence.startswith(FINDINGS_HEAD):
        return before
    anew = replace(before, support=verdict.support, evidence=verdict.evidence)
    return with_remark(anew, remark_of(before.evidence))
