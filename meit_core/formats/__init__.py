"""ECG files of foreign make, read into :class:`~meit_core.domain.record.EcgRecord`; source files are never changed."""

from meit_core.formats.finding import find_records
from meit_core.formats.reading import READERS, Reader, companion_files, read_record

__all__ = ["READERS", "Reader", "companion_files", "find_records", "read_record"]
