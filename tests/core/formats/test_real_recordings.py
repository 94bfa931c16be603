"""The readers on recordings as the data sets publish them."""

from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.record import LeadStatus, Sex
from meit_core.errors import UserError
from meit_core.formats import find_records, read_record

pytestmark = pytest.mark.data


@pytest.mark.parametrize(("folder", "fs_hz", "suffix"), [("records100", 100, "_lr"), ("records500", 500, "_hr")])
def test_ptbxl(real_data: Path, folder: str, fs_hz: int, suffix: str) -> None:
    headers = sorted((real_data / "ptbxl" / folder).glob(f"*/*{suffix}.hea"))[:10]
    assert headers
    for header in headers:
        record = read_record(header)
        assert (record.fs_hz, record.n_samples) == (fs_hz, 10 * fs_hz)
        counts = np.fromfile(header.with_suffix(".dat"), "<i2").reshape(-1, 12).T
        assert np.allclose(record.signal_mv, counts / 1000, atol=1e-6), "1000 counts per mV, leads in standard order"


def test_einthoven_holds_in_real_limb_leads(real_data: Path) -> None:
    """A check of the derivation's formula on leads that a device has computed itself."""
    record = read_record(sorted((real_data / "ptbxl" / "records500").glob("*/*.hea"))[0])
    assert np.abs(record.lead("III") - (record.lead("II") - record.lead("I"))).max() < 0.01


def test_matlab_files_of_the_challenge(real_data: Path) -> None:
    headers = list(find_records(real_data / "cinc2021"))
    headers = [path for path in headers if path.suffix == ".hea"][:8]
    assert headers
    for header in headers:
        record = read_record(header.with_suffix(".mat"))
        assert (record.fs_hz, record.n_samples) == (500.0, 5000)
        counts = np.frombuffer(header.with_suffix(".mat").read_bytes(), "<i2", offset=24).reshape(-1, 12).T
        assert np.allclose(record.signal_mv, counts / 1000, atol=1e-6)
        assert record.patient.sex is not Sex.UNKNOWN


def test_ludb_with_its_small_letters(real_data: Path) -> None:
    record = read_record(real_data / "ludb" / "1.hea")
    assert (record.patient.age_years, record.patient.sex) == (51.0, Sex.FEMALE)
    assert record.lead_status == (LeadStatus.RECORDED,) * len(LEADS)


def test_formats_still_to_come_are_called_by_their_name(real_data: Path) -> None:
    for name, kind in (
        ("dicom_12lead_example.dcm", "DICOM"),
        ("hl7_aecg_example.xml", "HL7 aECG"),
        ("philips_sierra_1_04.xml", "Philips"),
        ("scp_example.scp", "SCP-ECG"),
    ):
        with pytest.raises(UserError, match=kind):
            read_record(real_data / "formats" / name)
