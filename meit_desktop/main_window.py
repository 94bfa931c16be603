"""The window: menus, pages and strips put together. It wires; the flows do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meit_desktop.actions import Actions
from meit_desktop.dialogs.first_admin import FirstAdminPage
from meit_desktop.dialogs.opening import OpeningPage
from meit_desktop.dialogs.sign_in import SignInPage
from meit_desktop.keymap import ShownKey, shipped_key
from meit_desktop.language import said, tr
from meit_desktop.session import Session
from meit_desktop.settings import GEOMETRY, SPLITTER, Settings
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.banner import Banner
from meit_desktop.widgets.reading_desk import ReadingDesk
from meit_desktop.widgets.status_footer import StatusFooter
from meit_desktop.widgets.work_strip import WorkStrip

TITLE = "MEIT Desktop"


class MainWindow(QMainWindow):
    """Attributes: actions, the pages opening, first_admin and sign_in, notice, place, work and footer.

    Signals
    -------
    files_dropped(tuple)
        Paths to import.
    close_requested()
        The window wants to close; :meth:`close_now` closes it.
    escape_pressed()
        Escape, where nothing else had a use for it.
    first_painted()
        The window can be seen.
    """

    files_dropped = Signal(tuple)
    close_requested = Signal()
    escape_pressed = Signal()
    first_painted = Signal()

    def __init__(self, settings: Settings, tokens: Tokens) -> None:
        super().__init__()
        self._settings = settings
        self._may_close = False
        self._is_painted = False
        self.desk: ReadingDesk | None = None
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.actions_table = Actions(self)
        self._find = QPushButton(focusPolicy=Qt.FocusPolicy.NoFocus)
        self.show_keys(shipped_key)
        self._find.setProperty("role", "quiet")
        self._find.clicked.connect(self.actions_table["show_palette"].trigger)
        self._user_icon, self._user = QLabel(), QLabel()
        self.setMenuWidget(self._make_top())
        self.place = Banner(tokens)
        self.notice = Banner(tokens)
        self.work = WorkStrip()
        self.footer = StatusFooter(tokens)
        self.opening = OpeningPage(tokens)
        self.first_admin = FirstAdminPage(tokens)
        self.sign_in = SignInPage(tokens)
        self._pages = QStackedWidget()
        for page in (self.opening, self.first_admin, self.sign_in):
            self._pages.addWidget(page)
        self._arrange()
        self.set_theme(tokens)
        self.show_user(None)
        if not self.restoreGeometry(settings.get(GEOMETRY)):
            self.resize(1366, 768)

    def set_desk(self, desk: ReadingDesk) -> None:
        """Take in the reading desk, which is built after the first paint because drawing libraries load slowly."""
        self.desk = desk
        self._pages.addWidget(desk)
        desk.restore_columns(self._settings.get(SPLITTER))

    @property
    def page(self) -> QWidget:
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages; the footer belongs to the desk."""
        self._pages.setCurrentWidget(page)
        self.footer.setVisible(page is self.desk)

    def show_keys(self, shown: ShownKey) -> None:
        """Write the key in use on the search."""
        self._find.setText(f"{tr('Search or command')}   {shown('show_palette')}".rstrip())
        self._find.setAccessibleName(tr("Search or command"))

    def show_user(self, session: Session | None) -> None:
        """Name who works here, and what kind of place it is."""
        self._user.setText(session.user.printed_name if session else "")
        self._user_icon.setVisible(session is not None)
        self.setWindowTitle(tr("{product}: demo").format(product=TITLE) if session and session.demo else TITLE)
        self.place.hide()
        if session is None:
            return
        if session.read_only:
            self.place.show_message(
                tr("Read-only. {reason}").format(reason=said(session.workspace.read_only_reason)), "warn"
            )
        elif session.demo:
            name = session.user.printed_name
            told = tr(
                "Demo workspace: all patients and recordings are simulated. Signed in by itself as {name}."
            ).format(name=name)
            self.place.show_message(told)

    def set_theme(self, tokens: Tokens) -> None:
        for part in (self.place, self.notice, self.footer, self.opening, self.first_admin, self.sign_in):
            part.set_theme(tokens)
        self.actions_table.set_theme(tokens)
        self._find.setIcon(themed_icon("search", tokens, tokens.muted))
        side = self.fontMetrics().height()
        self._user_icon.setPixmap(themed_icon("user", tokens, tokens.muted).pixmap(side, side))
        if self.desk is not None:
            self.desk.set_theme(tokens)

    def close_now(self) -> None:
        self._may_close = True
        self.close()

    def _make_top(self) -> QWidget:
        """Menus, search and user on one line; in the window on every platform, because the search belongs to it."""
        menus = QMenuBar()
        menus.setNativeMenuBar(False)
        self.actions_table.fill(menus)
        top = QFrame()
        top.setProperty("region", "bar")
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, Space.M, 0)
        row.setSpacing(Space.XS)
        row.addWidget(menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._find)
        row.addSpacing(Space.M)
        row.addWidget(self._user_icon)
        row.addWidget(self._user)
        return top

    def _arrange(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in (self.place, self.notice, self.work):
            column.addWidget(strip)
        column.addWidget(self._pages, 1)
        column.addWidget(self.footer)
        self.setCentralWidget(content)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            # Not from within this event: Qt drops a close asked for while one is being handled.
            QTimer.singleShot(0, self, self.close_requested.emit)
            return
        self._settings.set(GEOMETRY, self.saveGeometry())
        if self.desk is not None and not self.desk.is_drawer:
            self._settings.set(SPLITTER, self.desk.save_columns())
        self._settings.flush()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.page is self.desk and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
