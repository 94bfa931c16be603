"""Train and compare, with the workspace open for looking only; what is written goes into the run's folder."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from meit_core.domain.record import EcgRecord
from meit_core.errors import Cancelled, EnvironmentFault, UserError
from meit_core.evaluation.paired import FACTUAL
from meit_core.jobs import JobContext
from meit_core.services.retraining.comparing import LEAST_COMPARED, Compared, HoldOutSet, comparison, draft_texts
from meit_core.services.retraining.house_prompts import HousePrompts, house_prompts
from meit_core.services.retraining.material import Material, Signed, is_legible, planned_material, recording
from meit_core.services.retraining.plan import RESULT, Plan
from meit_core.services.retraining.progress import ProgressLog
from meit_core.services.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from meit_core.model.packs.pack import Pack
    from meit_core.services.retraining.public import PublicData
    from meit_core.training.continuing import Pairs

MOST_CHECKED: Final = 64
"""Recordings of either hold-out whose loss is shown after every epoch."""
FORGETTING: Final = "No public data were mixed in: what the clinic's reports don't show may be forgotten."
_FAILED: Final = "The training failed inside the program; the pack in use is unchanged."


def work(folder: Path, job: JobContext | None = None) -> dict[str, Any]:
    """Do what a run's plan says, and return the result, which is also written to ``result.json``.

    An interrupted run goes on where its last checkpoint is. Progress goes to ``progress.jsonl``.

    Raises
    ------
    UserError
        Material or packs are missing or damaged, or training diverges; the progress says so as well.
    Cancelled
        The run was asked to stop.
    """
    log = ProgressLog(folder, job or JobContext())
    try:
        plan = Plan.load(folder)
        log.tell({"event": "started", "run": plan.run_id, "epochs": plan.epochs})
        with open_workspace(plan.workspace, read_only=True) as ws:
            result = _Work(ws, plan, folder, log).result()
    except Cancelled:
        log.tell({"event": "stopped"})
        raise
    except UserError as fault:
        log.tell({"event": "failed", "message": fault.message, "hint": fault.hint})
        raise
    except OSError as fault:
        told = EnvironmentFault(
            f"The run's folder can't be written ({fault.strerror or 'I/O fault'}).",
            "Free some space, then go on with --resume.",
        )
        log.tell({"event": "failed", "message": told.message, "hint": told.hint})
        raise told from fault
    except Exception:
        log.tell({"event": "failed", "message": _FAILED, "hint": "Tell your administrator."})
        raise
    log.tell({"event": "finished", "pack": result["pack_name"], "worse": result["worse"], "better": result["better"]})
    return result


@dataclass(frozen=True, slots=True)
class _Work:
    ws: Workspace
    plan: Plan
    folder: Path
    log: ProgressLog

    def result(self) -> dict[str, Any]:
        from meit_core.model.ecg_input import InputConfig
        from meit_core.model.packs.pack import read_pack
        from meit_core.services.retraining.public import public_data

        started = time.monotonic()
        before = read_pack(self.plan.pack)
        if before.sha256 != self.plan.pack_sha256:
            raise UserError("The pack this run was begun with was changed.", "Start a new run with 'meit retrain'.")
        given = InputConfig.from_dict(before.manifest.get("input", {}))
        material = planned_material(self.ws, self.plan)
        public = None if self.plan.root is None else public_data(self.plan.root, before.manifest, given)
        pack, facts = self._trained(before, material, public)
        scores = self._compared(before, pack, material, public)
        self.log.tell({"event": "scores", "difference": scores["watched"]})
        pack = self._sealed(before, pack, facts, scores)
        result = {
            "run": self.plan.run_id,
            "folder": str(self.folder.absolute()),
            "pack": str(pack.folder.absolute()),
            "pack_name": pack.name,
            "pack_sha256": pack.sha256,
            "base": {"name": before.name, "sha256": before.sha256},
            "material": {**material.counts, "public_recordings": facts["public_recordings"]},
            **scores,
            "seconds": round(time.monotonic() - started, 1),
        }
        (self.folder / RESULT).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        return result

    def _trained(self, before: Pack, material: Material, public: PublicData | None) -> tuple[Pack, dict[str, Any]]:
        import torch

        from meit_core.drafting.device import thread_count
        from meit_core.knowledge.instructions import load_instructions
        from meit_core.services.retraining.card import retraining_facts
        from meit_core.training.continuing import (
            Check,
            ContinueConfig,
            continue_training,
            load_to_continue,
            trained_weights,
        )
        from meit_core.training.device import training_device
        from meit_core.training.loop import LoopConfig

        # Sums come out in another order with another number of threads: a run that goes on must not notice.
        torch.set_num_threads(thread_count())
        plan = self.plan
        self.log.phase("reading")
        clinic = self._pairs(before, material.training)
        rehearsed = self._rehearsed(before, public, len(clinic.reports))
        prompts = house_prompts(before.manifest)
        held_out = () if public is None else public.held_out[:MOST_CHECKED]
        checks = {
            "clinic": Check(self._pairs(before, material.held_out[:MOST_CHECKED]), prompts.clinic),
            "public": Check(self._public_pairs(before, held_out), prompts.public),
        }
        model, tokenizer = load_to_continue(before, device=training_device("auto").type)
        facts = retraining_facts(plan, before, material.counts, len(rehearsed.reports), trained_weights(model))
        self.log.phase("training")
        continue_training(
            model,
            tokenizer,
            ContinueConfig(
                loop=LoopConfig(epochs=plan.epochs, warm_up=0.1, average_decay=0.97, checkpoint_every=20),
                batch=plan.batch,
                rate=plan.rate,
                public_per_report=plan.public_per_report,
                seed=plan.seed,
            ),
            clinic=clinic,
            clinic_instruction=prompts.clinic,
            public=rehearsed,
            public_instructions=(prompts.public, *load_instructions()),
            checks=checks,
            folder=self.folder,
            watch=self.log.tell,
            job=self.log.job,
        )
        return self._written(before, model, facts), facts

    def _written(self, before: Pack, model: Any, facts: dict[str, Any]) -> Pack:
        from meit_core.services.retraining.card import retraining_card
        from meit_core.training.continued_pack import write_continued_pack

        return write_continued_pack(
            self.folder / "pack",
            before=before,
            model=model,
            changes=self._changes(before, facts),
            card=retraining_card(self.plan.name, before, facts, None, FORGETTING),
        )

    def _sealed(self, before: Pack, pack: Pack, facts: dict[str, Any], scores: dict[str, Any]) -> Pack:
        """Put the comparison into the pack; its weights stay."""
        from meit_core.services.retraining.card import retraining_card
        from meit_core.training.continued_pack import reseal

        figures = {name: scores[name] for name in ("n", "watched", "worse", "better")}
        return reseal(
            pack,
            changes=self._changes(before, {**facts, "comparison": figures}),
            card=retraining_card(self.plan.name, before, facts, scores, FORGETTING),
        )

    def _changes(self, before: Pack, facts: dict[str, Any]) -> dict[str, Any]:
        prompts = house_prompts(before.manifest)
        training = {name: value for name, value in before.manifest.get("training", {}).items() if name != "metrics"}
        return {
            "name": self.plan.name,
            "version": f"{self.plan.as_of:%Y.%m.%d}",
            "prompt": {**before.manifest["prompt"], "default": prompts.clinic, "public": prompts.public},
            "training": training,
            "retraining": [*before.manifest.get("retraining", []), facts],
        }

    def _compared(self, before: Pack, after: Pack, material: Material, public: PublicData | None) -> dict[str, Any]:
        """Draft what is held out with both packs, each asked as it is asked in use.

        The public hold-out is also drafted as the clinic asks for it: there only what is said is watched, because how
        it is said is meant to change.
        """
        held, prompts = material.held_out, house_prompts(before.manifest)

        def clinic() -> Iterator[EcgRecord]:
            return (recording(self.ws, each.study_id) for each in held)

        n = len(held)
        drafted = [
            self._drafted(before, "clinic, before", clinic(), n, None),
            self._drafted(after, "clinic, after", clinic(), n, prompts.clinic),
        ]
        reports, patients = [each.text for each in held], [each.patient for each in held]
        trained = [each.text for each in material.training]
        compared = [Compared(HoldOutSet("clinic", reports, patients, trained), drafted[0], drafted[1])]
        readable = [] if public is None else _readable(public.held_out, self.plan.public_limit)
        if public is not None and len(readable) >= LEAST_COMPARED:
            compared += self._compared_publicly(before, after, public, readable, prompts)
        self.log.phase("scoring")
        return comparison(compared)

    def _compared_publicly(
        self, before: Pack, after: Pack, public: PublicData, readable: Sequence[Readable], prompts: HousePrompts
    ) -> list[Compared]:
        def records() -> Iterator[EcgRecord]:
            return (read() for _, read in readable)

        n, cases = len(readable), [case for case, _ in readable]
        texts = {
            which: self._drafted(pack, f"public, {which}", records(), n, prompt)
            for which, pack, prompt in (
                ("before", before, prompts.public),
                ("after", after, prompts.public),
                ("after, as the clinic asks", after, prompts.clinic),
            )
        }
        reports, patients = [case.reference for case in cases], [case.patient_id for case in cases]
        trained = [case.reference for case in public.training]
        same = HoldOutSet("public", reports, patients, trained)
        asked = HoldOutSet("public_as_clinic", reports, patients, trained, watched=FACTUAL)
        return [
            Compared(same, texts["before"], texts["after"]),
            Compared(asked, texts["before"], texts["after, as the clinic asks"]),
        ]

    def _drafted(
        self, pack: Pack, phase: str, records: Iterator[EcgRecord], total: int, prompt: str | None
    ) -> list[str]:
        self.log.phase(f"comparing: {phase}")
        return draft_texts(pack.folder, records, total, self.log.job, prompt=prompt)

    def _pairs(self, before: Pack, signed: Sequence[Signed]) -> Pairs:
        """Read the clinic's recordings; one that nobody could report on teaches nothing."""
        from meit_core.model.ecg_input import InputConfig, model_input
        from meit_core.services.retraining.public import stacked
        from meit_core.training.continuing import Pairs

        given = InputConfig.from_dict(before.manifest.get("input", {}))
        signals, reports = [], []
        for number, each in enumerate(signed):
            self.log.job.progress(number / len(signed), "the clinic's recordings")
            record = recording(self.ws, each.study_id)
            if is_legible(self.ws, each.study_id, record):
                signals.append(model_input(record, given))
                reports.append(each.text)
        return Pairs(stacked(signals, given), reports)

    def _rehearsed(self, before: Pack, public: PublicData | None, n_reports: int) -> Pairs:
        """Read as many public recordings as the run can meet."""
        from meit_core.services.retraining.public import drawn

        most = round(self.plan.public_per_report * n_reports) * self.plan.epochs
        return self._public_pairs(before, () if public is None else drawn(public.training, most, self.plan.seed))

    def _public_pairs(self, before: Pack, cases: Sequence[Any]) -> Pairs:
        from meit_core.model.ecg_input import InputConfig
        from meit_core.services.retraining.public import read_cases
        from meit_core.training.continuing import Pairs

        given = InputConfig.from_dict(before.manifest.get("input", {}))
        return Pairs(*read_cases(cases, given, self.log.job))


Readable = tuple[Any, Callable[[], EcgRecord]]
"""A case, and what reads its recording when its turn comes."""


def _readable(cases: Sequence[Any], limit: int | None) -> list[Readable]:
    """Return the cases whose recordings can be read."""
    from functools import partial

    from meit_core.formats import read_record

    found: list[Readable] = []
    for case in cases[:limit]:
        try:
            read_record(case.record_path)
        except UserError:
            continue
        found.append((case, partial(read_record, case.record_path)))
    return found
