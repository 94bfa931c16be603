"""The guard: checks every sentence of a draft against the measurements, the findings head and the other sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from meit_core.domain.draft import DraftSentence, Finding, Support
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_core.knowledge.criteria import Checked, Criterion, Outcome, Role, load_criteria
from meit_core.knowledge.lexicon import Certainty
from meit_core.knowledge.measured_statements import measured_doubts, measured_exclusions, measured_support
from meit_core.knowledge.parser import Mention, parse_sentence
from meit_core.knowledge.stated_rate import stated_rate_bpm
from meit_core.knowledge.statements import statements_by_code

_CLEARLY_ABSENT = {Certainty.DEFINITE: 0.10, Certainty.PROBABLE: 0.06, Certainty.POSSIBLE: 0.03}
"""A finding that the head calls absent and gives less than this doesn't support a sentence said that surely."""

_LENIENCY = {Certainty.DEFINITE: 1.0, Certainty.PROBABLE: 1.5, Certainty.POSSIBLE: 2.0}
"""By how much a hedged sentence widens the tolerances ("borderline left axis deviation" at -15 degrees)."""

_RATE_SHARE = 0.10
_RATE_BPM = 5.0
"""A rate told in a sentence may be off by a tenth or by 5/min: readers round it, and an irregular one varies. AAMI EC13
allows a rate meter the same 10 % or 5/min, whichever is more."""

FINDINGS_HEAD = "Findings head:"
"""What evidence begins with that comes from the model's findings."""

