"""The translator of ECG reports: phrases, order of words, denials, leads, torn ends, what stays untranslated."""

import csv
from pathlib import Path

import pytest

from meit_core.errors import EnvironmentFault, UserError
from meit_core.knowledge import stated_codes
from meit_core.knowledge.parser import parse_report
from meit_core.knowledge.translation import Translation, Translator, read_known_translations, translate
from meit_core.knowledge.translation.lexicon import Kind, Language, load_translation_lexicon
from meit_core.knowledge.translation.spelling import corrected

MOST_ENTRIES = 4000
"""More than this nobody reads through to correct one."""

SAME_IN_ENGLISH = frozenset({
    "aberrant", "abnormal", "absolute", "aneurysm", "angina", "anterior", "antero", "anteroinferior",
    "anterolateral", "anteroseptal", "apical", "beat", "beta", "block", "blocker", "cardiale", "cardioversion",
    "cornell", "couplet", "couplets", "delta", "depression", "diffuse", "digitalis", "elevation", "escape",
    "extrasystole", "high", "holter", "horizontal", "iiib", "inferior", "infero", "inferoanterior", "inferolateral",
    "inferoposterior", "inferoposterolateral", "inversion", "lateral", "lown", "lyon", "maximal", "minimal",
    "mitrale", "mmhg", "mobitz", "multiform", "multiple", "negative", "nodal", "normal", "over", "pacemaker", "part",
    "patient", "pause", "pectoris", "post", "posterior", "posterobasal", "posteroinferior", "posterolateral",
    "progression", "pulmonale", "relative", "risk", "septal", "sinus", "sokolow", "strain", "tachyarrhythmia",
    "terminal", "transition", "uniform", "vagal", "voltage", "wenckebach",
})  # fmt: skip
"""Words of more than three letters that stand in the German or Swedish table and are English too."""


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("sinusrhythmus lagetyp normal normales ekg", "sinus rhythm. normal axis. normal ecg."),
        (
            "sinusrhythmus linkstyp qrs(t) abnorm    inferiorer infarkt     alter unbest. 4.46   unbestÄtigter bericht",
            "sinus rhythm. leftward axis. abnormal qrs-t pattern. inferior myocardial infarction, age undetermined.",
        ),
        ("Linksschenkelblock, inkomplett", "incomplete left bundle branch block."),
        ("infarkt inferior chronisch moeglich", "possible chronic inferior myocardial infarction."),
        ("chron. anteriorer infarkt mÖglich", "possible chronic anterior myocardial infarction."),
        (
            "t abnorm in anterioren ableitungen lateralen ableitungen",
            "t wave abnormality in anterior and lateral leads.",
        ),
        ("t-veraenderungen biphas. v3-6 ekg normal", "biphasic t wave changes in leads v3-v6. normal ecg."),
        ("p waves except in v1,2. i suspect artefact.", "p waves except in leads v1, v2. i suspect artifact."),
        ("sinusbradykardie (beta-blocker fraglich)", "sinus bradycardia (questionable beta-blocker)."),
        ("t neg in avl, flach in v1,v4,v6", "t wave inversion in lead avl. flat t waves in leads v1, v4, v6."),
        ("sinusrytm vÄnster el-axel eljest normalt ekg", "sinus rhythm. leftward axis. otherwise normal ecg."),
        ("gammal inferior infarkt", "old inferior myocardial infarction."),
        (
            "sinus rhythm. voltages are high in limb leads suggesting lvh.",
            "sinus rhythm. voltages are high in limb leads suggesting left ventricular hypertrophy.",
        ),
        ("sinus rhythm left axis deviation. normal ecg", "sinus rhythm. left axis deviation. normal ecg."),
        ("non-specific st-t changes. ischaemia?", "nonspecific st-t changes. ischemia."),
        ("trace only requested.", "no finding reported."),
    ],
)
def test_reports_become_careful_english(source: str, english: str) -> None:
    translation = translate(source)
    assert translation.text == english
    assert translation.untranslated == ()


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("v4,5,6", "leads v4, v5, v6"),
        ("v2 - 6", "leads v2-v6"),
        ("v1 bis v3", "leads v1-v3"),
        ("ii,iii,f", "leads ii, iii, avf"),
        ("l, v1", "leads avl, v1"),
        ("v5 + v6", "leads v5, v6"),
        ("avr", "lead avr"),
    ],
)
def test_leads_are_named_one_way(written: str, leads: str) -> None:
    assert translate(f"sinusrhythmus st-senkung in {written} linkstyp").text == (
        f"sinus rhythm. st depression in {leads}. leftward axis."
    )


