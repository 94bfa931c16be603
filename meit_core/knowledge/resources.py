"""Where the data files that ship with the product are (found by :mod:`meit_core.resources`)."""

from meit_core.resources import ENVIRONMENT_VARIABLE, resource_path

__all__ = ["ENVIRONMENT_VARIABLE", "resource_path"]
