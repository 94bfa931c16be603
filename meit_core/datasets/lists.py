"""Lists of what was left out of a preparation, and of what should be looked at; nothing goes without being named."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from meit_core.datasets.catalogue import Catalogue
from meit_core.datasets.part import DAMAGED, NO_REPORT, UNTRANSLATED, DonePart

DAMAGED_LIST: Final = "damaged.jsonl"
LEFT_OUT_LIST: Final = "left_out.jsonl"
UNTRANSLATED_LIST: Final = "untranslated.jsonl"
TEXT_WITHOUT_SIGNAL: Final = "text without signal"
SIGNAL_WITHOUT_TEXT: Final = "signal without text"


def write_lists(catalogue: Catalogue, parts: Iterable[DonePart], out: Path) -> dict[str, int]:
    """List what was left out and why; returns how many texts and signals had no partner."""
    write_notes(parts, out)
    alone = {
        TEXT_WITHOUT_SIGNAL: catalogue.texts_without_signal(),
        SIGNAL_WITHOUT_TEXT: catalogue.signals_without_text(),
    }
    found = dict.fromkeys(alone, 0)
    with (out / LEFT_OUT_LIST).open("a", encoding="utf-8") as file:
        for kind, ids in alone.items():
            for id_ in ids:
                file.write(json.dumps({"id": id_, "kind": kind}, ensure_ascii=False) + "\n")
                found[kind] += 1
    return found


def write_notes(parts: Iterable[DonePart], out: Path) -> None:
    """Write one list for each kind of note."""
    lists = {DAMAGED: DAMAGED_LIST, NO_REPORT: LEFT_OUT_LIST, UNTRANSLATED: UNTRANSLATED_LIST}
    files = {kind: (out / name).open("w", encoding="utf-8") for kind, name in lists.items()}
    try:
        for part in parts:
            for note in part.notes():
                files[note.kind].write(f"{note.as_json()}\n")
    finally:
        for file in files.values():
            file.close()