def test_a_lead_more_makes_a_plural() -> None:
    assert translate("sinusrhythmus q in iii").text == "sinus rhythm. q wave in lead iii."
    assert translate("sinusrhythmus q in iii,avf").text == "sinus rhythm. q waves in leads iii, avf."


@pytest.mark.parametrize(
    ("source", "excluded"),
    [
        ("sinusrhythmus linkstyp keine anzeichen fuer le", "no signs of pulmonary embolism."),
        ("kein vorhofflimmern", "no atrial fibrillation."),
        ("regelmÄssiger rhythmus, keine p-welle erkannt", "regular rhythm, no p wave found."),
        ("inga tecken pÅ ischemi", "no signs of ischemia."),
        ("kein neg t", "no t wave inversion."),
    ],
)
def test_denials_survive(source: str, excluded: str) -> None:
    assert excluded in translate(source).text


def test_what_is_denied_in_german_is_not_stated_in_english() -> None:
    mentions = {mention.code: mention.negated for mention in parse_report(translate("kein vorhofflimmern").text)}
    assert mentions == {"AFIB": True}
    assert stated_codes(translate("anteroseptaler infarkt nicht auszuschliessen").text) == {"ASMI"}


def test_umlauts_may_be_written_out_or_lost() -> None:
    spellings = ("ue", "Ü", "#")
    texts = {translate(f"mÄssige amplitudenkriterien f{u}r linkshypertrophie").text for u in spellings}
    assert texts == {"moderate voltage criteria for left ventricular hypertrophy."}


def test_slips_of_the_pen_are_corrected_where_only_one_word_is_near() -> None:
    assert translate("sinusrhytmus linkstyp pathologsiches ekg").text == "sinus rhythm. leftward axis. abnormal ecg."
    assert (
        corrected("linksschenkelblok", frozenset({"linksschenkelblock", "rechtsschenkelblock"})) == "linksschenkelblock"
    )
    assert corrected("nich", frozenset({"nicht", "dich"})) is None


def test_words_nobody_knows_stay_and_are_listed() -> None:
    translation = translate("sinusrhythmus xylophonzeichen in v2")
    assert translation.untranslated == ("xylophonzeichen",)
    assert "xylophonzeichen" in translation.text
    assert translate("sinus rhythm. quixotic waves.").untranslated == ("quixotic",)


def test_a_torn_end_is_completed_or_dropped_never_guessed() -> None:
    report = "sinusrhythmus " * 16 + "t abnorm in anterioren ableit"
    assert len(report) > 250
    assert translate(report).text.endswith("t wave abnormality in anterior leads.")
    english = "sinus rhythm. " * 17 + "this may be du"
    assert translate(english).text.endswith("sinus rhythm.")
    assert translate("t waves are inver").untranslated == ("inver",), "short: nothing was cut off"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("old anteroseptal infarct c", "old anteroseptal myocardial infarction cannot be excluded."),
        ("old anteroseptal infarct cannot", "old anteroseptal myocardial infarction cannot be excluded."),
        ("subendocardial infarction", "sinus rhythm."),
        ("atrial fibrillation is not", "sinus rhythm."),
        ("consistent with old inferior infarct", "consistent with old inferior myocardial infarction."),
    ],
)
def test_a_torn_end_never_turns_a_doubt_into_a_finding(end: str, expected: str) -> None:
    assert translate("sinus rhythm. " * 18 + end).text.endswith(f"rhythm. {expected}")


