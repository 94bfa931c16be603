"""Importing without PySide reading everybody's source text.

PySide looks for its own name in the source of every module that is imported after it, in case another one switches
``__feature__`` on (PYSIDE-2029), and Python's ``linecache`` then keeps these texts for good: 14 MB of SciPy's alone,
which take 36 MB. No feature is used here, so no module needs to be looked into.
"""

from __future__ import annotations

from typing import Final

_LOOKS_INTO_A_MODULE: Final = "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Call it once, after PySide and before everything else is imported; without effect where PySide has changed."""
    try:
        from shibokensupport import feature
    except ImportError:
        return
    if hasattr(feature, _LOOKS_INTO_A_MODULE):
        setattr(feature, _LOOKS_INTO_A_MODULE, _needs_no_feature)


def _needs_no_feature(_module: object) -> bool:
    return False
