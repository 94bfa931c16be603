"""A data set's recordings and reports into a folder that training reads: part by part."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.datasets.catalogue import Catalogue
from meit_core.datasets.entry import Entry
from meit_core.datasets.folds import fold_of
from meit_core.datasets.lists import DAMAGED_LIST, LEFT_OUT_LIST, write_lists, write_notes
from meit_core.datasets.manifest import MANIFEST, ManifestLine
from meit_core.datasets.opening import ABOUT
from meit_core.datasets.part import DAMAGED, NO_REPORT, PART_SIZE, UNTRANSLATED, DonePart, Note, Part, part_folder
from meit_core.datasets.prepared import PLAN, Plan, write_whole
from meit_core.datasets.sources import Source
from meit_core.datasets.summary import Summary, summarise
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.errors import EnvironmentFault, UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import MODEL_FS_HZ, InputConfig, input_window
from meit_core.signal.measured_values import measured_values

MOST_DAMAGED: Final = 0.01
"""A larger share of unreadable recordings means that the data set is incomplete, not that a file is damaged."""
_BYTES_PER_SAMPLE: Final = 2


@dataclass(frozen=True, slots=True)
class How:
    """What a preparation is asked for.

    Attributes
    ----------
    fs_hz
        Rate of the prepared signals: that of the encoder they are for.
    seed
        Of the folds, where the data set has none of its own.
    measure
        Measure every recording too, for the targets that an encoder learns beside findings.
    shard
        ``(i, n)``: do the parts that are this shard's, ``i`` from 1 to ``n``.
    limit
        Only the first so many recordings.
    resume
        Go on with what is there.
    force
        Accept patients in several splits.
    part_size
        Recordings of a part.
    """

    fs_hz: float = MODEL_FS_HZ
    seed: int = 0
    measure: bool = False
    shard: tuple[int, int] = (1, 1)
    limit: int | None = None
    resume: bool = False
    force: bool = False
    part_size: int = PART_SIZE


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a run came to.

    Attributes
    ----------
    summary
        Of all parts that are there, other shards' too.
    unmatched
        :data:`TEXT_WITHOUT_SIGNAL` and :data:`SIGNAL_WITHOUT_TEXT` -> how many.
    missing
        Parts that other shards still have to do.
    """

    plan: Plan
    summary: Summary
    unmatched: dict[str, int]
    missing: int


def prepare_source(source: Source, out: Path, how: How, job: JobContext | None = None) -> Prepared:
    """Prepare a data set; the folder's manifest appears when the last part is there.

    Raises
    ------
    UserError
        If there is nothing to prepare, patients are in several splits, or too many recordings can't be read; if the
        folder holds another preparation.
    EnvironmentFault
        If the disk is full.
    Cancelled
        If the job was asked to stop; finished parts stay.
    """
    job = job or JobContext()
    with closing(Catalogue(source.places(), source.facts(), job)) as catalogue, _plain_disk_faults():
        plan = _plan(source, catalogue, how)
        _refuse_overlap(catalogue, plan, how)
        out.mkdir(parents=True, exist_ok=True)
        _join_or_begin(plan, out, how)
        parts = _Parts(plan, out)
        damaged = {part.folder: _damaged(part.notes()) for part in parts.whole(job)}
        for number in range(how.shard[0] - 1, plan.parts, how.shard[1]):
            done = parts.of(number)
            if parts.is_whole(number) and not _now_readable(done, source.root):
                continue
            _check_room(plan, number, out)
            entries = catalogue.entries(number * plan.part_size, _size(plan, number))
            part = _filled(entries, source, plan, number, job)
            part.write(done.folder)
            damaged[done.folder] = _damaged(part.notes)
            _refuse_damage(plan, parts, sum(damaged.values()))
        whole = parts.whole(job)
        unmatched = write_lists(catalogue, whole, out)
        summary = summarise(whole, job)
        _refuse_damage(plan, parts, summary.notes[DAMAGED])
        if len(whole) == plan.parts:
            if not summary.records:
                raise UserError(
                    "None of the recordings has a report or codes.", f"The list is in {out / LEFT_OUT_LIST}."
                )
            _finish(source, whole, out)
        return Prepared(plan, summary, unmatched, plan.parts - len(whole))


class _Parts:
    """The parts of a folder; one that was found whole isn't looked through again."""

    def __init__(self, plan: Plan, out: Path) -> None:
        self.out = out
        self._count = plan.parts
        self._known: set[int] = set()

    def of(self, number: int) -> DonePart:
        return DonePart(part_folder(self.out, number))

    def is_whole(self, number: int) -> bool:
        if number not in self._known and self.of(number).is_whole():
            self._known.add(number)
        return number in self._known

    def whole(self, job: JobContext) -> list[DonePart]:
        """Return those that are there, in their order; other shards' too."""
        found = []
        for number in range(self._count):
            job.progress(None, "checking parts")
            if self.is_whole(number):
                found.append(self.of(number))
        return found


