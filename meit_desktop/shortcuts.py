"""Every command of the application with its words and keys: menus, the keys sheet and the command palette read this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from meit_desktop.language import marked, tr


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
    title
        English; :attr:`shown` is for the screen.
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

    @property
    def shown(self) -> str:
        """The title in the window's language."""
        return tr(self.title)


MENUS: Final = (
    marked("File", "menu"),
    marked("Study", "menu"),
    marked("Report", "menu"),
    marked("View", "menu"),
    marked("Measure", "menu"),
    marked("Admin", "menu"),
    marked("Help", "menu"),
)
"""Titles are English here and translated where they are shown, with the note ``menu``."""

COMMANDS: Final = (
    Command("import_files", marked("Import files…"), "File", ("Ctrl+I",), Need.SESSION, 0, "import"),
    Command("import_folder", marked("Import folder…"), "File", ("Ctrl+Shift+I",), Need.SESSION, 0, "folder"),
    Command("show_quarantine", marked("Show unreadable files"), "File", (), Need.SESSION, 0, "file_warning"),
    Command("print_view", marked("Print the tracing…"), "File", ("Ctrl+P",), Need.STUDY, 3, "print"),
    Command("save_view", marked("Save the tracing as a picture…"), "File", ("Ctrl+Shift+S",), Need.STUDY, 3, "picture"),
    Command("copy_view", marked("Copy the tracing"), "File", ("Ctrl+Shift+C",), Need.STUDY, 3, "copy"),
    Command("copy_measurements", marked("Copy the measurements as text"), "File", ("Ctrl+Shift+M",), Need.STUDY, 3),
    Command("without_name", marked("Print and copy without name and ID"), "File", (), Need.STUDY, 3, checkable=True),
    Command("open_workspace", marked("Open workspace…"), "File", ("Ctrl+O",), Need.NOTHING, 1, "folder"),
    Command("lock", marked("Lock the screen"), "File", ("Ctrl+Alt+L",), Need.SESSION, 1, "lock"),
    Command("sign_out", marked("Sign out"), "File", (), Need.SESSION, 1, "user"),
    Command("quit", marked("Quit"), "File", ("Ctrl+Q",), Need.NOTHING, 2),
    Command("next_study", marked("Next study"), "Study", ("J",), Need.SESSION, 0, "next"),
    Command("previous_study", marked("Previous study"), "Study", ("K",), Need.SESSION, 0, "previous"),
    Command("next_unread", marked("Next unread study"), "Study", ("N",), Need.SESSION, 0, "unread"),
    Command("first_study", marked("First study of the list"), "Study", ("Ctrl+Home",), Need.SESSION, 0),
    Command("last_study", marked("Last study of the list so far"), "Study", ("Ctrl+End",), Need.SESSION, 0),
    Command("toggle_urgent", marked("Urgent or routine"), "Study", ("U",), Need.WRITING, 0, "warning"),
    Command("search", marked("Search the worklist"), "Study", ("Ctrl+F", "/"), Need.SESSION, 1, "search"),
    Command("filter_worklist", marked("Filter the worklist…"), "Study", ("Ctrl+Shift+F",), Need.SESSION, 1, "filter"),
    Command("draft", marked("Draft the report"), "Report", ("D",), Need.WRITING, 0, "draft"),
    Command("stop_draft", marked("Stop the draft"), "Report", ("Esc",), Need.STUDY, 0, "stop"),
    Command("save", marked("Save now"), "Report", ("Ctrl+S",), Need.WRITING, 1),
    Command("sign", marked("Sign…"), "Report", ("S",), Need.WRITING, 1, "sign"),
    Command("amend", marked("Add an addendum…"), "Report", ("A",), Need.WRITING, 1, "history"),
    Command("pdf", marked("Write PDF…"), "Report", ("P",), Need.STUDY, 2, "pdf"),
    Command("rate", marked("Rate the draft"), "Report", ("R",), Need.STUDY, 3, "rate"),
    Command("toggle_worklist", marked("Worklist"), "View", ("Ctrl+B",), Need.SESSION, 0, checkable=True),
    Command("toggle_report", marked("Report"), "View", ("Ctrl+R",), Need.SESSION, 0, checkable=True),
    Command("speed", marked("Change speed: 25 or 50 mm/s"), "View", ("V",), Need.STUDY, 1),
    Command("gain", marked("Change gain: 5, 10 or 20 mm/mV"), "View", ("G",), Need.STUDY, 1),
    Command("filter", marked("Change filter: none, 0.05–150, 0.67–150 or 0.67–40 Hz"), "View", ("F",), Need.STUDY, 1),
    Command("mains_notch", marked("Change mains notch: none, 50 or 60 Hz"), "View", ("Shift+F",), Need.STUDY, 1),
    Command("layout", marked("Change layout"), "View", ("L",), Need.STUDY, 1, "layout"),
    Command("lead_order", marked("Standard or Cabrera order"), "View", ("Shift+L",), Need.STUDY, 1),
    Command("enlarge_lead", marked("One lead over the whole sheet"), "View", ("Z",), Need.STUDY, 1),
    Command("true_size", marked("True millimetres or fit to window"), "View", ("T",), Need.STUDY, 1),
    Command("attention", marked("Where the model looked"), "View", ("W",), Need.STUDY, 1, checkable=True),
    Command("compare", marked("Compare with a prior ECG"), "View", ("=",), Need.STUDY, 1, "history"),
    Command("calibrate", marked("Calibrate this screen…"), "View", (), Need.SESSION, 1),
    Command("switch_theme", marked("Light or dark"), "View", ("Ctrl+Shift+L",), Need.NOTHING, 2, "moon"),
    Command("high_contrast", marked("High contrast"), "View", ("Ctrl+Alt+H",), Need.NOTHING, 2, checkable=True),
    Command("follow_system_theme", marked("Follow the system's theme"), "View", (), Need.NOTHING, 2, checkable=True),
    Command("larger_text", marked("Larger text"), "View", ("Ctrl++", "Ctrl+="), Need.NOTHING, 3),
    Command("smaller_text", marked("Smaller text"), "View", ("Ctrl+-",), Need.NOTHING, 3),
    Command("language", marked("Language (Sprache)…"), "View", (), Need.NOTHING, 3),
    Command("median_beat", marked("Median beat"), "Measure", ("M",), Need.STUDY, 0, "trace", checkable=True),
    Command("calipers", marked("Calipers"), "Measure", ("C",), Need.STUDY, 0, "calipers"),
    Command("caliper_time", marked("New time caliper"), "Measure", ("I",), Need.STUDY, 0),
    Command("caliper_amplitude", marked("New amplitude caliper"), "Measure", ("H",), Need.STUDY, 0),
    Command("caliper_march", marked("March the interval out"), "Measure", ("O",), Need.STUDY, 1),
    Command("caliper_beats", marked("One interval more"), "Measure", (), Need.STUDY, 1),
    Command("caliper_qt", marked("Mark as QT"), "Measure", ("Q",), Need.STUDY, 1),
    Command("caliper_rr", marked("Mark as RR"), "Measure", ("B",), Need.STUDY, 1),
    Command("caliper_undo", marked("Undo the last change of a caliper"), "Measure", (), Need.STUDY, 2, "undo"),
    Command("caliper_redo", marked("Change the caliper again"), "Measure", (), Need.STUDY, 2, "redo"),
    Command("caliper_delete", marked("Delete the chosen caliper"), "Measure", (), Need.STUDY, 2, "delete"),
    Command("caliper_copy", marked("Copy the readings as text"), "Measure", (), Need.STUDY, 3, "copy"),
    Command("undo_mark", marked("Undo the last move of a mark"), "Measure", ("Ctrl+Z",), Need.WRITING, 4, "undo"),
    Command("redo_mark", marked("Move the mark again"), "Measure", ("Ctrl+Y", "Ctrl+Shift+Z"), Need.WRITING, 4),
    Command("computed_marks", marked("Back to the computed marks"), "Measure", (), Need.WRITING, 4),
    Command("retrain", marked("Retrain the model…"), "Admin", (), Need.SESSION, 0, "people"),
    Command("house_style", marked("House style of drafts…"), "Admin", (), Need.SESSION, 0, "sign"),
    Command("watch_folder", marked("Watch a folder…"), "Admin", (), Need.SESSION, 0, "folder"),
    Command("show_keys", marked("All keys"), "Help", ("?", "F1"), Need.NOTHING, 0, "keyboard"),
    Command("change_keys", marked("Change keys…"), "Help", (), Need.NOTHING, 0),
    Command("show_palette", marked("Search or command"), "Help", ("Ctrl+K",), Need.NOTHING, 0, "search"),
    Command("about", marked("About MEIT Desktop"), "Help", (), Need.NOTHING, 1, "info"),
)

