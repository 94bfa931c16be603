"""The report parser: wordings, territories, certainty, denial; and how much of the real reports it understands."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from meit_core.knowledge import Certainty, parse_report, split_sentences, stated_codes
from meit_core.knowledge.parser import is_understood, parse_sentence


def said(sentence: str) -> dict[str, str]:
    return {mention.code: mention.certainty.value for mention in parse_report(sentence)}


def test_sentences_end_at_full_stops_but_not_in_numbers() -> None:
    text = "Sinus rhythm. PR interval 0.24 seconds. 2:1 AV block.\nNormal axis"
    assert split_sentences(text) == ("Sinus rhythm.", "PR interval 0.24 seconds.", "2:1 AV block.", "Normal axis")
    assert split_sentences(" . ") == split_sentences("") == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sinus rhythm.", {"SR": "definite"}),
        ("normal sinus rhythm", {"SR": "definite"}),
        ("sinus bradycardia with sinus arrhythmia.", {"SBRAD": "definite", "SARRH": "definite"}),
        ("atrial fibrillation with rapid ventricular response.", {"AFIB": "definite", "RAPID_RESPONSE": "definite"}),
        ("atrial fibrillation/flutter.", {"AFIB": "definite"}),
        ("premature ventricular contractions, trigeminy.", {"PVC": "definite", "TRIGU": "definite"}),
        ("wandering pacemaker.", {"WAP": "definite"}),
        ("a regular paced rhythm is present.", {"PACE": "definite"}),
        ("av junctional extrasystoles.", {"PAC": "definite"}),
        ("partial right bundle branch block.", {"IRBBB": "definite"}),
        ("complete left bundle branch block.", {"CLBBB": "definite"}),
        ("nonspecific intraventricular block of right bundle branch block type.", {"IVCD": "definite"}),
        ("left axis deviation.", {"AXIS_LEFT": "definite"}),
        ("leftward axis.", {"AXIS_LEFTWARD": "definite"}),
        ("extreme right axis deviation.", {"AXIS_EXTREME": "definite"}),
        ("axis normal for age.", {"AXIS_NORMAL": "definite"}),
        ("otherwise normal ecg.", {"OTHERWISE_NORMAL": "definite"}),
        ("no definite pathology.", {"NORM": "definite"}),
        ("abnormal ecg.", {"ABNORMAL": "definite"}),
        ("prolonged pr interval 0.24 seconds.", {"LPR": "definite"}),
        ("nonspecific t wave flattening in leads v5, v6.", {"NT_": "definite"}),
        ("st segments are depressed and t waves inverted in leads i, avl.", {"STD_": "definite", "INVT": "definite"}),
        ("anteroseptal q wave myocardial infarction, probably old.", {"ASMI": "definite"}),
        ("regular rhythm, no p wave found.", {"NO_P_WAVES": "definite"}),
        ("t waves are inverted in leads i, avl and low in lead v4.", {"INVT": "definite", "LOWT": "definite"}),
        ("suspected left atrial hypertrophy.", {"LAO/LAE": "possible"}),
        ("atrial fibrillation with normal to rapid ventricular rate.", {"AFIB": "definite"}),
        ("focal block in lead v2.", {"IVCD_LOCAL": "definite"}),
        ("transition zone displaced to the left.", {"TRANSITION_LATE": "definite"}),
    ],
)
def test_plain_statements(sentence: str, expected: dict[str, str]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sinus rhythm with borderline 1st degree A-V block", {"SR": "definite", "1AVB": "possible"}),
        ("Second degree A-V block, Mobitz I", {"2AVB": "definite"}),
        ("Cannot rule out anterior infarct - age undetermined", {"AMI": "possible"}),
        ("Inferior STEMI", {"IMI": "definite"}),
        ("Anterior ST elevation myocardial infarction", {"AMI": "definite"}),
        ("T wave inversion, consider anterior ischemia", {"INVT": "definite", "ISCAN": "possible"}),
        ("Incomplete RBBB", {"IRBBB": "definite"}),
        ("IV conduction defect", {"IVCD": "definite"}),
        ("Late precordial R/S transition", {"TRANSITION_LATE": "definite"}),
        ("A-V sequential pacemaker", {"PACE": "definite"}),
        ("Low QRS voltages in precordial leads", {"LVOLT": "definite"}),
        ("Left ventricular hypertrophy by voltage", {"VCLVH": "definite", "LVH": "possible"}),
    ],
)
def test_wordings_of_electrocardiographs(sentence: str, expected: dict[str, str]) -> None:
    """As the machines whose reports MIMIC-IV-ECG holds word them."""
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("voltage criteria for left ventricular hypertrophy.", {"VCLVH": "definite", "LVH": "possible"}),
        ("no voltage criteria for left ventricular hypertrophy.", {"VCLVH": "excluded", "LVH": "excluded"}),
        ("possible left atrial enlargement.", {"LAO/LAE": "possible"}),
        ("inferior myocardial infarction, possibly acute.", {"IMI": "definite"}),
        ("anteroseptal myocardial injury cannot be excluded.", {"ASMI": "possible"}),
        ("myocardial ischemia is likely.", {"ISC_": "probable"}),
        ("probably normal ecg.", {"NORM": "probable"}),
        ("borderline left axis deviation.", {"AXIS_LEFT": "possible"}),
        ("q waves in leads ii, iii, avf suggesting old inferior infarction.", {"QWAVE": "definite", "IMI": "probable"}),
        ("q waves in v2, old anteroseptal infarction cannot be excluded.", {"QWAVE": "definite", "ASMI": "possible"}),
        ("st-t abnormality, probable lateral ischemia.", {"STT_ABNORMAL": "definite", "ISCLA": "probable"}),
        ("left axis deviation, consistent with lafb.", {"AXIS_LEFT": "definite", "LAFB": "probable"}),
        ("suggest excluding digitalis effect and hypokalemia.", {"DIG": "possible", "EL": "possible"}),
        ("old anterior and inferior myocardial infarction is likely.", {"AMI": "probable", "IMI": "probable"}),
    ],
)  # fmt: skip
def test_certainty(sentence: str, expected: dict[str, str]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "excluded"),
    [
        ("no ecg evidence of ischemia.", {"ISC_"}),
        ("no evidence of ischemia, infarction or left ventricular hypertrophy.", {"ISC_", "MI", "LVH"}),
        ("there is no ecg evidence to suggest pericarditis.", {"PERICARDITIS"}),
        ("poor r wave progression but previous anteroseptal myocardial infarction unlikely.", {"ASMI"}),
        ("deep q waves may indicate septal hypertrophy rather than old infarction.", {"MI"}),
        ("compared with previous tracing, atrial fibrillation no longer present.", {"AFIB"}),
        ("without bundle branch block.", {"IVCD"}),
        ("successful cardioversion of atrial flutter.", {"AFLT"}),
        ("compared with the previous tracing, sinus rhythm has replaced atrial fibrillation.", {"AFIB"}),
    ],
)
def test_denied_findings_are_not_stated(sentence: str, excluded: set[str]) -> None:
    mentions = parse_sentence(sentence)
    assert {mention.code for mention in mentions if mention.negated} == excluded
    assert not excluded & stated_codes(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("anterior myocardial infarction, age undetermined.", {"AMI": "undetermined"}),
        ("Cannot rule out inferior infarct - age undetermined", {"IMI": "undetermined"}),
        ("lateral myocardial infarction of uncertain age.", {"LMI": "undetermined"}),
        ("anteroseptal myocardial infarction, probably old.", {"ASMI": "old"}),
        ("possible chronic anterior myocardial infarction.", {"AMI": "old"}),
        ("inferior myocardial infarction, possibly recent.", {"IMI": "recent"}),
        ("subacute inferior infarction.", {"IMI": "recent"}),
        ("acute anterior infarction, old inferior infarction.", {"AMI": "acute", "IMI": "old"}),
        ("Inferior STEMI", {"IMI": "acute"}),
        ("evolving inferior myocardial infarction with apical involvement.", {"IMI": "recent", "AMI": "recent"}),
        ("old anterior and inferior myocardial infarction is likely.", {"AMI": "old", "IMI": "old"}),
        ("inferior myocardial infarction.", {"IMI": None}),
        ("recent t wave inversion.", {"INVT": None}),
        ("old left bundle branch block.", {"CLBBB": None}),
    ],
)
def test_infarctions_have_the_age_that_is_named(sentence: str, expected: dict[str, str | None]) -> None:
    assert {mention.code: mention.age and mention.age.value for mention in parse_report(sentence)} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("borderline left axis deviation right bundle branch block", {"AXIS_LEFT": "possible", "CRBBB": "definite"}),
        ("t waves are flat in limb leads and inverted in v5,6.", {"LOWT": "definite", "INVT": "definite"}),
        ("t waves are inverted in i, avl and flat in v4,5,6.", {"INVT": "definite", "LOWT": "definite"}),
        ("probable ischaemic heart disease.", {"IHD": "probable"}),
        ("voltages are high in limb leads suggesting lvh.", {"VCLVH": "definite", "LVH": "probable"}),
        ("biphasic t waves in lead v2.", {"TAB_": "definite"}),
    ],
)
def test_wordings_of_clinics(sentence: str, expected: dict[str, str]) -> None:
    """As they stand in reports that nobody has edited."""
    assert said(sentence) == expected


def test_denial_stops_at_a_contrast() -> None:
    assert said("no ischemia, but left ventricular hypertrophy.") == {"ISC_": "excluded", "LVH": "definite"}
    assert said("no p waves, left axis deviation.") == {"NO_P_WAVES": "definite", "AXIS_LEFT": "definite"}


def test_mentions_know_their_sentence_and_place() -> None:
    text = "Sinus rhythm. Possible left atrial enlargement."
    first, second = parse_report(text)
    assert (first.sentence_index, second.sentence_index) == (0, 1)
    sentence = split_sentences(text)[1]
    assert sentence[second.start : second.end] == "left atrial enlargement"
    assert second.certainty is Certainty.POSSIBLE and not second.negated


@cache
def real_reports(root: Path, folds: range) -> list[tuple[str, set[str]]]:
    with (root / "ptbxl" / "ptbxl_database.csv").open(encoding="utf-8") as file:
        rows = {row["ecg_id"]: row for row in csv.DictReader(file) if int(row["strat_fold"]) in folds}
    with (root / "ptbxl" / "reports_en.csv").open(encoding="utf-8") as file:
        reports = {row["ecg_id"]: row["report_en"] for row in csv.DictReader(file)}
    # scp_codes is written {'NORM': 100.0, 'SR': 0.0}
    return [(reports[key], set(row["scp_codes"].split("'")[1::2])) for key, row in rows.items() if key in reports]


@pytest.mark.data
def test_real_reports_are_understood(real_data: Path) -> None:
    counts = Counter(s for text, _ in real_reports(real_data, range(1, 10)) for s in split_sentences(text.lower()))
    total = sum(counts.values())
    mapped = sum(n for sentence, n in counts.items() if parse_sentence(sentence))
    understood = sum(n for sentence, n in counts.items() if is_understood(sentence))
    assert total > 10_000
    assert mapped / total > 0.98
    assert understood / total > 0.998


@pytest.mark.data
@pytest.mark.parametrize(
    ("code", "recall", "precision"),
    [("SR", 0.99, 0.98), ("AFIB", 0.98, 0.98), ("STACH", 0.99, 0.9), ("SBRAD", 0.99, 0.9), ("PACE", 0.9, 0.95),
     ("PVC", 0.85, 0.85), ("LPR", 0.95, 0.95), ("QWAVE", 0.95, 0.93), ("CLBBB", 0.85, 0.75), ("LAFB", 0.5, 0.85)],
)  # fmt: skip
def test_texts_agree_with_the_data_sets_own_codes(real_data: Path, code: str, recall: float, precision: float) -> None:
    """The codes were not all taken from the text (LAFB also stands where a text only says left axis deviation)."""
    pairs = [(code in stated_codes(text), code in codes) for text, codes in real_reports(real_data, range(1, 9))]
    both = sum(stated and coded for stated, coded in pairs)
    assert both / sum(coded for _, coded in pairs) >= recall
    assert both / sum(stated for stated, _ in pairs) >= precision
