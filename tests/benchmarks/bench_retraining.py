"""Retraining end to end: simulated readers correct drafts by a known rule; does the pack learn it, and forget nothing?

The rule of this clinic: the first sentence is the rhythm with the rate ("Sinus rhythm, rate 72/min."), and "left axis
deviation" is called "left axis". Everything else of a draft is signed as it was drafted.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from meit_core.domain.users import User
from meit_core.drafting.local_engine import LocalEngine
from meit_core.errors import UserError
from meit_core.knowledge.parser import split_sentences, stated_codes
from meit_core.services import retraining
from meit_core.services.retraining import RetrainingOptions
from meit_core.services.users import create_first_admin
from meit_core.services.workspace import open_workspace
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, simulate
from tests.benchmarks.rows import Row
from tests.services.clinic import add_signed, record_of

N_STUDIES: Final = 60
N_FRESH: Final = 40
"""Recordings of patients whom the workspace doesn't know."""
N_PUBLIC: Final = 100
PUBLIC: Final = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data")) / "ptbxl"
_RHYTHMS: Final = frozenset(
    {"SR", "SBRAD", "STACH", "SARRH", "AFIB", "AFLT", "SVTAC", "SVARR", "PSVT", "BIGU", "TRIGU"}
)
_OPENING: Final = re.compile(r"(sinus rhythm|atrial fibrillation), rate (\d+)/min\.")
_MORPHOLOGIES: Final = (
    Morphology.NORMAL, Morphology.LBBB, Morphology.RBBB, Morphology.INFERIOR_STEMI, Morphology.LVH_STRAIN,
)  # fmt: skip


def cases(n: int, seed: int) -> list[SimulatedCase]:
    """Return recordings of all sorts: every fifth in atrial fibrillation, every third with a left axis."""
    dice = np.random.default_rng(seed)
    return [
        SimulatedCase(
            rhythm=Rhythm.ATRIAL_FIBRILLATION if number % 5 == 0 else Rhythm.SINUS,
            morphology=_MORPHOLOGIES[int(dice.integers(len(_MORPHOLOGIES)))],
            heart_rate_bpm=float(dice.integers(52, 118)),
            frontal_rotation_deg=-75.0 if number % 3 == 0 else 0.0,
            voltage=float(dice.uniform(0.8, 1.2)),
            seed=seed + number,
        )
        for number in range(n)
    ]


def corrected(draft: str, case: SimulatedCase) -> str:
    """Return what a reader of this clinic signs."""
    rhythm = "Atrial fibrillation" if case.rhythm is Rhythm.ATRIAL_FIBRILLATION else "Sinus rhythm"
    rate = round(simulate(case).truth.heart_rate_bpm)
    kept = [sentence for sentence in split_sentences(draft) if not stated_codes(sentence) & _RHYTHMS]
    text = " ".join([f"{rhythm}, rate {rate}/min.", *kept])
    return text.replace("eft axis deviation", "eft axis")


def drafted(pack: Path | None, some: Sequence[SimulatedCase]) -> list[str]:
    """Return drafts in lower case."""
    records = (record_of(case, number) for number, case in enumerate(some))
    done = LocalEngine(pack).draft_many(records)
    return ["" if isinstance(each, UserError) else each.text.lower() for each in done]


def followed(drafts: Sequence[str], some: Sequence[SimulatedCase]) -> dict[str, float]:
    """Return how far drafts follow the rule."""
    openings = [_OPENING.match(draft) for draft in drafts]
    wanted = ["atrial fibrillation" if case.rhythm is Rhythm.ATRIAL_FIBRILLATION else "sinus rhythm" for case in some]
    rates = [simulate(case).truth.heart_rate_bpm for case in some]
    off = [abs(int(found[2]) - rate) for found, rate in zip(openings, rates, strict=True) if found]
    axis = [draft for draft in drafts if "left axis" in draft]
    return {
        "opening": float(np.mean([found is not None for found in openings])),
        "rhythm": float(
            np.mean([found is not None and found[1] == name for found, name in zip(openings, wanted, strict=True)])
        ),
        "rate_off_bpm": float(np.median(off)) if off else float("nan"),
        "old_axis_words": float(np.mean(["left axis deviation" in draft for draft in axis])) if axis else float("nan"),
        "n_axis": float(len(axis)),
    }


def run(folder: Path, *, public_limit: int = N_PUBLIC, **options: Any) -> dict[str, Any]:
    """Sign, retrain and draft again; returns everything that was measured."""
    studies, fresh = cases(N_STUDIES, seed=100), cases(N_FRESH, seed=7000)
    path = folder / "clinic.meit"
    first = dict(zip(studies, drafted(None, studies), strict=True))
    with open_workspace(path) as ws:
        admin: User = create_first_admin(ws, username="ada", printed_name="Dr. Ada", password="correct horse")
        add_signed(ws, studies, signer=admin, reader=lambda case: corrected(first[case], case))
    before = followed(drafted(None, fresh), fresh)
    started = time.monotonic()
    chosen = RetrainingOptions(root=PUBLIC, public_limit=public_limit, **options)
    done = retraining.retrain(workspace=path, actor=admin, options=chosen, folder=folder / "run")
    seconds = time.monotonic() - started
    drafts = drafted(done.pack, fresh)
    events, _ = retraining.read_events(done.folder)
    return {
        "before": before,
        "after": followed(drafts, fresh),
        "difference": done.difference,
        "n": done.n,
        "worse": done.worse,
        "better": done.better,
        "material": done.material,
        "seconds": seconds,
        "losses": [event for event in events if event["event"] == "epoch"],
        "examples": drafts[:6],
    }


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder))
    before, after = found["before"], found["after"]
    how = f"{N_FRESH} simulated patients unknown to the workspace, {found['material']['reports']} signed reports"
    yield Row("drafts that open by the rule, before", 100 * before["opening"], "%", None, N_FRESH, how)
    yield Row("drafts that open by the rule, after", 100 * after["opening"], "%", None, N_FRESH, how, False)
    yield Row("... with the right rhythm, after", 100 * after["rhythm"], "%", None, N_FRESH, how, False)
    yield Row("rate in the opening, off by (median)", after["rate_off_bpm"], "bpm", None, N_FRESH, how)
    for name in ("rougeL", "micro_f1"):
        score = found["difference"]["public"][name]
        low, high = score["ci95"]
        about = f"fold 9, {score['before']:.3f} -> {score['after']:.3f}, 95 % {low:+.3f} to {high:+.3f}"
        yield Row(
            f"public {name}, change", score["difference"], "", None, found["n"]["public"]["reports"], about, False
        )
    yield Row("retraining with both comparisons", found["seconds"], "s", None, 1, "wall time, meit-mini, CPU")


if __name__ == "__main__":
    import sys

    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(run(Path(place), **json.loads(sys.argv[1] if len(sys.argv) > 1 else "{}")), indent=1))
