"""The one style sheet, written from the tokens.

A widget says what it is with a property, never with a colour:

=========== =============================== ==============================================
property    values                          on
=========== =============================== ==============================================
``role``    ``primary``, ``quiet``,         buttons (no role: secondary)
            ``danger``
``role``    ``chip``                        checkable buttons that filter
``role``    ``title``, ``heading``,         labels; the last two in a hairline box
            ``secondary``, ``caption``,
            ``tag``, ``key``
``state``   ``ok``, ``warn``, ``danger``,   labels, beside an icon and a word; ``warn`` tool buttons too
            ``accent``, ``muted``
``region``  ``surface``, ``bar``,           frames: a region, one with a hairline below,
            ``footer``, ``banner``,         one with a hairline above, the notice strip,
            ``card``, ``drawer``            a page's one card, a column that may lie over another
=========== =============================== ==============================================
"""

from __future__ import annotations

from string import Template

from meit_desktop.theme.icons import icon_file
from meit_desktop.theme.tokens import Control, Space, Tokens, TypeSize

_DERIVED = (
    "hover",
    "pressed",
    "selection",
    "field_border",
    "disabled",
    "accent_hover",
    "accent_pressed",
    "scroll_handle",
    "ok_ground",
    "warn_ground",
    "danger_ground",
)

_TEXT = """
QWidget { color: $text; }
QMainWindow, QDialog { background: $background; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="tag"], QLabel[role="key"] {
  font-size: ${secondary}px; color: $muted; border: 1px solid $field_border; border-radius: 3px; padding: 0 ${xs}px;
}
QLabel[role="key"] { background: $background; color: $text; padding: 1px 6px; }
QLabel[role="secondary"] { font-size: ${secondary}px; color: $muted; }
QLabel[role="caption"] { font-size: ${secondary}px; font-weight: 600; color: $muted; }
QLabel[state="ok"] { color: $ok; }
QLabel[state="warn"], QToolButton[state="warn"] { color: $warn; }
QLabel[state="danger"] { color: $danger; }
QLabel[state="accent"] { color: $accent; }
QLabel[state="muted"] { color: $muted; }
QLabel:disabled { color: $disabled; }
"""

_REGIONS = """
QFrame[region="surface"] { background: $surface; border: none; }
QFrame[region="bar"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[region="footer"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[region="banner"] { background: $selection; border: none; }
QFrame[region="banner"][state="ok"] { background: $ok_ground; }
QFrame[region="banner"][state="warn"] { background: $warn_ground; }
QFrame[region="banner"][state="danger"] { background: $danger_ground; }
QFrame[region="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[region="drawer"] { background: $surface; border: none; border-left: 1px solid $border; }
QWidget#cardGround { background: $background; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: $border; background: $border; border: none; }
QSplitter { background: $background; }
QSplitter[region="surface"] { background: $surface; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QStatusBar { background: $background; color: $muted; border-top: 1px solid $border; font-size: ${secondary}px; }
QStatusBar::item { border: none; }
QToolBar { background: $surface; border: none; border-bottom: 1px solid $border; spacing: ${xs}px; padding: ${xs}px; }
QScrollArea { border: none; background: transparent; }
QDockWidget { color: $muted; }
QGroupBox { border: none; margin-top: ${l}px; padding-top: ${s}px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $muted; }
"""

_BUTTONS = """
QPushButton {
  background: $surface; border: 1px solid $field_border; border-radius: 5px;
  min-height: ${inner}px; padding: 2px ${m}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 1px 11px; }
QPushButton:disabled { color: $disabled; background: $background; border-color: $border; }
QPushButton[role="primary"] {
  background: $accent; color: $on_accent; border: 1px solid $accent; min-height: ${inner_primary}px; font-weight: 600;
}
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { color: $disabled; background: $background; border-color: $border; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="quiet"], QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; }
QPushButton[role="quiet"] { padding: 2px ${s}px; }
QToolButton { min-height: 22px; min-width: 22px; padding: 2px; }
QPushButton, QToolButton { qproperty-iconSize: ${title}px ${title}px; }
QPushButton[role="quiet"]:hover, QToolButton:hover { background: $hover; }
QPushButton[role="quiet"]:pressed, QPushButton[role="quiet"]:checked,
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QPushButton[role="quiet"]:focus, QToolButton:focus { border: 2px solid $focus; }
QPushButton[role="quiet"]:focus { padding: 1px 7px; }
QToolButton:focus { padding: 1px; }
QPushButton[role="chip"] {
  background: transparent; color: $muted; border: 1px solid $border; border-radius: ${chip_radius}px;
  min-height: ${chip}px; min-width: ${chip_least}px; padding: 0 5px; font-size: ${secondary}px;
}
QPushButton[role="chip"]:hover { background: $hover; color: $text; }
QPushButton[role="chip"]:checked { background: $selection; color: $text; border-color: $accent; }
QPushButton[role="chip"]:focus { border: 1px solid $focus; }
QPushButton[role="quiet"]:disabled, QToolButton:disabled { color: $disabled; background: transparent; }
QToolButton::menu-indicator { image: none; }
"""

