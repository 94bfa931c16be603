"""The MEIT network and what is kept of it.

``meit`` puts the parts together: ``encoders`` and ``projectors`` make ECG tokens of a recording, ``fusion`` shows them
to a language model (``language``), ``decoding`` writes. ``packs`` holds what is on disk, ``sizing`` says what fits.
"""
