"""From an encoder's output to ECG tokens of the language model's width, one module each."""

from meit_core.model.projectors.paper import PaperProjector
from meit_core.model.projectors.temporal import EcgProjector

__all__ = ["EcgProjector", "PaperProjector"]
