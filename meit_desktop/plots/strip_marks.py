"""What the marks under the rhythm strip mean, in words: beside the pointer and on the sheet of keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.measurements import BeatClass
from meit_desktop.language import marked


@dataclass(frozen=True, slots=True)
class StripMark:
    """One kind of mark: as it looks, its name, and what is said of it beside the pointer."""

    sign: str
    name: str
    told: str


BEAT: Final = StripMark("|", marked("Heart beat"), marked("A heart beat, as the program found it."))
SPIKE: Final = StripMark("\N{BLACK UP-POINTING TRIANGLE}", marked("Pacing spike"), marked("Triangle: a pacing spike."))
LETTERED: Final = {
    BeatClass.VENTRICULAR: StripMark(
        "V", marked("Ventricular beat"), marked("V: a ventricular beat, wide and of another shape than most.")
    ),
    BeatClass.SUPRAVENTRICULAR: StripMark(
        "S", marked("Supraventricular beat, early"), marked("S: an early beat of the usual shape, supraventricular.")
    ),
}
STRIP_MARKS: Final = (BEAT, *LETTERED.values(), SPIKE)