_FIELDS = """
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
  background: $surface; border: 1px solid $field_border; border-radius: 5px;
  min-height: ${inner}px; padding: 2px ${s}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QTextEdit, QPlainTextEdit {
  background: $surface; border: 1px solid $field_border; border-radius: 5px; padding: ${xs}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:hover, QComboBox:hover, QTextEdit:hover, QPlainTextEdit:hover { border-color: $muted; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus {
  border: 2px solid $focus; padding: 1px 7px;
}
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QDateEdit:disabled,
QTextEdit:disabled, QPlainTextEdit:disabled { background: $background; color: $disabled; border-color: $border; }
QLineEdit:read-only, QTextEdit:read-only, QPlainTextEdit:read-only { background: $background; }
QLineEdit[state="danger"] { border-color: $danger; }
QLineEdit QToolButton { min-width: 0; min-height: 0; padding: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${arrow_room}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: ${arrow}px; height: ${arrow}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; padding: ${xs}px; outline: none; }
QCheckBox, QRadioButton { spacing: ${s}px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${box}px; height: ${box}px; border: 1px solid $muted; border-radius: 3px; background: $surface;
}
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
  border: 2px solid $focus; width: ${box_focused}px; height: ${box_focused}px;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked {
  background: $surface; border: ${ring}px solid $accent; width: ${hole}px; height: ${hole}px;
}
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QProgressBar { background: $pressed; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSlider::groove:horizontal { background: $pressed; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 14px; margin: -5px 0; border-radius: 7px; }
"""

_VIEWS = """
QListView, QTreeView, QTableView {
  background: $surface; border: none; outline: none; alternate-background-color: $background; gridline-color: $border;
  selection-background-color: $selection; selection-color: $text;
}
QListView::item, QTreeView::item { min-height: ${normal}px; padding: 0 ${s}px; border: none; }
QTableView::item { padding: 0 ${s}px; border: none; }
QListView::item:hover, QTreeView::item:hover, QTableView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $selection; color: $text; }
QHeaderView { background: $surface; }
QHeaderView::section {
  background: $surface; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: ${xs}px ${s}px; font-size: ${secondary}px; font-weight: 600;
}
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
  padding: 5px ${s}px; min-height: 18px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:focus { color: $accent; }
"""

_POPUPS = """
QMenuBar { background: transparent; border: none; padding: 2px ${xs}px; }
QMenuBar::item { background: transparent; padding: ${xs}px ${s}px; border-radius: ${xs}px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QMenuBar::item:disabled { color: $disabled; }
QMenu { background: $surface; border: 1px solid $border; border-radius: 6px; padding: ${xs}px; }
QMenu::item { padding: 5px ${xl}px 5px ${m}px; border-radius: ${xs}px; min-height: 16px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: ${s}px; }
QMenu::separator { height: 1px; background: $border; margin: ${xs}px ${s}px; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: ${xs}px ${s}px; }
"""

_SCROLL_BARS = """
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll_handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
"""

_SHEET = Template(_TEXT + _REGIONS + _BUTTONS + _FIELDS + _VIEWS + _POPUPS + _SCROLL_BARS)


def build_stylesheet(tokens: Tokens, scale: float = 1.0) -> str:
    """Fill the tokens into the sheet; ``scale`` enlarges text and what must hold it.

    A placeholder without a token raises ``KeyError``.
    """

    def sized(px: float) -> int:
        return round(px * scale)

    values: dict[str, str | int] = {name: getattr(tokens, name) for name in tokens.__slots__}
    values |= {name: getattr(tokens, name) for name in _DERIVED}
    values |= {space.name.lower(): space.value for space in Space}
    values |= {size.name.lower(): sized(size) for size in TypeSize}
    # Height without the border and padding that Qt adds to min-height.
    values |= {"inner": sized(Control.NORMAL) - 6, "inner_primary": sized(Control.PRIMARY) - 6}
    values |= {
        "normal": sized(Control.NORMAL),
        "chip": sized(Control.CHIP) - 2,
        "chip_radius": sized(Control.CHIP) // 2,
        "chip_least": sized(Control.CHIP) - 10,  # never narrower than high: Qt gives such a one no round corners
    }
    # Boxes, dots and arrows belong to the words beside them: they grow alike.
    box, ring = sized(14), sized(5)
    values |= {"box": box, "box_focused": box - 2, "round": box // 2 + 1, "ring": ring, "hole": box + 2 - 2 * ring}
    values |= {"arrow": sized(12), "arrow_room": sized(20)}
    values |= {
        "check": icon_file("accept", tokens.on_accent).as_posix(),
        "chevron": icon_file("chevron_down", tokens.muted).as_posix(),
    }
    return _SHEET.substitute(values)
