"""What this program is, and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from meit_core import __version__
from meit_core.drafting.engine import EngineInfo
from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Tokens


class AboutDialog(Sheet):
    """Version, model and intended use."""

    def __init__(self, tokens: Tokens, engine: EngineInfo | None, parent: QWidget | None = None) -> None:
        super().__init__(f"MEIT Desktop {__version__}", parent, window_title=tr("About MEIT Desktop"))
        logo = QLabel()
        logo.setPixmap(themed_icon("logo", tokens, tokens.accent).pixmap(QSize(36, 36)))
        self.column.insertWidget(0, logo)
        self.say(tr("Reads 12-lead ECGs with a language model that runs on this computer. Nothing leaves it."))
        self.say(
            tr(
                "Not a medical device. "
                "A draft is a suggestion: a physician reads the tracing, corrects the text and signs."
            )
        )
        self.say(
            tr("Model: {pack} ({hash}) on {device}").format(
                pack=engine.pack, hash=engine.pack_sha256[:12], device=engine.device
            )
            if engine
            else tr("No model is loaded.")
        )
        self.say(tr("Free software under the Apache License 2.0."), muted=True)
        self.end_with_close()
        self.setMinimumWidth(30 * self.line_px)
