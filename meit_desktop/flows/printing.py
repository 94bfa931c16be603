"""The tracing as it is looked at leaves: to the printer, into a file, onto the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog

from meit_core.domain.drawing import Drawing
from meit_core.errors import UserError
from meit_desktop.flows.reading import ReadingFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.operations import viewing as operations
from meit_desktop.plots import EcgView
from meit_desktop.plots.drawing_painter import load_print_fonts, paint_drawing

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MM_PER_INCH = 25.4


class PrintingFlow(QObject):
    """Prints, saves and copies; what is printed carries no word of a report, so no state of one either."""

    def __init__(self, stage: Stage, reading: ReadingFlow, trace: EcgView) -> None:
        super().__init__()
        self._stage, self._reading, self._trace = stage, reading, trace
        self._with_name = True

    @property
    def with_name(self) -> bool:
        """Not remembered from one start to the next: a print without a name must be wanted."""
        return self._with_name

    def toggle_name(self) -> None:
        """Leave the patient's name and ID out of what is printed, saved and copied from now on, or put it in again."""
        self._with_name = not self._with_name
        self._stage.window.actions_table.set_checked("without_name", not self._with_name)
        self._say(
            tr("From now on the tracing is printed, saved and copied with name.")
            if self._with_name
            else tr(
                "From now on the tracing is printed, saved and copied without name and ID, until you change it or "
                "close the program."
            )
        )

    def choose_printer(self) -> None:
        """Ask for printer and paper, then print."""
        if self._leaving() is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self._stage.window)
        dialog.setWindowTitle(tr("Print the tracing") if self._with_name else tr("Print the tracing without name"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOptions(QPrintDialog.PrintDialogOption.PrintToFile | QPrintDialog.PrintDialogOption.PrintShowPageSize)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)  # the print dialog's own wants a receiver

    def print_on(self, printer: QPrinter) -> None:
        """Print at true scale; the paper lies sideways, whatever the dialog was told."""
        leaving = self._leaving()
        if leaving is None:
            return
        load_print_fonts()
        printer.setDocName("ECG tracing")  # shown in the queue to everybody: nobody's name
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        printer.setFullPage(True)
        paper = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        task = operations.draw_for_paper(
            lanes=self._stage.lanes,
            session=self._stage.session,
            leaving=leaving,
            page_mm=(paper.width(), paper.height()),
        )
        task.done.connect(lambda drawing: self._print(printer, drawing))
        task.failed.connect(self._stage.window.notice.show_fault)

    def choose_picture(self) -> None:
        """Ask where the picture shall lie."""
        detail = self._reading.detail
        if detail is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        filters = tr("PNG picture, 300 dpi (*.png);;SVG drawing in millimetres (*.svg)")
        dialog = QFileDialog(self._stage.window, tr("Save the tracing"), folder, filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("svg" if "svg" in chosen else "png"))
        # A recording's file is often named after the patient.
        stem = Path(detail.study.source_name).stem if self._with_name else ""
        dialog.selectFile(f"ecg-{stem or 'tracing'}")
        dialog.fileSelected.connect(lambda name: self.save_picture(Path(name)))
        dialog.open()

    def save_picture(self, path: Path) -> None:
        """Write the tracing as PNG or SVG."""
        self._run(
            lambda leaving: operations.save_view(
                lanes=self._stage.lanes, session=self._stage.session, leaving=leaving, path=path
            ),
            lambda written: self._say(
                self._told(tr("Picture written: {name}."), tr("Picture written: {name}, without name.")).format(
                    name=written.name
                )
            ),
        )

    def copy_picture(self) -> None:
        """Put the tracing on the clipboard, as a picture and as a drawing."""
        self._run(
            lambda leaving: operations.copy_view(lanes=self._stage.lanes, session=self._stage.session, leaving=leaving),
            self._copy,
        )

    def copy_measurements(self) -> None:
        """Put the measurements on the clipboard as text."""
        self._run(
            lambda leaving: operations.copy_measurements(
                lanes=self._stage.lanes, session=self._stage.session, leaving=leaving
            ),
            self._copy_text,
        )

    def _run(self, start: Callable[[operations.Leaving], object], done: Callable[[object], None]) -> None:
        leaving = self._leaving()
        if leaving is None:
            return
        load_print_fonts()
        task = start(leaving)
        task.done.connect(done)
        task.failed.connect(self._stage.window.notice.show_fault)

    def _leaving(self) -> operations.Leaving | None:
        detail, view = self._reading.detail, self._trace.sheet_view
        return operations.Leaving(detail, view, self._with_name) if detail is not None and view is not None else None

    def _print(self, printer: QPrinter, drawing: Drawing) -> None:
        painter = QPainter()
        if not painter.begin(printer):
            self._stage.window.notice.show_fault(
                UserError(
                    tr("The printer didn't take the tracing."), tr("Check the printer, or save a PDF with P instead.")
                )
            )
            return
        paint_drawing(painter, drawing, printer.resolution() / _MM_PER_INCH)
        painter.end()
        self._say(self._told(tr("Tracing sent to the printer."), tr("Tracing sent to the printer, without name.")))

    def _copy(self, copied: operations.Copied) -> None:
        content = QMimeData()
        content.setImageData(copied.image)
        content.setData("image/svg+xml", copied.svg.encode())
        QGuiApplication.clipboard().setMimeData(content)
        self._say(self._told(tr("Tracing copied."), tr("Tracing copied, without name.")))

    def _copy_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._say(self._told(tr("Measurements copied."), tr("Measurements copied, without name.")))

    def _told(self, with_name: str, without: str) -> str:
        return with_name if self._with_name else without

    def _say(self, text: str) -> None:
        self._stage.window.notice.show_message(text, "ok")
