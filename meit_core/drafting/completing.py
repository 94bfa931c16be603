"""What is measured, or likely to be stated, and left out by the drafted text is added in the library's wording.

Measured facts are told whatever the pack: they don't depend on what a model has learnt. Likely statements are told
where it asks for that: a language model that has read few reports says less than is known, for the likeliest text is a
short one. Added as surely as it is known, a finding costs the reader one key to reject; left out, it may be missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meit_core.domain.draft import Finding, Support
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_core.drafting.guard import judge
from meit_core.knowledge.casing import sentence_case
from meit_core.knowledge.criteria import load_criteria
from meit_core.knowledge.measured_statements import measured_statements
from meit_core.knowledge.parser import stated_codes
from meit_core.knowledge.statements import place_in_report, statements_by_code
from meit_core.knowledge.superclasses import superclass_outputs
from meit_core.model.decoding.writing import CompletionConfig

NORMAL = "NORM"
_NEVER_ADDED = frozenset({"ABQRS", "NO_P_WAVES"})
"""Says nothing that a reader could check."""
_ONLY_SURELY = frozenset({"rhythm", "pacing", "ectopy", "axis", "summary"})
"""Nobody writes "possible sinus rhythm"."""
_CAUSES = frozenset({"IHD", "DIG", "EL"})
"""Ischemic heart disease, digitalis and electrolytes are conclusions from more than a tracing: the reader's to draw."""
_SAID_BY = {
    "SR": frozenset({"SBRAD", "STACH", "SARRH"}),
    **dict.fromkeys(("LAFB", "LPFB", "ILBBB", "IVCD"), frozenset({"CLBBB"})),
    "IRBBB": frozenset({"CRBBB"}),
    **dict.fromkeys(("INVT", "LOWT", "TAB_"), frozenset({"TAB_", "STT_ABNORMAL", "INVT", "LOWT"})),
    **dict.fromkeys(("STD_", "STRAIN"), frozenset({"STT_ABNORMAL", "STRAIN", "STD_"})),
    "PRWP": frozenset({"ASMI", "AMI", "QS"}),
}
"""What is not said any more beside the broader statement: sinus bradycardia is a sinus rhythm, and a left bundle branch
block leaves no fascicular block to be seen."""
_BROADER = {"2AVB": frozenset({"AVB"}), "3AVB": frozenset({"AVB"})}
"""What a measured statement says more exactly."""
NO_FINDING = "no finding reported."
"""What some readers wrote into an empty report; a draft that says more doesn't say it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a completed draft.

    Attributes
    ----------
    added_for
        The finding it was added for; ``None`` where the model wrote it, or where it was measured.
    is_measured
        Whether it was added because it was measured.
    written
        What the model had written, where that was put right since.
    """

    text: str
    added_for: Finding | None = None
    is_measured: bool = False
    written: str = ""

    @property
    def is_of_model(self) -> bool:
        return self.added_for is None and not self.is_measured


def completed(
    sentences: Sequence[str],
    *,
    findings: Sequence[Finding],
    measurements: Measurements,
    sex: Sex,
    how: CompletionConfig | None,
    likely: Sequence[Finding] | None = None,
) -> tuple[Told, ...]:
    """Return a draft's sentences with those added that it lacks, each after what comes before it in a report.

    What is measured isn't added where the text states it; sentences that it excludes are taken out. A finding isn't
    added where the text states it or another that implies it, where it can't hold beside what the text states, or where
    a measurement contradicts it. A "normal ECG" that an added finding excludes is taken out.

    Parameters
    ----------
    findings
        What contradicts a statement, and what is added.
    how
        When findings are added; ``None`` where they aren't.
    likely
        What is added instead of the findings, where what a report states is known better.
    """
    draft = _with_measured([Told(text) for text in sentences], measurements)
    stated = {code for told in draft for code in stated_codes(told.text)}
    added: list[tuple[int, Told]] = []
    for finding in () if how is None else _candidates(findings if likely is None else likely, how):
        if how is None or _is_told(finding.code, stated) or _is_excluded(finding.code, stated):
            continue
        sentence = _sentence(finding, how)
        if _is_contradicted(sentence, findings, measurements, sex):
            continue
        added.append((place_in_report(finding.code), Told(sentence, finding)))
        stated.add(finding.code)
    if any(_excludes_normal(told) for _, told in added):
        draft = [told for told in draft if NORMAL not in stated_codes(told.text)]
    _insert(draft, added)
    if any(told.added_for or told.is_measured for told in draft):
        draft = [told for told in draft if told.text.lower() != NO_FINDING]
    return tuple(draft)


