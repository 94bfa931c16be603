"""The words that the clean metrics count."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[a-z0-9\-/&']+|[.,()]")


def tokens(text: str) -> list[str]:
    """Return the lower-cased words and the punctuation ``. , ( )`` of a report; everything else is dropped."""
    return _TOKEN.findall(text.lower())
