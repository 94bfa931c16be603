"""PTB-XL's diagnostic superclasses, and how to tell them from statements of the same name."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from meit_core.knowledge.statements import statements_by_code

SUPERCLASSES = ("NORM", "MI", "STTC", "CD", "HYP")
"""Diagnostic superclasses of PTB-XL (Wagner et al., Sci Data 7:154, 2020)."""


def superclass_outputs(outputs: AbstractSet[str]) -> frozenset[str]:
    """Return the superclasses that a findings head with these outputs has outputs of their own for.

    ``NORM`` and ``MI`` are names of statements as well; they are superclasses in a head that has others of them.
    """
    unmistakable = [name for name in SUPERCLASSES if name in outputs and name not in statements_by_code()]
    return frozenset(outputs & set(SUPERCLASSES)) if unmistakable else frozenset()
