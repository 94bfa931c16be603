"""The twelve standard leads, in the order every array of the product has."""

from typing import Final

LEADS: Final = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
"""Standard order (IEC 60601-2-25); axis 0 of every ``signal_mv`` array."""

LIMB_LEADS: Final = LEADS[:6]
CHEST_LEADS: Final = LEADS[6:]

_CANONICAL: Final = {name.lower(): name for name in LEADS}


def canonical_lead(name: str) -> str | None:
    """Return the standard spelling of a lead name (``AVR`` -> ``aVR``, ``Lead II`` -> ``II``), or ``None``."""
    cleaned = name.strip().lower().removeprefix("lead").removeprefix("ecg").strip(" _-.")
    return _CANONICAL.get(cleaned)
