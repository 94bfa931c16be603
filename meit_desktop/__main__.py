"""Start the application: arguments first, then Qt, then a window, then everything that loads slowly."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from meit_core import __version__


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="meit-desktop", description="Read 12-lead ECGs with a local MEIT model.")
    parser.add_argument("--workspace", type=Path, metavar="PATH", help="open this workspace (default: your own)")
    parser.add_argument("--demo", action="store_true", help="open the demo workspace with simulated patients")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="write a PNG of every screen and state, and end")
    parser.add_argument("--size", type=_size, default=(1366, 768), metavar="WxH", help="window size of the pictures")
    parser.add_argument(
        "--theme", choices=("system", "light", "dark", "contrast"), help="theme, remembered as your choice"
    )
    parser.add_argument("--text", type=int, choices=(100, 125, 150, 175, 200), help="text size in percent")
    parser.add_argument("--language", choices=("system", "en", "de"), help="language, remembered as your choice")
    parser.add_argument("--version", action="version", version=f"MEIT Desktop {__version__}")
    return parser.parse_args(arguments)


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError("give a size such as 1366x768") from None
    if not (720 <= width <= 7680 and 480 <= height <= 4320):
        raise argparse.ArgumentTypeError("from 720x480 to 7680x4320")
    return width, height


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the window closes; returns the exit status."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        # In a bundled program the model host is this program, started with arguments that only this call understands.
        multiprocessing.freeze_support()
    options = parse(arguments)
    if options.pictures is not None:
        # The windows are only drawn, never shown; a platform chosen on purpose is kept.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from meit_desktop.unread_sources import leave_sources_unread

    leave_sources_unread()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("MEIT Desktop")
    app.setDesktopFileName("meit-desktop")
    if options.pictures is not None:
        from meit_desktop.language import install_language
        from meit_desktop.pictures.gallery import write_pictures

        install_language(app, options.language or "en")
        return write_pictures(
            app, options.pictures, size=options.size, theme=options.theme or "light", text_percent=options.text or 100
        )
    return _run(app, options)


def _run(app: object, options: argparse.Namespace) -> int:
    from meit_desktop.app import Application
    from meit_desktop.faults import log_file, start_log
    from meit_desktop.language import install_language
    from meit_desktop.settings import LANGUAGE, TEXT_PERCENT, THEME, Settings

    start_log(log_file())
    settings = Settings()
    if options.theme:
        settings.set(THEME, options.theme)
    if options.text:
        settings.set(TEXT_PERCENT, options.text)
    if options.language:
        settings.set(LANGUAGE, options.language)
    install_language(app, settings.get(LANGUAGE))
    application = Application(app, path=options.workspace, demo=options.demo, settings=settings)
    application.faults.install()
    application.start()
    try:
        return app.exec()
    finally:
        application.shut_down()


if __name__ == "__main__":
    sys.exit(main())
