"""What a draft invents, leaves out and gets the wrong way round, judged by the report and the codes together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bootstrap import Weights
from meit_core.knowledge.hierarchy import load_hierarchy
from meit_core.knowledge.lexicon import Certainty
from meit_core.knowledge.parser import parse_report
from meit_core.knowledge.statements import statements_by_code

RATES: Final[Mapping[str, tuple[str, str]]] = {
    "hallucination_rate": ("invented", "claims"),
    "certain_hallucination_rate": ("invented_certain", "certain_claims"),
    "too_specific_rate": ("too_specific", "claims"),
    "omission_rate": ("omitted", "reported"),
    "coded_omission_rate": ("omitted_coded", "reported_coded"),
    "contradiction_rate": ("contradicted", "reports"),
    "false_normal_rate": ("false_normal", "reports"),
    "overstated_rate": ("overstated", "shared"),
    "understated_rate": ("understated", "shared"),
}
"""Every rate as what is counted over what it is counted of."""

DEFINITIONS: Final = {
    "hallucination_rate": "findings a draft states that neither report nor codes contain / findings drafts state",
    "certain_hallucination_rate": "the same of findings that drafts state without 'possible' or 'probable'",
    "too_specific_rate": "findings drafts invent that are a kind of something true (inferior infarction where only"
    " infarction is known) / findings drafts state",
    "omission_rate": "findings a report states that its draft doesn't / findings reports state, without normal ones",
    "coded_omission_rate": "the same of findings that are in the codes too",
    "contradiction_rate": "share of reports with a finding stated that the report denies, denied that report or codes"
    " contain, or stated where something is certain that excludes it (sinus rhythm in atrial fibrillation)",
    "false_normal_rate": "share of drafts with a normal ECG where report and codes contain findings and no normal ECG",
    "overstated_rate": "findings stated as certain that the report only holds possible or probable / findings in both",
    "understated_rate": "findings hedged that the report is certain of / findings in both",
}

MOST = 5
_COUNTS: Final = tuple(dict.fromkeys(name for rate in RATES.values() for name in rate))
_TABLE_COLUMNS: Final = ("claims", "invented", "reported", "omitted")
_UNHARMED_BY_NORMAL: Final = frozenset({"SR", "SARRH", "NORM", "OTHERWISE_NORMAL"})


@dataclass(frozen=True, slots=True)
class Claims:
    """The statements of one text by how sure it is of them; of contradicting mentions the surest counts."""

    certainty: Mapping[str, Certainty]

    @property
    def stated(self) -> frozenset[str]:
        return frozenset(code for code, degree in self.certainty.items() if degree is not Certainty.EXCLUDED)

    @property
    def certain(self) -> frozenset[str]:
        return frozenset(code for code, degree in self.certainty.items() if degree is Certainty.DEFINITE)

    @property
    def denied(self) -> frozenset[str]:
        return frozenset(code for code, degree in self.certainty.items() if degree is Certainty.EXCLUDED)


@dataclass(frozen=True, slots=True)
class Faithfulness:
    """Counts of every report, which a bootstrap resamples.

    Attributes
    ----------
    counts
        (n, k): the numerators and denominators of :data:`RATES`, report by report.
    by_category
        Category of the statement library to ``claims``, ``invented``, ``reported`` and ``omitted`` of all reports.
    invented, omitted
        How often each code was.
    """

    counts: npt.NDArray[np.float64]
    by_category: Mapping[str, Mapping[str, int]]
    invented: Counter[str]
    omitted: Counter[str]

    def rates(self) -> dict[str, float]:
        """Return every rate of :data:`RATES` over all reports; 0 where there is nothing to count."""
        return {name: float(values[0]) for name, values in self.resampled(np.ones((1, len(self.counts)))).items()}

    def resampled(self, weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        """Return each rate, (s,), for (s, n) weights: how often each report counts in each sample."""
        totals = dict(zip(_COUNTS, (weights @ self.counts).T, strict=True))
        return {name: totals[part] / np.maximum(totals[whole], 1.0) for name, (part, whole) in RATES.items()}

    def as_dict(self) -> dict[str, Any]:
        """Return rates, counts, rates by category and the codes that are invented and omitted most."""
        totals = self.counts.sum(axis=0)
        return {
            **self.rates(),
            "counts": {name: int(total) for name, total in zip(_COUNTS, totals, strict=True)},
            "by_category": {name: dict(counts) for name, counts in self.by_category.items()},
            "most_invented": [{"code": code, "n": n} for code, n in self.invented.most_common(MOST)],
            "most_omitted": [{"code": code, "n": n} for code, n in self.omitted.most_common(MOST)],
            "definitions": DEFINITIONS,
        }


def judge_drafts(
    hypotheses: Sequence[str], references: Sequence[str], codes: Sequence[AbstractSet[str]] | None = None
) -> Faithfulness:
    """Count what each draft invents, omits and contradicts.

    A finding counts as true where the report or the codes state it or a kind of it: a draft's "inferior infarction" is
    right where an inferolateral one is coded, its "sinus rhythm" where the code is NORM. Judgements ("borderline ECG")
    are neither claims nor omissions.

    Parameters
    ----------
    codes
        The data set's codes of each recording; without them the reports alone judge.
    """
    coded = [frozenset[str]()] * len(references) if codes is None else codes
    judged = [_Judged.of(*each) for each in zip(hypotheses, references, coded, strict=True)]
    return Faithfulness(
        counts=np.asarray([[float(each.counts[name]) for name in _COUNTS] for each in judged]).reshape(
            -1, len(_COUNTS)
        ),
        by_category=_by_category(judged),
        invented=Counter(code for each in judged for code in each.invented),
        omitted=Counter(code for each in judged for code in each.omitted),
    )


def claims_of(text: str) -> Claims:
    """Return what a text claims, without judgements."""
    order = list(Certainty)
    certainty: dict[str, Certainty] = {}
    for mention in parse_report(text):
        known = certainty.get(mention.code)
        if mention.code not in load_hierarchy().judgements and (
            known is None or order.index(mention.certainty) < order.index(known)
        ):
            certainty[mention.code] = mention.certainty
    return Claims(certainty)


@dataclass(frozen=True, slots=True)
class _Judged:
    counts: Mapping[str, int]
    claims: frozenset[str]
    invented: frozenset[str]
    reported: frozenset[str]
    omitted: frozenset[str]

    @classmethod
    def of(cls, draft: str, report: str, codes: AbstractSet[str]) -> _Judged:
        tree = load_hierarchy()
        said, meant = claims_of(draft), claims_of(report)
        true = tree.contained(meant.stated | (codes - tree.judgements))
        claims = said.stated
        invented = claims - true
        reported = tree.specific(meant.stated) - tree.normal
        omitted = reported - tree.contained(claims)
        reported_coded = reported & tree.contained(codes)
        shared = claims & meant.stated
        return cls(
            counts={
                "reports": 1,
                "claims": len(claims),
                "invented": len(invented),
                "certain_claims": len(said.certain),
                "invented_certain": len(said.certain & invented),
                "too_specific": len(_too_specific(invented, meant.stated | codes)),
                "reported": len(reported),
                "omitted": len(omitted),
                "reported_coded": len(reported_coded),
                "omitted_coded": len(reported_coded & omitted),
                "contradicted": bool(_contradictions(said, meant, codes)),
                "false_normal": _is_falsely_normal(said, report, codes),
                "shared": len(shared),
                "overstated": len((shared & said.certain) - meant.certain),
                "understated": len((shared & meant.certain) - said.certain),
            },
            claims=claims,
            invented=invented,
            reported=reported,
            omitted=omitted,
        )


def _too_specific(invented: AbstractSet[str], true: AbstractSet[str]) -> frozenset[str]:
    """Return what is a kind of something that is known no closer; "normal ECG" is no kind of sinus rhythm."""
    tree = load_hierarchy()
    known = tree.specific(true)
    return frozenset(code for code in invented - tree.normal if tree.contained((code,)) & known)


def _contradictions(said: Claims, meant: Claims, codes: AbstractSet[str]) -> frozenset[str]:
    """Return the codes that a draft has the wrong way round."""
    tree = load_hierarchy()
    true = tree.contained(meant.stated | codes)
    certain = tree.contained(meant.certain | codes)
    denied_true = said.denied & certain
    # who denies infarction denies an inferior one too
    stated_denied = {code for code in said.stated - true if tree.contained((code,)) & meant.denied}
    impossible = {code for code in said.certain - true if tree.rivals(code) & certain}
    return frozenset(denied_true | stated_denied | impossible)


def _is_falsely_normal(said: Claims, report: str, codes: AbstractSet[str]) -> bool:
    true = {mention.code for mention in parse_report(report) if not mention.negated} | codes
    if "NORM" not in said.stated or true & {"NORM", "OTHERWISE_NORMAL"}:
        return False
    tree, library = load_hierarchy(), statements_by_code()
    findings = {code for code in true - tree.judgements - tree.normal - _UNHARMED_BY_NORMAL if code in library}
    return any(library[code].category not in {"technique", "axis"} for code in findings)


def _by_category(judged: Iterable[_Judged]) -> dict[str, dict[str, int]]:
    library = statements_by_code()
    table: dict[str, dict[str, int]] = {}
    for each in judged:
        for name in _TABLE_COLUMNS:
            for code in getattr(each, name):
                row = table.setdefault(library[code].category, dict.fromkeys(_TABLE_COLUMNS, 0))
                row[name] += 1
    return dict(sorted(table.items()))
