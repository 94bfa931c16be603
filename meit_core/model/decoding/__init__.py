"""How a report is written: rows of text behind ECGs, the ways of choosing tokens, and when a report is at its end.

``writing``, ``consensus``, ``repetition`` and ``growing`` are free of torch; ``generator`` is a loaded pack.
"""
