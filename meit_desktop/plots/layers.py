"""What lies over what on the sheet."""

from enum import IntEnum


class Layer(IntEnum):
    """Z-order of the drawn things, lowest first, each with its reason."""

    PAPER = 0
    """Beneath everything."""
    HIGHLIGHT = 5
    """A tint of the paper: everything printed on it stays as it is."""
    MARKS = 10
    """Column marks, pulses and beat ticks: a trace that meets them must stay whole."""
    TRACE = 20
    HOVER = 30
    """The point on the trace is part of reading it, so it lies upon it."""
    BADGE = 40
    """A lead's name must be readable even where a tall complex of the row below runs through it."""
    CAPTION = 45
    """Words about the sheet are read before it: neither trace nor name runs through them."""
    CALIPERS = 50
    """What the reader placed last is never hidden."""
