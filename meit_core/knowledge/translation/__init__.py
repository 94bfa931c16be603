"""German, Swedish and mixed ECG reports into English, by a lexicon that a cardiologist can read and correct."""

from meit_core.knowledge.translation.translator import Translation, Translator, read_known_translations, translate

__all__ = ["Translation", "Translator", "read_known_translations", "translate"]
