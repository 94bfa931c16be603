"""The tracing as drawn on screen; importing this loads no plotting library."""

from meit_core.domain.sheet_layout import SheetLayout
from meit_desktop.plots.display_settings import DisplaySettings, ScaleMode
from meit_desktop.plots.ecg_view import EcgView

__all__ = ["DisplaySettings", "EcgView", "ScaleMode", "SheetLayout"]
