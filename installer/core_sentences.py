"""The sentences of the core that the window shows: read from its code, so that the core needs to know no languages.

What a clinician meets is listed by file. In these files every text of two words counts, and every text in a fault;
values that are filled in become named fields.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FILES: Final = (
    "domain/display_filter.py",
    "domain/manual_reading.py",
    "domain/measurement_difference.py",
    "domain/measurements.py",
    "domain/rating.py",
    "domain/serial_comparison.py",
    "drafting/device.py",
    "drafting/fallback.py",
    "drafting/faults.py",
    "drafting/guard.py",
    "drafting/host_client.py",
    "drafting/host_line.py",
    "drafting/host_process.py",
    "drafting/legibility.py",
    "drafting/limits.py",
    "drafting/remarks.py",
    "drafting/under_way.py",
    "exchange/whole_file.py",
    "formats",
    "knowledge/criteria.py",
    "knowledge/measured_evidence.py",
    "knowledge/report_comparison.py",
    "knowledge/stated_rate.py",
    "model/packs/pack.py",
    "services/calipers.py",
    "services/drafting.py",
    "services/importing.py",
    "services/marking.py",
    "services/measuring_process.py",
    "services/own_packs.py",
    "services/rating.py",
    "services/reporting.py",
    "services/retraining/beginning.py",
    "services/retraining/child.py",
    "services/retraining/finishing.py",
    "services/retraining/plan.py",
    "services/saved_filters.py",
    "services/serial_comparison.py",
    "services/users.py",
    "services/viewing.py",
    "services/watching.py",
    "services/worklist.py",
    "services/workspace.py",
    "signal/averaged_beat.py",
    "signal/found_beats.py",
    "signal/measure.py",
    "signal/quality.py",
    "store/database.py",
    "store/drafts.py",
    "store/faults.py",
    "store/lock.py",
    "store/migrating.py",
    "store/opening.py",
    "store/promotions.py",
    "store/ratings.py",
    "store/reports.py",
    "store/rights.py",
    "store/studies.py",
    "store/training_runs.py",
    "store/users.py",
    "store/waveform_codec.py",
)
_FAULTS: Final = frozenset({"UserError", "EnvironmentFault", "PermissionRefused"})
_STEPS: Final = frozenset({"report", "progress", "step"})
"""Calls of a job that say what is going on."""
_NOT_SHOWN: Final = frozenset(
    {"BugError", "ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError"}
    | {
        "debug",
        "info",
        "warning",
        "error",
        "exception",
        "execute",
        "text",
        "compile",
        "getLogger",
        "strftime",
        "Column",
    }
)
_LEAST_LETTERS: Final = 4
_REFUSED: Final = "Not measured: "
_FIELD: Final = re.compile(r"\{\w+\}")
_BETWEEN_SENTENCES: Final = re.compile(r"(?<!Dr\.)(?<!Prof\.)(?<=[.!?]) (?=[A-Z“{])")
"""As in ``meit_desktop/core_sentences.py``; a field may begin a sentence, too."""
_FOR_MACHINES: Final = re.compile(
    r"\\|^[A-Z]+ [A-Z]+|^SELECT |^PRAGMA |the model host ended|\(command line\)"
    r"|^(MEIT Desktop|Dr\. Demo|12-lead ECG|no such table|allocate memory|I/O fault)$"
)
PUT_TOGETHER: Final = {
    "domain/beat_marks.py": ("P on", "P off", "QRS on", "QRS off", "T off", "T on"),
    "domain/measurement_difference.py": (
        "Rate", "now", "before", "longer by {apart}", "shorter by {apart}", "faster by {apart}", "slower by {apart}",
        "the prior's {labels} set by hand", "today's {labels} set by hand",
        "the prior's {labels} by the recording device", "today's {labels} by the recording device",
    ),
    "domain/rating.py": (
        "Medical terminology accuracy", "Logical consistency", "Completeness", "Diagnostic accuracy", "Right.",
    ),
    "drafting/engine.py": ("cpu ({reason})", "cuda ({reason})"),
    "drafting/guard.py": ("Findings head: {finding}.",),
    "formats/reading.py": ("WFDB (.hea with .dat or .mat) and CSV with one column per lead",),
    "knowledge/criteria.py": (
        "heart rate {value}", "P duration {value}", "PR", "PR {value}", "QRS axis {value}", "regular RR intervals",
        "irregular RR intervals", "{low} to {high}", "reporting convention",
    ),
    "services/importing.py": ("{number} of {total}",),
    "store/opening.py": ("The workspace is already open, {where}.",),
}  # fmt: skip
"""Texts that the core puts together from words, by the file that does it."""


def core_sentences(root: Path) -> dict[str, set[str]]:
    """Every sentence with its named fields, and the files it stands in."""
    found: dict[str, set[str]] = {}
    for path in _paths(root / "meit_core"):
        name = path.relative_to(root).as_posix()
        for text in _texts(ast.parse(path.read_text(encoding="utf-8"))):
            for sentence in _BETWEEN_SENTENCES.split(text.strip()):
                for told in (sentence, sentence.removeprefix(_REFUSED)):  # a comparison tells the reason alone
                    if _is_told(told):
                        found.setdefault(told, set()).add(name)
    for name, texts in PUT_TOGETHER.items():
        for text in texts:
            found.setdefault(text, set()).add(f"meit_core/{name}")
    return found


def _is_told(sentence: str) -> bool:
    letters = sum(letter.isalpha() for letter in _FIELD.sub("", sentence))
    return letters >= _LEAST_LETTERS and not _FOR_MACHINES.search(sentence)


def _paths(core: Path) -> Iterator[Path]:
    for name in FILES:
        place = core / name
        yield from (place,) if place.suffix else sorted(place.rglob("*.py"))


def _texts(tree: ast.Module) -> Iterator[str]:
    stack: list[tuple[ast.AST, bool]] = [(tree, False)]
    while stack:
        node, is_shown = stack.pop()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called in _NOT_SHOWN:
                continue
            is_shown = is_shown or called in _FAULTS | _STEPS
        if isinstance(node, ast.Raise) and not _raises_fault(node):
            continue
        text = _template(node)
        if text is not None and (" " in text.strip() or (is_shown and text[:1].isupper())):
            yield text
        stack += [(part, is_shown) for part in _inner(node)]


def _inner(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node; of an f-string only what is filled in, for its own texts are the template's."""
    if isinstance(node, ast.JoinedStr):
        yield from (part.value for part in node.values if isinstance(part, ast.FormattedValue))
    else:
        yield from ast.iter_child_nodes(node)


def _raises_fault(node: ast.Raise) -> bool:
    called = node.exc.func if isinstance(node.exc, ast.Call) else None
    return not (isinstance(called, ast.Name) and called.id in _NOT_SHOWN)


def _template(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return None if "{" in node.value else node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    text, names = "", []
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            name = _field(part.value)
            names.append(name)
            text += f"{{{name}{names.count(name) if names.count(name) > 1 else ''}}}"
    return re.sub(r"(?:\{\w+\})+(\{\w+\})", r"\1", text)  # where one value ends and the next begins can't be seen


def _field(value: ast.expr) -> str:
    """A name for what is filled in, from the last name in its expression."""
    words = re.findall(r"[A-Za-z_]\w*", ast.unparse(value).split("(")[-1] or ast.unparse(value))
    return (words or ["value"])[-1].strip("_").lower() or "value"
