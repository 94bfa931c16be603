"""Finds the sentence of the core that a text was made from, so that it can be told in another language.

The core speaks English with values filled in: "Lead V2 is flat." comes from ``Lead {name} is flat.`` The templates are
read from the core's code by ``installer/translations.py`` and lie beside the translations.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication

from meit_core.errors import EnvironmentFault
from meit_core.resources import resource_path

CONTEXT: Final = "core"
_BETWEEN_SENTENCES: Final = re.compile(r"(?<!Dr\.)(?<!Prof\.)(?<=[.!?]) (?=[A-Z“])")
_FIELD: Final = re.compile(r"\{(\w+)\}")
_FEW_LETTERS: Final = 4
"""With fewer of its own, nearly every text would fit a template: then only numbers may be filled in."""
_DEEPEST: Final = 3


@dataclass(frozen=True)
class _Template:
    text: str
    names: tuple[str, ...]
    longest: str

    def fields(self, text: str) -> Mapping[str, str] | None:
        if self.longest not in text:  # quicker than the pattern, and nearly always the answer
            return None
        found = _pattern(self.text).fullmatch(text)
        return dict(zip(self.names, found.groups(), strict=True)) if found else None


@lru_cache(maxsize=512)
def retold(text: str, _language: str) -> str:
    """A text of the core in the language that is installed; English where no sentence fits.

    ``_language`` is only the key under which an answer is remembered.
    """
    return "\n".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    told = _told(text, 0)
    return text if told is None else told


def _told(text: str, depth: int) -> str | None:
    """Sentence by sentence, or as one where only that fits; ``None`` where nothing is known."""
    parts = _BETWEEN_SENTENCES.split(text)
    told = [_sentence(part, depth) for part in parts]
    if None in told and (whole := _sentence(text, depth)) is not None:
        return whole
    if not any(told):
        return None
    return " ".join(new or part for part, new in zip(parts, told, strict=True))


def _sentence(text: str, depth: int) -> str | None:
    for first in dict.fromkeys((text[:1], text[:1].lower(), text[:1].upper())):  # the core begins sentences with words
        told = _fitting(first + text[1:], depth)
        if told is not None:
            return told[:1].upper() + told[1:] if text[:1].isupper() else told
    return None


def _fitting(text: str, depth: int) -> str | None:
    exact, templates = _known()
    if text in exact:
        return _translated(text)
    for template in templates:
        fields = template.fields(text)
        if fields is not None:
            told = {name: _told(value, depth + 1) if depth < _DEEPEST else None for name, value in fields.items()}
            return _translated(template.text).format(**{name: told[name] or value for name, value in fields.items()})
    return None


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


@cache
def _known() -> tuple[frozenset[str], Sequence[_Template]]:
    try:
        texts = json.loads(resource_path("languages", "core.json").read_text(encoding="utf-8"))
    except (EnvironmentFault, OSError, ValueError):  # then the core's texts stay English
        texts = []
    templates = [_template(text) for text in texts if _FIELD.search(text)]
    templates.sort(key=lambda template: (-_own_letters(template.text), -len(template.text)))  # the closest fit first
    return frozenset(text for text in texts if not _FIELD.search(text)), templates


def _template(text: str) -> _Template:
    parts = _FIELD.split(text)
    return _Template(text, tuple(parts[1::2]), max(parts[::2], key=len))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Compiled where it is first needed: all of them at once would cost 20 ms."""
    value = r"([-+−\d.,]*\d[°/\w% ]{0,5})" if _own_letters(template) < _FEW_LETTERS else r"(.+?)"
    return re.compile(value.join(map(re.escape, _FIELD.split(template)[::2])), re.DOTALL)


def _own_letters(text: str) -> int:
    return sum(letter.isalpha() for letter in _FIELD.sub("", text))
