"""What a file is, by its first bytes, where no reader knows it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_BY_START: Final = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"SQLite format 3", "a database"),
    (b"MATLAB 5.0", "a MATLAB file without its WFDB header (.hea)"),
    (b"0       ", "an EDF file, a format that isn't read yet"),
)
_XML_KINDS: Final = (
    ("AnnotatedECG", "an HL7 aECG file, a format that isn't read yet"),
    ("restingecgdata", "a Philips ECG file, a format that isn't read yet"),
    ("RestingECG", "a GE MUSE file, a format that isn't read yet"),
)


def describe_unknown(path: Path, head: bytes) -> str:
    """Say in plain words what kind of file this seems to be."""
    if head[128:132] == b"DICM":
        return "a DICOM file, a format that isn't read yet"
    if b"SCPECG" in head[:64]:
        return "an SCP-ECG file, a format that isn't read yet"
    text = _text(head)
    if text.lstrip("\ufeff \r\n\t").startswith("<"):
        return next((words for mark, words in _XML_KINDS if mark in text), "an XML file that isn't read")
    by_start = next((words for start, words in _BY_START if head.startswith(start)), "")
    if by_start:
        return by_start
    if path.suffix.lower() == ".dat":
        return "a signal file without its WFDB header (.hea)"
    return "a text file without the names of ECG leads in its first row" if text else "not an ECG file of a known kind"


def _text(head: bytes) -> str:
    """The bytes as text, or an empty string where they aren't text."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = head.decode(encoding, errors="ignore")
    # A character cut in two at the end of the head is lost; more than that means it isn't text.
    return "" if "\0" in text or len(text.encode(encoding, errors="ignore")) < 0.98 * len(head) else text