_GRAVITY = (Support.UNCHECKED, Support.SUPPORTED, Support.UNSUPPORTED, Support.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class _Opinion:
    support: Support
    evidence: str


@dataclass(frozen=True, slots=True)
class _Measured:
    """What there is to judge by; the evidence by code of what measured facts bear out, exclude and don't find."""

    values: Measurements
    sex: Sex
    support: Mapping[str, str]
    exclusions: Mapping[str, str]
    doubts: Mapping[str, str]

    @classmethod
    def of(cls, values: Measurements, sex: Sex) -> _Measured:
        support = measured_support(values.facts)
        return cls(values, sex, support, measured_exclusions(values), measured_doubts(values))


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What a sentence before this one has stated."""

    code: str
    sentence: str


def judge(
    sentences: Sequence[str],
    *,
    findings: Sequence[Finding],
    measurements: Measurements,
    sex: Sex = Sex.UNKNOWN,
) -> tuple[DraftSentence, ...]:
    """Judge each sentence of a draft.

    A sentence is *contradicted* where a measurement lies beyond a criterion's limit and tolerance, where a measured
    fact or an earlier sentence excludes it, or where the heart rate it tells isn't the measured one; *supported* where
    a measured fact says the same, a defining criterion is met or the findings head sees the finding; *unsupported*
    where it was looked for in the measurements and not found, or the head clearly doesn't see it and no measurement
    speaks for it; else *unchecked*. The gravest opinion on any statement in the sentence counts.

    Parameters
    ----------
    findings
        Output of the pack's findings head; may be empty.
    sex
        Chooses the QT limits; for an unknown sex only what breaks both limits is a contradiction.
    """
    by_code = {finding.code: finding for finding in findings}
    measured = _Measured.of(measurements, sex)
    earlier: list[_Earlier] = []
    judged = []
    for sentence in sentences:
        mentions = parse_sentence(sentence)
        opinions = [_conflict(mention, earlier) for mention in mentions]
        opinions += [_opinion(mention, by_code, measured) for mention in mentions]
        opinions.append(_on_stated_rate(sentence, measurements))
        judged.append(_gravest(sentence, [opinion for opinion in opinions if opinion is not None]))
        earlier += [_Earlier(mention.code, sentence.strip()) for mention in mentions if _asserted(mention)]
    return tuple(judged)


def _gravest(sentence: str, opinions: list[_Opinion]) -> DraftSentence:
    if not opinions:
        return DraftSentence(sentence)
    support = max((opinion.support for opinion in opinions), key=_GRAVITY.index)
    evidence = dict.fromkeys(opinion.evidence for opinion in opinions if opinion.support is support)
    return DraftSentence(sentence, support, " ".join(text for text in evidence if text))


def _on_stated_rate(sentence: str, measurements: Measurements) -> _Opinion | None:
    """Compare a heart rate told as a number with the measured one."""
    told, measured = stated_rate_bpm(sentence), measurements.heart_rate_bpm
    if told is None or measured is None:
        return None
    if abs(told - measured) <= max(_RATE_BPM, _RATE_SHARE * measured):
        return None
    return _Opinion(Support.CONTRADICTED, f"Measured {measured:.0f}/min.")


def _asserted(mention: Mention) -> bool:
    return mention.certainty in {Certainty.DEFINITE, Certainty.PROBABLE}


def _conflict(mention: Mention, earlier: Sequence[_Earlier]) -> _Opinion | None:
    """Look for an earlier sentence that excludes this one. A guess ("possible ...") excludes nothing."""
    if not _asserted(mention):
        return None
    for statement in earlier:
        if load_criteria().conflict(mention.code, statement.code):
            return _Opinion(Support.CONTRADICTED, f"Does not go with “{statement.sentence}” above.")
    return None


def _opinion(mention: Mention, findings: Mapping[str, Finding], measured: _Measured) -> _Opinion | None:
    finding = _relevant_finding(mention.code, findings)
    if mention.negated:
        shown = measured.support.get(mention.code)
        return _on_denial(finding) if shown is None else _Opinion(Support.CONTRADICTED, shown)
    for opinion in (_on_fact(mention, measured), _on_criterion(mention, measured)):
        if opinion is not None:
            return opinion
    if mention.code in measured.doubts:
        return _Opinion(Support.UNSUPPORTED, measured.doubts[mention.code])
    return _on_finding(mention, finding)


def _on_fact(mention: Mention, measured: _Measured) -> _Opinion | None:
    if mention.code in measured.support:
        return _Opinion(Support.SUPPORTED, measured.support[mention.code])
    if mention.code in measured.exclusions:
        support = Support.CONTRADICTED if _asserted(mention) else Support.UNSUPPORTED
        return _Opinion(support, measured.exclusions[mention.code])
    return None


def _on_criterion(mention: Mention, measured: _Measured) -> _Opinion | None:
    criterion = load_criteria().by_code.get(mention.code)
    return None if criterion is None else _on_measurement(mention, criterion, measured.values, measured.sex)


def _on_measurement(mention: Mention, criterion: Criterion, measurements: Measurements, sex: Sex) -> _Opinion | None:
    outcome, decisive = criterion.check(measurements, sex, _LENIENCY[mention.certainty])
    if outcome is Outcome.BROKEN and criterion.role is not Role.SUPPORTING:
        return _Opinion(Support.CONTRADICTED, _in_words(mention.code, decisive, criterion.source))
    if outcome is Outcome.MET and criterion.role is not Role.NECESSARY:
        return _Opinion(Support.SUPPORTED, _in_words(mention.code, decisive, criterion.source))
    return None


def _on_finding(mention: Mention, finding: Finding | None) -> _Opinion | None:
    if finding is None:
        return None
    if finding.present:
        return _Opinion(Support.SUPPORTED, _probability(finding))
    if finding.probability < _CLEARLY_ABSENT[mention.certainty]:
        return _Opinion(Support.UNSUPPORTED, _probability(finding))
    return _Opinion(Support.UNCHECKED, _probability(finding))


def _on_denial(finding: Finding | None) -> _Opinion | None:
    if finding is None:
        return None
    if finding.present:
        return _Opinion(Support.UNSUPPORTED, _probability(finding))
    if finding.probability < _CLEARLY_ABSENT[Certainty.DEFINITE]:
        return _Opinion(Support.SUPPORTED, _probability(finding))
    return _Opinion(Support.UNCHECKED, _probability(finding))


def _relevant_finding(code: str, findings: Mapping[str, Finding]) -> Finding | None:
    """Return the finding itself or, where the head doesn't see it, the likeliest that says much the same."""
    own = findings.get(code)
    if own is not None and own.present:
        return own
    related = (code, *load_criteria().findings_that_count.get(code, ()))
    known = [findings[name] for name in related if name in findings]
    present = [finding for finding in known if finding.present]
    return max(present or known, key=lambda finding: finding.probability, default=None)


def _probability(finding: Finding) -> str:
    return f"{FINDINGS_HEAD} {finding.label} {finding.probability:.0%}."


def _in_words(code: str, decisive: Sequence[Checked], source: str) -> str:
    """For example ``QRS 148 ms; normal ECG means less than 110 ms (AHA/ACC/HRS 2009).``

    A value that a reader has set says so: ``QRS 148 ms, measured by Dr. Rose; ...``.
    """
    values = " and ".join(_attributed(decisive))
    limits = " and ".join(dict.fromkeys(result.limit for result in decisive))
    return f"{values[0].upper()}{values[1:]}; {statements_by_code()[code].label} means {limits} ({source})."


def _attributed(decisive: Sequence[Checked]) -> Iterator[str]:
    """Values in words; who measured them is named once, behind the last of those he or she has set."""
    for place, result in enumerate(decisive):
        same_hand = place + 1 < len(decisive) and decisive[place + 1].by == result.by
        yield f"{result.value}, measured by {result.by}" if result.by and not same_hand else result.value
