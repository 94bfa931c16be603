"""What a sweep trains: one recipe, and rows that each change something in it."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.errors import UserError

_PLAN_KEYS: Final = ("name", "about", "base", "folds", "change", "without", "row")
_ROW_KEYS: Final = ("name", "about", "change", "without")
_ROW_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""A row's name is its folder's as well."""


@dataclass(frozen=True, slots=True)
class SweepRow:
    """One variant.

    Attributes
    ----------
    recipe
        All its settings, as a recipe's file has them.
    changes
        What is different from the base, ``dotted.name`` -> value; ``None`` for what is left out.
    """

    name: str
    about: str
    recipe: Mapping[str, Any]
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SweepPlan:
    """A sweep.

    Attributes
    ----------
    folds
        Scored folds; empty for the validation folds of the base.
    rows
        In order; all others are compared with the first.
    common
        What every row changes in the base.
    """

    name: str
    about: str
    base: str
    folds: frozenset[int]
    common: Mapping[str, Any]
    rows: tuple[SweepRow, ...]


def load_plan(path: Path) -> SweepPlan:
    """Read a sweep's TOML file.

    ``base`` names a recipe beside it; ``change`` (a table) and ``without`` (a list of dotted names) hold for all rows;
    every ``[[row]]`` has a ``name``, and a ``change`` and ``without`` of its own.

    Raises
    ------
    UserError
        If a file can't be read, a key is unknown, a name is missing or used twice, or there are fewer than two rows.
    """
    values = _read(path)
    _refuse_unknown(values, _PLAN_KEYS, f"the sweep {path.name}")
    base = path.parent / str(_needed(values, "base", path.name))
    shared = _changed(_read(base), values, path.name)
    rows = tuple(_row(each, shared, path.name) for each in values.get("row", ()))
    if len(rows) < 2:
        raise UserError(f"The sweep {path.name} has fewer than two rows.", "Add a [[row]] for each variant.")
    names = [row.name.lower() for row in rows]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UserError(f"Two rows of the sweep are called {twice}.", "Give each row a name of its own.")
    return SweepPlan(
        name=str(values.get("name", path.stem)),
        about=str(values.get("about", "")),
        base=base.name,
        folds=frozenset(values.get("folds", ())),
        common=_flat_changes(values),
        rows=rows,
    )


def write_recipe(recipe: Mapping[str, Any]) -> str:
    """Return a recipe as TOML."""
    return "\n".join(_toml(recipe, ())) + "\n"


def _row(values: Mapping[str, Any], shared: Mapping[str, Any], file: str) -> SweepRow:
    _refuse_unknown(values, _ROW_KEYS, f"a row of {file}")
    name = str(_needed(values, "name", file))
    if not _ROW_NAME.fullmatch(name):
        raise UserError(f"A row can't be called “{name}”.", "Use letters, digits, dots, hyphens and underscores.")
    recipe = _changed(shared, values, file)
    recipe["name"] = name
    return SweepRow(name, str(values.get("about", "")), recipe, _flat_changes(values))


def _changed(base: Mapping[str, Any], values: Mapping[str, Any], file: str) -> dict[str, Any]:
    """Return the base without what is left out, then with what is changed."""
    recipe = deepcopy(dict(base))
    for dotted in values.get("without", ()):
        *tables, last = str(dotted).split(".")
        table: Any = recipe
        for part in tables:
            table = table.get(part) if isinstance(table, dict) else None
        if not isinstance(table, dict) or last not in table:
            raise UserError(f"{file} leaves out {dotted}, which isn't in its base.", "Correct the list without.")
        del table[last]
    _merge(recipe, values.get("change", {}))
    return recipe


def _merge(into: dict[str, Any], changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        if isinstance(value, Mapping) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = deepcopy(value)


def _flat_changes(values: Mapping[str, Any]) -> dict[str, Any]:
    left_out = {str(dotted): None for dotted in values.get("without", ())}
    return left_out | dict(_flat(values.get("change", {}), ""))


def _flat(table: Mapping[str, Any], place: str) -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name, value in table.items():
        pairs += _flat(value, f"{place}{name}.") if isinstance(value, Mapping) else [(f"{place}{name}", value)]
    return pairs


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(
            f"The settings file {path.name} can't be read.", "Check its name and that it is text."
        ) from fault
    except tomllib.TOMLDecodeError as fault:
        raise UserError(f"The settings file {path.name} isn't valid TOML: {fault}.", "Correct that line.") from fault


def _needed(values: Mapping[str, Any], key: str, file: str) -> Any:
    if key not in values:
        raise UserError(f"The setting {key} is missing in {file}.", "Add it.")
    return values[key]


def _refuse_unknown(values: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    for key in values:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."
            raise UserError(f"There is no setting {key} in {where}.", hint)


def _toml(table: Mapping[str, Any], place: tuple[str, ...]) -> list[str]:
    """Return the lines of a table: its own values first, then the tables in it."""
    lines = [f"{_key(name)} = {_value(value)}" for name, value in table.items() if not isinstance(value, Mapping)]
    for name, value in table.items():
        if isinstance(value, Mapping):
            inner = (*place, name)
            lines += ["", f"[{'.'.join(map(_key, inner))}]", *_toml(value, inner)]
    return lines


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name)


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False)  # texts, numbers and truth are written alike in JSON and TOML