def _with_measured(draft: list[Told], measurements: Measurements) -> list[Told]:
    """Add measured statements, and take out what they exclude or say more exactly."""
    stated = {code for told in draft for code in stated_codes(told.text)}
    made = [each for each in measured_statements(measurements.facts) if each.unless.isdisjoint(stated)]
    excluded = {code for each in made for code in each.excludes}
    kept = [told for told in draft if excluded.isdisjoint(stated_codes(told.text))]
    stated = {code for told in kept for code in stated_codes(told.text)}
    lacking = [each for each in made if not _is_told(each.code, stated)]
    broader = {code for each in lacking for code in _BROADER.get(each.code, ())}
    kept = [told for told in kept if not stated_codes(told.text) or not stated_codes(told.text) <= broader]
    _insert(kept, [(place_in_report(each.code), Told(each.text, is_measured=True)) for each in lacking])
    return kept


def _insert(draft: list[Told], added: Sequence[tuple[int, Told]]) -> None:
    for place, told in sorted(added, key=lambda each: each[0]):
        draft.insert(_after_all_before(place, draft), told)


def _candidates(findings: Sequence[Finding], how: CompletionConfig) -> list[Finding]:
    library = statements_by_code()
    never = superclass_outputs({finding.code for finding in findings}) | {NORMAL} | _CAUSES | _NEVER_ADDED
    chosen = [
        finding
        for finding in findings
        if finding.present
        and finding.code in library
        and finding.code not in never
        and library[finding.code].category != "summary"
        and finding.probability >= (how.hedged_below if _never_hedged(finding.code) else how.least)
    ]
    return sorted(chosen, key=lambda finding: -finding.probability)


def _never_hedged(code: str) -> bool:
    return statements_by_code()[code].category in _ONLY_SURELY


def _is_told(code: str, stated: set[str]) -> bool:
    same = {code, *load_criteria().findings_that_count.get(code, ()), *_SAID_BY.get(code, ())}
    return not stated.isdisjoint(same)


def _is_excluded(code: str, stated: set[str]) -> bool:
    return any(load_criteria().conflict(code, other) for other in stated - {NORMAL})


def _excludes_normal(told: Told) -> bool:
    return told.added_for is not None and load_criteria().conflict(NORMAL, told.added_for.code)


def _sentence(finding: Finding, how: CompletionConfig) -> str:
    label = statements_by_code()[finding.code].label
    sentence = f"possible {label}." if finding.probability < how.hedged_below else f"{label}."
    return sentence_case(sentence.lower())


def _is_contradicted(sentence: str, findings: Sequence[Finding], measurements: Measurements, sex: Sex) -> bool:
    (judged,) = judge([sentence], findings=findings, measurements=measurements, sex=sex)
    return judged.support is Support.CONTRADICTED


def _after_all_before(place: int, draft: Sequence[Told]) -> int:
    """Return the position behind the last sentence that belongs before ``place`` or to it."""
    library = statements_by_code()
    found = 0
    for position, told in enumerate(draft, start=1):
        places = [place_in_report(code) for code in stated_codes(told.text) if code in library]
        if places and min(places) <= place:
            found = position
    return found
