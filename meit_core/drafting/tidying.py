"""What a language model says twice, or says without looking at the heart rate, is put right before a reader sees it.

Of 482 drafts of PTB-XL's fold 9 one in sixteen called a rhythm of 45/min, or one of 110/min, just "sinus rhythm", or
called an ECG normal beside a finding. A language model that has read 3,363 reports writes what is common.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_core.drafting.completing import Told
from meit_core.knowledge.casing import sentence_case
from meit_core.knowledge.criteria import Outcome, load_criteria
from meit_core.knowledge.parser import parse_sentence, stated_codes
from meit_core.knowledge.statements import statements_by_code

SLOW_BPM: Final = 50.0
"""Below it a sinus rhythm is called a bradycardia (ACC/AHA/HRS 2018); PTB-XL's readers do so in 16 of 20 ECGs below 50
and in 2 of 49 between 50 and 58/min."""
FAST_BPM: Final = 100.0
"""Above it a sinus rhythm is called a tachycardia (ACC/AHA/HRS 2015)."""

_SINUS, _SLOW, _FAST, _NORMAL = "SR", "SBRAD", "STACH", "NORM"
_NOT_BY_THE_SINUS_NODE: Final = frozenset(
    {"AVB", "2AVB", "3AVB", "PACE", "AFIB", "AFLT", "SVTAC", "PSVT", "VTAC", "JUNC", "IVR"}
)
"""Beside these the ventricles' rate isn't the sinus node's."""
_NORMAL_VARIANTS: Final = frozenset({_SINUS, "SARRH", _NORMAL, "AXIS_NORMAL", "PR_NORMAL"})
_AXES_NEAR_NORMAL: Final = frozenset({"AXIS_LEFTWARD", "AXIS_RIGHTWARD", "AXIS_VERTICAL", "AXIS_HORIZONTAL"})
_BESIDE_NORMAL: Final = _NORMAL_VARIANTS | _AXES_NEAR_NORMAL
"""Readers write "leftward axis" beside "normal ECG"."""
_PLAIN_NORMAL: Final = re.compile(r"normal ecg\.?", re.IGNORECASE)
_OTHERWISE_NORMAL: Final = "otherwise normal ecg."
_LEADS: Final = re.compile(r"\bleads? (?P<names>(?:(?:iii|ii|i|avr|avl|avf|v[1-6])(?:, | and )?\b)+)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(, | and )")


def tidied(draft: Sequence[Told], measurements: Measurements, sex: Sex = Sex.UNKNOWN) -> tuple[Told, ...]:
    """Return a draft's sentences without what is said twice or doesn't go with the measured rate.

    A plain sinus rhythm takes its name from the measured rate, unless a block, a pacemaker or another rhythm sets that
    rate, and goes where the draft names it already. "Normal ECG" becomes "otherwise normal ECG" beside a finding,
    unless that or a measurement excludes it: then the guard says so, and the reader decides. A sentence that names no
    lead and only states what another has stated goes. A lead is named once in a list.
    """
    stated = stated_codes(" ".join(told.text for told in draft))
    rate = "" if stated & _NOT_BY_THE_SINUS_NODE else _rate_statement(measurements)
    otherwise_normal = (rate or stated - _BESIDE_NORMAL) and not _excludes_normal(stated, measurements, sex)
    kept: list[Told] = []
    said: set[str] = set()
    for told in draft:
        text = _rhythm(told.text, stated, rate)
        if otherwise_normal and _PLAIN_NORMAL.fullmatch(text):
            text = _OTHERWISE_NORMAL
        text = _with_each_lead_once(text)
        codes = stated_codes(text)
        if not text or (codes and codes <= said and not _LEADS.search(text) and not _denies(text)):
            continue
        said |= codes
        kept.append(told if text == told.text else replace(told, text=sentence_case(text), written=told.text))
    return tuple(kept)


def _rhythm(sentence: str, stated: frozenset[str], rate: str) -> str:
    """Name a sinus rhythm after its rate; return nothing where the draft does so elsewhere."""
    if stated_codes(sentence) != {_SINUS} or _denies(sentence):
        return sentence
    if stated & {_SLOW, _FAST}:
        return ""
    return f"{statements_by_code()[rate].label.lower()}." if rate else sentence


def _rate_statement(measurements: Measurements) -> str:
    rate_bpm = measurements.heart_rate_bpm
    if rate_bpm is None or SLOW_BPM <= rate_bpm <= FAST_BPM:
        return ""
    return _SLOW if rate_bpm < SLOW_BPM else _FAST


def _excludes_normal(stated: frozenset[str], measurements: Measurements, sex: Sex) -> bool:
    criteria = load_criteria()
    outcome, _ = criteria.by_code[_NORMAL].check(measurements, sex)
    return outcome is Outcome.BROKEN or any(criteria.conflict(_NORMAL, code) for code in stated)


def _denies(sentence: str) -> bool:
    return any(mention.negated for mention in parse_sentence(sentence))


def _with_each_lead_once(sentence: str) -> str:
    """Write ``leads I, V2, V4, V4`` as ``leads I, V2, V4``."""

    def once(found: re.Match[str]) -> str:
        pieces = _BETWEEN.split(found["names"])
        names, links = pieces[::2], pieces[1::2]
        seen: list[str] = []
        told = ""
        for name, link in zip(names, ["", *links], strict=True):
            if name and name.lower() in seen:
                continue
            seen.append(name.lower())
            told += link + name if told else name
        return found.group().replace(found["names"], told)

    return _LEADS.sub(once, sentence)