def _plan(source: Source, catalogue: Catalogue, how: How) -> Plan:
    n = len(catalogue) if how.limit is None else min(how.limit, len(catalogue))
    if not n:
        raise UserError(
            f"No recording in {source.root} has a text: "
            f"{_n(catalogue.texts_without_signal()):,} texts and {_n(catalogue.signals_without_text()):,} recordings "
            "don't belong together.",
            "Check that the table names the recordings as they are named in the folder.",
        )
    parts = -(-n // how.part_size)
    return Plan(source.kind, how.fs_hz, how.seed, how.measure, n, parts, how.part_size, catalogue.fingerprint(n))


def _refuse_overlap(catalogue: Catalogue, plan: Plan, how: How) -> None:
    overlap = catalogue.patients_in_two_splits(plan.recordings)
    if overlap and not how.force:
        raise UserError(
            f"{overlap:,} patients have recordings in more than one of training, validation and test.",
            "Correct the folds, or go on all the same with --force: scores will be too good then.",
        )


def _join_or_begin(plan: Plan, out: Path, how: How) -> None:
    if not (out / PLAN).is_file():
        if any(out.iterdir()):
            raise UserError(f"The folder {out} holds other files.", "Choose an empty folder for --out.")
        plan.write(out)
        return
    if Plan.read(out) != plan:
        raise UserError(
            f"The folder {out} holds a preparation of other data or with other settings.",
            "Choose another --out, or delete the folder.",
        )
    mine = range(how.shard[0] - 1, plan.parts, how.shard[1])
    if not how.resume and any(part_folder(out, number).is_dir() for number in mine):
        raise UserError(f"The folder {out} already holds this preparation.", "Go on with --resume.")


def _filled(entries: Iterator[Entry], source: Source, plan: Plan, number: int, job: JobContext) -> Part:
    given = InputConfig(fs_hz=plan.fs_hz)
    part = Part(plan.fs_hz, given.n_samples)
    for index, entry in enumerate(entries):
        job.progress((number * plan.part_size + index) / plan.recordings, "reading recordings")
        facts, record = entry.facts, entry.place.record
        report = source.report(facts)
        part.counts.update(report.changes)
        if not report.text and not facts.codes:
            part.notes.append(Note(facts.id, record, NO_REPORT, "It has neither a report nor codes."))
            continue
        try:
            ecg = read_record(source.root / record)
        except UserError as fault:
            part.notes.append(Note(facts.id, record, DAMAGED, fault.message))
            continue
        if report.untranslated:
            part.notes.append(Note(facts.id, record, UNTRANSLATED, " ".join(report.untranslated)))
        line = ManifestLine(
            id=facts.id,
            patient_id=facts.patient_id,
            fold=fold_of(facts.patient_id, plan.seed) if facts.fold is None else facts.fold,
            record=record,
            report=report.text,
            codes=facts.codes,
            age_years=facts.age_years,
            male=facts.male,
            language=report.language,
            confirmed=facts.confirmed,
            style=facts.style,
        )
        part.counts.update(_remarkable(ecg))
        measured = _measured(ecg) if plan.measured else None
        part.add(line, input_window(ecg, plan.fs_hz), measured)
    return part


def _measured(ecg: EcgRecord) -> Any:
    from meit_core.signal.measure import measure

    return measured_values(measure(ecg))


def _remarkable(ecg: EcgRecord) -> list[str]:
    said = {
        LeadStatus.REPAIRED: "invalid samples filled",
        LeadStatus.MISSING: "leads missing",
        LeadStatus.DERIVED: "leads derived",
    }
    return [words for status, words in said.items() if status in ecg.lead_status]


def _now_readable(part: DonePart, root: Path) -> bool:
    """Whether a recording that was damaged has been copied again since."""
    for note in part.notes():
        if note.kind == DAMAGED:
            try:
                read_record(root / note.record)
            except UserError:
                continue
            return True
    return False


def _size(plan: Plan, number: int) -> int:
    return min(plan.part_size, plan.recordings - number * plan.part_size)


def _check_room(plan: Plan, number: int, out: Path) -> None:
    """Refuse to begin a part that the disk has no room for."""
    needed = _size(plan, number) * len(LEADS) * InputConfig(fs_hz=plan.fs_hz).n_samples * _BYTES_PER_SAMPLE * 1.1
    free = shutil.disk_usage(out).free
    if free < needed:
        raise EnvironmentFault(
            f"The disk is full: {free / 1e6:,.0f} MB are free and the next part takes {needed / 1e6:,.0f} MB.",
            "What is done is safe; make room and go on with --resume.",
        )


def _damaged(notes: Iterable[Note]) -> int:
    return sum(note.kind == DAMAGED for note in notes)


def _refuse_damage(plan: Plan, parts: _Parts, damaged: int) -> None:
    """List what is damaged and stop, if it is too much."""
    if damaged <= MOST_DAMAGED * plan.recordings:
        return
    write_notes(parts.whole(JobContext()), parts.out)
    raise UserError(
        f"{damaged:,} of {plan.recordings:,} recordings ({damaged / plan.recordings:.1%}) can't be read; "
        f"more than {MOST_DAMAGED:.0%} means that the data set is incomplete.",
        f"They are listed in {parts.out / DAMAGED_LIST}: copy them again and go on with --resume.",
    )


def _finish(source: Source, parts: list[DonePart], out: Path) -> None:
    """Put the parts' lines into one manifest; it appears as a whole and last."""
    about = {
        "root": str(source.root.resolve()),
        "kind": source.kind,
        "reports_from": source.reports_from,
        "superclass_of": dict(source.superclass_of),
    }
    write_whole(out / ABOUT, json.dumps(about, indent=1, ensure_ascii=False) + "\n")
    beside = out / f".{MANIFEST}"
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        for part in parts:
            for line in part.lines():
                file.write(f"{line}\n")
    beside.replace(out / MANIFEST)


@contextmanager
def _plain_disk_faults() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
        what = "The disk is full." if full else f"The folder can't be written ({fault.strerror or 'I/O fault'})."
        raise EnvironmentFault(what, "What is done is safe; go on with --resume when that is put right.") from fault


def _n(items: Iterator[Any]) -> int:
    return sum(1 for _ in items)
