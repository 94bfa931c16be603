"""The installed Qt binding must be sound: PySide6 6.12.0 was not before Python 3.12."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_the_references_to_none() -> None:
    # With PySide6 6.12.0 the count fell by one on each call until the interpreter aborted: "deallocating None".
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 500
