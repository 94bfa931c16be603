"""WFDB records (PhysioNet): a text header and its signal files, `.dat` or MATLAB's `.mat`."""

from __future__ import annotations

import warnings
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from meit_core.domain.record import EcgRecord
from meit_core.errors import EnvironmentFault, UserError
from meit_core.formats.channels import Channel, Origin, build_record
from meit_core.formats.plausibility import check_duration, check_rate, check_size
from meit_core.formats.wfdb_header import (
    header_lines,
    is_plain_name,
    looks_like_header,
    patient_from_comments,
    signal_files,
    stated_unit,
)

NAME: Final = "wfdb"
LABEL: Final = "WFDB (.hea with .dat or .mat)"
EXTENSIONS: Final = (".hea", ".dat", ".mat")

_PARSER_FAULTS: Final = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    EOFError,
    NotImplementedError,
    RecursionError,
    AssertionError,
    MemoryError,
)
"""What the library raises on broken headers, by trial: it validates little and says so nowhere."""

_BYTES_PER_SAMPLE: Final = {
    "8": 1.0,
    "80": 1.0,
    "16": 2.0,
    "61": 2.0,
    "160": 2.0,
    "212": 1.5,
    "310": 4 / 3,
    "311": 4 / 3,
    "24": 3.0,
    "32": 4.0,
}
_LARGEST_HEADER_BYTES: Final = 1024 * 1024
_LARGEST_SIGNAL_BYTES: Final = 128 * 1024 * 1024
_AGAIN: Final = "Copy or export the recording again; the header and its signal files belong together."


def recognizes(path: Path, head: bytes) -> bool:
    """Whether the file is a WFDB header, or a signal file with its header beside it."""
    if path.suffix.lower() in (".dat", ".mat"):
        return path.with_suffix(".hea").is_file()
    return looks_like_header(head)


def companions(path: Path) -> tuple[Path, ...]:
    """The header and those of its signal files that exist."""
    header = _header_of(path)
    return (header, *(file for file in signal_files(header) if file.is_file()))


def read(path: Path) -> EcgRecord:
    """Read a WFDB record.

    Parameters
    ----------
    path
        The header, one of its signal files, or the record's path without extension.

    Raises
    ------
    UserError
        The header is broken, a signal file is absent or too short, or the content isn't a 12-lead ECG.
    EnvironmentFault
        The files can't be opened.
    """
    header_path = _header_of(path)
    try:
        return _read(header_path)
    except OSError as fault:
        raise EnvironmentFault(
            f"{header_path.name} or its signal file can't be opened ({fault.strerror or 'I/O fault'}).",
            "Check that the files are present and that you may read them.",
        ) from fault
    except _PARSER_FAULTS as fault:
        raise UserError("The WFDB header or its signal file is damaged and can't be read.", _AGAIN) from fault


def _header_of(path: Path) -> Path:
    if path.suffix.lower() in (".dat", ".mat") and path.with_suffix(".hea").is_file():
        return path.with_suffix(".hea")
    if not path.is_file() and path.with_name(f"{path.name}.hea").is_file():
        return path.with_name(f"{path.name}.hea")
    return path


def _read(header_path: Path) -> EcgRecord:
    import wfdb

    if header_path.suffix != ".hea":
        raise UserError("A WFDB header must have the extension .hea.", "Rename the header and open it again.")
    if header_path.stat().st_size > _LARGEST_HEADER_BYTES:
        raise UserError("The WFDB header is too large to be one.", _AGAIN)
    lines = header_lines(header_path)
    _check_before_parsing(lines)
    name = str(header_path.with_suffix(""))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of what the checks below refuse in plain words
        header = wfdb.rdheader(name)
    check_rate(float(header.fs or 0))
    if header.sig_len:
        check_duration(header.sig_len / float(header.fs))
        check_size(header.n_sig or 0, header.sig_len)
    _check_signal_files(header, header_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # overflow in damaged samples: the plausibility checks say it in plain words
        record = wfdb.rdrecord(name)
    if record.p_signal is None:
        raise UserError("The WFDB record has a header but no samples.", _AGAIN)
    channels = [
        # The library drops what isn't ASCII, which would make µV a thousand thousand times larger.
        Channel(name=lead or "", unit=stated_unit(line), samples=record.p_signal[:, column])
        for column, (lead, line) in enumerate(zip(record.sig_name, lines[1:], strict=True))
    ]
    origin = Origin(
        source_format=NAME,
        source_name=header_path.name,
        patient=patient_from_comments(header.comments or ()),
        acquired_at=_acquired_at(header),
    )
    return build_record(channels, float(record.fs), origin)


def _check_before_parsing(lines: list[list[str]]) -> None:
    """Refuse what the library would follow or fall over."""
    if lines and "/" in lines[0][0]:
        raise UserError(
            "The recording is stored in several WFDB segments, which is used for long recordings.",
            "Export the part to be read as a single 12-lead record.",
        )
    if any(not is_plain_name(fields[0]) for fields in lines[1:]):
        raise UserError("The WFDB header points to a signal file outside its own folder.", _AGAIN)


def _check_signal_files(header: Any, header_path: Path) -> None:
    needed: dict[str, float] = {}
    names = header.file_name or []
    if not names:
        raise UserError("The WFDB header names no signals.", _AGAIN)
    for index, name in enumerate(names):
        if header.fmt[index] not in _BYTES_PER_SAMPLE:
            raise UserError(
                f"The samples are stored in WFDB format {header.fmt[index]}, which isn't read.",
                "Export the recording in WFDB format 16.",
            )
        bytes_each = _BYTES_PER_SAMPLE[header.fmt[index]] * (header.samps_per_frame[index] or 1)
        needed[name] = needed.get(name, float(header.byte_offset[index] or 0)) + bytes_each * (header.sig_len or 0)
    for name, n_bytes in needed.items():
        file = header_path.with_name(name)
        if not file.is_file():
            raise UserError(f"The signal file {name} that the header names is missing.", "Copy both files together.")
        size = file.stat().st_size
        if size == 0:
            raise UserError(f"The signal file {name} is empty.", _AGAIN)
        if size > _LARGEST_SIGNAL_BYTES:
            raise UserError(
                f"The signal file {name} is larger than a resting ECG can be.",
                "Export the part to be read as a 12-lead ECG of 10 s.",
            )
        if size < int(n_bytes):
            raise UserError(f"The signal file {name} is cut off: it holds {size:,} of {int(n_bytes):,} bytes.", _AGAIN)


def _acquired_at(header: Any) -> datetime | None:
    moment: datetime | None = header.base_datetime
    return moment
