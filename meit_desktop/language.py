"""The language of the window: English as it stands in the code, and German from ``resources/languages``.

Every text that a person reads goes through one of these functions. The report, its statements, the PDF and the exports
stay English: they are the record, not the interface.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from meit_core.errors import EnvironmentFault, UserError
from meit_core.resources import resource_path
from meit_desktop.core_sentences import retold

CONTEXT: Final = "MEIT"
"""All our texts share one context: a word means the same in every file, or its note says what else it means."""
LANGUAGES: Final = {"en": "English", "de": "Deutsch"}
"""Codes of the interface's languages, and how each calls itself."""

_OURS: Final = "interface language"


def tr(text: str, note: str = "") -> str:
    """The text in the window's language; English where there is no translation.

    Parameters
    ----------
    text
        A literal, or a constant that is marked where it is written. Values come in afterwards, by name:
        ``tr("Signed {time}").format(time=time)``, so that a translation can put them where its grammar wants them.
    note
        Parts two meanings of one English text, ``"verb"`` for example.

    Call it where the text is shown, never while a module is imported: the language isn't known by then.
    """
    return QCoreApplication.translate(CONTEXT, text, note or None)


def marked(text: str, note: str = "") -> str:  # noqa: ARG001  the note is read from the source
    """The English text itself, marked for translation: for constants, which ``tr`` translates where they are shown."""
    return text


def counted(one: str, many: str, n: int) -> str:
    """A text that depends on a number, which it may hold as ``%n``.

    English has both its forms in the code and needs no translation file to be right; ``many`` is what translators see,
    and their language's own plural forms are chosen by Qt.
    """
    shown = QCoreApplication.translate(CONTEXT, many, None, n)
    untranslated = shown == many.replace("%n", str(n))
    return one.replace("%n", str(n)) if n == 1 and untranslated else shown


def said(told: UserError | str) -> str:
    """What the core says, which comes in English with its values filled in: a fault, or some sentences."""
    if isinstance(told, UserError):
        return f"{said(told.message)} {said(told.hint)}".rstrip()
    language = tr("English", "the language of these words")
    return told if language == "English" else retold(told, language)


def language_code(chosen: str = "system") -> str:
    """``de`` or ``en``: what was chosen, or the system's language where it is German, else English."""
    if chosen in LANGUAGES:
        return chosen
    preferred = next(iter(QLocale.system().uiLanguages()), "")
    return "de" if QLocale(preferred).language() is QLocale.Language.German else "en"


def install_language(app: QCoreApplication, chosen: str = "system") -> str:
    """Speak the chosen language from now on; returns its code. Texts that are on the screen stay as they are.

    Qt's own words, on the buttons of file dialogs for example, come from Qt's own file. Without our file the window
    stays English and works.
    """
    for translator in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(translator)
        translator.deleteLater()
    code = language_code(chosen)
    if code == "en":
        return code
    try:
        words = str(resource_path("languages", f"meit_{code}.qm"))
    except EnvironmentFault:
        return "en"
    qt_words = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{code}.qm"
    for path in (qt_words, words):
        translator = QTranslator(app, objectName=_OURS)
        if translator.load(path):
            app.installTranslator(translator)
    return code
