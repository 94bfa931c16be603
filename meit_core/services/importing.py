"""Bring recordings into the workspace."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from meit_core.domain.audit import AuditAction
from meit_core.domain.importing import ImportResult, QuarantinedFile
from meit_core.domain.record import EcgRecord
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import Cancelled, EnvironmentFault, UserError
from meit_core.formats import companion_files, find_records
from meit_core.jobs import JobContext
from meit_core.services.measurer import Measurer, where
from meit_core.services.measuring import measure_record, read_recording
from meit_core.services.workspace import Workspace
from meit_core.store import audit, quarantine, rights, studies
from meit_core.store.base import now
from meit_core.store.studies import NewStudy, SourceFile

LARGEST_BYTES: Final = 64 * 1024 * 1024
"""A 12-lead ECG of ten minutes at 1000 Hz has 14 MB; its files are kept whole in the workspace."""

_FILES_PER_COMMIT: Final = 16
_SECONDS_PER_COMMIT: Final = 1.0
"""Waiting for the disk costs as much as reading: not once per recording, yet before the last ones are missed."""

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


def import_paths(
    ws: Workspace, *, paths: Sequence[Path], actor: User, recursive: bool = False, job: JobContext | None = None
) -> ImportResult:
    """Import files and the recordings in folders; what can't be read goes to quarantine with a reason.

    Recordings are measured on import. Source files are kept byte by byte and never changed. After a stop, everything
    that was reported as done stays imported.

    Parameters
    ----------
    recursive
        Look into folders within folders, too.
    job
        Told the share that is done; asked before every file whether to stop.

    Raises
    ------
    UserError
        A path doesn't exist; nothing has been imported then.
    PermissionRefused
        The actor rates only, or is locked.
    EnvironmentFault
        The disk is full, or the workspace can't be changed; says how many recordings are safely in.
    Cancelled
        The job was stopped.
    """
    started = time.perf_counter()
    job = job or JobContext()
    with ws.store.writing() as session:
        importer = rights.require_reader(session, actor)
    batch = _Batch(ws, importer)
    try:
        candidates = list(_candidates(paths, recursive, job, batch))
        for number, path in enumerate(candidates):
            job.progress(number / len(candidates), f"{number} of {len(candidates)}")
            batch.take(path)
        job.progress(1.0, "Saving")
        batch.save()
    except Cancelled:
        batch.save()
        raise
    _log.info(
        "imported %d, known already %d, quarantined %d",
        len(batch.imported),
        len(batch.duplicates),
        len(batch.quarantined),
    )
    return ImportResult(
        imported=tuple(batch.imported),
        duplicates=tuple(batch.duplicates),
        quarantined=tuple(batch.quarantined),
        seconds=time.perf_counter() - started,
    )


@dataclass
class _Batch:
    """Recordings that are read but not saved yet, and the outcome so far."""

    ws: Workspace
    importer: User
    imported: list[StudyId] = field(default_factory=list)
    duplicates: list[Path] = field(default_factory=list)
    quarantined: list[QuarantinedFile] = field(default_factory=list)
    _new: list[tuple[Path, NewStudy]] = field(default_factory=list)
    _refused: list[QuarantinedFile] = field(default_factory=list)
    _since: float = field(default_factory=time.monotonic)

    def take(self, path: Path) -> None:
        """Read and measure one recording, and save when enough have come together."""
        measurer = self.ws.measurer
        read = self._tried(path, lambda: _read(measurer, path))
        if read is not None:
            record, sources = read
            if self._knows(studies.content_hash(sources)):
                self.duplicates.append(path)
            else:
                new = self._tried(path, lambda: NewStudy.of(record, measurer.run(measure_record, record), sources))
                if new is not None:
                    self._new.append((path, new))
        due = len(self._new) + len(self._refused) >= _FILES_PER_COMMIT
        if due or time.monotonic() - self._since > _SECONDS_PER_COMMIT:
            self.save()

    def refuse(self, path: Path, fault: UserError) -> None:
        self._refused.append(QuarantinedFile(path.absolute(), fault.message, fault.hint, now()))

    def save(self) -> None:
        """Put what has come together on disk, all of it or nothing, and only then report it."""
        self._since = time.monotonic()
        if not self._new and not self._refused:
            return
        imported: list[StudyId] = []
        try:
            with self.ws.store.writing() as session:
                for path, new in self._new:
                    study_id = studies.add(session, new, author=self.importer.username)
                    quarantine.release(session, path.absolute())
                    audit.append(
                        session,
                        AuditAction.STUDY_IMPORTED,
                        study_id,
                        actor=self.importer,
                        content_sha256=new.content_sha256,
                        format=new.record.source_format,
                    )
                    imported.append(study_id)
                for file in self._refused:
                    if quarantine.put(session, file):
                        audit.append(session, AuditAction.FILE_QUARANTINED, "", actor=self.importer, reason=file.reason)
        except EnvironmentFault as fault:
            raise EnvironmentFault(
                fault.message,
                f"{len(self.imported)} recordings were imported and are safe. Correct this and import again: "
                "those are recognised.",
            ) from fault
        self.imported += imported
        self.quarantined += self._refused
        self._new, self._refused = [], []

    def _tried(self, path: Path, work: Callable[[], Result]) -> Result | None:
        """Do ``work`` on one file, or refuse the file with the reason."""
        try:
            return work()
        except UserError as fault:
            self.refuse(path, fault)
        except Exception as fault:  # a reader's mistake on one file must not cost the other thousands
            # Neither the message nor the path: both may hold a patient's name.
            _log.error("a recording could not be read: %s\n%s", type(fault).__name__, where(fault))
            self.refuse(
                path, UserError("The program failed on this file.", "The file is unchanged. Please report this fault.")
            )
        return None

    def _knows(self, content_sha256: str) -> bool:
        if any(content_sha256 == new.content_sha256 for _, new in self._new):
            return True
        with self.ws.store.reading() as session:
            return studies.has_content(session, content_sha256)


def _candidates(paths: Sequence[Path], recursive: bool, job: JobContext, batch: _Batch) -> Iterator[Path]:
    for path in paths:
        with contextlib.suppress(EnvironmentFault):  # comes again below, as the reason for this path alone
            next(find_records(path), None)  # refuses a path that doesn't exist before anything is imported
    for path in paths:
        try:
            for found in find_records(path, recursive):
                job.check()
                yield found
        except EnvironmentFault as fault:
            batch.refuse(path, fault)


def _read(measurer: Measurer, path: Path) -> tuple[EcgRecord, tuple[SourceFile, ...]]:
    record = measurer.run(read_recording, path)
    files = companion_files(path)
    try:
        if sum(file.stat().st_size for file in files) > LARGEST_BYTES:
            raise UserError(
                f"The recording's files are larger than {LARGEST_BYTES // 2**20} MB.", "Export the 12-lead ECG alone."
            )
        return record, tuple(SourceFile.of(file.name, file.read_bytes()) for file in files)
    except OSError as fault:
        raise EnvironmentFault(
            f"The file {path.name} can't be read ({fault.strerror or 'I/O fault'}).", "Check that it is still there."
        ) from fault
