"""MEIT without a screen: library and ``meit`` command. Nothing here imports Qt."""

__version__ = "0.1.0"