REPORT_KEYS: Final = (
    (marked("Next or previous sentence"), "↓  ↑"),
    (marked("Accept the sentence"), marked("Enter")),
    (marked("Accept all that is supported"), marked("Ctrl+Enter")),
    (marked("Keep a contradicted sentence"), marked("Shift+Enter")),
    (marked("Edit the sentence"), "E"),
    (marked("Reject the sentence"), "X"),
    (marked("Show or hide the evidence"), "→  ←"),
    (marked("Move the sentence"), marked("Alt+↓  Alt+↑")),
    (marked("Undo the last decision"), marked("Ctrl+Z")),
    (marked("All statements, while adding one"), "F9"),
    (marked("Score, while rating"), "1 … 5"),
)
"""Keys the report panel handles itself, for the keys sheet."""

MEDIAN_KEYS: Final = (
    (marked("Next or previous mark"), marked("Tab  Shift+Tab")),
    (marked("Move by one sample, by ten"), marked("← →  Shift+← →")),
    (marked("There is no such wave"), marked("Del")),
)
"""Keys the median beat handles itself, for the keys sheet."""

CALIPER_KEYS: Final = (
    (marked("Next or previous leg or caliper"), marked("Tab  Shift+Tab")),
    (marked("Move by one sample, by ten"), marked("← →  Shift+← →")),
    (marked("Move a level by 0.01 mV, by 0.1"), marked("↑ ↓  Shift+↑ ↓")),
    (marked("Number of intervals"), "1 … 9  +  −"),
    (marked("No snapping, while dragging"), marked("Alt  or  Ctrl")),
    (marked("Delete the chosen one"), marked("Del")),
    (marked("Undo, redo"), marked("Ctrl+Z  Ctrl+Shift+Z")),
    (marked("Copy the readings"), marked("Ctrl+C")),
)
"""Keys the tracing handles itself while calipers are on, for the keys sheet."""


def command(name: str) -> Command:
    """The command of that name."""
    return next(entry for entry in COMMANDS if entry.name == name)


def in_menu(menu: str) -> tuple[Command, ...]:
    return tuple(entry for entry in COMMANDS if entry.menu == menu)
