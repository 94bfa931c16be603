"""Measurements come back from JSON as they were, and from what earlier versions wrote."""

import json
from datetime import UTC, datetime

from meit_core.domain.av_block import AvBlock, AvBlockKind
from meit_core.domain.measured_facts import AtrialExtrasystoles, MeasuredFacts, QrsVoltage, VentricularExtrasystoles
from meit_core.domain.measurements import (
    BeatClass,
    Confidence,
    LeadQuality,
    Measurements,
    MeasurementSource,
    QtCorrected,
    ValueConfidence,
    ValueSource,
)
from meit_core.domain.measurements_json import measurements_from_json, measurements_to_json

MEASURED = Measurements(
    heart_rate_bpm=71.5,
    pr_ms=168.0,
    qtc_ms=QtCorrected(bazett=430.0),
    r_peaks=(10, 220),
    beat_classes=(BeatClass.USUAL, BeatClass.VENTRICULAR),
    pacing_spikes=(3, 214),
    quality={"V6": LeadQuality.FLAT},
    reasons={"qt_ms": "No end of the T wave could be found."},
    sources={"pr_ms": ValueSource(MeasurementSource.MANUAL, "Dr. Rose", datetime(2026, 5, 4, 8, 30, tzinfo=UTC))},
    confidences={
        "heart_rate_bpm": ValueConfidence(Confidence.HIGH, 0.25),
        "pr_ms": ValueConfidence(Confidence.MEDIUM, 6.5),
        "qrs_ms": ValueConfidence(Confidence.LOW),
    },
    facts=MeasuredFacts(
        av_block=AvBlock(AvBlockKind.WENCKEBACH, 80.0, 60.0, 13, 3, 160.0, 280.0),
        atrial_extrasystoles=AtrialExtrasystoles(2, 12, 31.0, 18.5),
        ventricular_extrasystoles=VentricularExtrasystoles(3, 12),
        all_cycles_alike=True,
        voltage=QrsVoltage(limb_mv=0.44),
        st_elevation_mv={"II": 0.18, "aVF": 0.2},
        st_depression_mv={"aVL": -0.09, "I": -0.06},
    ),
)


def test_they_come_back_as_they_were() -> None:
    assert measurements_from_json(json.loads(json.dumps(measurements_to_json(MEASURED)))) == MEASURED


def test_what_a_version_without_confidences_wrote_is_read() -> None:
    plain = measurements_to_json(MEASURED)
    del plain["confidences"]
    old = measurements_from_json(plain)
    assert old.pr_ms == 168.0
    assert old.confidence_of("heart_rate_bpm") is None


def test_a_value_that_a_reader_set_needs_no_confidence() -> None:
    assert MEASURED.confidence_of("heart_rate_bpm") == ValueConfidence(Confidence.HIGH, 0.25)
    assert MEASURED.confidence_of("pr_ms") is None
    assert MEASURED.confidence_of("qt_ms") is None


def test_what_a_version_without_facts_wrote_has_none_and_nothing_found_is_something_else() -> None:
    plain = measurements_to_json(MEASURED)
    del plain["facts"]
    assert measurements_from_json(plain).facts is None
    nothing = measurements_from_json(measurements_to_json(Measurements(facts=MeasuredFacts())))
    assert nothing.facts == MeasuredFacts()


def test_facts_that_a_later_version_knows_are_left_out() -> None:
    plain = json.loads(json.dumps(measurements_to_json(MEASURED)))
    plain["facts"] |= {"alternans": True}
    plain["facts"]["av_block"] |= {"level": "nodal"}
    assert measurements_from_json(plain) == MEASURED
