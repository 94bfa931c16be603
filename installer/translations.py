"""Bring the translations of the window up to date: ``.venv/bin/python installer/translations.py``.

Reads every ``tr``, ``marked`` and ``counted`` of the window and the sentences of the core, keeps what is translated,
adds what is new as unfinished, drops what is gone, and compiles the result. Qt's own lupdate can't: it wants a class
around each call for its context and doesn't look into tables of constants.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from core_sentences import core_sentences

REPOSITORY: Final = Path(__file__).resolve().parents[1]
LANGUAGES: Final = REPOSITORY / "resources" / "languages"
WINDOW: Final = "MEIT"
CORE: Final = "core"


@dataclass(frozen=True, order=True)
class Source:
    """One English text, as Qt tells texts apart."""

    text: str
    note: str = ""
    plural: bool = False
    context: str = WINDOW


@dataclass
class Message:
    """What is known of a source: its files, its English singular, and its translations, one for each plural form."""

    files: set[str] = field(default_factory=set)
    singular: str = ""
    forms: tuple[str, ...] = ()
    finished: bool = False


class NotExtractable(Exception):
    """A call whose text can't be known from the code; the message names the place and what to write instead."""


def sources(root: Path = REPOSITORY) -> dict[Source, Message]:
    """Every text of the window that goes through :mod:`meit_desktop.language`, and what the core says there.

    Raises
    ------
    NotExtractable
        A text is put together before it is translated, or translated while a module is imported.
    """
    found: dict[Source, Message] = {}
    for path in sorted((root / "meit_desktop").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        for source, singular in _in_module(ast.parse(path.read_text(encoding="utf-8")), name):
            message = found.setdefault(source, Message(singular=singular))
            message.files.add(name)
    for text, files in core_sentences(root).items():
        found[Source(text, context=CORE)] = Message(files)
    return found


def read(path: Path) -> dict[Source, Message]:
    """The messages of a file of Qt Linguist, by their sources."""
    found: dict[Source, Message] = {}
    contexts = ET.parse(path).getroot().iter("context")
    for context, entry in ((one.findtext("name", ""), entry) for one in contexts for entry in one.iter("message")):
        plural = entry.get("numerus") == "yes"
        translation = entry.find("translation")
        assert translation is not None
        forms = [part.text or "" for part in translation.iter("numerusform")] if plural else [translation.text or ""]
        found[Source(entry.findtext("source", ""), entry.findtext("comment", ""), plural, context)] = Message(
            {place.get("filename", "").removeprefix("../../") for place in entry.iter("location")},
            entry.findtext("extracomment", "").removeprefix("one: "),
            tuple(forms),
            translation.get("type") is None,
        )
    return found


def write(path: Path, messages: Mapping[Source, Message], language: str) -> None:
    """Write a file for Qt Linguist, in the order of the texts so that changes are easy to see."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in (WINDOW, CORE):
        lines += ["<context>", f"    <name>{context}</name>"]
        for source in sorted(source for source in messages if source.context == context):
            lines += _written(source, messages[source])
        lines.append("</context>")
    lines += ["</TS>", ""]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def write_templates(path: Path, wanted: Mapping[Source, Message]) -> None:
    """Write the core's sentences, which a running window compares with what it is told."""
    texts = sorted(source.text for source in wanted if source.context == CORE)
    path.write_text(json.dumps(texts, ensure_ascii=False, indent=0) + "\n", encoding="utf-8", newline="\n")


def merged(wanted: Mapping[Source, Message], known: Mapping[Source, Message]) -> dict[Source, Message]:
    """The wanted sources with what is known of them."""
    return {
        source: Message(message.files, message.singular, known[source].forms, known[source].finished)
        if source in known
        else message
        for source, message in wanted.items()
    }


def compile_file(path: Path) -> Path:
    """Compile a file for Qt; returns the compiled one, which stands beside it."""
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if tool is None:
        raise FileNotFoundError("pyside6-lrelease isn't beside this Python: use the one in .venv")
    compiled, fresh = path.with_suffix(".qm"), path.with_suffix(".qm.new")
    subprocess.run([tool, "-silent", str(path), "-qm", str(fresh)], check=True)
    # Another file in its place: a running window has the old one mapped into its memory.
    fresh.replace(compiled)
    return compiled


def main() -> int:
    wanted = sources()
    write_templates(LANGUAGES / "core.json", wanted)
    for path in sorted(LANGUAGES.glob("meit_*.ts")):
        language = path.stem.removeprefix("meit_")
        messages = merged(wanted, read(path))
        write(path, messages, language)
        compile_file(path)
        open_ones = [source.text for source, message in messages.items() if not message.finished]
        print(f"{path.name}: {len(messages)} texts, {len(open_ones)} to translate")
        for text in open_ones:
            print(f"  {text}")
    return 0


def _written(source: Source, message: Message) -> Iterator[str]:
    numerus = ' numerus="yes"' if source.plural else ""
    yield f"    <message{numerus}>"
    for name in sorted(message.files):
        yield f'        <location filename="../../{escape(name)}"/>'
    yield f"        <source>{escape(source.text)}</source>"
    if source.note:
        yield f"        <comment>{escape(source.note)}</comment>"
    if message.singular:
        yield f"        <extracomment>one: {escape(message.singular)}</extracomment>"
    unfinished = "" if message.finished else ' type="unfinished"'
    if source.plural:
        yield f"        <translation{unfinished}>"
        for form in message.forms or ("", ""):
            yield f"            <numerusform>{escape(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{unfinished}>{escape(''.join(message.forms))}</translation>"
    yield "    </message>"


def _in_module(tree: ast.Module, name: str) -> Iterator[tuple[Source, str]]:
    """Sources of one module, with the English singular where there is one."""
    for call, in_function in _calls(tree):
        kind = call.func.id if isinstance(call.func, ast.Name) else ""
        place = f"{name}:{call.lineno}"
        if kind in ("tr", "counted") and not in_function:
            raise NotExtractable(f"{place}: translated while the module is imported; mark it and translate it later")
        if kind == "counted":
            one, many = (_literals(argument, place) for argument in call.args[:2])
            if len(one) != len(many):
                raise NotExtractable(f"{place}: as many texts for one as for many")
            yield from ((Source(text, plural=True), single) for single, text in zip(one, many, strict=True))
        elif kind in ("tr", "marked"):
            notes = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
            note = "".join(text for argument in notes for text in _literals(argument, place))
            yield from ((Source(text, note), "") for text in _literals(call.args[0], place))


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, bool]]:
    """Calls of our functions, and whether they wait for a function to be called."""
    stack: list[tuple[ast.AST, bool]] = [(tree, False)]
    while stack:
        node, in_function = stack.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS:
            yield node, in_function
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            # Defaults and decorators are evaluated with the module, bodies later.
            stack += [(part, in_function) for part in (*node.decorator_list, *node.args.defaults)]
            stack += [(part, in_function) for part in node.args.kw_defaults if part is not None]
            stack += [(part, True) for part in node.body]
        elif isinstance(node, ast.Lambda):
            stack.append((node.body, True))
        else:
            stack += [(part, in_function) for part in ast.iter_child_nodes(node)]


def _literals(argument: ast.expr, place: str) -> list[str]:
    """The texts an argument can be; none where it is a name that was marked elsewhere."""
    if isinstance(argument, ast.Constant):
        if not isinstance(argument.value, str):
            raise NotExtractable(f"{place}: not a text")
        return [argument.value] if argument.value else []
    if isinstance(argument, ast.IfExp):
        return _literals(argument.body, place) + _literals(argument.orelse, place)
    if isinstance(argument, ast.JoinedStr | ast.BinOp):
        raise NotExtractable(f'{place}: translate the whole text, then fill it in: tr("… {{name}} …").format(name=…)')
    return []


_FUNCTIONS: Final = frozenset({"tr", "marked", "counted"})


if __name__ == "__main__":
    sys.exit(main())
