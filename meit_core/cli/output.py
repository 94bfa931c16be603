"""What commands print: one JSON document, or aligned columns for people."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer


def print_json(value: Any) -> None:
    """Print a value as one JSON document, in ASCII so that no console or pipe can damage it."""
    typer.echo(json.dumps(to_plain(value), indent=1))


def to_plain(value: Any) -> Any:
    """Turn domain values into what JSON has: dataclasses to objects, paths and dates to text, tuples to lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_plain(item) for item in value]
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in aligned columns, two spaces between them."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
