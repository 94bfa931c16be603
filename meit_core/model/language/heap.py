"""Give memory back to the system while weights are loaded."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator
from typing import Final

_M_MMAP_THRESHOLD: Final = -3
"""glibc's ``malloc.h``: blocks of this size and more are mapped, and leave the process when they are freed."""
_WHILE_LOADING: Final = 1 << 20
_OTHERWISE: Final = 32 << 20
"""To where glibc's own threshold has grown once large tensors were freed (mallopt(3), 64 bits)."""


@contextlib.contextmanager
def returned_at_once() -> Iterator[None]:
    """Map large blocks meanwhile, where the C library is glibc; nothing changes elsewhere.

    Its heap keeps what passing tensors leave behind: an int8 model took 1.6 times its weights at the highest while it
    was loaded, and takes 1.14 times so.
    """
    try:
        libc = ctypes.CDLL(None)
        mallopt, trim = libc.mallopt, libc.malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library, or Windows
        yield
        return
    mallopt(_M_MMAP_THRESHOLD, _WHILE_LOADING)
    try:
        yield
    finally:
        mallopt(_M_MMAP_THRESHOLD, _OTHERWISE)
        trim(0)