def test_notes_that_are_no_part_of_the_report_are_left_out() -> None:
    assert translate("sinusrhythmus normales ekg Edit: NORM 100, rqsIII(NORM 100)").text == "sinus rhythm. normal ecg."
    assert translate("sinusrhythmus normales ekg 4.46     unbestÄti").text == "sinus rhythm. normal ecg."


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("sinusrhythmus lagetyp normal", "de"),
        ("sinusrytm vÄnster kammarhypertrofi", "sv"),
        ("sinus rhythm. probable old infarct.", "en"),
        ("sinusrhythmus vorhofflimmern ueberdrehter linkstyp. fÖrmaksflimmer sinusrytm skÄnkelblock", "mixed"),
    ],
)
def test_the_language_is_named(source: str, language: str) -> None:
    assert translate(source).language == language


def test_empty_and_strange_texts_do_no_harm() -> None:
    assert translate("") == Translation("", translate("").language)
    for text in (" ", "...", "((", "- - -", "ó¿ ó¬", "a" * 5000):
        assert isinstance(translate(text).text, str)


def test_a_hand_made_translation_wins(tmp_path: Path) -> None:
    path = tmp_path / "known.tsv"
    path.write_text("sinusrhythmus   linkstyp\tA careful sentence.\n", encoding="utf-8")
    translator = Translator(read_known_translations(path))
    by_hand = translator.translate(" sinusrhythmus linkstyp")
    assert (by_hand.text, by_hand.by_hand, by_hand.language) == ("A careful sentence.", True, "de")
    assert translator.translate("sinusrhythmus rechtstyp").text == "sinus rhythm. right axis deviation."


def test_a_broken_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "known.tsv"
    path.write_text("only one column\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"Line 1 of known\.tsv"):
        read_known_translations(path)
    with pytest.raises(UserError, match="can't be read"):
        read_known_translations(tmp_path / "missing.tsv")
    folder = tmp_path / "knowledge" / "translation"
    folder.mkdir(parents=True)
    monkeypatch.setenv("MEIT_RESOURCES", str(tmp_path))
    (folder / "de.tsv").write_text("linkstyp leftward axis\n", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match=r"Line 1 of de\.tsv isn't a phrase"):
        load_translation_lexicon.__wrapped__()
    (folder / "de.tsv").write_text("links-typ\tleftward\tfinding\nlinks typ\tleft\tfinding\n", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match=r"Line 2 of de\.tsv translates 'links typ' a second time"):
        load_translation_lexicon.__wrapped__()


def test_the_lexicon_stays_readable() -> None:
    lexicon = load_translation_lexicon()
    assert len(lexicon.entries) < MOST_ENTRIES
    assert max(len(entry.items) for entry in lexicon.entries) <= 16, "phrases, not reports"
    for entry in lexicon.entries:
        assert (entry.english == "") is (entry.kind is Kind.SKIP), entry


def test_every_english_word_of_the_lexicon_is_on_the_list_of_english_words() -> None:
    lexicon = load_translation_lexicon()
    for entry in lexicon.entries:
        words = translate(entry.english.replace("{s}", "s")).untranslated if "{" not in entry.english else ()
        assert words == (), entry


def test_no_german_or_swedish_word_passes_as_english() -> None:
    """Otherwise what was never translated would count as English; the words that are both were read one by one."""
    lexicon = load_translation_lexicon()
    foreign = (lexicon.source_words[Language.GERMAN] | lexicon.source_words[Language.SWEDISH]) & lexicon.english
    assert not {word for word in foreign if len(word) > 3} - SAME_IN_ENGLISH
    assert not lexicon.english & {"der", "die", "und", "mit", "nicht", "kein", "ohne", "och", "ej", "med", "inga"}


@pytest.mark.data
def test_nearly_every_report_of_ptbxl_becomes_english(real_data: Path) -> None:
    with (real_data / "ptbxl" / "all_reports_folds_1_to_9.csv").open(encoding="utf-8", newline="") as file:
        reports = [row["report"] for row in csv.DictReader(file)]
    left = [report for report in reports if translate(report).untranslated]
    assert len(left) <= 0.01 * len(reports)
    assert sum(not translate(report).text for report in reports) <= 1, "only the report that is a space"
