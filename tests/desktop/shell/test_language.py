"""The window's words: which language it speaks, and that its translations are whole."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from translations import CORE, LANGUAGES, Message, NotExtractable, Source, _in_module, read, sources

from meit_core.errors import UserError
from meit_desktop.language import counted, language_code, said, tr

TRANSLATIONS = sorted(LANGUAGES.glob("meit_*.ts"))


@pytest.fixture(params=TRANSLATIONS, ids=lambda path: path.stem)
def translated(request: pytest.FixtureRequest) -> dict[Source, Message]:
    return read(request.param)


def test_every_text_of_the_window_is_translated_and_no_other(translated: dict[Source, Message]) -> None:
    wanted = sources()
    assert sorted(source.text for source in wanted.keys() - translated.keys()) == [], "run installer/translations.py"
    assert sorted(source.text for source in translated.keys() - wanted.keys()) == [], "run installer/translations.py"
    unfinished = [
        source.text for source, message in translated.items() if not message.finished or not all(message.forms)
    ]
    assert unfinished == []


def test_translations_hold_the_same_fields(translated: dict[Source, Message]) -> None:
    fields = re.compile(r"\{[^{}]*\}|%n|&(?=\w)|\n|<[^<>]+>")
    for source, message in translated.items():
        for form in message.forms if message.finished else ():
            expected, found = Counter(fields.findall(source.text)), Counter(fields.findall(form))
            if source.context == CORE:  # words of English grammar may be filled in, which others don't need
                assert found.keys() <= expected.keys(), source.text
                continue
            if source.plural:  # "one study" may leave the number out
                expected.pop("%n", None)
                found.pop("%n", None)
            assert found == expected, source.text


def test_translations_begin_and_end_as_their_sources(translated: dict[Source, Message]) -> None:
    for source, message in translated.items():
        for form in message.forms if message.finished else ():
            assert form.strip() == form or source.text.strip() != source.text, source.text
            for end in ("…", ":"):
                assert form.endswith(end) == source.text.endswith(end), source.text


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_the_compiled_file_is_current(path) -> None:
    compiled = QTranslator()
    assert compiled.load(str(path.with_suffix(".qm")))
    for source, message in read(path).items():
        numbers = (1, 2) if source.plural else (-1,)
        for n, form in zip(numbers, message.forms, strict=True):
            assert compiled.translate(source.context, source.text, source.note, n) == form


def test_texts_come_in_german(german: None) -> None:
    assert tr("Sign out") == "Abmelden"
    assert tr("No such text") == "No such text"


def test_english_plurals_need_no_translation() -> None:
    assert counted("%n cow", "%n cows", 1) == "1 cow"
    assert counted("%n cow", "%n cows", 0) == "0 cows"
    assert counted("%n cow", "%n cows", 2) == "2 cows"


def test_qts_own_buttons_come_in_german(german: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.parametrize(
    ("english", "german_text"),
    [
        ("Nothing is lost.", "Nichts ist verloren."),
        ("The signal file a and b.dat is empty.", "Die Signaldatei a and b.dat ist leer."),
        (
            "QRS 146 ms; normal ECG means less than 110 ms (AHA/ACC/HRS 2009).",
            "QRS 146 ms; „normal ECG“ bedeutet weniger als 110 ms (AHA/ACC/HRS 2009).",
        ),
        (
            "PR 220 ms, measured by Dr. Rose; normal ECG means 120 to 200 ms (AHA/ACC/HRS 2009).",
            "PQ 220 ms, gemessen von Dr. Rose; „normal ECG“ bedeutet 120 bis 200 ms (AHA/ACC/HRS 2009).",
        ),
        ("P off was taken away by Dr. Demo.", "P-Ende wurde von Dr. Demo entfernt."),
        ("Heart rate 113/min", "Herzfrequenz 113/min"),
        ("-90 to -30°", "-90 bis -30°"),
        ("back to front", "back to front"),
        ("A sentence that nobody knows. Nothing is lost.", "A sentence that nobody knows. Nichts ist verloren."),
    ],
)
def test_sentences_of_the_core_keep_their_values(german: None, english: str, german_text: str) -> None:
    assert said(english) == german_text


def test_a_fault_is_told_with_its_hint(german: None) -> None:
    fault = UserError(
        "The model's process stopped unexpectedly.", "No study is affected. Draft again: the model starts anew."
    )
    assert said(fault) == (
        "Der Prozess des Modells endete unerwartet. "
        "Kein EKG ist betroffen. Entwerfen Sie erneut: Das Modell startet neu."
    )


def test_what_the_core_says_stays_as_it_is_in_english() -> None:
    assert said(UserError("The file is empty.", "Copy or export the recording again.")) == (
        "The file is empty. Copy or export the recording again."
    )


def test_the_templates_a_window_compares_with_are_those_of_the_core() -> None:
    wanted = sorted(source.text for source in sources() if source.context == CORE)
    assert json.loads((LANGUAGES / "core.json").read_text(encoding="utf-8")) == wanted, "run installer/translations.py"


def test_the_systems_language_is_followed_where_we_speak_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QLocale

    for preferred, code in ((["de-AT", "en"], "de"), (["fr-FR", "de"], "en"), (["en-US"], "en"), ([], "en")):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _self, names=preferred: names)
        assert language_code("system") == code
    assert language_code("de") == "de"
    assert language_code("kl") == "en"


def test_texts_that_cant_be_extracted_are_named() -> None:
    for code, what in (
        ("def f(x):\n    return tr(f'Signed {x}')", "fill it in"),
        ("TITLE = tr('Title')", "while the module is imported"),
        ("class A:\n    title = tr('Title')", "while the module is imported"),
        ("def f(title=tr('Title')):\n    pass", "while the module is imported"),
    ):
        with pytest.raises(NotExtractable, match=what):
            list(_in_module(ast.parse(code), "here.py"))
