"""Every command of the application with its words and keys: menus, the keys sheet and the command palette read this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Need(IntEnum):
    """What must be there for a command to be possible; each includes the ones before it."""

    NOTHING = 0
    SESSION = 1
    STUDY = 2
    WRITING = 3
    """A study is open, and the user may write its report on a workspace that takes changes."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can ask for.

    Attributes
    ----------
    name
        The slot's name in the main window's table of actions.
    menu
        Menu it stands in; an empty one keeps it out of the menus.
    keys
        Key sequences in Qt's spelling; the first is shown.
    group
        Commands of one menu with different groups are parted by a line.
    icon
        A name in ``resources/icons``, or empty.
    checkable
        It is on or off.
    """

    name: str
    title: str
    menu: str
    keys: tuple[str, ...] = ()
    need: Need = Need.STUDY
    group: int = 0
    icon: str = ""
    checkable: bool = False


MENUS: Final = ("File", "Study", "Report", "View", "Measure", "Admin", "Help")

COMMANDS: Final = (
    Command("import_files", "Import files…", "File", ("Ctrl+I",), Need.SESSION, 0, "import"),
    Command("import_folder", "Import folder…", "File", ("Ctrl+Shift+I",), Need.SESSION, 0, "folder"),
    Command("show_quarantine", "Show unreadable files", "File", (), Need.SESSION, 0, "file_warning"),
    Command("print_view", "Print the tracing…", "File", ("Ctrl+P",), Need.STUDY, 3, "print"),
    Command("save_view", "Save the tracing as a picture…", "File", ("Ctrl+Shift+S",), Need.STUDY, 3, "picture"),
    Command("copy_view", "Copy the tracing", "File", ("Ctrl+Shift+C",), Need.STUDY, 3, "copy"),
    Command("copy_measurements", "Copy the measurements as text", "File", ("Ctrl+Shift+M",), Need.STUDY, 3),
    Command("without_name", "Print and copy without name and ID", "File", (), Need.STUDY, 3, checkable=True),
    Command("open_workspace", "Open workspace…", "File", ("Ctrl+O",), Need.NOTHING, 1, "folder"),
    Command("lock", "Lock the screen", "File", ("Ctrl+Alt+L",), Need.SESSION, 1, "lock"),
    Command("sign_out", "Sign out", "File", (), Need.SESSION, 1, "user"),
    Command("quit", "Quit", "File", ("Ctrl+Q",), Need.NOTHING, 2),
    Command("next_study", "Next study", "Study", ("J",), Need.SESSION, 0, "next"),
    Command("previous_study", "Previous study", "Study", ("K",), Need.SESSION, 0, "previous"),
    Command("next_unread", "Next unread study", "Study", ("N",), Need.SESSION, 0, "unread"),
    Command("first_study", "First study of the list", "Study", ("Ctrl+Home",), Need.SESSION, 0),
    Command("last_study", "Last study of the list so far", "Study", ("Ctrl+End",), Need.SESSION, 0),
    Command("toggle_urgent", "Urgent or routine", "Study", ("U",), Need.WRITING, 0, "warning"),
    Command("search", "Search the worklist", "Study", ("Ctrl+F", "/"), Need.SESSION, 1, "search"),
    Command("filter_worklist", "Filter the worklist…", "Study", ("Ctrl+Shift+F",), Need.SESSION, 1, "filter"),
    Command("draft", "Draft the report", "Report", ("D",), Need.WRITING, 0, "draft"),
    Command("stop_draft", "Stop the draft", "Report", ("Esc",), Need.STUDY, 0, "stop"),
    Command("save", "Save now", "Report", ("Ctrl+S",), Need.WRITING, 1),
    Command("sign", "Sign…", "Report", ("S",), Need.WRITING, 1, "sign"),
    Command("amend", "Add an addendum…", "Report", ("A",), Need.WRITING, 1, "history"),
    Command("pdf", "Write PDF…", "Report", ("P",), Need.STUDY, 2, "pdf"),
    Command("rate", "Rate the draft", "Report", ("R",), Need.STUDY, 3, "rate"),
    Command("toggle_worklist", "Worklist", "View", ("Ctrl+B",), Need.SESSION, 0, checkable=True),
    Command("toggle_report", "Report", "View", ("Ctrl+R",), Need.SESSION, 0, checkable=True),
    Command("speed", "Change speed: 25 or 50 mm/s", "View", ("V",), Need.STUDY, 1),
    Command("gain", "Change gain: 5, 10 or 20 mm/mV", "View", ("G",), Need.STUDY, 1),
    Command("filter", "Change filter: none, 0.05–150, 0.67–150 or 0.67–40 Hz", "View", ("F",), Need.STUDY, 1),
    Command("mains_notch", "Change mains notch: none, 50 or 60 Hz", "View", ("Shift+F",), Need.STUDY, 1),
    Command("layout", "Change layout", "View", ("L",), Need.STUDY, 1, "layout"),
    Command("lead_order", "Standard or Cabrera order", "View", ("Shift+L",), Need.STUDY, 1),
    Command("enlarge_lead", "One lead over the whole sheet", "View", ("Z",), Need.STUDY, 1),
    Command("true_size", "True millimetres or fit to window", "View", ("T",), Need.STUDY, 1),
    Command("attention", "Where the model looked", "View", ("W",), Need.STUDY, 1, checkable=True),
    Command("compare", "Compare with a prior ECG", "View", ("=",), Need.STUDY, 1, "history"),
    Command("calibrate", "Calibrate this screen…", "View", (), Need.SESSION, 1),
    Command("switch_theme", "Light or dark", "View", ("Ctrl+Shift+L",), Need.NOTHING, 2, "moon"),
    Command("high_contrast", "High contrast", "View", ("Ctrl+Alt+H",), Need.NOTHING, 2, checkable=True),
    Command("follow_system_theme", "Follow the system's theme", "View", (), Need.NOTHING, 2, checkable=True),
    Command("larger_text", "Larger text", "View", ("Ctrl++", "Ctrl+="), Need.NOTHING, 3),
    Command("smaller_text", "Smaller text", "View", ("Ctrl+-",), Need.NOTHING, 3),
    Command("median_beat", "Median beat", "Measure", ("M",), Need.STUDY, 0, "trace", checkable=True),
    Command("calipers", "Calipers", "Measure", ("C",), Need.STUDY, 0, "calipers"),
    Command("caliper_time", "New time caliper", "Measure", ("I",), Need.STUDY, 0),
    Command("caliper_amplitude", "New amplitude caliper", "Measure", ("H",), Need.STUDY, 0),
    Command("caliper_march", "March the interval out", "Measure", ("O",), Need.STUDY, 1),
    Command("caliper_beats", "One interval more", "Measure", (), Need.STUDY, 1),
    Command("caliper_qt", "Mark as QT", "Measure", ("Q",), Need.STUDY, 1),
    Command("caliper_rr", "Mark as RR", "Measure", ("B",), Need.STUDY, 1),
    Command("caliper_undo", "Undo the last change of a caliper", "Measure", (), Need.STUDY, 2, "undo"),
    Command("caliper_redo", "Change the caliper again", "Measure", (), Need.STUDY, 2, "redo"),
    Command("caliper_delete", "Delete the chosen caliper", "Measure", (), Need.STUDY, 2, "delete"),
    Command("caliper_copy", "Copy the readings as text", "Measure", (), Need.STUDY, 3, "copy"),
    Command("undo_mark", "Undo the last move of a mark", "Measure", ("Ctrl+Z",), Need.WRITING, 4, "undo"),
    Command("redo_mark", "Move the mark again", "Measure", ("Ctrl+Y", "Ctrl+Shift+Z"), Need.WRITING, 4),
    Command("computed_marks", "Back to the computed marks", "Measure", (), Need.WRITING, 4),
    Command("retrain", "Retrain the model…", "Admin", (), Need.SESSION, 0, "people"),
    Command("watch_folder", "Watch a folder…", "Admin", (), Need.SESSION, 0, "folder"),
    Command("show_keys", "All keys", "Help", ("?", "F1"), Need.NOTHING, 0, "keyboard"),
    Command("change_keys", "Change keys…", "Help", (), Need.NOTHING, 0),
    Command("show_palette", "Search or command", "Help", ("Ctrl+K",), Need.NOTHING, 0, "search"),
    Command("about", "About MEIT Desktop", "Help", (), Need.NOTHING, 1, "info"),
)

REPORT_KEYS: Final = (
    ("Next or previous sentence", "↓  ↑"),
    ("Accept the sentence", "Enter"),
    ("Accept all that is supported", "Ctrl+Enter"),
    ("Keep a contradicted sentence", "Shift+Enter"),
    ("Edit the sentence", "E"),
    ("Reject the sentence", "X"),
    ("Show or hide the evidence", "→  ←"),
    ("Move the sentence", "Alt+↓  Alt+↑"),
    ("Undo the last decision", "Ctrl+Z"),
    ("All statements, while adding one", "F9"),
    ("Score, while rating", "1 … 5"),
)
"""Keys the report panel handles itself, for the keys sheet."""

MEDIAN_KEYS: Final = (
    ("Next or previous mark", "Tab  Shift+Tab"),
    ("Move by one sample, by ten", "← →  Shift+← →"),
    ("There is no such wave", "Del"),
)
"""Keys the median beat handles itself, for the keys sheet."""

CALIPER_KEYS: Final = (
    ("Next or previous leg or caliper", "Tab  Shift+Tab"),
    ("Move by one sample, by ten", "← →  Shift+← →"),
    ("Move a level by 0.01 mV, by 0.1", "↑ ↓  Shift+↑ ↓"),
    ("Number of intervals", "1 … 9  +  −"),
    ("No snapping, while dragging", "Alt  or  Ctrl"),
    ("Delete the chosen one", "Del"),
    ("Undo, redo", "Ctrl+Z  Ctrl+Shift+Z"),
    ("Copy the readings", "Ctrl+C"),
)
"""Keys the tracing handles itself while calipers are on, for the keys sheet."""


def command(name: str) -> Command:
    """The command of that name."""
    return next(entry for entry in COMMANDS if entry.name == name)


def in_menu(menu: str) -> tuple[Command, ...]:
    return tuple(entry for entry in COMMANDS if entry.menu == menu)
